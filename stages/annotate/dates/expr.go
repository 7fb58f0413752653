package dates

import (
	"slices"

	"ties.dev/ties/stages/annotate/token"
)

// Kind is what sort of date an expression gives. One that needs the document's date is of the kind that it resolves
// to, with Relative set: "last year" is a Year.
type Kind uint8

// The kinds of dates.
const (
	Year       Kind = iota + 1
	Month           // with or without a year
	Day             // a full date
	Quarter         // From and To are its first and last month
	Half            // as Quarter
	Range           // "from 2010 to 2015", "January-August 2023", "over the past decade"
	Decade          // the 1990s: From 1990, To 1999
	FiscalYear      // as the year, or the years where two are named
	Since           // open end: To is not known
	Until           // open start: From is not known
	Relative        // to a date of the text that is not known here: "that year"
	Weekday         // a day known by its weekday
	DayOfYear       // "May 9" without a year
	Week            // From is a Monday, To a Sunday
	SameDay         // "the same day"
	DayBefore       // "the day before"
	DayAfter        // "the next day"
)

// Expr is a date or a period of the text.
type Expr struct {
	First, Last int  // tokens, Last inclusive
	From, To    Date // To = From for a single date; without a year where it is not known (yet)
	Kind        Kind
	Relative    bool // needs the document's date
	Partial     bool // part of a year: a quarter, "January-August", "early 2024"

	a, b point // b for the other end of a range
}

// Find appends the dates of a sentence to dst, from left to right, unresolved: From and To hold what the words alone say.
func Find(dst []Expr, toks []token.Token) []Expr {
	base := len(dst)
	ahead := slices.ContainsFunc(toks, func(t token.Token) bool { return future[t.Lower] })
	for i := 0; i < len(toks); {
		if toks[i].Lower == "within" && !ahead {
			i++
			continue
		}
		e, ok := exprAt(toks, i, len(dst) > base && dst[len(dst)-1].joins(toks, i))
		if !ok {
			i++
			continue
		}
		e.a.ahead, e.b.ahead = ahead, ahead
		dst = append(dst, e.Resolve(Date{}))
		i = e.Last + 1
	}
	return dst
}

// joins holds where only "and" or a comma stands between the expression and token i: "in 2021 and 2022".
func (e *Expr) joins(toks []token.Token, i int) bool {
	for k := e.Last + 1; k < i; k++ {
		if s := toks[k].Lower; s != "and" && s != "," && s != "or" && s != "to" {
			return false
		}
	}
	return i-e.Last <= 3
}

// exprAt is the expression that starts at token i, as long as it goes; listed where a date stands right before.
func exprAt(toks []token.Token, i int, listed bool) (Expr, bool) {
	if !starts(toks, i) {
		return Expr{}, false
	}
	switch toks[i].Lower {
	case "since":
		return open(toks, i, Since)
	case "until", "till":
		return open(toks, i, Until)
	case "up": // up to 1999
		if at(toks, i+1) != "to" || !fullYear(toks, i+2) {
			return Expr{}, false
		}
		e, ok := open(toks, i+1, Until)
		e.First = i
		return e, ok
	case "from", "between":
		return spanned(toks, i)
	case "within":
		return within(toks, i)
	case "same":
		return same(toks, i, i)
	}
	if e, ok := dayList(toks, i, i); ok {
		return e, true
	}
	p, ok := pointAt(toks, i, listed)
	if !ok {
		return Expr{}, false
	}
	if e, ok := rangeFrom(toks, i, p); ok {
		return e, true
	}
	return single(i, p), true
}

// single is the expression of one point.
func single(first int, p point) Expr {
	return Expr{First: first, Last: p.last, Kind: p.kind, Relative: p.rel != absolute, Partial: p.partial, a: p}
}

// open reads "since 2014", "until May".
func open(toks []token.Token, i int, kind Kind) (Expr, bool) {
	j := i + 1
	if at(toks, j) == "at" && at(toks, j+1) == "least" {
		j += 2
	}
	if plainWord(toks, j) {
		return Expr{}, false
	}
	p, ok := pointAt(toks, j, true)
	if !ok {
		return Expr{}, false
	}
	e := single(i, p)
	e.Kind, e.Partial = kind, false
	return e, true
}

// fullYear holds for four digits that are a year of the last centuries or the next, with nothing counted behind them.
func fullYear(toks []token.Token, i int) bool {
	if i >= len(toks) || len(toks[i].Text) != 4 || toks[i].Text < "1800" || toks[i].Text > "2100" || toks[i].Kind != token.Number {
		return false
	}
	return i+1 >= len(toks) || toks[i+1].Kind == token.Mark
}

// future are the words by which a sentence speaks of what is to come.
var future = set("will 'll wo shall upcoming scheduled plans planning intends expected due forthcoming")

// starts reports whether a date can start at token i, so that most tokens cost one look.
func starts(toks []token.Token, i int) bool {
	t := &toks[i]
	switch {
	case t.Kind != token.Word:
		return t.Kind == token.Number
	case t.Lower == "the" || t.Lower == "that":
		return calendar(toks, i+1)
	case t.Lower == "a" || t.Lower == "an":
		return spans[at(toks, i+1)] != noSpan
	}
	return starters[t.Lower] || len(t.Text) > 1 && coded(t.Lower)
}

// plainWord holds for a word that no date starts with, not even one behind a preposition.
func plainWord(toks []token.Token, i int) bool {
	return i < len(toks) && toks[i].Kind == token.Word && toks[i].Lower != "fy" && !starts(toks, i)
}

// calendar reports whether token i can stand in a date behind "the": a number, a mark, a word that starts a date or is a unit of time.
func calendar(toks []token.Token, i int) bool {
	if i >= len(toks) {
		return false
	}
	t := &toks[i]
	return t.Kind != token.Word || starters[t.Lower] || spans[t.Lower] != noSpan || len(t.Text) > 1 && coded(t.Lower)
}

// coded holds for Q3, H1, FY2022, 1Q, Oct2.
func coded(s string) bool {
	c := s[len(s)-1]
	return c >= '0' && c <= '9' && (s[0] == 'q' || s[0] == 'h' || s[0] == 'f')
}

// at is the lower-case form of token i, "" beyond the ends.
func at(toks []token.Token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return toks[i].Lower
}
