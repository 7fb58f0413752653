package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
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
