package dates

import "ties.dev/ties/stages/annotate/token"

// weekday reads "Tuesday", "last Tuesday", "Tuesday, May 9", "Tuesday of next week", "Tuesday the 9th".
func weekday(toks []token.Token, i int) (point, bool) {
	j, off := i, 0
	if v, ok := shifts[at(toks, i)]; ok {
		off, j = v, i+1
	}
	n := weekdays[at(toks, j)]
	if n == 0 || len(at(toks, j)) < 6 && !(capital(&toks[j]) || j > i || months[at(toks, j+2)] > 0 || months[at(toks, j+4)] > 0 || len(at(toks, j)) > 3) {
		return point{}, false
	}
	k := j + 1
	if at(toks, k) == "." || at(toks, k) == "," {
		k++
	}
	short := len(at(toks, j)) < 6
	if j == i {
		if p, ok := dayMonth(toks, k); ok && p.m > 0 {
			return p, true
		}
		if p, ok := monthDay(toks, k); ok && p.d > 0 {
			return p, true
		}
		if p, ok := numeric(toks, k); ok && p.kind == Day {
			return p, true
		}
		if at(toks, k) == "the" {
			if d, last := dayWord(toks, k+1); d > 0 {
				return point{last: last, kind: Day, n: n, d: d, rel: nearest}, true
			}
		}
	}
	if short && j == i && at(toks, i-1) != "on" {
		return point{}, false
	}
	p := point{last: j, kind: Weekday, n: n, rel: nearest, off: off}
	if j > i && off == 0 || off > 0 {
		p.rel = byWeek
	}
	s := j + 1
	if at(toks, s) == "of" {
		s++
	}
	if v, ok := shifts[at(toks, s)]; ok && at(toks, s+1) == "week" {
		p.rel, p.off, p.last = byWeek, v, s+1
	}
	return p, true
}

// dayWord is a day of the month behind a weekday: "the 11th", "the fifteen", "the seventh".
func dayWord(toks []token.Token, i int) (d, last int) {
	if d, last = day(toks, i); d > 0 {
		return d, last
	}
	if n := counts[at(toks, i)]; n > 3 && n < 32 {
		return n, i
	}
	return 0, 0
}

// nthWeekday reads "the first Friday of July", "the third Wednesday of next month".
func nthWeekday(toks []token.Token, i int) (point, bool) {
	j := i
	if at(toks, j) == "the" {
		j++
	}
	nth, n := ordinals[at(toks, j)], weekdays[at(toks, j+1)]
	if at(toks, j) == "last" || at(toks, j) == "final" {
		nth = -1
	}
	if nth == 0 || nth > 5 || n == 0 || at(toks, j+2) != "of" && at(toks, j+2) != "in" {
		return point{}, false
	}
	p, ok := pointAt(toks, j+3, true)
	p.n, p.nth = n, nth
	if !ok || p.kind != Month {
		return p, false
	}
	p.kind = Day
	return p, true
}

// inMonth is the nth weekday of the month of d; none where the month has no fifth.
func (p point) inMonth(d Date) Date {
	if d.Year == 0 || d.Month == 0 {
		return Date{Month: d.Month}
	}
	d.Day = 1
	first := d.add((p.n - isoWeekday(d) + 7) % 7)
	if p.nth < 0 {
		for last := first; last.Month == d.Month; last = last.add(7) {
			first = last
		}
		return first
	}
	if first = first.add(7 * (p.nth - 1)); first.Month != d.Month {
		return Date{}
	}
	return first
}

// withWeekday is the month nearest to d in which the day falls on the weekday p.n: "Friday the 11th".
func (p point) withWeekday(d Date) Date {
	for _, off := range [...]int{0, 1, -1, 2, -2} {
		m := d.addMonths(off)
		if m.Day = p.d; valid(m.Month, m.Day) && isoWeekday(m) == p.n {
			return m
		}
	}
	return d
}
