package dates

import (
	"iter"
	"strconv"
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

func fields(s string) iter.Seq[string] { return strings.FieldsSeq(s) }

// integer is the value of a token of bare digits with at most size of them, or -1.
func integer(toks []token.Token, i, size int) int {
	if !numberAt(toks, i) || len(toks[i].Text) > size {
		return -1
	}
	v, err := strconv.Atoi(toks[i].Text)
	if err != nil {
		return -1
	}
	return v
}

// year4 is the year of a token of four digits, or 0.
func year4(toks []token.Token, i int) int {
	if v := integer(toks, i, 4); v >= 1500 && v <= 2199 && len(toks[i].Text) == 4 {
		return v
	}
	return 0
}

// day is the day of the month at token i (9, 9th, ninth, twenty-first) and its last token.
func day(toks []token.Token, i int) (d, last int) {
	s := at(toks, i)
	if numberAt(toks, i) {
		v, err := strconv.Atoi(strings.TrimRight(s, "stndrh"))
		if err != nil || v < 1 || v > 31 || len(s) > 4 {
			return 0, 0
		}
		return v, i
	}
	if s == "twenty" || s == "thirty" {
		j := i + 1
		if at(toks, j) == "-" {
			j++
		}
		if n := ordinals[at(toks, j)]; n > 0 && n < 10 && at(toks, j) != "last" && at(toks, j) != "final" {
			return pick(s == "twenty" || n == 1, counts[s]+n), j
		}
		return 0, 0
	}
	if n := ordinals[s]; n > 0 && s != "last" && s != "final" {
		return n, i
	}
	return 0, 0
}

// monthDay reads "May 9", "May 9, 2023", "May 2023", "May of 2023", "May last year", "May".
func monthDay(toks []token.Token, i int) (point, bool) {
	m := month(toks, i)
	if m == 0 {
		return point{}, false
	}
	p := point{last: i, kind: Month, m: m, rel: nearest}
	j := i + 1
	if at(toks, j) == "." && numberAt(toks, j+1) && !strings.HasSuffix(toks[i].Text, ".") {
		j++
	}
	if at(toks, j) == "the" || at(toks, j) == "-" && j+1 < len(toks) && !toks[j+1].Space && integer(toks, j+1, 2) > 0 && !toks[j].Space {
		j++
	}
	if d, last := day(toks, j); d > 0 && valid(m, d) && !measured(toks, last+1) && (numberAt(toks, j) || at(toks, j-1) == "the" || !spannedBy(toks, last+1)) {
		p.kind, p.d, p.last = DayOfYear, d, last
	}
	return withYear(toks, p), true
}

// spannedBy holds where an ordinal before token i belongs to a unit: "in May first quarter results".
func spannedBy(toks []token.Token, i int) bool {
	return i < len(toks) && toks[i].Kind == token.Word && !function[at(toks, i)]
}

// measured holds where the number before token i counts something: "In May 9 percent", "In June 5 million".
func measured(toks []token.Token, i int) bool {
	switch at(toks, i) {
	case "percent", "%", "per", "million", "billion", "trillion", "thousand", "hundred", "bn", "points":
		return true
	}
	return false
}

// withYear adds a year behind a month or a day: ", 2023", "of 2023", "last year", "in 2023".
func withYear(toks []token.Token, p point) point {
	j := p.last + 1
	if s := at(toks, j); s == "," || s == "of" || s == "in" || s == "-" && !toks[j].Space {
		j++
	}
	if y := yearBehind(toks, j, p); y > 0 && at(toks, j+1) != "%" && !counted[at(toks, j+1)] {
		if p.d == 29 && p.m == 2 && y%4 != 0 {
			return p
		}
		p.y, p.last, p.rel = y, j, absolute
		if p.d > 0 {
			p.kind = Day
		}
		return p
	}
	if at(toks, j) == "the" {
		j++
	}
	if j == p.last+1 && at(toks, j) == "," {
		return p
	}
	if off, ok := shifts[at(toks, j)]; ok && at(toks, j+1) == "year" {
		p.rel, p.off, p.last = byYear, off, j+1
		if p.d > 0 {
			p.kind = Day
		}
	}
	return p
}

// yearBehind is the year at token j behind a month or day; behind a day it may be of the Middle Ages.
func yearBehind(toks []token.Token, j int, p point) int {
	if y := year4(toks, j); y > 0 || p.d == 0 {
		return y
	}
	if y := integer(toks, j, 4); y >= 1000 && j == p.last+1 {
		return y
	}
	return 0
}

// dayMonth reads "9 May", "the 9th of May", "9 May 2023", "9th day of May", "9-May-2023", "the 15th of this month".
func dayMonth(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	d, last := day(toks, j)
	if d == 0 {
		return point{}, false
	}
	j = last + 1
	if at(toks, j) == "day" {
		j++
	}
	if s := at(toks, j); s == "of" || s == "." || s == "-" && !toks[j].Space && j+1 < len(toks) && !toks[j+1].Space {
		j++
	}
	if at(toks, j) == "the" {
		j++
	}
	if m := month(toks, j); m > 0 && valid(m, d) {
		p := point{last: j, kind: DayOfYear, m: m, d: d, rel: nearest}
		if at(toks, j+1) == "." && year4(toks, j+2) > 0 {
			p.last++
		}
		return withYear(toks, p), true
	}
	if off, ok := shifts[at(toks, j)]; ok && at(toks, j+1) == "month" {
		return point{last: j + 1, kind: Day, d: d, rel: byMonth, off: off}, true
	}
	return point{}, false
}

// dayOfMonth reads "on the 9th", where no noun follows.
func dayOfMonth(toks []token.Token, i int) (point, bool) {
	s := at(toks, i)
	if s != "the" || !numberAt(toks, i+1) || !beforeDay[at(toks, i-1)] || !strings.HasSuffix(at(toks, i+1), "h") && !strings.HasSuffix(at(toks, i+1), "d") && !strings.HasSuffix(at(toks, i+1), "st") {
		return point{}, false
	}
	d, last := day(toks, i+1)
	if d == 0 || last+1 < len(toks) && toks[last+1].Kind == token.Word && !function[at(toks, last+1)] || at(toks, last+1) == "-" {
		return point{}, false
	}
	return point{last: last, kind: Day, d: d, rel: nearest}, true
}

var beforeDay = set("on by until till for from to and before after back since")
