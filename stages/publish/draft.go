package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Draft is a release that is being written. Its folder's name starts with a dot until Publish has checked it, so that a run that
// fails or is killed leaves the release before it in place.
//
//	draft, err := Begin(out, release)
//	defer draft.Discard()
//	table, err := draft.Table("remittances")
//	table.Write(row) // for every row, in the order of the key
//	table.Close()
//	folder, err := draft.Publish()
type Draft struct {
	Release
	out, dir string
	all      []relation
	files    []file // of the tables that are written
	open     []*TableWriter
}

// Begin starts a release under out/releases. Several tables can be written at a time, each by one goroutine.
func Begin(out string, r Release) (*Draft, error) {
	all, err := relations(r)
	if err != nil {
		return nil, err
	}
	releases := filepath.Join(out, releasesName)
	if err := os.MkdirAll(releases, 0o755); err != nil {
		return nil, err
	}
	if err := sweep(releases); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(releases, draftPrefix)
	if err != nil {
		return nil, err
	}
	if r.Previous == "" {
		r.Previous = Latest(out)
	}
	return &Draft{Release: r, out: out, dir: dir, all: all}, nil
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
	if err == nil {
		d.open = append(d.open, w)
	}
	return w, err
}

// finish closes what was written, and writes the tables that had no row.
func (d *Draft) finish() error {
	for _, r := range d.all {
		if !slices.ContainsFunc(d.open, func(w *TableWriter) bool { return w.relation.name == r.name }) {
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
	return os.RemoveAll(filepath.Join(d.dir, scratchName))
}

// Publish writes what stands beside the tables, checks the release as it stands on disk, and makes it out/latest. It gives the
// release's folder. A release is named after its content: the same tables, published again, are the same release, which is
// kept as it is.
func (d *Draft) Publish() (folder string, err error) {
	if err := d.write(); err != nil {
		return "", err
	}
	if err := Check(d.dir, d.Release); err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnsound, err)
	}
	folder = filepath.Join(d.out, releasesName, d.Version)
	if err := settle(d.dir, folder); err != nil {
		return "", err
	}
	return folder, Switch(d.out, d.Version)
}

// write makes all files of the release, unchecked.
func (d *Draft) write() error {
	if err := d.finish(); err != nil {
		return err
	}
	return writeTexts(d.dir, &d.Release, d.all, d.files)
}

// Discard removes what was not published. After Publish it does nothing.
func (d *Draft) Discard() {
	for _, w := range d.open {
		w.abandon()
	}
	os.RemoveAll(d.dir)
}
