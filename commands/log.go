package commands

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"ties.dev/ties/pipeline"
)

// logFlags say how a command reports on stderr.
type logFlags struct{ format string }

func (f *logFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "log-format", "text", "form of the messages on stderr: text, or json (one object a line)")
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("log-format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp)))
}

func (f *logFlags) logger(out io.Writer) (*slog.Logger, error) {
	switch f.format {
	case "text":
		return slog.New(&plainHandler{out: out}), nil
	case "json":
		return slog.New(slog.NewJSONHandler(out, nil)), nil
	}
	return nil, exitf(BadUsage, "--log-format %q: it is text or json", f.format)
}

// plainHandler writes a message as one line without its time, which a journal gives itself, and without its attributes, which the
// message says in words.
type plainHandler struct {
	lock sync.Mutex
	out  io.Writer
	with string
}

func (h *plainHandler) Enabled(_ context.Context, level slog.Level) bool {
	return level >= slog.LevelInfo
}

func (h *plainHandler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	level := map[slog.Level]string{slog.LevelInfo: "info", slog.LevelWarn: "warning", slog.LevelError: "error"}[r.Level]
	b.WriteString(level + ": " + r.Message + h.with)
	h.lock.Lock()
	defer h.lock.Unlock()
	_, err := fmt.Fprintln(h.out, b.String())
	return err
}

func (h *plainHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	with := h.with
	for _, a := range attrs {
		with += fmt.Sprintf(" %s=%v", a.Key, a.Value)
	}
	return &plainHandler{out: h.out, with: with}
}

func (h *plainHandler) WithGroup(string) slog.Handler { return h }

// progressLine is one line on a terminal that is written over as the run goes on. It is silent anywhere else.
type progressLine struct {
	out   io.Writer
	width int
	last  time.Time
}

// progress is silent where stderr is no terminal, or where the log is for machines.
func (f *logFlags) progress(out io.Writer) *progressLine {
	file, ok := out.(*os.File)
	if !ok || f.format != "text" || !term.IsTerminal(int(file.Fd())) {
		return &progressLine{}
	}
	return &progressLine{out: out}
}

// listener is whom a run tells how far it has come; nil where nothing is shown, so that nobody counts the corpus for it.
func (l *progressLine) listener() func(pipeline.Progress) {
	if l.out == nil {
		return nil
	}
	return l.show
}

func (l *progressLine) show(p pipeline.Progress) {
	const often = 100 * time.Millisecond
	if l.out == nil || time.Since(l.last) < often && p.Documents != p.Of {
		return
	}
	l.last = time.Now()
	count := fmt.Sprint(p.Documents)
	if p.Of > 0 {
		count = fmt.Sprintf("%d of %d", p.Documents, p.Of)
	}
	text := fmt.Sprintf("%s documents, %.1f MB", count, float64(p.Bytes)/1e6)
	fmt.Fprintf(l.out, "\r%-*s", l.width, text)
	l.width = len(text)
}

func (l *progressLine) clear() {
	if l.out != nil {
		fmt.Fprintf(l.out, "\r%*s\r", l.width, "")
	}
}
