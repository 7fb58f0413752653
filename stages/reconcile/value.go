package reconcile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// typedClaims are copies of the claims with their values in the types of the columns, each once, in order of their ids.
func typedClaims(t *schemas.Table, claims []schemas.Claim) []*schemas.Claim {
	out := make([]*schemas.Claim, len(claims))
	for i := range claims {
		c := claims[i]
		c.Values = make([]any, len(t.Columns))
		for j, v := range claims[i].Values {
			c.Values[j] = typed(t.Columns[j].Type, v)
		}
		out[i] = &c
	}
	slices.SortStableFunc(out, func(a, b *schemas.Claim) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b *schemas.Claim) bool { return a.ID == b.ID })
}

// typed takes a whole number in a number column for the number that it is, and what says nothing ("", NaN, no date) for null.
func typed(want schemas.Type, v any) any {
	switch x := v.(type) {
	case int:
		return typed(want, int64(x))
	case int64:
		if want == schemas.Number {
			return float64(x)
		}
	case float64:
		if math.IsNaN(x) {
			return nil
		}
		if want == schemas.Integer && x == math.Trunc(x) {
			return int64(x)
		}
	case string:
		if x == "" {
			return nil
		}
	case schemas.Date:
		if x.Year == 0 {
			return nil
		}
	case []string:
		if len(x) == 0 {
			return nil
		}
	}
	return v
}

// compare orders two values of one column; null comes last.
func compare(a, b any) int {
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
			return cmp.Compare(strconv.FormatBool(x), strconv.FormatBool(y))
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
	return cmp.Compare(fmt.Sprintf("%T %v", a, a), fmt.Sprintf("%T %v", b, b))
}

// text writes a value as it stands in a conflict: a null as nothing.
func text(v any) string {
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
