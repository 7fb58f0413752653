package dates

import "ties.dev/ties/stages/annotate/token"

// spanned reads "from 2010 to 2015", "between May and July 2022", "from 4 to 22 January", "between 2010-2015".
func spanned(toks []token.Token, i int) (Expr, bool) {
	if plainWord(toks, i+1) {
		return Expr{}, false
	}
	if e, ok := dayList(toks, i, i+1); ok {
		return e, true
	}
	p, ok := pointAt(toks, i+1, true)
	if !ok && at(toks, i+1) == "now" {
		p, ok = point{last: i + 1, kind: Day, rel: byDay}, true
	}
	if !ok || p.kind == Range {
		return Expr{}, false
	}
	e, ok := rangeFrom(toks, i, p)
	if !ok && at(toks, i) == "from" && (at(toks, p.last+1) == "on" || at(toks, p.last+1) == "onward" || at(toks, p.last+1) == "onwards") {
		e = single(i, p)
		e.Kind, e.Last = Since, p.last+1
		return e, true
	}
	return e, ok
}

// rangeFrom reads the other end behind p: "May to July", "2010-2015", "May 7 to 9", "January 5 – March 3".
func rangeFrom(toks []token.Token, first int, p point) (Expr, bool) {
	j := p.last + 1
	head := at(toks, first)
	glued := false
	switch s := at(toks, j); {
	case s == "to" || s == "through" || s == "until" || s == "till":
	case s == "and" && head == "between":
	case s == "-" || s == "–" || s == "—":
		glued = !toks[j].Space
	case s == "and" && p.d > 0 && p.m > 0 && p.y == 0 && bareDay(toks, j+1) > p.d:
		// May 8 and 9
	default:
		return Expr{}, false
	}
	if s := at(toks, j); glued && j+1 < len(toks) && toks[j+1].Space && s != "—" {
		return Expr{}, false
	}
	if at(toks, j) == "to" && head != "from" && p.kind == Year && toks[first].Kind != token.Number {
		return Expr{}, false
	}
	e := Expr{First: first, Kind: Range, a: p}
	if d := bareDay(toks, j+1); d > p.d && p.d > 0 && p.m > 0 && p.y == 0 && valid(p.m, d) {
		b := p
		b.d, b.last = d, j+1
		b = withYear(toks, b)
		e.a.y, e.a.rel, e.a.off, e.b = b.y, b.rel, b.off, b
		return e.closed(), true
	}
	b, ok := pointAt(toks, j+1, true)
	if !ok && at(toks, j+1) == "now" {
		b, ok = point{last: j + 1, kind: Day, rel: byDay}, true
	}
	if !ok || b.kind == Range || b.kind == Weekday && p.kind != Weekday || glued && toks[b.last].Space && b.last == j+1 {
		return Expr{}, false
	}
	e.b = b
	return e.closed(), plausible(p, b)
}

// plausible keeps "2022 - 2010" and mixtures such as "2010 to Tuesday" apart.
func plausible(a, b point) bool {
	if a.kind == Year && b.kind == Year && a.rel == absolute && b.rel == absolute {
		return a.y <= b.y
	}
	return a.kind != Relative && b.kind != Relative
}

// closed copies a year from the second end to the first: "January-August 2023", "from May 7 to June 2, 2023".
func (e Expr) closed() Expr {
	a, b := &e.a, e.b
	if a.rel == nearest && a.y == 0 && a.kind != Weekday && (b.rel == absolute || b.rel == byYear) && b.m > 0 {
		a.y, a.rel, a.off = b.y, b.rel, b.off
		if a.m > b.m && a.y > 0 {
			a.y-- // "December to February 2023"
		}
	}
	if a.rel == nearest && a.n > 0 && a.kind == b.kind && b.rel != nearest {
		a.y, a.rel, a.off = b.y, b.rel, b.off
	}
	e.Last = b.last
	e.Relative = a.rel != absolute || b.rel != absolute
	e.Partial = a.kind != Year && b.kind != Year && (a.y == b.y)
	return e
}

// bareDay is the day at token i where no month follows it, or 0.
func bareDay(toks []token.Token, i int) int {
	d, last := day(toks, i)
	if d == 0 || !numberAt(toks, i) || month(toks, last+1) > 0 || at(toks, last+1) == "of" && month(toks, last+2) > 0 || measured(toks, last+1) || counted[at(toks, last+1)] {
		return 0
	}
	return d
}

// dayList reads "5-7 July 2023", "8 and 9 May", "4 to 22 this month" from token i on; first is where the expression starts.
func dayList(toks []token.Token, first, i int) (Expr, bool) {
	a, last := day(toks, i)
	if a == 0 || !numberAt(toks, i) {
		return Expr{}, false
	}
	switch at(toks, last+1) {
	case "-", "–", "to", "and", "until", "through", "till":
	default:
		return Expr{}, false
	}
	j := last + 2
	b, ok := dayMonth(toks, j)
	if !ok || b.d <= a {
		if b, ok = monthDay(toks, j); !ok || b.d <= a || b.m == 0 || first == i {
			return Expr{}, false // "from 4 to January 22"
		}
	}
	p := b
	p.d, p.last = a, last
	e := Expr{First: first, Kind: Range, a: p, b: b}
	return e.closed(), true
}
