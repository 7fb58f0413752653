package dates

import (
	"strconv"

	"ties.dev/ties/stages/annotate/token"
)

// deictic reads yesterday, today, tomorrow, "the day before yesterday".
func deictic(toks []token.Token, i int) (point, bool) {
	p := point{last: i, kind: Day, rel: byDay}
	switch at(toks, i) {
	case "today", "tonight", "now":
	case "yesterday":
		p.off = -1
	case "tomorrow":
		p.off = 1
	case "the":
		if at(toks, i+1) != "day" || at(toks, i+3) != "yesterday" && at(toks, i+3) != "tomorrow" {
			return p, false
		}
		p.last = i + 3
		switch at(toks, i+2) {
		case "before":
			p.off = -2
		case "after":
			p.off = 2
		default:
			return p, false
		}
		return p, (p.off < 0) == (at(toks, i+3) == "yesterday")
	default:
		return p, false
	}
	return p, at(toks, i) != "now"
}

// boundBehind are the words behind "the last year" that say of what it is the last.
var boundBehind = map[string]bool{"before": true, "of": true, "when": true, "that": true, "without": true, "under": true}

// shifted reads "last year", "this month", "the next two years", "the past decade", "last May", "next week".
func shifted(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	off, ok := shifts[at(toks, j)]
	if !ok {
		return point{}, false
	}
	if n, k := countAt(toks, j+1); n > 0 {
		return stretch(toks, k, n, off)
	}
	k := j + 1
	if s := at(toks, k); s == "calendar" || s == "full" || s == "fiscal" || s == "financial" {
		k++
	}
	if m := month(toks, k); m > 0 && k == j+1 && at(toks, j) != "the" {
		return shiftedMonth(toks, k, m, off), true
	}
	if (j > i || at(toks, i-1) == "the") && boundBehind[at(toks, k+1)] {
		return point{}, false // the last year before the war, the next week of the trial
	}
	p := point{last: k, off: off}
	past := at(toks, j) == "past" || j > i && (at(toks, j) == "last" || at(toks, j) == "coming")
	switch spans[at(toks, k)] {
	case years:
		p.kind, p.rel = Year, byYear
	case monthsSpan:
		p.kind, p.rel = Month, byMonth
	case weeks:
		p.kind, p.rel = Week, byWeek
	case quarters:
		p.kind, p.rel, p.partial = Quarter, byQuarter, true
	case decades:
		if past || off < 0 {
			return point{last: k, kind: Range, rel: byYear, length: 10}, true
		}
		p.kind, p.rel = Decade, byDecade
	case centuries:
		if off >= 0 {
			return p, false
		}
		return point{last: k, kind: Range, rel: byYear, length: 100}, true
	case days:
		p.kind, p.rel = Day, byDay
		if j > i && off != 0 {
			return p, false // "the next day" is counted from the text's own date
		}
	default:
		return p, false
	}
	return p, at(toks, k)[len(at(toks, k))-1] != 's'
}

// shiftedMonth reads "last May", "next May", with its day if one follows.
func shiftedMonth(toks []token.Token, k, m, off int) point {
	p := point{last: k, kind: Month, m: m, rel: nearest, off: off}
	switch off {
	case -1:
		p.n = -1
	case 1:
		p.n = 1
	default:
		p.rel = byYear
	}
	p.off = 0
	if d, last := day(toks, k+1); d > 0 && numberAt(toks, k+1) && valid(m, d) && !measured(toks, last+1) {
		p.d, p.last, p.kind = d, last, Day
	}
	return p
}

// stretch reads "[the last] five years" as the time up to the document, "[the next] two months" as that from it on.
func stretch(toks []token.Token, k, n, off int) (point, bool) {
	p := point{last: k, kind: Range, length: n}
	switch spans[at(toks, k)] {
	case years:
		p.rel = byYear
	case decades:
		p.rel, p.length = byYear, 10*n
	case monthsSpan:
		p.rel, p.partial = byMonth, n < 12
	case weeks:
		p.rel, p.length, p.partial = byDay, 7*n, true
	case days:
		p.rel, p.partial = byDay, true
	default:
		return p, false
	}
	if off > 0 {
		p.length = -p.length
	}
	return p, off != 0
}

// countAt is the number at token i ("two", "10", "half a" is none) and the token behind it.
func countAt(toks []token.Token, i int) (n, next int) {
	if v := integer(toks, i, 3); v > 0 {
		return v, i + 1
	}
	if v := counts[at(toks, i)]; v > 0 {
		if v >= 20 && at(toks, i+1) == "-" && counts[at(toks, i+2)] > 0 {
			return v + counts[at(toks, i+2)], i + 3
		}
		return v, i + 1
	}
	return 0, i
}

