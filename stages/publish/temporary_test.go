package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// over is the number of a process that is no more.
func over(t *testing.T) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

// TestReplaceSweeps leaves drafts of a file as killed processes and running ones do.
func TestReplaceSweeps(t *testing.T) {
	dir := t.TempDir()
	mine := fmt.Sprintf(".latest-ties.prom-%d-1", os.Getpid())
	for _, name := range []string{fmt.Sprintf(".latest-ties.prom-%d-1", over(t)), mine, ".latest-other"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Replace(filepath.Join(dir, "ties.prom"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); !slices.Equal(got, []string{".latest-other", mine, "ties.prom"}) {
		t.Errorf("left are %v", got)
	}
}

// TestStoppedCheck leaves nothing in the folder for temporary files, whether it is stopped or killed.
func TestStoppedCheck(t *testing.T) {
	folder := published(t, t.TempDir(), sample()).Folder
	t.Setenv("TMPDIR", t.TempDir())
	if err := os.Mkdir(filepath.Join(os.TempDir(), fmt.Sprintf("ties-check-%d-1", over(t))), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := CheckStored(ctx, folder); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if left := names(t, os.TempDir()); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}
