package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// lockName is the file in the output folder that is locked while something there is written. It stays when nobody holds it: the
// lock is the kernel's, and goes with the process that has it, however that ends.
const lockName = ".lock"

// lockRetry is how often one who waits looks again.
const lockRetry = 200 * time.Millisecond

// ErrLocked is the error of an output folder that another process is writing.
var ErrLocked = errors.New("another run is writing there")

// Lock is the right to write under an output folder, which one process has at a time.
type Lock struct{ file *flock.Flock }

// Take takes the lock of an output folder, which is made where it is missing. Where another process has it, `waiting` is told who
// and Take waits for it as long as patience allows; the error is ErrLocked then. `waiting` may be nil.
func Take(ctx context.Context, out string, patience time.Duration, waiting func(holder string)) (*Lock, error) {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return nil, err
	}
	path := filepath.Join(out, lockName)
	l, ok, err := locked(path)
	if err == nil && !ok && patience > 0 {
		if waiting != nil {
			waiting(holder(path))
		}
		ok, err = l.wait(ctx, patience)
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case !ok:
		return nil, fmt.Errorf("%s: %w (%s)", out, ErrLocked, holder(path))
	}
	l.sign(path)
	return l, nil
}

// locked tries to lock the file of a path. One that was removed meanwhile, so that another would lock a new one, counts as nothing.
func locked(path string) (l *Lock, ok bool, err error) {
	for range 10 {
		l = &Lock{flock.New(path, flock.SetPermissions(0o644))}
		if ok, err = l.file.TryLock(); err != nil || !ok || l.current(path) {
			return l, ok, err
		}
		l.Release()
	}
	return l, false, nil
}

// current holds where the file that is locked is that of the path.
func (l *Lock) current(path string) bool {
	mine, err := l.file.Stat()
	there, errThere := os.Stat(path)
	return err == nil && errThere == nil && os.SameFile(mine, there)
}

// wait is TryLock again and again; the end of patience is no error.
func (l *Lock) wait(ctx context.Context, patience time.Duration) (bool, error) {
	limited, stop := context.WithTimeout(ctx, patience)
	defer stop()
	for {
		ok, err := l.file.TryLockContext(limited, lockRetry)
		if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			return false, nil
		}
		if err != nil || l.current(l.file.Path()) {
			return ok, err
		}
		l.Release()
		l.file = flock.New(l.file.Path(), flock.SetPermissions(0o644))
	}
}

// sign leaves the process's number for those who find the folder locked. It is for their message alone: a disk that is full
// keeps nobody from having the lock.
func (l *Lock) sign(path string) {
	_ = os.WriteFile(path, fmt.Appendf(nil, "%d\n", os.Getpid()), 0o644)
}

// holder names who has the lock, as far as it is known.
func holder(path string) string {
	data, err := os.ReadFile(path)
	if pid := strings.TrimSpace(string(data)); err == nil && pid != "" {
		return "process " + pid
	}
	return "process unknown"
}

// Release gives the lock back. It may be called more than once.
func (l *Lock) Release() {
	_ = l.file.Unlock() // the lock goes with the process at the latest
}

// holdDraft locks the folder of a draft, as long as its process lives, so that nobody sweeps it. A system that can't lock a folder
// goes by the lock of the output folder alone.
func holdDraft(dir string) *flock.Flock {
	f := flock.New(dir, flock.SetFlag(os.O_RDONLY))
	_, _ = f.TryLock()
	return f
}

// abandoned holds for a draft whose process is no more.
func abandoned(dir string) bool {
	f := flock.New(dir, flock.SetFlag(os.O_RDONLY))
	ok, err := f.TryLock()
	_ = f.Unlock()
	return ok || err != nil
}