// ago reads "two years ago", "a year earlier", "ten days later", "three months from now", "a year after that".
func ago(toks []token.Token, i int) (point, bool) {
	n, j := countAt(toks, i)
	if n == 0 {
		return point{}, false
	}
	span := spans[at(toks, j)]
	sign := 0
	switch at(toks, j+1) {
	case "ago", "earlier", "before", "previously":
		sign = -1
	case "later", "hence", "afterwards", "thereafter":
		sign = 1
	case "from":
		if s := at(toks, j+2); s == "now" || s == "today" {
			sign, j = 1, j+1
		}
	case "after":
		if s := at(toks, j+2); (s == "that" || s == "this") && clauseEnds(toks, j+3) {
			sign, j = 1, j+1
		}
	}
	if sign == 0 || at(toks, j+1) == "before" && !clauseEnds(toks, j+2) {
		return point{}, false // "a year before his election"
	}
	p := point{last: j + 1, off: sign * n}
	switch span {
	case years:
		p.kind, p.rel = Year, byYear
	case decades:
		p.kind, p.rel, p.off = Year, byYear, p.off*10
	case centuries:
		p.kind, p.rel, p.off = Year, byYear, p.off*100
	case monthsSpan:
		p.kind, p.rel = Month, byMonth
	case weeks:
		p.kind, p.rel, p.off = Day, byDay, p.off*7
	case days:
		p.kind, p.rel = Day, byDay
	case quarters:
		p.kind, p.rel = Quarter, byQuarter
	default:
		return p, false
	}
	return p, true
}

// reference reads "the year before", "the same day", "that year", "the next day": what a date of the text settles.
func reference(toks []token.Token, i int) (point, bool) {
	j := i
	if s := at(toks, j); s == "the" || s == "that" {
		j++
	} else {
		return point{}, false
	}
	first := at(toks, j)
	p := point{last: j + 1, kind: Relative, rel: byDay, n: unresolved}
	switch second := at(toks, j+1); {
	case at(toks, i) == "that" && (first == "year" || first == "day" || first == "month"):
		p.last = j
		if first == "day" {
			p.kind = SameDay
		}
	case (first == "year" || first == "month") && second == "after" && (at(toks, j+2) == "next" || at(toks, j+3) == "next"):
		p.kind, p.rel, p.off, p.n, p.last = Year, byYear, 2, 0, j+2
		if first == "month" {
			p.kind, p.rel = Month, byMonth
		}
		if at(toks, p.last) != "next" {
			p.last++
		}
	case (first == "year" || first == "month") && (second == "before" || second == "earlier" || second == "after") && clauseEnds(toks, j+2):
		p.kind, p.rel, p.off, p.n = Year, byYear, -1, 0
		if first == "month" {
			p.kind, p.rel = Month, byMonth
		}
		if second == "after" {
			p.kind, p.rel, p.n, p.off = Relative, byDay, unresolved, 0
		}
	case first == "day" && second == "before":
		p.kind = DayBefore
	case first == "day" && second == "after":
		p.kind = DayAfter
	case first == "same" && second == "day":
		p.kind = SameDay
	case first == "same" && (second == "year" || second == "month" || second == "week" || second == "period"):
	case (first == "previous" || first == "preceding") && second == "day":
		p.kind = DayBefore
	case (first == "next" || first == "following") && second == "day":
		p.kind = DayAfter
	default:
		return p, false
	}
	return p, true
}

// unresolved in n marks a point that the document's date does not settle.
const unresolved = -100

// clauseEnds holds where nothing that "before" or "after" could govern stands at token i.
func clauseEnds(toks []token.Token, i int) bool {
	return i >= len(toks) || toks[i].Kind == token.Mark || function[at(toks, i)] && !determiner[at(toks, i)] || subject[at(toks, i)] && auxiliary[at(toks, i+1)]
}

// A pronoun before an auxiliary starts a clause of its own: "the year before it had been 12 percent".
var (
	subject   = set("it he she they this that")
	auxiliary = set("was were had has is did")
)

var determiner = set("the a an this that he she it they his her its their")

// same reads "same day" without its article.
func same(toks []token.Token, first, i int) (Expr, bool) {
	if at(toks, i+1) != "day" {
		return Expr{}, false
	}
	return Expr{First: first, Last: i + 1, Kind: SameDay, Relative: true, a: point{rel: byDay, n: unresolved}}, true
}

func itoa(s string) int {
	v, _ := strconv.Atoi(s)
	return v
}
