package quantity

import (
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate/token"
)

// articleAt reads "a third", "a hundred", "a million and a half", "a dozen", "a half".
func articleAt(toks []token.Token, i int) (numeral, bool) {
	if i+1 >= len(toks) {
		return numeral{}, false
	}
	w := words[toks[i+1].Lower]
	switch {
	case (w.class == hundred || w.class == scale || w.class == dozen) && !w.ordinal:
		one := numeral{first: i, last: i, value: 1, scale: 1, article: true}
		if w.class == hundred {
			one = hundreds(toks, one)
		}
		one = scaled(toks, one)
		if one.kind == cardinal && one.scale > 1 && w.class != dozen {
			one = more(toks, one)
		}
		return extend(toks, one)
	case i > 0 && and(toks, i-1):
		return numeral{}, false // "an hour and a half"
	}
	d, last, plural, ok := denominatorAt(toks, i+1)
	if !ok || plural || !countsAsPart(toks, i, last, d) {
		return numeral{}, false
	}
	return ofScale(toks, numeral{first: i, last: last, value: 1 / d, kind: fraction, scale: 1}), true
}

// more adds the smaller groups behind "a thousand".
func more(toks []token.Token, n numeral) numeral {
	j := n.last + 1
	if and(toks, j) {
		j++
	}
	if j >= len(toks) || toks[j].Kind == token.Number {
		return n
	}
	if rest, ok := cardinalAt(toks, j); ok && !rest.plural && rest.value < n.scale && rest.value > 0 {
		n.value, n.last, n.kind, n.scale = n.value+rest.value, rest.last, rest.kind, rest.scale
	}
	return n
}

// countsAsPart tells "a third of", "by a third" from "a third country", "a quarter of" from "a quarter earlier".
func countsAsPart(toks []token.Token, i, last int, d float64) bool {
	next := at0(toks, last+1)
	switch {
	case next == "of" || next == "":
		return true
	case next == "-" || next == "'s" || notPart[next]:
		return false
	case d == 2:
		return true
	case toks[last+1].Kind == token.Mark || behindPart[next]:
		return true
	}
	return i > 0 && beforePart[toks[i-1].Lower] && !upper(toks[last+1].Text) && !singularNoun(next)
}

// singularNoun guesses that an ordinal's noun stands there: "by a third country".
func singularNoun(s string) bool { return nouns[s] }

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// halfAt reads "half", "half a million", "half a dozen", "quarter million"; not "half-hour", "second half", "first quarter".
func halfAt(toks []token.Token, i int) (numeral, bool) {
	w := words[toks[i].Lower]
	n := numeral{first: i, last: i, value: 1 / w.value, kind: fraction, scale: 1}
	if w.plural {
		return n, false
	}
	prev, next := "", at0(toks, i+1)
	if i > 0 {
		prev = toks[i-1].Lower
	}
	if prev == "a" || prev == "an" {
		return n, false // articleAt has refused it
	}
	if s := ofScale(toks, n); s.kind == cardinal {
		return s, true
	}
	if w.class == quarter || beforeHalf[prev] || words[prev].ordinal || prev == "-" && !toks[i].Space || notPart[next] || next == "-" && !toks[i+1].Space || next == "'s" {
		return n, false
	}
	if (next == "a" || next == "an") && percentWord(toks, i+2) == 0 {
		return n, false // half a century
	}
	if prev == "in" && next != "of" && next != "the" || prev == "and" && i > 1 && timeWord[toks[i-2].Lower] {
		return n, false
	}
	if next == "as" {
		return numeral{first: i, last: i, value: .5, kind: times, scale: 1}, true
	}
	return n, true
}

// ofScale makes numbers of "half a million", "a quarter of a million", "quarter million", "half a dozen".
func ofScale(toks []token.Token, f numeral) numeral {
	j := f.last + 1
	if at0(toks, j) == "of" {
		j++
	}
	if s := at0(toks, j); s == "a" || s == "an" {
		j++
	} else if j > f.last+1 {
		return f
	}
	j = skipHyphen(toks, j)
	w := words[at0(toks, j)]
	if w.ordinal || w.class != scale && w.class != dozen || f.kind != fraction {
		return f
	}
	f.kind, f.value, f.last, f.scale = cardinal, f.value*w.value, j, w.value
	return f
}

var (
	timeWord   = wordSet("hour day week month year century decade hours years months")
	notPart    = wordSet("brother brothers sister sisters hour hours year years yearly time times day days century centuries mile marathon moon term way past decade final finals back staff earlier later ago note pounder dollar hearted")
	beforeHalf = wordSet("first second third last latter this each per next former previous current final same")
	behindPart = wordSet("in from by at on to for went comes came goes is was are were less more lower higher fewer larger smaller bigger and or but as since during over than while which with when after before between below above up down last this compared that if")
	beforePart = wordSet("by than about around nearly almost roughly approximately over under least to only just some for was is were are of")
	nouns      = wordSet("country countries party term time person man woman world place way year month week day round summit meeting president member state option question reason issue one phase quarter side war half group nation visit parade runway route")
)
