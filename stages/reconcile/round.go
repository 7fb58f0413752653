package reconcile

import (
	"cmp"
	"math"
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// merged makes one option of numbers that are roundings of one another. The value is that of an official series, or the most precise.
// A rounding that fits two figures joins the nearer one, and is kept with it for the record.
func (c *contest) merged(options []*option) []*option {
	byRank := slices.Clone(options)
	slices.SortStableFunc(byRank, func(a, b *option) int { return slices.Compare(c.rank(a), c.rank(b)) })
	var kept []*option
	for _, o := range byRank {
		if host := c.host(kept, o); host != nil {
			host.claims = append(host.claims, o.claims...)
			host.roundings = append(host.roundings, o)
		} else {
			kept = append(kept, &option{value: o.value, claims: o.claims})
		}
	}
	slices.SortFunc(kept, func(a, b *option) int { return rows.Compare(a.value, b.value) })
	return kept
}

// rank is lowest for the figure that others are roundings of: a series, then a figure and not a fraction, then one not called
// approximate, then the most digits.
func (c *contest) rank(o *option) []float64 {
	rank := []float64{1, 0, 1, math.Inf(1)}
	if slices.ContainsFunc(o.claims, official) {
		rank[0] = 0
	}
	if inWords(o) {
		rank[1] = 1
	}
	if !c.approximate(o) {
		rank[2] = 0
	}
	if v, ok := o.value.(float64); ok {
		rank[3] = unit(v)
	}
	return rank
}

func (c *contest) host(kept []*option, o *option) *option {
	v, ok := o.value.(float64)
	if !ok {
		return nil
	}
	fits := slices.DeleteFunc(slices.Clone(kept), func(k *option) bool { return !c.agree(k, o) })
	if len(fits) == 0 {
		return nil
	}
	return slices.MinFunc(fits, func(a, b *option) int {
		return cmp.Compare(math.Abs(a.value.(float64)-v), math.Abs(b.value.(float64)-v))
	})
}

// fractionReach is how far from a third "nearly a third" is still said, as a part of it: of 31 percent, and not of 27.
const fractionReach = 0.1

// agree holds where one number rounds to the other, or where one is called approximate and lies within half a unit or 1 % of the other,
// or, being a fraction, within its reach.
func (c *contest) agree(a, b *option) bool {
	x, ok := a.value.(float64)
	y, fine := b.value.(float64)
	if !ok || !fine {
		return false
	}
	apart := math.Abs(x - y)
	const slack = 1e-9 // of binary fractions
	if apart <= max(unit(x), unit(y))/2*(1+slack) {
		return true
	}
	if c.approximate(a) && inWords(a) && apart <= fractionReach*x || c.approximate(b) && inWords(b) && apart <= fractionReach*y {
		return true
	}
	return (c.approximate(a) || c.approximate(b)) && apart <= max(0.5, 0.01*max(math.Abs(x), math.Abs(y)))
}

func (c *contest) approximate(o *option) bool {
	i := c.table.Index("approximate")
	return i >= 0 && !slices.ContainsFunc(o.claims, func(claim *schemas.Claim) bool { return claim.Values[i] != true })
}

// unit is the place of the last digit of a number: 0.1 for 31.3, 1 for 30, 1e8 for 9.3 billion. The zeros of a large
// number are places, not digits, but two digits at least are taken to be meant: 10 billion is not 14 billion rounded.
func unit(v float64) float64 {
	v = math.Abs(v)
	u := 1.0
	for u > 1e-6 && math.Abs(v/u-math.Round(v/u)) > 1e-6 {
		u /= 10
	}
	for v >= 1000 && v >= 100*u && math.Abs(math.Remainder(v, 10*u)) < 1e-6*u {
		u *= 10
	}
	return u
}
