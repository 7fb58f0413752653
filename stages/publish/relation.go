package publish

import (
	"fmt"
	"iter"
	"slices"

	"ties.dev/ties/schemas"
)

// relation is one table as it stands on disk: facts, claims, documents, conflicts or the panel.
type relation struct {
	name, title, description string
	fields                   []field
	key                      []string // the rows are sorted by it, nulls last
	facts, claims            bool     // a declared table, or the claims behind one, which is named as claimsOf says
	settle                   []string // criteria of a declared table, see reconcile.Criteria
	own                      int      // number of leading fields that are declared, and not support
	links                    []link
	rows                     iter.Seq[[]any] // in any order, with values in any form that field.typed takes
}

// field is a column on disk.
type field struct {
	schemas.Column
	narrow bool // an integer of 32 bits, for counts and places; declared integers have 64
	rare   bool // hardly a value stands twice: no dictionary
	long   bool // running text: no dictionary, no bounds
}

// link says that a column holds the key of another relation.
type link struct{ column, relation, key string }

func (r relation) index(column string) int {
	return slices.IndexFunc(r.fields, func(f field) bool { return f.Name == column })
}

// relations are all tables of a release, in order of their names. Their rows are made as they are asked for.
func relations(r Release) ([]relation, error) {
	all := []relation{conflicts(r.Conflicts), documents(r), panel(r.PanelColumns, r.Panel)}
	for _, t := range r.Tables {
		all = append(all, facts(t, r.Facts[t.Name]), claims(t, r.Claims[t.Name]))
	}
	slices.SortFunc(all, func(a, b relation) int { return compareStrings(a.name, b.name) })
	for i := range all {
		if i > 0 && all[i].name == all[i-1].name {
			return nil, fmt.Errorf("table %s: the release has a table of that name already", all[i].name)
		}
	}
	return all, nil
}

// sorted are the rows in order, with their values in the fields' types.
func (r relation) sorted() (rows [][]any, err error) {
	for row := range r.rows {
		if len(row) != len(r.fields) {
			return nil, fmt.Errorf("table %s: a row of %d values for %d columns: %v", r.name, len(row), len(r.fields), row)
		}
		for i, f := range r.fields {
			v, err := f.typed(row[i])
			if err != nil {
				return nil, fmt.Errorf("table %s, column %s: %w", r.name, f.Name, err)
			}
			row[i] = v
		}
		rows = append(rows, row)
	}
	order := r.keyIndexes()
	for i := range r.fields {
		order = append(order, i) // equal keys are for Check to find; the bytes stay the same till then
	}
	slices.SortFunc(rows, func(a, b []any) int {
		for _, i := range order {
			if c := compare(a[i], b[i]); c != 0 {
				return c
			}
		}
		return 0
	})
	return rows, nil
}

func (r relation) keyIndexes() []int {
	var indexes []int
	for _, name := range r.key {
		indexes = append(indexes, r.index(name))
	}
	return indexes
}
