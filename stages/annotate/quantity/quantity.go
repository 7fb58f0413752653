// Package quantity finds numbers as they are mentioned: counts, percentages, fractions, sums of money, ordinals, with
// ranges, bounds and approximations.
package quantity

import (
	"math"

	"ties.dev/ties/stages/annotate/token"
)

// Unit is what a quantity counts.
type Unit uint8

// The units. A fraction ("a third") is a Percent with Fraction set.
const (
	None    Unit = iota // a plain count
	Percent             // 31 percent is 31
	Point               // percentage points; 25 basis points are 0.25
	Money               // in Currency, with its scale: $9.3 billion is 9.3e9
	Ordinal             // "third" is 3
	Times               // "twice" is 2, "tenfold" is 10
)

// Quantity is a number of the text with its unit.
type Quantity struct {
	First, Last       int     // tokens, Last inclusive, with unit and approximator ("more than 30 percent")
	NumFirst, NumLast int     // tokens of the numeral alone ("30"); of a range from its first to its last number
	Value             float64 // what the codebook enters: the middle of a range, the bound itself for a bound
	Low, High         float64 // ends of a range, or the one end of a bound; NaN where there is none
	Unit              Unit
	Currency          string // ISO 4217; "" where it is no money or the text leaves the country open
	Approx            bool   // about, nearly, more than, up to, at least, -odd
	Bound             int8   // -1 at most, +1 at least
	Fraction          bool   // said as a fraction; Value is in percent with one decimal
	Range             bool

	exact float64 // before rounding
	scale float64 // of the last scale word; 1 without
	year  bool    // may be a year: four bare digits
	sign  bool    // currency stands before the numeral
}

// Find appends the quantities of a sentence to dst, from left to right, none within another.
func Find(dst []Quantity, toks []token.Token) []Quantity {
	base := len(dst)
	for i := 0; i < len(toks); {
		q, ok := at(toks, i)
		if !ok {
			i++
			continue
		}
		if len(dst) > base && q.First <= dst[len(dst)-1].Last {
			q.First = dst[len(dst)-1].Last + 1
		}
		dst = append(dst, q)
		i = q.Last + 1
	}
	found := dst[base:]
	if len(found) == 0 {
		return dst
	}
	for k := range found {
		lowest := 0
		if k > 0 {
			lowest = found[k-1].Last + 1
		}
		highest := len(toks)
		if k+1 < len(found) {
			highest = found[k+1].First
		}
		found[k].approximate(toks, lowest, highest)
	}
	return append(dst[:base], combine(toks, found)...)
}

// at is the quantity whose numeral starts at token i.
func at(toks []token.Token, i int) (Quantity, bool) {
	n, ok := numeralAt(toks, i)
	if !ok || detached(toks, &n) {
		return Quantity{}, false
	}
	q := Quantity{First: n.first, Last: n.last, NumFirst: n.first, NumLast: n.last, Value: n.value, exact: n.value,
		Low: math.NaN(), High: math.NaN(), scale: n.scale, year: n.year}
	switch n.kind {
	case ordinal:
		q.Unit = Ordinal
	case times:
		q.Unit = Times
	case fraction:
		if !q.percentOf(toks) {
			q.Unit, q.Fraction = Percent, true
			q.Value = math.Round(n.value*1000) / 10
		}
		q.percent(toks) // "1/2 percent"
	default:
		q.measure(toks)
	}
	return q, true
}

// detached holds for a number that is part of a name or a measure and counts nothing: COVID-19, 180ml, v2.
func detached(toks []token.Token, n *numeral) bool {
	if i := n.first; i > 1 && n.literal && toks[i-1].Text == "-" && !toks[i].Space && !toks[i-1].Space && upper(toks[i-2].Text) && words[toks[i-2].Lower].class == 0 {
		return true
	}
	if next := n.last + 1; next < len(toks) && n.literal && !toks[next].Space && toks[next].Kind == token.Word {
		return !glued[toks[next].Lower] || words[toks[next].Lower].class == short // metres, tonnes
	}
	return false
}
