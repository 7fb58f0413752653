package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ties.dev/ties/stages/publish"
)

// tell leaves the report of a run where those look who were not there: out/run.json, and the file of metrics. It gives the run's own
// error; one of its own, which comes after the switch, only where there is none, for what keeps a release from being written may keep
// a report as well.
func (b *Build) tell(report *Report, failed error) error {
	b.telling.Lock()
	defer b.telling.Unlock()
	if b.told {
		return failed
	}
	b.told = true
	run := &report.Run
	run.Outcome, run.Version = publish.OutcomePublished, report.Version
	switch {
	case !over(failed):
		run.Outcome, run.Error = publish.OutcomeFailed, failed.Error()
	case report.Still():
		run.Outcome = publish.OutcomeUnchanged
	}
	run.Seconds, run.PeakBytes = time.Since(run.Started).Seconds(), publish.Taken()
	err := unwritten(filepath.Join(b.Out, "run.json"), publish.WriteRun(b.Out, *run))
	if b.Metrics != "" {
		err = errors.Join(err, unwritten(b.Metrics, publish.Replace(b.Metrics, metrics(run, lastGood(b.Metrics)))))
	}
	if failed != nil {
		return failed
	}
	return publish.After(err)
}

// Refused leaves the report of a run that could not begin, for what it was given is wrong. Where another run has the output folder,
// or there is none yet, nothing is told.
func (b *Build) Refused(ctx context.Context, why error) {
	if _, err := os.Stat(b.Out); err != nil {
		return
	}
	lock, err := publish.Take(ctx, b.Out, 0, nil)
	if err != nil {
		return
	}
	defer lock.Release()
	_ = b.tell(&Report{Run: b.begun()}, why)
}

// tellStopped leaves the report of a run that was stopped, and is not waited for.
func (b *Build) tellStopped(ctx context.Context) error {
	failed := b.stoppedAt(ctx)
	started := b.started.Load()
	if started == nil {
		return failed // it never had the folder
	}
	report := Report{Run: *started}
	if draft := b.draft.Load(); over(failed) {
		report.Version = draft.Version
	}
	return b.tell(&report, failed)
}

// unwritten names the file that could not be written, where the system names a draft of it.
func unwritten(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s could not be written: %w", path, bare(err))
}

// bare is an error of the system without its paths.
func bare(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
