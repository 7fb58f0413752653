package reconcile

import (
	"cmp"
	"math"
	"slices"

	"ties.dev/ties/schemas"
)

// typedClaims are copies of the claims with their values in the types of the columns, each once, in order of their ids.
func typedClaims(t *schemas.Table, claims []schemas.Claim) []*schemas.Claim {
	out := make([]*schemas.Claim, len(claims))
	for i := range claims {
		c := claims[i]
		c.Values = Typed(t, c.Values)
		out[i] = &c
	}
	slices.SortStableFunc(out, func(a, b *schemas.Claim) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b *schemas.Claim) bool { return a.ID == b.ID })
}

// Typed is a row of the table's values in the types of its columns.
func Typed(t *schemas.Table, values []any) []any {
	out := make([]any, len(t.Columns))
	for i, v := range values {
		out[i] = typed(t.Columns[i].Type, v)
	}
	return out
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
