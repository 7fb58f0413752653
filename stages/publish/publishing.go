package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Published is what became of a draft.
type Published struct {
	Folder    string // of the release that out/latest points to now
	Version   string
	Unchanged bool   // the release was there already, with the same content
	Was       string // folder of the release that out/latest pointed to before, whatever its state; "" for none
	Damaged   error  // what was wrong with that, or nil
	Restored  string // folder of the last sound release, which out/latest points to where that was damaged and nothing is published

	Dropped []Dropped // tables that the release before has and this one has not; set where the release is held back as well
}

// Still holds where out/latest points to what it pointed to before, and nothing of that was written.
func (p *Published) Still() bool { return p.Unchanged && p.Was == p.Folder }

// Found is what was there when the draft was begun.
func (d *Draft) Found() Published { return d.past.found() }

// Publish compares the draft with the release before it, numbers it by what changed, writes what stands beside the tables, checks
// all of it as it stands on disk, and makes it out/latest. Where nothing changed, the release before stays. The error is an
// ErrUnsound or an ErrHeldBack where the draft was written and is not to be published.
func (d *Draft) Publish() (p Published, err error) {
	if err := d.finish(); err != nil {
		return p, err
	}
	p = d.Found()
	if d.past.base != "" && d.sameContent(d.past.base) {
		return d.stay(p)
	}
	c, err := d.write(d.against())
	if err != nil {
		return p, err
	}
	if c != nil {
		p.Dropped = c.dropped
	}
	if err := d.held(c); err != nil {
		return p, err
	}
	if err := Check(d.dir, d.Release); err != nil {
		return p, fmt.Errorf("%w: %w", ErrUnsound, err)
	}
	err = d.settle(Folder(d.out, d.Version))
	if d.Settled() {
		p.Version, p.Folder = d.Version, Folder(d.out, d.Version)
	}
	return p, err
}

// stay publishes a release that is there already, and says what the draft says.
func (d *Draft) stay(p Published) (Published, error) {
	if d.past.damaged != nil {
		if err := d.held(nil); err != nil {
			return p, err
		}
	}
	d.Version = filepath.Base(d.past.base)
	if err := d.remember(); err != nil {
		return p, err
	}
	p.Folder, p.Version, p.Unchanged = d.past.base, d.Version, true
	return p, Switch(d.out, p.Version)
}

// remember notes the draft in the ledger as what is published, before it is: a number is not used again, even where a run is killed
// between the two.
func (d *Draft) remember() error {
	e := entry{Version: d.Version, Content: d.digest(), Rows: d.Completed().Rows}
	if l := d.past.ledger; l.lost() == "" && l.last() == e.Version && l.of(e.Version).Content == e.Content {
		return nil
	}
	return d.past.ledger.published(e).write(d.out)
}

// against is the folder of the release that the draft is compared with; "" for none. It is the one that out/latest named. Where that
// is damaged, it is all the same, unless too much of it is; then, or where the draft is what it was, it is the last sound one before
// it.
func (d *Draft) against() string {
	if p := d.past; p.damaged != nil && !d.anew() && p.comparable() {
		return p.folder()
	}
	return d.past.base
}

// anew holds where the draft is what out/latest named, and is damaged or gone.
func (d *Draft) anew() bool { return d.past.damaged != nil && d.replaces(d.past.was) }

// held is the guard's answer. c is nil where nothing was compared.
func (d *Draft) held(c *comparison) error {
	switch p := d.past; {
	case d.Guard.Off || p.damaged == nil:
		return d.Guard.check(c)
	case d.anew():
		return nil
	case p.rows() != nil:
		return d.Guard.check(c.counted(d, p))
	case c != nil && c.before == p.folder() && len(c.skipped) == 0:
		return d.Guard.check(c)
	default:
		return fmt.Errorf("%w: what %s held can't be told any more, and so not what is gone since: %w", ErrHeldBack, p.was, p.damaged)
	}
}

// write makes all files of the release that the tables don't have yet, unchecked. There is nothing to compare where before is "".
func (d *Draft) write(before string) (c *comparison, err error) {
	number := firstVersion
	if before != "" {
		if c, err = d.compare(before); err != nil {
			return nil, err
		}
		number, _ = parseVersion(filepath.Base(before))
		number = number.next(c.kind)
	}
	if d.Version, err = d.free(number, c); err != nil {
		return nil, err
	}
	if err := d.writeTombstones(c); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(d.dir, scratchName)); err != nil {
		return nil, err
	}
	return c, d.writeTexts(c)
}

// free is the version itself, or the next above all that are there or were where it is not above them already: latest was rolled
// back. But the number of a release that says the same is the draft's: it was written by a run that was killed before the switch, or
// is damaged or gone. So is that of out/latest where it says the same, whatever the release before it was.
func (d *Draft) free(v version, c *comparison) (string, error) {
	if d.anew() {
		return d.past.was, nil
	}
	all, err := d.past.taken()
	if err != nil {
		return "", err
	}
	if len(all) == 0 || v.compare(all[0]) > 0 {
		return v.String(), nil
	}
	if slices.Contains(all, v) && d.replaces(v.String()) {
		return v.String(), nil
	}
	if c == nil {
		return all[0].next(major).String(), nil
	}
	return all[0].next(c.kind).String(), nil
}

// replaces tells whether the draft is what a release was, or is to be: as the ledger has it, or else, of one that is damaged, the one
// or the other list of its files.
func (d *Draft) replaces(version string) bool {
	if e := d.past.ledger.of(version); e.Content != "" {
		return e.Content == d.digest()
	}
	folder := Folder(d.out, version)
	if Sound(folder) == nil {
		return d.sameContent(folder)
	}
	return d.sameTables(folder) || d.sameSums(folder)
}
