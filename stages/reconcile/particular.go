package reconcile

import (
	"math"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// particular prefers a figure of its own to a fraction ("27 percent" to "nearly a third"), and a text to one that the column lists
// as vague or that is a part of it ("foreign minister" to "minister").
func particular(c *contest, o *option) float64 {
	vague := false
	switch v := o.value.(type) {
	case float64:
		vague = inWords(o)
	case string:
		vague = slices.Contains(c.column.Vague, strings.ToLower(v)) ||
			slices.ContainsFunc(c.options, func(other *option) bool { return c.refines(other.value, v) })
	}
	if vague {
		return 0
	}
	return 1
}

// refines holds where a is b with more words before it, and still the same thing: a vice president is no president.
func (c *contest) refines(a any, b string) bool {
	before, ok := strings.CutSuffix(strings.ToLower(rows.Text(a)), " "+strings.ToLower(b))
	if !ok {
		return false
	}
	words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '-' })
	return !slices.ContainsFunc(words, func(word string) bool { return slices.Contains(c.column.Altering, word) })
}

// inWords holds for a number that every claim gives as a fraction.
func inWords(o *option) bool {
	v, ok := o.value.(float64)
	return ok && !slices.ContainsFunc(o.claims, func(claim *schemas.Claim) bool { return !fraction(v, claim.Quote) })
}

// fraction holds for a percentage that is a simple fraction of the whole and does not stand in the quote as a figure.
func fraction(v float64, quote string) bool {
	if strings.Contains(quote, rows.Text(math.Trunc(v))) {
		return false
	}
	for _, denominator := range []float64{2, 3, 4, 5, 10} {
		if part := v * denominator / 100; part > 0.5 && math.Abs(part-math.Round(part)) < 0.003*denominator {
			return true
		}
	}
	return false
}
