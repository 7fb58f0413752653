package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"ties.dev/ties/schemas/rows"
)

// Difference is what became of one fact between two releases: added (no Before), removed (no After), or changed. Support (claims,
// documents) makes none: a further document that says the same changes no fact.
type Difference struct {
	Table         string
	Columns, Key  []string   // of the declared columns
	Before, After []any      // their values; nil where the release has no such fact
	Was, Is       []Evidence // all claims with its key in each release
}

// Differences tells what became of the facts of one release in another, table by table in order of their names, each in the order
// of its key. Both are folders; neither is held in memory.
func Differences(before, after string) iter.Seq2[Difference, error] {
	return func(yield func(Difference, error) bool) {
		all, err := factsOf(before, after)
		if err != nil {
			yield(Difference{}, err)
			return
		}
		scratch, err := temporary("ties-diff-")
		if err != nil {
			yield(Difference{}, err)
			return
		}
		defer os.RemoveAll(scratch)
		for _, r := range all {
			r.scratch = scratch
			if err := errors.Join(r.intact(before), r.intact(after)); err != nil {
				yield(Difference{}, err)
				return
			}
			for d, err := range r.differences(before, after) {
				if !yield(d, err) || err != nil {
					return
				}
			}
		}
	}
}

// factsOf are the tables of facts of two releases, as the second declares them where both have one.
func factsOf(before, after string) ([]relation, error) {
	var all []relation
	for _, folder := range []string{after, before} {
		if err := Intact(folder, packageName); err != nil {
			return nil, err
		}
		stored, err := storedRelations(folder)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", folder, err)
		}
		for _, r := range stored {
			if r.facts && !slices.ContainsFunc(all, func(other relation) bool { return other.name == r.name }) {
				all = append(all, r)
			}
		}
	}
	slices.SortFunc(all, compareNames)
	return all, nil
}

// differences compares the facts of a table in two folders of releases, key by key; what says the same is passed over. A table or
// a column that one side does not have counts as empty there.
func (r relation) differences(before, after string) iter.Seq2[Difference, error] {
	return func(yield func(Difference, error) bool) {
		was, err := r.stored(before)
		if err != nil {
			yield(Difference{}, err)
			return
		}
		defer was.stop()
		is, err := r.stored(after)
		if err != nil {
			yield(Difference{}, err)
			return
		}
		defer is.stop()
		behind := &[2]witnesses{{facts: r, folder: before}, {facts: r, folder: after}}
		defer behind[0].close()
		defer behind[1].close()
		r.compare(was, is, behind, yield)
	}
}

// compare goes through both sides in the order of the key.
func (r relation) compare(was, is *grouped, behind *[2]witnesses, yield func(Difference, error) bool) {
	for {
		old, now, err := r.pair(was, is)
		if err == nil && old == nil && now == nil {
			return
		}
		d := Difference{Table: r.name, Columns: r.ownColumns(), Key: r.key, Before: old, After: now}
		if err == nil {
			if slices.CompareFunc(old, now, rows.Compare) == 0 {
				continue
			}
			key := old
			if key == nil {
				key = now
			}
			d.Was, err = behind[0].of(key)
			if err == nil {
				d.Is, err = behind[1].of(key)
			}
		}
		if !yield(d, err) || err != nil {
			return
		}
	}
}

// intact fails where what is read of the table in a folder is not as it was written. A table that is not there has nothing to read.
func (r relation) intact(folder string) error {
	var there []string
	for _, name := range []string{r.name, ClaimsTable(r.name)} {
		name += formats[0].extension
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			there = append(there, name)
		}
	}
	return Intact(folder, there...)
}

// pair takes the rows of the next key from the sides that have it; nil for a side that doesn't, and for both at the end.
func (r relation) pair(was, is *grouped) (old, now []any, err error) {
	old, err = was.peek()
	if err != nil {
		return nil, nil, err
	}
	now, err = is.peek()
	if err != nil || old == nil && now == nil {
		return nil, nil, err
	}
	order := -1
	if old == nil {
		order = 1
	} else if now != nil {
		order = rows.By(r.keyIndexes())(old, now)
	}
	if order > 0 {
		old = nil
	} else {
		was.ahead = nil
	}
	if order < 0 {
		now = nil
	} else {
		is.ahead = nil
	}
	return old, now, nil
}

func (r relation) ownColumns() []string {
	var names []string
	for _, f := range r.fields[:r.own] {
		names = append(names, f.Name)
	}
	return names
}

// stored are the rows of the table in a folder, cut to the declared columns of this relation and in the order of its key. A release
// whose key was another one is sorted differently, and is put in order here.
func (r relation) stored(folder string) (*grouped, error) {
	s, err := openLeaves(filepath.Join(folder, r.name+parquetExtension), r.ownColumns())
	if errors.Is(err, fs.ErrNotExist) {
		return groupBy(func(func([]any, error) bool) {}, 0), nil
	}
	if err != nil {
		return nil, err
	}
	g := groupBy(r.inOrder(s), 0)
	stop := g.stop
	g.stop = func() {
		stop()
		s.Close()
	}
	return g, nil
}

func (r relation) inOrder(s source) iter.Seq2[[]any, error] {
	projected := func(yield func([]any, error) bool) {
		for row, err := range s.rows {
			if err == nil {
				row = r.project(s.columns, row)
			}
			if !yield(row, err) {
				return
			}
		}
	}
	if slices.Equal(s.sorting, r.key) {
		return projected
	}
	return r.sorted(projected)
}

// sorted puts rows in the order of the key, in the scratch folder what memory has no room for.
func (r relation) sorted(all iter.Seq2[[]any, error]) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		sorter := rows.NewSorter(r.scratch, r.keyIndexes(), rows.Budget(sorters))
		defer func() { _ = sorter.Close() }()
		for row, err := range all {
			if err == nil {
				err = sorter.Add(row)
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
		for row, err := range sorter.Rows() {
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// project brings a row of another release into the columns of this one.
func (r relation) project(columns []string, row []any) []any {
	out := make([]any, r.own)
	for i := range out {
		if j := slices.Index(columns, r.fields[i].Name); j >= 0 {
			out[i] = row[j]
		}
	}
	return out
}
