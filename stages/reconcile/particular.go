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
			c.refined(strings.ToLower(v))
	}
	if vague {
		return 0
	}
	return 1
}

// refined holds where another text is this one with more words before it, and still the same thing: a vice president is no president.
func (c *contest) refined(lower string) bool {
	if c.longer == nil {
		c.longer = map[string][]string{}
		for _, o := range c.options {
			c.addLonger(strings.ToLower(rows.Text(o.value)))
		}
	}
	return slices.ContainsFunc(c.longer[lower], func(before string) bool {
		words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '-' })
		return !slices.ContainsFunc(words, func(word string) bool { return slices.Contains(c.column.Altering, word) })
	})
}

func (c *contest) addLonger(text string) {
	for i := range len(text) {
		if text[i] == ' ' {
			c.longer[text[i+1:]] = append(c.longer[text[i+1:]], text[:i])
		}
	}
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
