package pipeline

import (
	"iter"
	"path/filepath"
	"time"

	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

// Report is what became of a run.
type Report struct {
	publish.Published                // no Folder where nothing was published
	Problems          []read.Problem // what is left out; the first thousand, by file and line
	NProblems         int
	Warnings          []read.Problem // what documents are read without; the first thousand
	NWarnings         int
	Notices           []read.Problem // on documents that are read all the same and lose nothing by it; the first thousand
	NNotices          int
	Documents         int
	Claims            map[string]int // by table
	Facts             map[string]int
	Conflicts         int
	Run               publish.Run

	Untouched  bool           // nothing has changed since the last run, and nothing was done; claims, facts and conflicts are not counted
	Reasons    Tally          // documents by why they were done again, or were not
	Taken      map[string]int // documents of which claims were taken and not kept, by table
	KeepError  error          // why releases that are too old could not be removed
	CacheError error          // what could not be used or kept of the last run; it costs time and no more
}

// take is what is known once every document is done.
func (r *Report) take(g *gathered) {
	r.hear(&g.said)
	r.Documents = g.documents.Len()
	r.Reasons, r.Taken = g.cache.tally, g.cache.taken
}

// hear takes what was found wrong.
func (r *Report) hear(f *findings) {
	r.Problems, r.NProblems = f.failed.list, f.failed.n
	r.Warnings, r.NWarnings = f.warned.list, f.warned.n
	r.Notices, r.NNotices = f.noticed.list, f.noticed.n
}

// record puts what was found wrong into the report that stands in run.json.
func (f *findings) record(run *publish.Run) {
	run.Failed, run.NFailed = told(f.failed.list), f.failed.n
	run.Warnings, run.NWarnings = told(f.warned.list), f.warned.n
	run.Notices, run.NNotices = told(f.noticed.list), f.noticed.n
}

// untouched holds where a run has nothing to do, and reports that. A release that is no longer as it was written is made again.
func (b *Build) untouched(c *cache, files iter.Seq2[read.File, *read.Problem], r *Report) bool {
	var said findings
	n := 0
	release, failed, documents, ok := c.untouched(func(yield func(read.File) bool) {
		for f := range listed(files, said.add) {
			if n++; !yield(f) {
				return
			}
		}
	})
	latest := publish.Latest(b.Out)
	if !ok || latest == "" || release != filepath.Base(latest) || publish.Lost(b.Out) || publish.Sound(latest) != nil {
		return false
	}
	for _, p := range failed {
		said.add(p)
	}
	r.Published = publish.Published{Folder: latest, Version: release, Unchanged: true, Was: latest}
	r.hear(&said)
	r.Documents, r.Untouched = documents, true
	r.Reasons = Tally{Unchanged: n}
	said.record(&r.Run)
	r.Run.Read, r.Run.Kept = documents, documents
	r.standing()
	return true
}

// standing takes the rows, and the bytes that were not read again, from the release that stays as it is.
func (r *Report) standing() {
	if !r.Unchanged {
		return
	}
	if was, err := publish.ReadRun(r.Folder); err == nil { // it is sound
		r.Run.Rows = was.Rows
		if r.Untouched {
			r.Run.ReadBytes = was.ReadBytes
		}
	}
}

// begun is the report of the run that stands in run.json, at its start.
func (b *Build) begun() publish.Run {
	return publish.Run{Program: b.Program, Corpus: b.Corpus, Tables: b.Own.Tables, Lexicon: b.Own.Lexicon, Started: time.Now().UTC(), Workers: publish.AtATime(b.Workers)}
}

// stage is what a stage took that is done.
func stage(name string, took time.Duration) publish.StageTime {
	return publish.StageTime{Stage: name, Seconds: took.Seconds(), Taken: publish.Taken()}
}

// account adds what was read, and the time that it took.
func (b *Build) account(run *publish.Run, g *gathered) {
	run.Stages = []publish.StageTime{stage("read", g.spent.read), stage("extract", g.spent.extract)}
	run.Read, run.Kept, run.ReadBytes = g.documents.Len(), g.cache.tally[Unchanged], g.bytes
	g.said.record(run)
}

// told is what the report of a run says of problems.
func told(problems []read.Problem) (list []publish.Setback) {
	for i := range problems {
		list = append(list, publish.Setback{File: problems[i].File, Line: problems[i].Line, Reason: problems[i].Error()})
	}
	return list
}
