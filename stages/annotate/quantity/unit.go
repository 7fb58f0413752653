package quantity

import (
	"ties.dev/ties/stages/annotate/token"
)

// measure gives a cardinal its unit by what stands around it.
func (q *Quantity) measure(toks []token.Token) {
	if q.percent(toks) {
		return
	}
	if c, first, ok := moneyBefore(toks, q.First); ok {
		q.Unit, q.Currency, q.First, q.sign, q.year = Money, c, first, true, false
	}
	if c, last, ok := moneyAfter(toks, q.Last); ok {
		if q.Unit != Money {
			q.Currency = c
		}
		q.Unit, q.Last, q.year = Money, last, false
	}
}

// percent gives the quantity the unit behind it: percent, percentage points, basis points.
func (q *Quantity) percent(toks []token.Token) bool {
	j := q.Last + 1
	if j+2 < len(toks) && toks[j].Lower == "of" && (toks[j+1].Lower == "a" || toks[j+1].Lower == "one") && percentWord(toks, j+2) > 0 && q.exact < 1 {
		j += 2 // "0.5 of a percent"
	}
	j = skipHyphen(toks, j)
	if n := pointWord(toks, j); n > 0 {
		q.Unit, q.Last, q.Value, q.Fraction, q.year = Point, j+n-1, q.exact, false, false
		return true
	}
	if at0(toks, j) == "basis" && (at0(toks, j+1) == "points" || at0(toks, j+1) == "point") {
		q.Unit, q.Last, q.Value = Point, j+1, q.exact/100
		return true
	}
	n := percentWord(toks, j)
	if n == 0 {
		return false
	}
	q.Unit, q.Last, q.Value, q.Fraction, q.year = Percent, j+n-1, q.exact, false, false
	return true
}

// percentOf reads "half a percent", "a quarter of one percent", "half a percentage point" for a fraction.
func (q *Quantity) percentOf(toks []token.Token) bool {
	j := q.Last + 1
	if at0(toks, j) == "of" {
		j++
	}
	if s := at0(toks, j); s != "a" && s != "one" && s != "1" {
		return false
	}
	if n := pointWord(toks, j+1); n > 0 {
		q.Unit, q.Last = Point, j+n
		return true
	}
	if n := percentWord(toks, j+1); n > 0 {
		q.Unit, q.Last = Percent, j+n
		return true
	}
	return false
}

// percentWord is how many tokens at i say percent, or 0.
func percentWord(toks []token.Token, i int) int {
	switch at0(toks, i) {
	case "%", "percent", "percents", "pct", "percentage":
		return 1
	case "pc": // 8.1pc, in South Asian papers
		if toks[i].Text == "pc" {
			return 1
		}
	case "per":
		if j := skipHyphen(toks, i+1); at0(toks, j) == "cent" || at0(toks, j) == "cents" {
			return j - i + 1
		}
	}
	return 0
}

// pointWord is how many tokens at i say percentage points, or 0.
func pointWord(toks []token.Token, i int) int {
	switch at0(toks, i) {
	case "pp", "p.p.", "pps":
		return 1
	case "percentage", "percent", "%", "per", "p.c.":
		j := skipHyphen(toks, i+max(1, percentWord(toks, i)))
		if s := at0(toks, j); s == "point" || s == "points" {
			return j - i + 1
		}
	}
	return 0
}
