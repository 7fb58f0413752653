package publish

import (
	"errors"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"

	"ties.dev/ties/schemas/rows"
)

// change is what became of one key between two releases: added (no before), removed (no after), or changed. Support (claims,
// documents) is left out: a further document that says the same changes no fact.
type change struct{ before, after []any }

// differences compares the facts of a table in two folders of releases, key by key; what says the same is passed over. A table or
// a column that one side does not have counts as empty there.
func (r relation) differences(before, after string) iter.Seq2[change, error] {
	return func(yield func(change, error) bool) {
		was, err := r.stored(before)
		if err != nil {
			yield(change{}, err)
			return
		}
		defer was.stop()
		is, err := r.stored(after)
		if err != nil {
			yield(change{}, err)
			return
		}
		defer is.stop()
		r.compare(was, is, yield)
	}
}

// compare goes through both sides in the order of the key.
func (r relation) compare(was, is *grouped, yield func(change, error) bool) {
	order := rows.By(r.keyIndexes())
	for {
		old, err := was.peek()
		now, err2 := is.peek()
		if err := errors.Join(err, err2); err != nil {
			yield(change{}, err)
			return
		}
		if old == nil && now == nil {
			return
		}
		var c change
		switch {
		case now == nil || old != nil && order(old, now) < 0:
			c.before, was.ahead = old, nil
		case old == nil || order(old, now) > 0:
			c.after, is.ahead = now, nil
		default:
			c, was.ahead, is.ahead = change{old, now}, nil, nil
		}
		if slices.CompareFunc(c.before, c.after, rows.Compare) != 0 && !yield(c, nil) {
			return
		}
	}
}

// stored are the rows of the table in a folder, cut to the declared columns of this relation and in the order of its key. A release
// whose key was another one is sorted differently, and is put in order here.
func (r relation) stored(folder string) (*grouped, error) {
	s, err := openParquet(filepath.Join(folder, r.name+formats[0].extension))
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
	return func(yield func([]any, error) bool) {
		var all [][]any
		for row, err := range projected {
			if err != nil {
				yield(nil, err)
				return
			}
			all = append(all, row)
		}
		slices.SortFunc(all, rows.By(r.keyIndexes()))
		for _, row := range all {
			if !yield(row, nil) {
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
