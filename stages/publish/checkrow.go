package publish

import (
	"slices"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// rowCheck looks at the rows of a table, one after the other: their order and their values.
func (c *checker) rowCheck(rel relation) func(row []any) {
	var lists []map[string]bool
	for _, f := range rel.fields {
		lists = append(lists, c.list(f))
	}
	var before []any
	return func(row []any) {
		if before != nil && len(rel.key) > 0 {
			c.order(rel, before, row)
		}
		before = row
		for i, f := range rel.fields {
			if fault := f.fault(row[i], lists[i]); fault != "" {
				c.found("%s, %s: column %s is %s, which %s", rel.name, rel.keyText(row), f.Name, written(row[i]), fault)
			}
		}
	}
}

func (c *checker) order(rel relation, before, row []any) {
	for _, i := range rel.keyIndexes() {
		if cmp := rows.Compare(before[i], row[i]); cmp > 0 {
			c.found("%s: %s stands behind %s; rows are sorted by key, nulls last", rel.name, rel.keyText(row), rel.keyText(before))
			return
		} else if cmp < 0 {
			return
		}
	}
	c.found("%s: two rows have the key %s", rel.name, rel.keyText(row))
}

// list is the values that a column can have, or nil for any.
func (c *checker) list(f field) map[string]bool {
	values := f.Allowed(c.codes)
	if values == nil {
		return nil
	}
	list := map[string]bool{}
	for _, v := range values {
		list[v] = true
	}
	return list
}

// fault is what is wrong with a value, or "".
func (f field) fault(v any, list map[string]bool) string {
	if v == nil {
		if f.Required {
			return "it can't be"
		}
		return ""
	}
	if !isText(v) {
		return "is not valid UTF-8"
	}
	if !f.InRange(v) {
		return "lies outside of its range, " + f.span()
	}
	if s, ok := v.(string); ok && list != nil && !list[s] {
		return "is none of its values"
	}
	if f.Type == schemas.Strings && list != nil {
		for _, s := range v.([]string) {
			if !list[s] {
				return "holds " + s + ", none of its values"
			}
		}
	}
	return ""
}

// isText holds for a value whose texts all readers can read.
func isText(v any) bool {
	switch v := v.(type) {
	case string:
		return utf8.ValidString(v)
	case []string:
		return !slices.ContainsFunc(v, func(s string) bool { return !utf8.ValidString(s) })
	}
	return true
}

// span writes a range, open where it has no bound.
func (f field) span() string {
	var low, high string
	if f.Min != nil {
		low = written(*f.Min)
	}
	if f.Max != nil {
		high = written(*f.Max)
	}
	return low + ".." + high
}
