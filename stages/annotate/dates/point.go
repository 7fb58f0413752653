package dates

import (
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate/token"
)

// relation is what a point is counted from.
type relation uint8

const (
	absolute  relation = iota
	byYear             // the year is the document's plus off
	byMonth            // the month is the document's plus off
	byDay              // the day is the document's plus off
	byWeek             // the week is the document's plus off, with n as its day
	byQuarter          // the quarter is the document's plus off
	byDecade           // the decade is the document's plus off
	nearest            // the year, or the month, that brings it nearest to the document
)

// point is a date or a unit of the calendar before it is resolved.
type point struct {
	last       int // token
	kind       Kind
	y, m, d, n int // n: quarter, half, number of months, weekday, end of a fiscal year
	rel        relation
	off        int
	over       int // with byDay: the months between, beside off days
	nth        int // of the weekdays of the month: "the first Friday of July"
	length     int // of a stretch that ends (or, below 0, starts) at the document, in units of rel
	partial    bool
	ahead      bool // the sentence speaks of what is to come
}

// pointAt is the longest point that starts at token i.
func pointAt(toks []token.Token, i int, listed bool) (point, bool) {
	if i >= len(toks) {
		return point{}, false
	}
	var best point
	found := false
	for _, read := range readers {
		if p, ok := read(toks, i); ok && (!found || p.last > best.last) {
			best, found = p, true
		}
	}
	if !found && toks[i].Kind == token.Number {
		best, found = yearAt(toks, i, listed)
	}
	if !found && at(toks, i) == "the" && i+1 < len(toks) {
		return afterThe(toks, i+1)
	}
	return best, found
}

// readers are tried in order; the longest reading wins, the first among equals.
var readers []func(toks []token.Token, i int) (point, bool)

func init() { // set here, since they call pointAt in turn
	readers = []func(toks []token.Token, i int) (point, bool){
		numeric, dayMonth, monthDay, weekday, nthWeekday, deictic, shifted, ago, compound, quarterAt, halfAt, shortPart, firstMonths, fiscal, decade, phase, reference, dayOfMonth,
	}
}

// afterThe reads what may follow "the" at token i; a year leaves the article to its noun ("the 2022 summit").
func afterThe(toks []token.Token, i int) (point, bool) {
	if toks[i].Kind == token.Number || !starts(toks, i) || toks[i].Lower == "the" {
		return point{}, false
	}
	return pointAt(toks, i, false)
}

// month is the number of the month at token i, or 0. May and March are words, too: they need a capital and a neighbour.
func month(toks []token.Token, i int) int {
	m := months[at(toks, i)]
	if m > 0 && at(toks, i+1) == "," && year4(toks, i+2) > 0 {
		return m
	}
	switch at(toks, i) {
	case "may", "march":
		if !capital(&toks[i]) {
			if at(toks, i-1) == "of" && (ordinals[at(toks, i-2)] > 0 || numberAt(toks, i-2)) || at(toks, i+1) == "the" && ordinals[at(toks, i+2)] > 3 {
				return m
			}
			return pick(numberAt(toks, i+1) && (i+2 >= len(toks) || toks[i+2].Kind != token.Word), m)
		}
		beside := numberAt(toks, i+1) || numberAt(toks, i-1) || ordinals[at(toks, i+1)] > 0 || len(toks) == 1
		return pick(beside || i > 0 && beforeMonth[at(toks, i-1)], m)
	case "mar", "jan":
		return pick(capital(&toks[i]) || at(toks, i) == "jan" || numberAt(toks, i+1) || numberAt(toks, i-1), m)
	}
	return m
}

func pick(ok bool, v int) int {
	if ok {
		return v
	}
	return 0
}

func capital(t *token.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

func numberAt(toks []token.Token, i int) bool {
	return i >= 0 && i < len(toks) && toks[i].Kind == token.Number
}

var beforeMonth = set("in of since until till by last next this early late mid - – during before after from to through and between every each ( , for past previous following on around end")

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range fields(list) {
		m[w] = true
	}
	return m
}
