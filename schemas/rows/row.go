// Package rows holds what all stages know of rows: how values are ordered and written, and how more rows than memory holds are
// put in order.
//
// A row is one value a column: string, int64, float64, bool, schemas.Date, []string, or nil for null.
package rows

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// Compare orders two values of one column as published files are sorted: nulls last, text by its bytes, false before true.
// Values of two types, which no column has, are ordered by the names of their types.
func Compare(a, b any) int {
	switch x := a.(type) {
	case nil:
		if b == nil {
			return 0
		}
		return 1
	case string:
		if y, ok := b.(string); ok {
			return cmp.Compare(x, y)
		}
	case int64:
		if y, ok := b.(int64); ok {
			return cmp.Compare(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return cmp.Compare(x, y)
		}
	case bool:
		if y, ok := b.(bool); ok {
			return cmp.Compare(number(x), number(y))
		}
	case schemas.Date:
		if y, ok := b.(schemas.Date); ok {
			return x.Compare(y)
		}
	case []string:
		if y, ok := b.([]string); ok {
			return slices.Compare(x, y)
		}
	}
	if b == nil {
		return -1
	}
	return cmp.Compare(fmt.Sprintf("%T", a), fmt.Sprintf("%T", b))
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// By orders rows by the columns at the given places, the first first.
func By(columns []int) func(a, b []any) int {
	return func(a, b []any) int {
		for _, i := range columns {
			if c := Compare(a[i], b[i]); c != 0 {
				return c
			}
		}
		return 0
	}
}

// Text writes a value for people; a null as nothing.
func Text(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	case []string:
		return strings.Join(x, "; ")
	}
	return fmt.Sprint(v)
}
