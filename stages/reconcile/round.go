package reconcile

import (
	"cmp"
	"math"
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// number is a number that stands to be chosen, with what decides whether another one is a rounding of it.
type number struct {
	*option
	value       float64
	unit        float64
	approximate bool // every claim calls it so
	inWords     bool // every claim gives it as a fraction
	rank        [4]float64
	order       int // among the numbers by rank
}

// merged makes one option of numbers that are roundings of one another. The value is that of an official series, or the most precise.
// A rounding that fits two figures joins the nearer one, and is kept with it for the record.
func (c *contest) merged(options []*option) []*option {
	var kept []*option
	var numbers []*number
	for _, o := range options {
		if v, ok := o.value.(float64); ok {
			numbers = append(numbers, c.number(o, v))
		} else {
			kept = append(kept, o)
		}
	}
	slices.SortStableFunc(numbers, func(a, b *number) int { return slices.Compare(a.rank[:], b.rank[:]) })
	var hosts hosts
	for i, n := range numbers {
		n.order = i
		if host := hosts.nearest(n); host != nil {
			c.join(host, n)
		} else {
			n.option = &option{value: n.value, claims: n.claims}
			hosts.add(n)
			kept = append(kept, n.option)
		}
	}
	slices.SortFunc(kept, func(a, b *option) int { return rows.Compare(a.value, b.value) })
	return kept
}

// number ranks lowest the figure that others are roundings of: a series, then a figure and not a fraction, then one not called
// approximate, then the most digits.
func (c *contest) number(o *option, v float64) *number {
	n := &number{option: o, value: v, unit: unit(v), approximate: c.approximate(o.claims), inWords: inWords(o)}
	n.rank = [4]float64{1, 0, 1, n.unit}
	if slices.ContainsFunc(o.claims, official) {
		n.rank[0] = 0
	}
	if n.inWords {
		n.rank[1] = 1
	}
	if !n.approximate {
		n.rank[2] = 0
	}
	return n
}

// join takes a rounding of the host's value into it.
func (c *contest) join(host, n *number) {
	host.claims = append(host.claims, n.claims...)
	host.roundings = append(host.roundings, n.option)
	host.approximate = host.approximate && n.approximate
	host.inWords = host.inWords && inWords(&option{value: host.value, claims: n.claims})
}

// hosts are numbers that are no rounding of one another, by value.
type hosts struct {
	list               []*number
	unit               float64 // the largest
	approximate, words bool    // whether one of them has been called so
}

func (h *hosts) add(n *number) {
	i, _ := slices.BinarySearchFunc(h.list, n.value, func(k *number, v float64) int { return cmp.Compare(k.value, v) })
	h.list = slices.Insert(h.list, i, n)
	h.unit, h.approximate, h.words = max(h.unit, n.unit), h.approximate || n.approximate, h.words || n.approximate && n.inWords
}

// nearest is the number nearest to n with which it agrees, of two the one that ranks lower; nil for none. It looks from n outwards, as
// far as any of them may lie from it.
func (h *hosts) nearest(n *number) *number {
	above, _ := slices.BinarySearchFunc(h.list, n.value, func(k *number, v float64) int { return cmp.Compare(k.value, v) })
	below := above - 1
	var best *number
	for {
		var k *number
		switch {
		case below >= 0 && (above == len(h.list) || n.value-h.list[below].value <= h.list[above].value-n.value):
			k = h.list[below]
			below--
		case above < len(h.list):
			k = h.list[above]
			above++
		default:
			return best
		}
		apart := math.Abs(k.value - n.value)
		if best != nil && apart > math.Abs(best.value-n.value) || apart > h.reach(n, apart) {
			return best
		}
		if k.agrees(n) && (best == nil || k.order < best.order) {
			best = k
		}
	}
}

// reach is how far from n a number can lie that agrees with it, where the next one outwards is so far apart.
func (h *hosts) reach(n *number, apart float64) float64 {
	reach := max(h.unit, n.unit)
	size := math.Abs(n.value) + apart
	if h.approximate || n.approximate {
		reach = max(reach, 0.5, 0.01*size)
	}
	if h.words || n.approximate && n.inWords {
		reach = max(reach, fractionReach*size)
	}
	return reach
}

// fractionReach is how far from a third "nearly a third" is still said, as a part of it: of 31 percent, and not of 27.
const fractionReach = 0.1

// agrees holds where one number rounds to the other, or where one is called approximate and lies within half a unit or 1 % of the other,
// or, being a fraction, within its reach.
func (n *number) agrees(m *number) bool {
	apart := math.Abs(n.value - m.value)
	const slack = 1e-9 // of binary fractions
	if apart <= max(n.unit, m.unit)/2*(1+slack) {
		return true
	}
	if n.approximate && n.inWords && apart <= fractionReach*n.value || m.approximate && m.inWords && apart <= fractionReach*m.value {
		return true
	}
	return (n.approximate || m.approximate) && apart <= max(0.5, 0.01*max(math.Abs(n.value), math.Abs(m.value)))
}

func (c *contest) approximate(claims []*schemas.Claim) bool {
	i := c.table.Index("approximate")
	return i >= 0 && !slices.ContainsFunc(claims, func(claim *schemas.Claim) bool { return claim.Values[i] != true })
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
