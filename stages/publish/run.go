package publish

import (
	"path/filepath"
	"runtime/metrics"
	"time"
)

// Run is the report of a run: run.json of the release that it made, the one file there that differs from run to run, and out/run.json,
// which is that of the last run, whatever became of it.
type Run struct {
	Digest    string    `json:"sha256"`           // of this file with the digest left out; Publish fills it in
	Program   string    `json:"program"`          // version of the program
	Corpus    string    `json:"corpus"`           // as the user named it
	Tables    string    `json:"tables,omitempty"` // folders of the user's own declarations, as the user named them
	Lexicon   string    `json:"lexicon,omitempty"`
	Started   time.Time `json:"started"`
	Seconds   float64   `json:"seconds"` // from Started until run.json is written, where the caller leaves it 0
	Workers   int       `json:"workers"`
	PeakBytes uint64    `json:"peak_bytes"` // memory taken from the system at most, where the caller leaves it 0

	Read int `json:"documents_read"`      // those that are published; what failed is not among them
	Kept int `json:"documents_unchanged"` // of them taken from what an earlier run kept

	ReadBytes int64          `json:"bytes_read"` // of their files
	Failed    []Setback      `json:"failed"`     // files and lines of the corpus that could not be used; the first of them
	NFailed   int            `json:"n_failed"`
	Warnings  []Setback      `json:"warnings"` // what documents are read without; the first of it
	NWarnings int            `json:"n_warnings"`
	Notices   []Setback      `json:"notices"` // on documents that are read all the same and lose nothing by it; the first of them
	NNotices  int            `json:"n_notices"`
	Stages    []StageTime    `json:"stages"`
	Rows      map[string]int `json:"rows"` // rows published by table; Write fills it in, and the number above

	Outcome string `json:"outcome,omitempty"` // in out/run.json: one of the outcomes below
	Version string `json:"version,omitempty"` // in out/run.json: of the release that out/latest is
	Error   string `json:"error,omitempty"`   // in out/run.json: why nothing was published
}

// Setback is one input that could not be used, or not all of it.
type Setback struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}

// StageTime is the time that all workers together spent in a stage. Annotate and resolve stand in that of extract, which asks them
// for what it needs of a sentence; the writing of the tables stands in that of reconcile.
type StageTime struct {
	Stage   string  `json:"stage"`
	Seconds float64 `json:"seconds"`
	Taken   uint64  `json:"peak_bytes"` // memory that the run had taken from the system at most by its end
}

// What became of a run.
const (
	OutcomePublished = "published"
	OutcomeUnchanged = "unchanged"
	OutcomeFailed    = "failed" // nothing was published, and out/latest is as it was
)

// setbacksListed keeps run.json small where a whole archive can't be read.
const setbacksListed = 1000

// runJSON is the report of a run as it is written.
func runJSON(run Run) []byte {
	run.NFailed = max(run.NFailed, len(run.Failed))
	run.Failed = listed(run.Failed[:min(len(run.Failed), setbacksListed)])
	run.Warnings = listed(run.Warnings[:min(len(run.Warnings), setbacksListed)])
	run.Notices = listed(run.Notices[:min(len(run.Notices), setbacksListed)])
	run.Stages = listed(run.Stages)
	if run.Rows == nil {
		run.Rows = map[string]int{}
	}
	run.Digest = ""
	return seal(indented(run))
}

// WriteRun writes out/run.json.
func WriteRun(out string, run Run) error { return Replace(filepath.Join(out, runName), runJSON(run)) }

// Completed is the report of the draft's run as far as it is done.
func (d *Draft) Completed() Run {
	run := d.Run
	if run.Seconds == 0 && !run.Started.IsZero() {
		run.Seconds = time.Since(run.Started).Seconds()
	}
	if run.PeakBytes == 0 {
		run.PeakBytes = Taken()
	}
	run.Rows = map[string]int{}
	for _, f := range d.files {
		run.Rows[f.relation.name] = f.rows
	}
	return run
}

// Taken is the memory that the Go runtime has mapped, which it returns page by page but never unmaps: its peak.
func Taken() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// listed writes no entries as [], not as null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
