package publish

import (
	"runtime/metrics"
	"time"
)

// Run is the report of the run that made a release: run.json, the one file that differs from run to run.
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

	Read      int            `json:"documents_read"` // those that are published; what failed is not among them
	ReadBytes int64          `json:"bytes_read"`     // of their files
	Failed    []Setback      `json:"failed"`         // files and lines of the corpus that could not be used; the first of them
	NFailed   int            `json:"n_failed"`
	Stages    []StageTime    `json:"stages"`
	Rows      map[string]int `json:"rows"` // rows published by table; Write fills it in, and the number above
}

// Setback is one input that could not be used.
type Setback struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// StageTime is the time that all workers together spent in a stage. Annotate and resolve stand in that of extract, which asks them
// for what it needs of a sentence; the writing of the tables stands in that of reconcile.
type StageTime struct {
	Stage   string  `json:"stage"`
	Seconds float64 `json:"seconds"`
}

// setbacksListed keeps run.json small where a whole archive can't be read.
const setbacksListed = 1000

func runJSON(r Release, files []file) []byte {
	run := r.Run
	if run.Seconds == 0 && !run.Started.IsZero() {
		run.Seconds = time.Since(run.Started).Seconds()
	}
	if run.PeakBytes == 0 {
		run.PeakBytes = taken()
	}
	run.Rows = map[string]int{}
	for _, f := range files {
		run.Rows[f.relation.name] = f.rows
	}
	run.NFailed = max(run.NFailed, len(run.Failed))
	run.Failed = listed(run.Failed[:min(len(run.Failed), setbacksListed)])
	run.Stages = listed(run.Stages)
	return indented(run)
}

// taken is the memory that the Go runtime has mapped, which it returns page by page but never unmaps: its peak.
func taken() uint64 {
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
