package publish

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// rowCheck looks at the rows of a table, one batch after the other: their order and their values.
func (c *checker) rowCheck(rel relation) func(arrow.Record) {
	var lists []map[string]bool
	for _, f := range rel.fields {
		lists = append(lists, c.list(f))
	}
	var last []any // of the batch before
	return func(record arrow.Record) {
		c.sorted(rel, last, record)
		for i, f := range rel.fields {
			a := record.Column(i)
			for row := range a.Len() {
				if !f.suspect(a, row, lists[i]) {
					continue
				}
				if fault := f.fault(fromArrow(a, row), lists[i]); fault != "" {
					c.found("%s, %s: column %s is %s, which %s", rel.name, rel.keyText(cells(record, row)), f.Name, written(fromArrow(a, row)), fault)
				}
			}
		}
		if n := int(record.NumRows()); n > 0 {
			last = cells(record, n-1)
		}
	}
}

// sorted looks at the order of a batch behind the last row of the one before it.
func (c *checker) sorted(rel relation, last []any, record arrow.Record) {
	if len(rel.key) == 0 || record.NumRows() == 0 {
		return
	}
	if last != nil {
		c.order(rel, last, cells(record, 0))
	}
	var keys []arrow.Array
	for _, i := range rel.keyIndexes() {
		keys = append(keys, record.Column(i))
	}
	for row := 1; row < int(record.NumRows()); row++ {
		if !ascending(keys, row) {
			c.order(rel, cells(record, row-1), cells(record, row))
		}
	}
}

// ascending holds for a row whose key is above that of the row before it.
func ascending(keys []arrow.Array, row int) bool {
	for _, a := range keys {
		if c := compareRows(a, row-1, row); c != 0 {
			return c < 0
		}
	}
	return false
}

// compareRows compares two values of a column as rows.Compare does.
func compareRows(a arrow.Array, i, j int) int {
	if a.IsNull(i) || a.IsNull(j) {
		return rows.Compare(a.IsNull(i), a.IsNull(j))
	}
	switch a := a.(type) {
	case *array.String:
		return cmp.Compare(a.Value(i), a.Value(j))
	case *array.Int64:
		return cmp.Compare(a.Value(i), a.Value(j))
	}
	return rows.Compare(fromArrow(a, i), fromArrow(a, j))
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

// suspect holds for a value that can have a fault; most can be seen to have none as they stand.
func (f *field) suspect(a arrow.Array, row int, list map[string]bool) bool {
	if a.IsNull(row) {
		return f.Required
	}
	switch a := a.(type) {
	case *array.String:
		s := a.Value(row)
		return !utf8.ValidString(s) || list != nil && !list[s]
	case *array.List:
		from, to := a.ValueOffsets(row)
		return from < to
	}
	return f.Min != nil || f.Max != nil
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
