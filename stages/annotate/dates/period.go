package dates

import (
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// quarterAt reads "the first quarter [of 2022]", "Q3 2021", "3Q 2021", "2021 Q3", "third-quarter".
func quarterAt(toks []token.Token, i int) (point, bool) {
	return part(toks, i, Quarter, "q", "quarter", 4)
}

// halfAt reads "the first half of 2022", "H1 2022".
func halfAt(toks []token.Token, i int) (point, bool) {
	return part(toks, i, Half, "h", "half", 2)
}

// shortPart reads the parts of a year as bank notes write them: "1H17", "2Q2024", "9M2020".
func shortPart(toks []token.Token, i int) (point, bool) {
	n := itoa(at(toks, i))
	if !numberAt(toks, i) || len(at(toks, i)) != 1 || i+1 >= len(toks) || toks[i+1].Space || !capital(&toks[i+1]) {
		return point{}, false
	}
	s := at(toks, i+1)
	kind, most := partOf(s[:1])
	y := integer([]token.Token{{Text: s[1:], Kind: token.Number}}, 0, 4)
	if n < 1 || n > most || y < 0 || len(s) != 3 && len(s) != 5 {
		return point{}, false
	}
	return point{kind: kind, partial: true, n: n, y: century(y, len(s)-1), last: i + 1}, true
}

// partOf is the part of a year that a letter stands for, with how many of it a year has.
func partOf(letter string) (Kind, int) {
	switch letter {
	case "q":
		return Quarter, 4
	case "h":
		return Half, 2
	case "m":
		return Range, 12
	}
	return 0, 0
}

// noShift marks a part of the year without "last year's" before it.
const noShift = 99

func part(toks []token.Token, i int, kind Kind, letter, name string, most int) (point, bool) {
	p := point{kind: kind, partial: true, rel: nearest}
	j := i
	y := 0
	if v := year4(toks, i); v > 0 {
		if y, j = v, i+1; at(toks, j) == "-" || at(toks, j) == "'s" {
			j++
		}
	}
	owner := noShift
	if v, ok := shifts[at(toks, j)]; ok && at(toks, j+1) == "year" && at(toks, j+2) == "'s" {
		owner, j = v, j+3
	}
	s := at(toks, j)
	if len(s) == 2 && s[:1] == letter && s[1] >= '1' && s[1] <= '0'+byte(most) && capital(&toks[j]) {
		p.n, p.last = itoa(s[1:]), j
		if s == "h1" || s == "h2" || s[0] == 'q' {
			return p.ofYear(toks, y), true
		}
	}
	if s == "the" {
		j++
	}
	n := ordinals[at(toks, j)]
	if s := at(toks, j); s == "last" || s == "final" {
		n = most
	} else if numberAt(toks, j) && len(s) == 3 {
		n = itoa(s[:1])
	}
	k := j + 1
	if s := at(toks, k); s == "-" || s == "fiscal" || s == "calendar" {
		k++
	}
	if n < 1 || n > most || at(toks, k) != name {
		return p, false
	}
	p.n, p.last = n, k
	p = p.ofYear(toks, y)
	if owner != noShift {
		p.rel, p.off = byYear, owner
	}
	if at(toks, j) == "last" && p.rel == nearest {
		return p, false // "last quarter" is the one before this
	}
	if kind == Half && p.rel == nearest && at(toks, k+1) == "of" {
		return p, false // "the second half of the match" has no year, nor has "the first half of his term"
	}
	return p, true
}

// ofYear adds "of 2022", "2022", "last year", "of the year" behind the part of a year.
func (p point) ofYear(toks []token.Token, y int) point {
	if y > 0 {
		p.y, p.rel = y, absolute
		return p
	}
	j := p.last + 1
	if s := at(toks, j); s == "of" || s == "in" || s == "," || s == "-" {
		j++
	}
	if s := at(toks, j); s == "the" || s == "fiscal" {
		j++
	}
	if y := year4(toks, j); y > 0 {
		p.y, p.last, p.rel = y, j, absolute
		return p
	}
	off, ok := shifts[at(toks, j)]
	switch {
	case ok && at(toks, j+1) == "year":
		p.rel, p.off, p.last = byYear, off, j+1
	case at(toks, j) == "year" && at(toks, j-1) == "the":
		p.rel, p.last = byYear, j
	}
	return p
}

// firstMonths reads "the first nine months of 2021".
func firstMonths(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	if at(toks, j) != "first" && at(toks, j) != "last" {
		return point{}, false
	}
	n, k := countAt(toks, j+1)
	if at(toks, k) == "-" || at(toks, k) == "full" {
		k++
	}
	if n < 1 || n > 12 || at(toks, k) != "months" && at(toks, k) != "month" {
		return point{}, false
	}
	p := point{last: k, kind: Range, n: n, rel: nearest, partial: n < 12, length: 0}
	if at(toks, j) == "last" {
		p.n = -n
	}
	q := p.ofYear(toks, 0)
	return q, q.rel != nearest || at(toks, j) == "first"
}

// fiscal reads "fiscal year 2022", "FY2022/23", "FY 2022", "financial year 2022-23", "fiscal 2022".
func fiscal(toks []token.Token, i int) (point, bool) {
	p := point{kind: FiscalYear, n: 0}
	s := at(toks, i)
	j := i
	switch {
	case strings.HasPrefix(s, "fy") && len(s) > 2:
		digits := []token.Token{{Text: s[2:], Kind: token.Number}}
		v := integer(digits, 0, 4)
		if v < 0 || len(s) != 4 && len(s) != 6 {
			return p, false
		}
		p.y, p.last = century(v, len(s)-2), i
		if (at(toks, i+1) == "/" || at(toks, i+1) == "-") && integer(toks, i+2, 4) >= 0 && !toks[i+1].Space {
			p.n, p.last = 1, i+2
		}
		return p, true
	case s == "fy":
		j++
	case s == "fiscal" || s == "financial":
		if j++; at(toks, j) == "year" || at(toks, j) == "years" {
			j++
		}
	default:
		return p, false
	}
	if j >= len(toks) {
		return p, false
	}
	if y, last, ok := season(toks, j); ok {
		p.y, p.n, p.last = y, 1, last
		return p, true
	}
	p.y, p.last = year4(toks, j), j
	return p, p.y > 0
}

// decade reads "the 1990s", "the '90s", "the nineties", "the mid-1990s" behind its adverb.
func decade(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	if s := at(toks, j); (s == "'" || s == "‘") && j > i {
		j++
	}
	s, last := at(toks, j), j
	v, ok := strings.CutSuffix(s, "s")
	if n := itoa(v); ok && numberAt(toks, j) && n%10 == 0 && (len(v) == 4 && n >= 1500 || len(v) == 2 && j > i) {
		return point{last: last, kind: Decade, y: century(n, max(len(v), 2))}, true
	}
	if n := decadeWords[s]; n > 0 && j > i {
		return point{last: last, kind: Decade, y: n}, true
	}
	if n := itoa(s); numberAt(toks, j) && at(toks, j+1) == "'s" && (j > i || at(toks, i-1) == "in") && n%10 == 0 && (len(s) == 2 && n > 0 || len(s) == 4 && n >= 1500) && !nounBehind(toks, j+2) {
		return point{last: j + 1, kind: Decade, y: century(n, len(s))}, true // the 1970's
	}
	return point{}, false
}

// nounBehind holds where a possessor's noun stands at token i: "the 2020's parade".
func nounBehind(toks []token.Token, i int) bool {
	return i < len(toks) && toks[i].Kind == token.Word && !function[at(toks, i)]
}

var decadeWords = map[string]int{"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}

// phase reads "mid-2023", "early 2024", "late May", "the end of 2022", "later this year", "early in 2022".
func phase(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	partial := true
	switch at(toks, j) {
	case "early", "late", "mid":
		if j++; at(toks, j) == "-" || at(toks, j) == "in" {
			j++
		}
		if at(toks, j) == "to" && at(toks, j+1) == "-" {
			j += 2
		}
	case "earlier", "later":
		if j++; at(toks, j) == "in" {
			j++
		}
	case "month":
		if at(toks, j+1) != "of" || month(toks, j+2) == 0 {
			return point{}, false
		}
		return pointAt(toks, j+2, true)
	case "end", "start", "beginning", "middle", "close", "turn":
		partial = at(toks, j) == "middle"
		if j++; at(toks, j) != "of" && at(toks, j) != "-" {
			return point{}, false
		}
		j++
	case "year":
		return yearEnd(toks, j)
	default:
		return point{}, false
	}
	if at(toks, j) == "the" && at(toks, j+1) == "year" {
		return point{last: j + 1, kind: Year, rel: byYear, partial: partial}, true
	}
	if at(toks, j) == "the" && at(toks, j+1) == "month" {
		return point{last: j + 1, kind: Month, rel: byMonth}, true
	}
	p, ok := pointAt(toks, j, true)
	if !ok || p.kind == Range {
		return p, false
	}
	p.partial = p.partial || partial && (p.kind == Year || p.kind == Month)
	return p, true
}

// yearEnd reads "year-end", "year-earlier", "year-ago".
func yearEnd(toks []token.Token, i int) (point, bool) {
	j := i + 1
	if at(toks, j) == "-" {
		j++
	}
	p := point{last: j, kind: Year, rel: byYear}
	switch at(toks, j) {
	case "end":
		return p.ofYear(toks, 0), true
	case "earlier", "ago":
		p.off = -1
		return p, j == i+2
	}
	return p, false
}
