package pipeline

import (
	"errors"
	"time"

	"ties.dev/ties/stages/publish"
)

// tell leaves the report of a run where those look who were not there: out/run.json, and the file of metrics. It gives the run's own
// error; one of its own only where there is none, for what keeps a release from being written may keep a report as well.
func (b *Build) tell(report *Report, failed error) error {
	run := &report.Run
	run.Outcome, run.Version = publish.OutcomePublished, report.Version
	switch {
	case failed != nil:
		run.Outcome, run.Error = publish.OutcomeFailed, failed.Error()
	case report.Unchanged:
		run.Outcome = publish.OutcomeUnchanged
	}
	run.Seconds, run.PeakBytes = time.Since(run.Started).Seconds(), publish.Taken()
	err := publish.WriteRun(b.Out, *run)
	if b.Metrics != "" {
		err = errors.Join(err, publish.Replace(b.Metrics, metrics(run, lastGood(b.Metrics))))
	}
	if failed != nil {
		return failed
	}
	return err
}
