package commands

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

// warn tells of what is left out, and of what documents are read without, file by file.
func warn(log *slog.Logger, report *pipeline.Report) {
	all := slices.Concat(report.Problems, report.Warnings)
	slices.SortStableFunc(all, func(a, b read.Problem) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	for i := range all {
		tell(log, slog.LevelWarn, &all[i])
	}
}

// valueLogged is how many characters of a value are logged: it may be a whole line of an archive.
const valueLogged = 200

// tell logs a problem, with its parts for programs.
func tell(log *slog.Logger, level slog.Level, p *read.Problem) {
	attrs := []slog.Attr{slog.String("file", p.File)}
	if p.Line > 0 {
		attrs = append(attrs, slog.Int("line", p.Line))
	}
	if p.Value != "" {
		attrs = append(attrs, slog.String("value", shortened(oneLine(p.Value), valueLogged)))
	}
	log.LogAttrs(context.Background(), level, p.Error(), attrs...)
}

// partial is the end of a run that could not use all of the corpus; nil of one that could.
func partial(report *pipeline.Report, out string) error {
	var lost []string
	if n := report.NProblems; n > 0 {
		lost = append(lost, fmt.Sprintf("%d of the corpus's files or lines could not be used", n))
	}
	if n := report.NWarnings; n > 0 {
		lost = append(lost, counted(n, "statement")+" about documents could not be used, and the documents are read without")
	}
	if len(lost) == 0 {
		return nil
	}
	return exitf(Partial, "%s published, but %s: see above, or %s", counted(report.Documents, "document"), strings.Join(lost, "; "), filepath.Join(out, "run.json"))
}

// heldBack adds to the error of a release that is held back what to do.
func (b *build) heldBack(report *pipeline.Report, err error) error {
	if !errors.Is(err, publish.ErrHeldBack) {
		return err
	}
	made := ""
	if len(report.Dropped) > 0 {
		made = b.madeWith(report)
	}
	return fmt.Errorf("%w%s; --accept publishes it all the same", err, made)
}

// madeWith names the folder of tables that the release before was made with and this run is not.
func (b *build) madeWith(report *pipeline.Report) string {
	run, err := publish.ReadRun(report.Was)
	if err != nil || run.Tables == "" || run.Tables == b.tables {
		return ""
	}
	return fmt.Sprintf(" (%s was made with --tables %s)", report.Was, shellWord(run.Tables))
}

// noticesShown is how many documents are named of those that are read and have something that is passed over.
const noticesShown = 3

// notice tells of what is passed over and costs nothing.
func notice(log *slog.Logger, report *pipeline.Report, out string) {
	for i := range report.Notices[:min(len(report.Notices), noticesShown)] {
		tell(log, slog.LevelInfo, &report.Notices[i])
	}
	if more := report.NNotices - noticesShown; more > 0 {
		log.Info(fmt.Sprintf("%s more of the kind: see %s", counted(more, "notice"), filepath.Join(out, "run.json")))
	}
}
