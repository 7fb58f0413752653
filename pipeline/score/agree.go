package score

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"ties.dev/ties/schemas"
)

// disagree lists the score columns in which the claim agrees with none of the row's alternatives.
func (row *Row) disagree(c *schemas.Claim) []string {
	var out []string
	status := false // a table whose denials are values, not a column of the score
	for _, name := range row.Table.Score.Columns {
		if name == denied {
			status = true
			if row.Denied != c.Denied {
				out = append(out, name)
			}
			continue
		}
		if !row.accepts(name, claimValue(row.Table, c, name)) {
			out = append(out, name)
		}
	}
	if !status && row.denial() != claimDenial(row.Table, c) {
		out = append(out, denied)
	}
	return out
}

// denied is the name under which a table's score asks for the claim's denial.
const denied = "denied"

// denial is whether the row denies what its values say. Where the table knows the denial of a value, the value says it already.
func (row *Row) denial() bool {
	return row.Denied && !slices.ContainsFunc(row.Table.Score.Columns, func(name string) bool {
		return slices.ContainsFunc(row.Values[name], func(v any) bool { s, ok := v.(string); return ok && row.Table.Score.Denied[s] != "" })
	})
}

func claimDenial(t *schemas.Table, c *schemas.Claim) bool {
	return c.Denied && !slices.ContainsFunc(t.Score.Columns, func(name string) bool {
		i := t.Index(name)
		s, ok := at(c.Values, i).(string)
		return ok && t.Score.Denied[s] != ""
	})
}

// claimValue is the claim's value in the column as the score sees it.
func claimValue(t *schemas.Table, c *schemas.Claim, name string) any {
	return normal(t, name, at(c.Values, t.Index(name)), c.Denied)
}

func at(values []any, i int) any {
	if i < 0 || i >= len(values) {
		return nil
	}
	return values[i]
}

// normal puts values that count as the same into one form.
func normal(t *schemas.Table, name string, v any, isDenied bool) any {
	s, ok := v.(string)
	if !ok {
		if n, whole := v.(int64); whole {
			return float64(n)
		}
		if d, day := v.(schemas.Date); day {
			return d.String()
		}
		return v
	}
	if same := t.Score.Same[s]; same != "" {
		s = same
	}
	if negative := t.Score.Denied[s]; isDenied && negative != "" {
		s = negative
	}
	if t.Column(name).Codes == "organizations" {
		return lettersAndDigits(s)
	}
	return s
}

// lettersAndDigits lets G-7 be G7, and EAEU be eaeu.
func lettersAndDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, s)
}

func (row *Row) accepts(name string, value any) bool {
	number := row.Table.Column(name).Type == schemas.Number
	for _, alternative := range row.Values[name] {
		want := normal(row.Table, name, alternative, row.Denied)
		if a, ok := want.(float64); ok && number {
			if b, ok := value.(float64); ok && near(a, b) {
				return true
			}
			continue
		}
		if want == value {
			return true
		}
	}
	return false
}

// near holds for numbers within 0.51 or 2 percent, whichever is more, and from 1,000 on within 2 percent.
func near(want, got float64) bool {
	tolerance := 0.02 * math.Abs(want)
	if math.Abs(want) < 1000 {
		tolerance = max(tolerance, 0.51)
	}
	return math.Abs(want-got) <= tolerance
}

// weaker holds where the claim differs from the row in nothing but a value that is weaker in the table's order.
func (row *Row) weaker(c *schemas.Claim, differs []string) bool {
	name := row.Table.Score.Weaker
	if name == "" || len(differs) != 1 || differs[0] != name {
		return false
	}
	got := strength(row.Table, name, claimValue(row.Table, c, name))
	for _, alternative := range row.Values[name] {
		if strength(row.Table, name, alternative) < got {
			return true
		}
	}
	return false
}

// strength is the value's place among the column's values, the strongest first.
func strength(t *schemas.Table, name string, v any) int {
	return slices.IndexFunc(t.Column(name).Values, func(c schemas.Category) bool { return c.Value == v })
}
