package pipeline

import (
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
