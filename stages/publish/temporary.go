package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// alive holds for a process that runs on this machine. One that can't be told counts as such.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || !errors.Is(err, os.ErrProcessDone) && !errors.Is(err, syscall.ESRCH)
}

// Abandoned removes what processes that are no more have left in a folder: names that begin with a prefix and the process's number,
// up to the next hyphen or the end.
func Abandoned(folder, prefix string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ignoring(err, fs.ErrNotExist)
	}
	var errs []error
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), prefix)
		number, _, _ := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(number); ok && err == nil && !alive(pid) {
			errs = append(errs, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	return errors.Join(errs...)
}

func ignoring(err, what error) error {
	if errors.Is(err, what) {
		return nil
	}
	return err
}

// temporary makes a folder in the system's one for temporary files, and removes those of that prefix that processes have left which
// are no more.
func temporary(prefix string) (string, error) {
	_ = Abandoned(os.TempDir(), prefix) // may be another user's
	return os.MkdirTemp("", fmt.Sprintf("%s%d-", prefix, os.Getpid()))
}

// removeAll removes a folder in which somebody may be writing: first it takes another name, so that nothing comes into it any more.
// A device or a quota that is full can refuse the name, and then it is removed where it stands.
func removeAll(folder string) error {
	gone := folder + "-gone"
	switch err := os.Rename(folder, gone); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return os.RemoveAll(folder)
	}
	return os.RemoveAll(gone)
}
