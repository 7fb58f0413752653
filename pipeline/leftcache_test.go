package pipeline

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestLeftLogIsSwept has a run that was killed leave the draft of its log.
func TestLeftLogIsSwept(t *testing.T) {
	gone := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	b := &Build{Corpus: seedDocuments, Out: t.TempDir()}
	b.Cache = filepath.Join(b.Out, ".cache")
	if _, err := b.Run(t.Context(), declared(t)); err != nil {
		t.Fatal(err)
	}
	logs, err := filepath.Glob(filepath.Join(b.Cache, "*.log"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("%v, %v", logs, err)
	}
	left, running := fmt.Sprintf("%s.%d", logs[0], gone.Process.Pid), fmt.Sprintf("%s.%d", logs[0], os.Getppid())
	for _, path := range []string{left, running} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Run(t.Context(), declared(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Errorf("%s is left", left)
	}
	if _, err := os.Stat(running); err != nil {
		t.Errorf("%s of a process that runs is gone", running)
	}
}
