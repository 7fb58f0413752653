package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// The page's part that a bench writes stands between these.
const from, to = "<!-- make bench writes from here -->\n", "<!-- to here -->\n"

// write prints the table, and writes it into the page.
func (b *bench) write() error {
	text := b.table()
	fmt.Print(text)
	if b.docs == "" || b.only != "" {
		return nil
	}
	path := filepath.Join(b.docs, "performance.md")
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(page), from)
	_, behind, closed := strings.Cut(rest, to)
	if !ok || !closed {
		return fmt.Errorf("%s has no place for the table", path)
	}
	return os.WriteFile(path, []byte(before+from+text+to+behind), 0o644)
}

func (b *bench) table() string {
	var t strings.Builder
	fmt.Fprintf(&t, "%s. Median of %d runs, with the least and the most.\n\n| what | ties | peer | ratio | aim |\n|---|---|---|---|---|\n", machine(), b.runs)
	for _, l := range b.lines {
		fmt.Fprintf(&t, "| %s | %s | %s | %s | %s |\n", l.what, l.ours, l.peer, l.ratio, l.aim)
	}
	for _, s := range b.skipped {
		fmt.Fprintf(&t, "\nLeft out: %s.\n", s)
	}
	return t.String()
}

// machine describes where the bench ran, and what else ran there.
func machine() string {
	model := field("/proc/cpuinfo", "model name")
	memory := field("/proc/meminfo", "MemTotal")
	load, _ := os.ReadFile("/proc/loadavg")
	busy, _, _ := strings.Cut(string(load), " ")
	return fmt.Sprintf("%d cores of an %s, %s of memory, %s, %s; load of the machine at the end %s, the bench's own included", runtime.NumCPU(), model, memory, runtime.GOOS, runtime.Version(), busy)
}

func field(path, name string) string {
	data, _ := os.ReadFile(path)
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return "unknown " + name
}
