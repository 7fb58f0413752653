package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/gofrs/flock"
)

// Draft is a release that is being written. Its folder's name starts with a dot until Publish has checked it, so that a run that
// fails or is killed leaves the release before it in place.
//
//	draft, err := Begin(out, release)
//	defer draft.Discard()
//	table, err := draft.Table("remittances")
//	table.Write(row) // for every row, in the order of the key
//	table.Close()
//	published, err := draft.Publish()
//
// One draft at a time is written under an output folder: see Take.
type Draft struct {
	Release
	out, dir string
	past     *past // what was published before it
	all      []relation
	files    []file // of the tables that are written
	open     []*TableWriter
	opening  sync.Mutex // held while a table is added to those

	settling sync.Mutex // held while the draft gets its place, or is given up
	givenUp  bool
	kept     *flock.Flock // its folder, see holdDraft
	settled  bool         // out/latest is switched to it
}

// Settled holds once out/latest is switched to the draft.
func (d *Draft) Settled() bool {
	d.settling.Lock()
	defer d.settling.Unlock()
	return d.settled
}

// Begin starts a release under out/releases, and removes what a run that was killed has left there. Where out/latest is gone or names
// a release that is damaged, it is pointed to the last sound one. Several tables can be written
// at a time, each by one goroutine.
func Begin(out string, r Release) (*Draft, error) {
	all, err := relations(r)
	if err != nil {
		return nil, err
	}
	releases := filepath.Join(out, releasesName)
	if err := os.MkdirAll(releases, 0o755); err != nil {
		return nil, err
	}
	if err := Sweep(out); err != nil {
		return nil, err
	}
	before, err := lookBack(out)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(releases, draftPrefix)
	if err != nil {
		return nil, err
	}
	return &Draft{Release: r, out: out, dir: dir, past: before, all: all, kept: holdDraft(dir)}, nil
}

// Scratch is a folder on the disk of the release for what does not fit into memory. It goes with the draft.
func (d *Draft) Scratch() (string, error) {
	dir := filepath.Join(d.dir, scratchName)
	return dir, os.MkdirAll(dir, 0o755)
}

// Table begins a table of the release: a declared one, the claims behind one, or one of those that every release has.
func (d *Draft) Table(name string) (*TableWriter, error) {
	i := slices.IndexFunc(d.all, func(r relation) bool { return r.name == name })
	if i < 0 {
		return nil, fmt.Errorf("no table %s is declared", name)
	}
	w, err := newTableWriter(d.dir, d.all[i])
	d.opening.Lock()
	defer d.opening.Unlock()
	if err == nil {
		d.open = append(d.open, w)
	}
	return w, err
}

// finish closes what was written, and writes the tables that had no row. Tombstones come when it is known what was withdrawn.
func (d *Draft) finish() error {
	for _, r := range d.all {
		if r.name != TombstonesTable && !slices.ContainsFunc(d.open, func(w *TableWriter) bool { return w.relation.name == r.name }) {
			if _, err := d.Table(r.name); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(d.open, func(a, b *TableWriter) int { return compareNames(a.relation, b.relation) })
	for _, w := range d.open {
		if err := w.Close(); err != nil {
			return err
		}
		d.files = append(d.files, w.files...)
	}
	return nil
}

// rows counts the rows of a table that is written.
func (d *Draft) rows(table string) int {
	for _, f := range d.files {
		if f.relation.name == table {
			return f.rows
		}
	}
	return 0
}

// Discard removes what was not published. After Publish it does nothing.
func (d *Draft) Discard() {
	for _, w := range d.open {
		w.abandon()
	}
	d.GiveUp()
}

// GiveUp removes the draft, also while it is written: what is not published by then will not be, and its writer fails.
func (d *Draft) GiveUp() {
	d.settling.Lock()
	defer d.settling.Unlock()
	d.givenUp = true
	defer func() { _ = d.kept.Close() }()
	_ = removeAll(d.dir + checkSuffix) // what stays behind the next run sweeps
	_ = removeAll(d.dir)
}
