package pipeline

import (
	"context"
	"time"

	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

// grace is how long a run that is to stop may take to come to an end by itself. A long document, or the writing of large tables, is
// not waited for: what is written by then is a draft.
const grace = 300 * time.Millisecond

// Run reads every document, takes its claims, settles them into facts and publishes the release. A document that fails is
// among the problems, and the others are published; where none can be read nothing is, and the error says so. It returns soon after
// the context is done, whatever it is at; out/latest is whole then, the draft is removed, and the report of the run says that it was stopped.
func (b *Build) Run(ctx context.Context, d *Declarations) (Report, error) {
	type outcome struct {
		report Report
		err    error
	}
	b.draft.Store(nil)
	b.started.Store(nil)
	b.told = false
	done := make(chan outcome, 1)
	go func() {
		report, err := b.run(ctx, d, read.Walk(b.Corpus))
		done <- outcome{report, err}
	}()
	var late <-chan time.Time
	stop := ctx.Done()
	for {
		select {
		case o := <-done:
			return o.report, o.err
		case <-stop:
			stop, late = nil, time.After(grace)
		case <-late:
			if draft := b.draft.Load(); draft != nil {
				draft.GiveUp()
			}
			select {
			case o := <-done: // with an error, for its draft is gone, unless it was published by then
				return o.report, o.err
			case <-time.After(grace / 3):
			}
			return Report{}, b.tellStopped(ctx)
		}
	}
}

// stoppedError is the error of a run that was stopped. It is the context's error, and doesn't speak of contexts.
type stoppedError struct {
	said  string
	cause error
}

func (e *stoppedError) Error() string { return e.said }
func (e *stoppedError) Unwrap() error { return e.cause }

func (b *Build) stopped(ctx context.Context) error {
	return &stoppedError{"stopped before it was done" + b.asItWas(), ctx.Err()}
}

// stoppedAt is the error of a run that did not come to its end: of one that had switched out/latest by then, the report of the run is
// what may be missing.
func (b *Build) stoppedAt(ctx context.Context) error {
	if draft := b.draft.Load(); draft != nil && draft.Settled() {
		return publish.After(&stoppedError{"stopped before the report of the run was written", ctx.Err()})
	}
	return b.stopped(ctx)
}
