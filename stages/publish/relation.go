package publish

import (
	"fmt"
	"slices"
	"strings"

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
	scratch                  string // folder for what is put in another order
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

// relations are all tables of a release, in order of their names.
func relations(r Release) ([]relation, error) {
	all := []relation{conflicts(), documents(), panel(r.PanelColumns), tombstones()}
	for _, t := range r.Tables {
		all = append(all, facts(t), claims(t))
	}
	slices.SortFunc(all, func(a, b relation) int { return strings.Compare(a.name, b.name) })
	for i := range all {
		if i > 0 && all[i].name == all[i-1].name {
			return nil, fmt.Errorf("table %s: the release has a table of that name already", all[i].name)
		}
	}
	return all, nil
}

func (r relation) keyIndexes() []int {
	var indexes []int
	for _, name := range r.key {
		indexes = append(indexes, r.index(name))
	}
	return indexes
}
