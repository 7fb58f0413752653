package quantity

import (
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// oneIn reads "one in five", "two out of three", "nine of every ten" as fractions.
func oneIn(toks []token.Token, n numeral) (numeral, bool) {
	j := n.last + 1
	strict := false
	switch {
	case at0(toks, j) == "in":
		j++
		strict = true
	case at0(toks, j) == "out" && at0(toks, j+1) == "of", at0(toks, j) == "of" && at0(toks, j+1) == "every":
		j += 2
	default:
		return n, false
	}
	if at0(toks, j) == "every" {
		j++
		strict = false
	}
	if j >= len(toks) || n.scale > 1 || n.value <= 0 || n.value != float64(int(n.value)) {
		return n, false
	}
	d, ok := cardinalAt(toks, j)
	if !ok || d.kind != cardinal || d.plural || d.value <= n.value || d.year || currencyBefore(toks, n.first) {
		return n, false
	}
	if strict && (d.value > 1000 || n.value > 9 || measured[at0(toks, d.last+1)] || monthly[at0(toks, d.last+1)]) {
		return n, false
	}
	n.kind, n.value, n.last, n.scale, n.year = fraction, n.value/d.value, d.last, 1, false
	return n, true
}

var (
	measured = wordSet("days day weeks week months month years year hours hour minutes minute seconds boxes countries cities regions states rounds matches")
	monthly  = wordSet("january february march april may june july august september october november december")
)

// fold reads "three times", "tenfold", "3-fold"; the words without a number are in timesAt.
func fold(toks []token.Token, n numeral) (numeral, bool) {
	j := skipHyphen(toks, n.last+1)
	switch at0(toks, j) {
	case "times":
		if j != n.last+1 {
			return n, false
		}
		if s := at0(toks, j+1); s == "a" || s == "in" || s == "since" || s == "per" {
			return n, false // how often, not how much
		}
	case "fold":
	default:
		return n, false
	}
	n.kind, n.last = times, j
	return n, true
}

// timesAt reads "twice", "thrice", "threefold", and the "minus five" of a sign in words.
func timesAt(toks []token.Token, i int) (numeral, bool) {
	s := toks[i].Lower
	n := numeral{first: i, last: i, kind: times, scale: 1}
	switch s {
	case "twice":
		n.value = 2
		next := at0(toks, i+1)
		return n, next == "as" || next == "the" || next == "that" || next == "its" || next == "what" || next == "their"
	case "thrice":
		n.value = 3
		return n, true
	case "minus", "negative":
		if i+1 >= len(toks) || i > 0 && toks[i-1].Kind == token.Number {
			return n, false
		}
		m, ok := numeralAt(toks, i+1)
		m.first, m.value = i, -m.value
		return m, ok && m.kind != ordinal && m.kind != times
	}
	if before, ok := strings.CutSuffix(s, "fold"); ok {
		w := words[before]
		n.value = w.value
		return n, !w.ordinal && w.value > 1
	}
	return n, false
}
