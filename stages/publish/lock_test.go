package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLock has two ask for one folder: the second is refused, waits in vain, and has it when the first is done.
func TestLock(t *testing.T) {
	out, ctx := t.TempDir(), context.Background()
	first, err := Take(ctx, out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Take(ctx, out, 0, nil)
	if want := fmt.Sprintf("another run is writing there (process %d)", os.Getpid()); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), want) {
		t.Errorf("a second lock: %v; want %q", err, want)
	}
	if _, err := Take(ctx, out, time.Millisecond, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("after waiting in vain: %v", err)
	}
	told := ""
	time.AfterFunc(50*time.Millisecond, first.Release)
	second, err := Take(ctx, out, time.Minute, func(holder string) { told = holder })
	if err != nil || !strings.HasPrefix(told, "process ") {
		t.Fatalf("after waiting: %v, told %q", err, told)
	}
	second.Release()
	second.Release()
}

func TestLockIsNotWaitedForWhenStopped(t *testing.T) {
	out := t.TempDir()
	held, err := Take(context.Background(), out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Release()
	ctx, stop := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, stop)
	if _, err := Take(ctx, out, time.Hour, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v; want the end of the context", err)
	}
}

// TestLockFileRemoved has the lock's file removed while one has it: another takes a lock, and leaves the first one's draft alone.
func TestLockFileRemoved(t *testing.T) {
	out := t.TempDir()
	first, err := Take(t.Context(), out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Release()
	d := draft(t, out, freely(sample()))
	defer d.Discard()
	if err := os.Remove(filepath.Join(out, lockName)); err != nil {
		t.Fatal(err)
	}
	second, err := Take(t.Context(), out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Release()
	if _, err := Begin(out, sample().Release); !errors.Is(err, ErrLocked) {
		t.Errorf("a second draft beside the first: %v", err)
	}
	if _, err := d.Publish(); err != nil {
		t.Errorf("the first: %v", err)
	}
}

// TestLockWaitedForIsRemoved has the file removed for which one waits: what is locked then is the one that is there.
func TestLockWaitedForIsRemoved(t *testing.T) {
	out := t.TempDir()
	first, err := Take(t.Context(), out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(20*time.Millisecond, func() {
		_ = os.Remove(filepath.Join(out, lockName))
		first.Release()
	})
	second, err := Take(t.Context(), out, time.Minute, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Release()
	if _, err := Take(t.Context(), out, 0, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("a third beside the second: %v", err)
	}
}
