package pipeline

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// TestStoppedIsTold stops a run that does not come to its end by itself: its report says so, and does so within a second.
func TestStoppedIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	out, stuck := t.TempDir(), make(chan struct{})
	defer close(stuck)
	b := &Build{Corpus: seedDocuments, Out: out, Metrics: filepath.Join(t.TempDir(), "ties.prom"), Progress: func(Progress) {
		cancel()
		<-stuck
	}}
	d := declared(t)
	started := time.Now()
	if _, err := b.Run(ctx, d); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if took := time.Since(started); took > 5*time.Second {
		t.Errorf("it took %v to leave", took)
	}
	run, err := publish.ReadRun(out)
	if err != nil || run.Outcome != publish.OutcomeFailed || !strings.Contains(run.Error, "stopped before it was done") {
		t.Errorf("run.json: %+v, %v", run, err)
	}
	if got := parsed(t, b.Metrics); got["ties_last_run_good"] != 0 || got["ties_last_run_outcome failed "] != 1 {
		t.Errorf("%v", got)
	}
}

// TestRefusedIsTold has a run that could not begin leave its report, unless another has the folder.
func TestRefusedIsTold(t *testing.T) {
	b := &Build{Out: t.TempDir()}
	held, err := publish.Take(t.Context(), b.Out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	b.Refused(t.Context(), errors.New("a mistake"))
	if run, err := publish.ReadRun(b.Out); err == nil {
		t.Errorf("beside another run: %+v", run)
	}
	held.Release()
	b.Refused(t.Context(), errors.New("a mistake"))
	if run, err := publish.ReadRun(b.Out); err != nil || run.Outcome != publish.OutcomeFailed || run.Error != "a mistake" {
		t.Errorf("%+v, %v", run, err)
	}
}

// TestStoppedAtOnceIsTold has a run stopped before it begins, with nobody else at work.
func TestStoppedAtOnceIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	b := &Build{Corpus: seedDocuments, Out: t.TempDir()}
	if _, err := b.Run(ctx, declared(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if run, err := publish.ReadRun(b.Out); err != nil || run.Outcome != publish.OutcomeFailed || !strings.Contains(run.Error, "stopped before it was done") {
		t.Errorf("run.json: %+v, %v", run, err)
	}
	lock, err := publish.Take(t.Context(), b.Out, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	lock.Release()
}
