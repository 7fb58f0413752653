package quantity

import (
	"math"

	"ties.dev/ties/stages/annotate/token"
)

// cardinalAt reads a number by its groups: "twenty-one trillion three hundred", "3.35 million", "three lakh crore",
// "one thousand two hundred thirty-fourth". An ordinal ends it.
func cardinalAt(toks []token.Token, i int) (numeral, bool) {
	n := numeral{first: i, last: -1, scale: 1}
	limit := math.Inf(1)
	rest := 0. // what a sum beyond 2^53 loses (Neumaier)
	for j := i; j < len(toks); {
		g, ok := groupAt(toks, j)
		if !ok {
			break
		}
		g = scaled(toks, g)
		if g.value >= limit || g.literal && g.kind == ordinal && j > i {
			break
		}
		if j > i && g.plural {
			break // "three hundred thirty-fifths" is a fraction
		}
		sum := n.value + g.value
		rest += n.value - sum + g.value
		n.value = sum
		n.last, n.kind, n.plural, n.scale = g.last, g.kind, g.plural, g.scale
		if j == i {
			n.literal, n.year, n.article = g.literal, g.year, g.article
		} else {
			n.literal, n.year = false, false
		}
		limit = g.scale
		if g.kind != cardinal || g.scale == 1 {
			break
		}
		j = g.last + 1
		if and(toks, j) {
			if j+1 < len(toks) && toks[j+1].Kind == token.Number && g.scale >= 1e6 {
				break // "$3 million and 400 people"
			}
			j++
		} else if j < len(toks) && toks[j].Kind == token.Number && !n.mixedScript(toks) {
			break
		}
	}
	n.value += rest
	return n, n.last >= i
}

// mixedScript holds for "4 thousand 3 hundred", where digits may go on.
func (n *numeral) mixedScript(toks []token.Token) bool {
	j := n.last + 2
	return j < len(toks) && (words[toks[j].Lower].class == hundred || words[toks[j].Lower].class == scale)
}

func and(toks []token.Token, i int) bool { return i < len(toks) && toks[i].Lower == "and" }

// groupAt reads what a scale word can multiply: digits, or words up to 999 (9,999 as "ninety-nine hundred").
func groupAt(toks []token.Token, i int) (numeral, bool) {
	var g numeral
	var ok bool
	w := words[toks[i].Lower]
	switch {
	case toks[i].Kind == token.Number:
		if g, ok = literal(toks, i); !ok || g.kind != cardinal {
			return g, ok
		}
	case w.class == hundred || w.class == scale:
		g = numeral{first: i, last: i, value: w.value, scale: w.value, plural: w.plural}
		if w.ordinal {
			g.kind = ordinal
			return g, true
		}
		next := words[at0(toks, i+1)]
		return g, w.class == hundred && next.class == scale
	default:
		if g, ok = smallAt(toks, i); !ok || g.kind != cardinal {
			return g, ok
		}
	}
	return hundreds(toks, g), true
}

// hundreds adds "hundred [and] five" to a group.
func hundreds(toks []token.Token, g numeral) numeral {
	j := skipHyphen(toks, g.last+1)
	h := words[at0(toks, j)]
	if h.class != hundred || h.plural || g.value >= 1000 {
		return g
	}
	g.value, g.last, g.year = g.value*100, j, false
	if h.ordinal {
		g.kind = ordinal
		return g
	}
	j++
	if and(toks, j) {
		j++
	}
	if j >= len(toks) {
		return g
	}
	rest, ok := smallAt(toks, j)
	if !ok && j > 0 && toks[j-1].Lower == "and" && g.literal && toks[j].Kind == token.Number {
		rest, ok = literal(toks, j) // "3 hundred and 21"
	}
	if !ok || rest.plural || rest.value == 0 || rest.value >= 100 || words[at0(toks, rest.last+1)].class == hundred || rest.kind == fraction {
		return g
	}
	g.value, g.last, g.kind, g.literal = g.value+rest.value, rest.last, rest.kind, false
	return g
}

// smallAt reads words below a hundred: "twenty-seven", "seventeen", "twenty-first".
func smallAt(toks []token.Token, i int) (numeral, bool) {
	w := words[toks[i].Lower]
	n := numeral{first: i, last: i, value: w.value, plural: w.plural, scale: 1}
	if w.ordinal {
		n.kind = ordinal
	}
	switch w.class {
	case unit, teen:
		return n, true
	case tens:
		if w.ordinal {
			return n, true
		}
		j := skipHyphen(toks, i+1)
		if u := words[at0(toks, j)]; u.class == unit && u.value > 0 && !u.plural {
			n.value, n.last = n.value+u.value, j
			if u.ordinal {
				n.kind = ordinal
			}
		}
		return n, true
	}
	return n, false
}

// at0 is the lower-case form of token i, "" beyond the end.
func at0(toks []token.Token, i int) string {
	if i < len(toks) {
		return toks[i].Lower
	}
	return ""
}
