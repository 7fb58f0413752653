package quantity

import "ties.dev/ties/stages/annotate/token"

type kind uint8

const (
	cardinal kind = iota
	ordinal
	fraction
	times
)

// numeral is a number of the text without its unit.
type numeral struct {
	first, last int
	value       float64
	kind        kind
	plural      bool    // an ordinal in the plural, which can only be a denominator
	scale       float64 // of its last scale word
	literal     bool    // digits
	year        bool    // four bare digits that may be a year
	article     bool    // starts with "a"
}

// numeralAt is the numeral that starts at token i, as long as it goes.
func numeralAt(toks []token.Token, i int) (numeral, bool) {
	t := &toks[i]
	var n numeral
	ok := false
	switch {
	case t.Kind == token.Number:
		n, ok = cardinalAt(toks, i)
	case t.Kind == token.Mark:
		return negative(toks, i)
	case t.Lower == "a" || t.Lower == "an":
		return articleAt(toks, i)
	default:
		w, known := words[t.Lower]
		switch {
		case !known || w.class == short:
			return timesAt(toks, i)
		case w.class == half || w.class == quarter:
			return halfAt(toks, i)
		}
		if pronoun(toks, i) {
			return n, false
		}
		n, ok = cardinalAt(toks, i)
	}
	if !ok {
		return n, false
	}
	return extend(toks, n)
}

// extend adds what can follow a numeral: a denominator, "and a half", "point five", "in five", "times".
func extend(toks []token.Token, n numeral) (numeral, bool) {
	if n.kind == cardinal {
		n = point(toks, n)
		if f, ok := over(toks, n); ok {
			return f, true
		}
		if f, ok := mixed(toks, n); ok {
			return f, true
		}
		if f, ok := oneIn(toks, n); ok {
			return f, true
		}
		if m, ok := fold(toks, n); ok {
			return m, true
		}
	}
	return n, !n.plural
}

// negative reads "-4", where the sign starts a word.
func negative(toks []token.Token, i int) (numeral, bool) {
	s := toks[i].Text
	if s != "-" && s != "−" || i+1 >= len(toks) || toks[i+1].Space || toks[i+1].Kind != token.Number {
		return numeral{}, false
	}
	if i > 0 && (!toks[i].Space || toks[i-1].Kind == token.Number) && toks[i-1].Text != "(" {
		return numeral{}, false
	}
	n, ok := numeralAt(toks, i+1)
	n.first, n.value = i, -n.value
	return n, ok && n.kind != ordinal
}

// pronoun holds for "one" that stands for a thing: "the one", "no one", "one another", "one of".
func pronoun(toks []token.Token, i int) bool {
	if toks[i].Lower != "one" {
		return false
	}
	if i > 0 && beforeOne[toks[i-1].Lower] && (i+1 >= len(toks) || !denominatorNext(toks, i)) {
		return true
	}
	return i+1 < len(toks) && afterOne[toks[i+1].Lower]
}

func denominatorNext(toks []token.Token, i int) bool {
	w := words[toks[skipHyphen(toks, i+1)].Lower]
	return w.ordinal || w.class != 0 && w.class != unit || percentWord(toks, i+1) > 0
}

// skipHyphen is i, or the token behind a hyphen at i.
func skipHyphen(toks []token.Token, i int) int {
	if i+1 < len(toks) && (toks[i].Text == "-" || toks[i].Text == "‑") {
		return i + 1
	}
	return i
}

var (
	beforeOne = wordSet("the this that which each every no any first next last only previous another some current not second other big new good")
	afterOne  = wordSet("of another day 's ' thing hand")
)
