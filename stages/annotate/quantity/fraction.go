package quantity

import (
	"strconv"

	"ties.dev/ties/stages/annotate/token"
)

func format(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// denominatorAt reads "thirds", "twenty-firsts", "quarters" at token i. singular holds for "third".
func denominatorAt(toks []token.Token, i int) (value float64, last int, plural, ok bool) {
	if i >= len(toks) {
		return 0, 0, false, false
	}
	w := words[toks[i].Lower]
	if w.class == tens && !w.ordinal {
		j := skipHyphen(toks, i+1)
		if u := words[at0(toks, j)]; u.class == unit && u.ordinal {
			return w.value + u.value, j, u.plural, true
		}
		return 0, 0, false, false
	}
	if w.class == half || w.class == quarter || w.ordinal && !(w.class == unit && w.value < 3) {
		return w.value, i, w.plural, true
	}
	return 0, 0, false, false
}

// over makes a fraction of a cardinal and the denominator behind it: "two thirds", "one-fifth", "3 quarters".
func over(toks []token.Token, n numeral) (numeral, bool) {
	j := skipHyphen(toks, n.last+1)
	d, last, plural, ok := denominatorAt(toks, j)
	if !ok {
		return overWord(toks, n)
	}
	whole, part, size := splitAnd(toks, n)
	if !plural && part == 1 && d > 1 {
		plural = true // "two million and one half"
	}
	if !plural && (n.value != 1 || n.scale > 1 || toks[n.first].Kind == token.Number && d != 4 && d != 2 && d > 10) {
		return n, false
	}
	if d == 4 && plural && j == n.last+1 && periodBehind(toks, last) {
		return n, false // "two quarters in a row"
	}
	f := n
	f.kind, f.last, f.scale, f.year = fraction, last, 1, false
	f.value = n.value / d
	if part > 0 && part < d {
		f.kind, f.value = cardinal, whole+part/d*size
	}
	return ofScale(toks, f), true
}

func periodBehind(toks []token.Token, i int) bool {
	s := at0(toks, i+1)
	return s == "in" && at0(toks, i+2) == "a" || s == "ago" || s == "earlier" || s == "later"
}

// splitAnd takes the numerator off "one hundred and three [quarters]"; size is the scale that a million lends to it.
func splitAnd(toks []token.Token, n numeral) (whole, part, size float64) {
	for j := n.last; j > n.first; j-- {
		if toks[j].Lower == "and" {
			if p, ok := cardinalAt(toks, j+1); ok && p.last == n.last {
				w, _ := cardinalAt(toks[:j], n.first)
				return n.value - p.value, p.value, w.scale
			}
		}
	}
	return 0, 0, 1
}

// overWord reads "one over three" where nothing but a mark follows.
func overWord(toks []token.Token, n numeral) (numeral, bool) {
	j := n.last + 2
	if at0(toks, n.last+1) != "over" || j >= len(toks) || currencyBefore(toks, n.first) {
		return n, false
	}
	d, ok := cardinalAt(toks, j)
	if !ok || d.kind != cardinal || d.value == 0 || d.last+1 < len(toks) && toks[d.last+1].Kind != token.Mark {
		return n, false
	}
	n.kind, n.value, n.last, n.year = fraction, n.value/d.value, d.last, false
	return n, true
}

// mixed adds the part behind "and" of "two and a half", "2 1/4", "five and a half million", "a million and a half".
func mixed(toks []token.Token, n numeral) (numeral, bool) {
	j := n.last + 1
	if j >= len(toks) {
		return n, false
	}
	part, ok := 0., false
	last := 0
	if toks[j].Kind == token.Number && n.literal && n.scale == 1 && !n.year {
		if f, fine := literal(toks, j); fine && f.kind == fraction {
			part, last, ok = f.value, f.last, true
		}
	} else if and(toks, j) && j+1 < len(toks) {
		part, last, ok = partAt(toks, j+1)
	}
	if !ok || part >= 1 {
		return n, false
	}
	n.value += part * n.scale
	n.last, n.literal, n.year = last, false, false
	if w := words[at0(toks, last+1)]; w.class == scale && !w.plural && n.scale == 1 {
		n.value, n.last, n.scale = n.value*w.value, last+1, w.value
	} else if w.class == scale && w.value < n.scale {
		n.value += part * (w.value - n.scale) // "one billion and a half million"
		n.last = last + 1
	}
	return n, true
}

// partAt reads "a half", "one third", "three quarters", "half" behind "and".
func partAt(toks []token.Token, i int) (float64, int, bool) {
	numerator := 1.
	j := i
	if s := toks[i].Lower; s == "a" || s == "an" {
		j++
	} else if w := words[s]; w.class != half {
		p, ok := smallAt(toks, i)
		if !ok || p.kind != cardinal {
			return 0, 0, false
		}
		numerator, j = p.value, skipHyphen(toks, p.last+1)
	}
	d, last, plural, ok := denominatorAt(toks, j)
	if !ok || plural != (numerator > 1) || j == i && words[toks[i].Lower].class == half && !and(toks, i-1) {
		return 0, 0, false
	}
	return numerator / d, last, true
}
