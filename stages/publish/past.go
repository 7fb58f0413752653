package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// past is what was published under an output folder before a draft.
type past struct {
	out      string
	ledger   ledger
	was      string // version that out/latest is to name, whatever its state; "" for none
	linked   bool   // out/latest named it
	damaged  error  // what is wrong with that
	base     string // folder of the last release that is sound: that one, or one before it; "" for none
	restored bool   // out/latest was pointed to base, for the other is gone or damaged
}

// lookBack finds what was published, and points out/latest to the last sound release where it names none or a damaged one: whatever
// becomes of the draft, it names a whole one then.
func lookBack(out string) (*past, error) {
	p := &past{out: out, ledger: readLedger(out)}
	all, err := versions(out)
	if err != nil {
		return nil, err
	}
	p.was, p.linked = p.wanted(all)
	if p.was == "" {
		return p, nil
	}
	if p.damaged = Sound(p.folder()); p.damaged == nil {
		p.base = p.folder()
		return p, Switch(out, p.was)
	}
	p.base = lastSound(out, all, p.was)
	return p, p.restore()
}

// wanted is the version that was published last: the one that out/latest names, unless it was pointed back to that, or the last of
// the ledger, or the highest.
func (p *past) wanted(all []version) (name string, linked bool) {
	if lost := p.ledger.lost(); lost != "" {
		return lost, true
	}
	if link, err := os.Readlink(filepath.Join(p.out, latestName)); err == nil {
		return filepath.Base(link), true
	}
	if last := p.ledger.last(); last != "" || len(all) == 0 {
		return last, false
	}
	return all[0].String(), false
}

func (p *past) folder() string { return Folder(p.out, p.was) }

// restore points out/latest to the last sound release. The ledger remembers what it named, for the guard goes by that.
func (p *past) restore() error {
	e := p.ledger.of(p.was)
	e.Rows = p.rows()
	if p.base == "" || e.Lost && linked(p.out) == filepath.Base(p.base) {
		return nil
	}
	p.ledger = p.ledger.without(e)
	if err := p.ledger.write(p.out); err != nil {
		return err
	}
	p.restored = true
	return Switch(p.out, filepath.Base(p.base))
}

// lastSound is the folder of the highest sound release below a version; "" for none.
func lastSound(out string, all []version, name string) string {
	at, below := parseVersion(name)
	for _, v := range all {
		if folder := Folder(out, v.String()); (!below || v.compare(at) < 0) && Sound(folder) == nil {
			return folder
		}
	}
	return ""
}

// rows are those of the tables of what was published last, as far as it is known: by the ledger, by its own run.json, or by that of
// the last run. nil where nothing knows it.
func (p *past) rows() map[string]int {
	if e := p.ledger.of(p.was); e.Rows != nil {
		return e.Rows
	}
	if run, ok := sealedRun(p.folder()); ok {
		return run.Rows
	}
	if run, ok := sealedRun(p.out); ok && run.Version == p.was && len(run.Rows) > 0 {
		return run.Rows
	}
	return nil
}

// sealedRun reads a run.json that is as it was written.
func sealedRun(folder string) (run Run, ok bool) {
	data, err := os.ReadFile(filepath.Join(folder, runName))
	if err != nil || !sealed(data) {
		return run, false
	}
	run, err = ReadRun(folder)
	return run, err == nil
}

// comparable holds where a damaged release can be compared with all the same: what it says of its tables, its documents and its
// tombstones are as they were written. Of its tables of facts, those that are not are passed over.
func (p *past) comparable() bool {
	bad, err := differing(p.folder())
	return err == nil && !slices.ContainsFunc([]string{packageName, DocumentsTable + formats[0].extension, TombstonesTable + formats[0].extension},
		func(name string) bool { return slices.Contains(bad, name) || slices.Contains(bad, name+missing) })
}

// intact holds for a file of what was published last that is as it was written.
func (p *past) intact(name string) bool {
	bad, err := differing(p.folder())
	return err == nil && !slices.Contains(bad, name) && !slices.Contains(bad, name+missing)
}

// taken are the versions that stand for something already: of the releases that are there, and of those that were.
func (p *past) taken() ([]version, error) {
	all, err := versions(p.out)
	names := []string{p.was}
	for _, e := range p.ledger {
		names = append(names, e.Version)
	}
	for _, name := range names {
		if v, ok := parseVersion(name); ok && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b version) int { return b.compare(a) })
	return all, err
}

// found is what a run says of it.
func (p *past) found() (f Published) {
	if p.linked {
		f.Was = p.folder()
	}
	f.Damaged = p.damaged
	if _, err := os.Stat(p.folder()); p.was != "" && errors.Is(err, fs.ErrNotExist) {
		f.Damaged = fmt.Errorf("%s: %w: it is gone", p.folder(), ErrDamaged)
	}
	if p.restored || p.damaged != nil && p.base != "" {
		f.Restored = p.base
	}
	return f
}
