package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
	"ties.dev/ties/stages/reconcile"
)

// Build is one run: from a corpus to a release.
type Build struct {
	Corpus, Out string
	Own         Own                               // folders of the user's declarations, for the report
	Workers     int                               // documents that are worked on at a time; 0 for one a core
	Program     string                            // version of the program, for the report
	Cache       string                            // folder of what is kept of documents from run to run; "" keeps nothing
	Explain     func(document string, why Reason) // called for every document, in any order, one call at a time; may be nil
	Progress    func(Progress)                    // called after every document, from any worker, one call at a time; may be nil

	Patience time.Duration       // how long to wait for another run that writes to Out; then the error is publish.ErrLocked
	Waiting  func(holder string) // told before such a wait; may be nil
	Guard    publish.Guard       // how much may be gone since the release before
	Keep     int                 // releases that are kept, see publish.Keep; 0 for all

	Metrics string // file for Prometheus that tells of the run, see metrics; "" for none

	draft   atomic.Pointer[publish.Draft] // that is being written
	started atomic.Pointer[publish.Run]   // once this run has the folder to itself
	telling sync.Mutex                    // held while the report is written
	told    bool                          // the report is written
}

// Own names the folders of a user's declarations; "" for none.
type Own struct{ Tables, Lexicon string }

// run is Run for files as they are listed, which is done anew where something has changed; their order means nothing to the release.
func (b *Build) run(ctx context.Context, d *Declarations, files iter.Seq2[read.File, *read.Problem]) (report Report, err error) {
	report = Report{Claims: map[string]int{}, Facts: map[string]int{}}
	release, err := d.release()
	if err != nil {
		return report, err
	}
	release.Run, release.Guard = b.begun(), b.Guard
	release.Workers, release.Stop = b.Workers, ctx.Err
	release.Guard.Tables = publish.Bounds(d.Tables)
	lock, err := publish.Take(ctx, b.Out, b.Patience, b.Waiting)
	switch {
	case err != nil && ctx.Err() != nil:
		return report, b.stopped(ctx)
	case err != nil:
		return report, err
	}
	defer lock.Release()
	report.Run = release.Run
	b.started.Store(&release.Run)
	c, err := newCache(b.Cache, b.Corpus, d)
	if err != nil {
		return report, err
	}
	defer c.close()
	if b.untouched(c, files, &report) {
		err = publish.Sweep(b.Out) // nothing is begun, which would do it
	} else {
		err = b.attempt(ctx, d, release, c, files, &report)
	}
	if !over(err) && ctx.Err() != nil {
		err = b.stopped(ctx) // whatever it was at
	}
	if over(err) && b.Keep > 0 {
		_, report.KeepError = publish.Keep(b.Out, b.Keep)
	}
	return report, b.tell(&report, err)
}

// attempt is a run that has its folder to itself.
func (b *Build) attempt(ctx context.Context, d *Declarations, release publish.Release, c *cache, files iter.Seq2[read.File, *read.Problem], report *Report) (err error) {
	draft, err := publish.Begin(b.Out, release)
	if err != nil {
		return err
	}
	defer draft.Discard()
	b.draft.Store(draft)
	report.Published = draft.Found()
	scratch, err := draft.Scratch()
	if err != nil {
		return err
	}
	g := newGathered(d.Tables, c, scratch)
	defer func() {
		if left := g.close(); err == nil && report.Version != "" {
			err = publish.After(left)
		} else {
			err = errors.Join(err, left)
		}
	}()
	g.explain = b.Explain
	done := beFrugal(gatheringMemory(b.Workers))
	err = g.gather(ctx, files, b.Workers, b.watch(func(t task) yield { return c.redo(d, t) })) // read, annotate, resolve, extract: one document at a time
	done()
	report.take(g)
	switch {
	case ctx.Err() != nil:
		return b.stopped(ctx)
	case err != nil:
		return err
	case report.Documents == 0:
		return fmt.Errorf("%s: no document could be read, so nothing is published%s", b.Corpus, b.asItWas())
	}
	b.account(&draft.Run, g)
	report.Run = draft.Run
	read := time.Now()
	defer beFrugal(writingMemory)()
	if err := reduce(ctx, d, g, draft, report, b.Workers); err != nil { // reconcile: all claims of one key at a time
		return err
	}
	draft.Run.Stages = append(draft.Run.Stages, stage("reconcile", time.Since(read)))
	reduced := time.Now()
	report.Published, err = draft.Publish() // compared, written, checked, then switched to
	report.Run = draft.Completed()
	report.Run.Stages = append(report.Run.Stages, stage("publish", time.Since(reduced)))
	report.standing()
	if err != nil && !over(err) {
		return err
	}
	report.CacheError = c.save(report.Version)
	return err
}

// asItWas says of the release before, where there is one, that a run which publishes nothing leaves it.
func (b *Build) asItWas() string {
	if publish.Latest(b.Out) == "" {
		return ""
	}
	return fmt.Sprintf("; %s is as it was", filepath.Join(b.Out, "latest"))
}

// over holds where a run came as far as the switch.
func over(err error) bool {
	var after *publish.AfterError
	return err == nil || errors.As(err, &after)
}

// release is an empty release of the declared tables.
func (d *Declarations) release() (publish.Release, error) {
	panel, err := reconcile.NewPanel(d.Tables)
	if err != nil {
		return publish.Release{}, err
	}
	return publish.Release{Tables: d.Tables, Rules: d.takes(), Codes: d.Gazetteer.Codes, PanelColumns: panel.Columns,
		Title: "Ties between states", Description: "Typed tables of the ties between states, each value traced to the sentence that states it."}, nil
}

// Beside is the declared form of a table that every release has beside the declared ones, or nil; chapter is what the codebook says of
// it.
func (d *Declarations) Beside(name string) (table *schemas.Table, chapter string) {
	release, err := d.release()
	if err != nil {
		return nil, ""
	}
	all, err := publish.Beside(release)
	i := slices.IndexFunc(all, func(t *schemas.Table) bool { return t.Name == name })
	if err != nil || i < 0 {
		return nil, ""
	}
	return all[i], publish.Chapter(release, name)
}

// takes is what each rule takes, by table and name.
func (d *Declarations) takes() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, t := range d.Tables {
		out[t.Name] = map[string]string{}
		for _, r := range d.Extractor.Rules(t.Name) {
			out[t.Name][r.Name] = r.Takes
		}
	}
	return out
}

// Codebook is the data dictionary of the declared tables and of those that every release has, in Markdown.
func (d *Declarations) Codebook() ([]byte, error) {
	release, err := d.release()
	if err != nil {
		return nil, err
	}
	return publish.Codebook(release)
}
