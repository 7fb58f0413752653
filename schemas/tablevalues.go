package schemas

import (
	"fmt"
	"maps"
	"slices"
)

// namedValue is a value that the declaration names elsewhere than under a column's `values`.
type namedValue struct{ path, value string }

// validateValues reports the first place that names a value which no column lists that could have it.
func (t *Table) validateValues() (path string, err error) {
	if w := t.Wildcard; w != nil {
		var all []namedValue
		for i, v := range w.Negative {
			all = append(all, namedValue{fmt.Sprintf("$.wildcard.negative[%d]", i), v})
		}
		for i, v := range w.Positive {
			all = append(all, namedValue{fmt.Sprintf("$.wildcard.positive[%d]", i), v})
		}
		if path, err := t.unlisted(all, w.Status); err != nil {
			return path, err
		}
	}
	if o := t.Outdates; o != nil {
		var all []namedValue
		for _, v := range slices.Sorted(maps.Keys(o.Yields)) {
			all = append(all, namedValue{"$.outdates.yields", v})
			for _, to := range o.Yields[v] {
				all = append(all, namedValue{"$.outdates.yields." + v, to})
			}
		}
		for i, v := range o.Gone {
			all = append(all, namedValue{fmt.Sprintf("$.outdates.gone[%d]", i), v})
		}
		if path, err := t.unlisted(all, o.Of); err != nil {
			return path, err
		}
	}
	return t.unlisted(t.Score.values(), t.Score.Columns...)
}

// values are those that the score compares by; what `same` has for another need be no value of a column.
func (s *Score) values() []namedValue {
	var all []namedValue
	for _, v := range slices.Sorted(maps.Keys(s.Same)) {
		all = append(all, namedValue{"$.score.same." + v, s.Same[v]})
	}
	for _, v := range slices.Sorted(maps.Keys(s.Denied)) {
		all = append(all, namedValue{"$.score.denied", v}, namedValue{"$.score.denied." + v, s.Denied[v]})
	}
	return all
}

// unlisted reports the first value that none of the columns lists; where one of them may hold any text, none is.
func (t *Table) unlisted(all []namedValue, columns ...string) (path string, err error) {
	var listed []string
	for _, name := range columns {
		c := t.Column(name)
		if c == nil || c.Type == String && len(c.Values) == 0 && c.Codes == "" {
			return "", nil
		}
		for _, v := range c.Values {
			listed = append(listed, v.Value)
		}
	}
	for _, v := range all {
		if !slices.Contains(listed, v.value) {
			return v.path, fmt.Errorf("table %s: %q is none of the `values` of %v: %v", t.Name, v.value, columns, listed)
		}
	}
	return "", nil
}
