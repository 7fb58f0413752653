package pipeline

import (
	"context"
	"fmt"
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
	"ties.dev/ties/stages/reconcile"
)

// Build is one run: from a corpus to a release.
type Build struct {
	Corpus, Out string
	Workers     int            // documents that are worked on at a time; 0 for one a core
	Program     string         // version of the program, for the report
	Progress    func(Progress) // called after every document, from any worker, one call at a time; may be nil
}

// Report is what became of a run.
type Report struct {
	Folder    string // of the release that out/latest points to now; "" where nothing was published
	Problems  []read.Problem
	Documents int
	Claims    map[string]int // by table
	Facts     map[string]int
	Conflicts int
}

// Run reads every document, takes its claims, settles them into facts and publishes the release. A document that fails is
// among the problems, and the others are published; where none can be read nothing is, and the error says so.
func (b *Build) Run(ctx context.Context, d *Declarations) (Report, error) {
	files, problems := read.Corpus(b.Corpus)
	return b.run(ctx, d, files, problems)
}

// run is Run for files that are listed; their order means nothing to the release.
func (b *Build) run(ctx context.Context, d *Declarations, files []read.File, problems []read.Problem) (Report, error) {
	started := time.Now()
	yields := inOrder(ctx, files, b.Workers, b.watch(len(files), d.withoutSilence)) // read, annotate, resolve, extract: one document at a time
	release, failed := gather(d, yields)                                            // documents and claims, in the order of the corpus
	report := Report{Problems: append(problems, failed...), Documents: len(release.Documents)}
	if err := ctx.Err(); err != nil {
		return report, fmt.Errorf("stopped before it was done; out/latest is as it was: %w", err)
	}
	if report.Documents == 0 {
		return report, fmt.Errorf("%s: no document could be read, so nothing is published; out/latest is as it was", b.Corpus)
	}
	if err := settle(d.Tables, &release); err != nil { // reconcile: all claims of one key at a time
		return report, err
	}
	release.Run = b.account(started, files, problems, failed)
	report.count(&release)
	var err error
	report.Folder, err = publish.Publish(b.Out, release) // written, checked, then switched to
	return report, err
}

// gather puts what the documents gave into a release.
func gather(d *Declarations, yields []yield) (publish.Release, []read.Problem) {
	release := d.release()
	var problems []read.Problem
	for i := range yields {
		y := &yields[i]
		if y.problem != nil {
			problems = append(problems, *y.problem)
		}
		if y.document.ID == "" {
			continue
		}
		release.Documents = append(release.Documents, y.document)
		for _, c := range y.claims {
			release.Claims[c.Table] = append(release.Claims[c.Table], c)
		}
	}
	return release, problems
}

// release is an empty release of the declared tables.
func (d *Declarations) release() publish.Release {
	return publish.Release{Tables: d.Tables, Codes: d.Gazetteer.Codes,
		Title: "Ties between states", Description: "Typed tables of the ties between states, each value traced to the sentence that states it.",
		Claims: map[string][]schemas.Claim{}, Facts: map[string][]schemas.Fact{}}
}

// Codebook is the data dictionary of the declared tables and of those that every release has, in Markdown.
func (d *Declarations) Codebook() ([]byte, error) {
	release := d.release()
	if err := settle(d.Tables, &release); err != nil {
		return nil, err
	}
	return publish.Codebook(release)
}

// settle makes the facts, the conflicts and the panel of a release from its claims.
func settle(tables []*schemas.Table, release *publish.Release) (err error) {
	for _, t := range tables {
		facts, conflicts := reconcile.Settle(t, release.Claims[t.Name])
		release.Facts[t.Name] = facts
		release.Conflicts = append(release.Conflicts, conflicts...)
	}
	release.PanelColumns, release.Panel, err = reconcile.Panel(tables, release.Facts)
	return err
}

func (r *Report) count(release *publish.Release) {
	r.Claims, r.Facts, r.Conflicts = map[string]int{}, map[string]int{}, len(release.Conflicts)
	for _, t := range release.Tables {
		r.Claims[t.Name], r.Facts[t.Name] = len(release.Claims[t.Name]), len(release.Facts[t.Name])
	}
}

// account is the report of the run that stands in run.json.
func (b *Build) account(started time.Time, files []read.File, problems ...[]read.Problem) publish.Run {
	run := publish.Run{Program: b.Program, Corpus: b.Corpus, Started: started.UTC(), Workers: atATime(b.Workers)}
	for _, f := range files {
		run.ReadBytes += f.Size
	}
	run.Read = len(files)
	for _, list := range problems {
		for i := range list {
			run.Failed = append(run.Failed, publish.Setback{File: list[i].File, Reason: list[i].Error()})
		}
	}
	return run
}
