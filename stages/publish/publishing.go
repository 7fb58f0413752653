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

	Dropped []Dropped // tables that the release before has and this one has not; set where the release is held back as well
}

// Still holds where out/latest points to what it pointed to before, and nothing of that was written.
func (p *Published) Still() bool { return p.Unchanged && p.Was == p.Folder }

// Publish compares the draft with the release before it, numbers it by what changed, writes what stands beside the tables, checks
// all of it as it stands on disk, and makes it out/latest. Where nothing changed, the release before stays. The error is an
// ErrUnsound or an ErrHeldBack where the draft was written and is not to be published.
func (d *Draft) Publish() (p Published, err error) {
	if err := d.finish(); err != nil {
		return p, err
	}
	before, damaged := base(d.out)
	p.Was, p.Damaged = pointedTo(d.out), damaged
	if before != "" && d.sameContent(before) {
		p.Folder, p.Version, p.Unchanged = before, filepath.Base(before), true
		return p, Switch(d.out, p.Version)
	}
	c, err := d.write(before)
	if err != nil {
		return p, err
	}
	if c != nil {
		p.Dropped = c.dropped
	}
	if err := d.Guard.check(c); err != nil {
		return p, err
	}
	if err := Check(d.dir, d.Release); err != nil {
		return p, fmt.Errorf("%w: %w", ErrUnsound, err)
	}
	p.Version, p.Folder = d.Version, Folder(d.out, d.Version)
	return p, d.settle(p.Folder)
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

// free is the version itself, or the next above all that are there where it is not above them already: latest was rolled back. But
// a release of that version that says the same was written by a run that was killed before the switch, or is damaged, as is one
// that says nothing; it is replaced.
func (d *Draft) free(v version, c *comparison) (string, error) {
	all, err := versions(d.out)
	if err != nil {
		return "", err
	}
	if len(all) == 0 || v.compare(all[0]) > 0 {
		return v.String(), nil
	}
	if slices.Contains(all, v) && d.replaces(Folder(d.out, v.String())) {
		return v.String(), nil
	}
	if c == nil {
		return all[0].next(major).String(), nil
	}
	return all[0].next(c.kind).String(), nil
}

// replaces tells whether the draft is what a release was, or is to be: of one that is damaged, the one or the other list of its
// files says so.
func (d *Draft) replaces(folder string) bool {
	if Sound(folder) == nil {
		return d.sameContent(folder)
	}
	_, unreadable := readPackage(folder)
	return unreadable != nil || d.sameTables(folder) || d.sameSums(folder)
}

// pointedTo is the folder that out/latest names, whether it is there or not; "" for none.
func pointedTo(out string) string {
	link, err := os.Readlink(filepath.Join(out, latestName))
	if err != nil {
		return ""
	}
	return filepath.Join(out, link)
}

// base is the release that a draft is compared with: the one of out/latest, or, where that is damaged or gone, the last one before
// it that is sound; "" for none. The error says what is wrong with the one of out/latest.
func base(out string) (folder string, damaged error) {
	latest, err := os.Readlink(filepath.Join(out, latestName))
	if err == nil {
		folder = filepath.Join(out, latest)
		if damaged = Sound(folder); damaged == nil {
			return folder, nil
		}
	}
	all, err := versions(out)
	if err != nil {
		return "", damaged
	}
	at, below := parseVersion(filepath.Base(latest))
	for _, v := range all {
		if below && v.compare(at) >= 0 {
			continue
		}
		if folder := Folder(out, v.String()); Sound(folder) == nil {
			return folder, damaged
		}
	}
	return "", damaged
}
