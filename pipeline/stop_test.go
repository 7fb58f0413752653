package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ties.dev/ties/stages/publish"
)

// TestStoppedSpeaksPlainly keeps the words of Go's library out of what a user reads.
func TestStoppedSpeaksPlainly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := (&Build{Out: t.TempDir()}).stopped(ctx); !errors.Is(err, context.Canceled) || strings.Contains(err.Error(), "context") || strings.Contains(err.Error(), "latest") {
		t.Errorf("%v", err)
	}
}

// TestStoppedBehindTheSwitch has a run that was stopped say whether out/latest is switched by then.
func TestStoppedBehindTheSwitch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := t.TempDir()
	draft, err := publish.Begin(out, publish.Release{Title: "Ties"})
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Discard()
	b := &Build{Out: out}
	b.draft.Store(draft)
	if err := b.stoppedAt(ctx); over(err) || !errors.Is(err, context.Canceled) {
		t.Errorf("before the switch: %v", err)
	}
	if _, err := draft.Publish(); err != nil {
		t.Fatal(err)
	}
	if err := b.stoppedAt(ctx); !over(err) || publish.Latest(out) == "" || strings.Contains(err.Error(), "as it was") || strings.Contains(err.Error(), "context") {
		t.Errorf("behind the switch: %v", err)
	}
}
