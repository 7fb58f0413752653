package dates

import "ties.dev/ties/stages/annotate/token"

// compound reads "two years and three months ago", "1 month 21 days later" and "two days after tomorrow": a length of
// several units, or one that is counted from a day near the document's.
func compound(toks []token.Token, i int) (point, bool) {
	l, j := lengthAt(toks, i)
	if l.parts == 0 {
		return point{}, false
	}
	sign := 0
	switch at(toks, j) {
	case "ago", "earlier", "previously":
		sign = -1
	case "later", "hence":
		sign = 1
	}
	if sign != 0 {
		return l.from(point{last: j}, sign), l.parts > 1 // of one unit: ago
	}
	switch at(toks, j) {
	case "from", "after":
		sign = 1
	case "before":
		sign = -1
	default:
		return point{}, false
	}
	base, ok := deictic(toks, j+1)
	return l.from(base, sign), ok
}

// length is a length of time of some units, the finest of which says how well it is known.
type length struct {
	months, days, parts int
	finest              span
}

// mostUnits bounds a length: years, months, weeks and days.
const mostUnits = 4

// lengthAt is the length of time at token i and the token behind it; it has no parts where there is none.
func lengthAt(toks []token.Token, i int) (l length, next int) {
	for j := i; l.parts < mostUnits; {
		n, k := countAt(toks, j)
		if n == 0 || !l.add(n, spans[at(toks, k)]) {
			break
		}
		next, j = k+1, k+1
		if s := at(toks, j); s == "," || s == "and" {
			j++
		}
	}
	return l, next
}

func (l *length) add(n int, unit span) bool {
	switch unit {
	case years:
		l.months += 12 * n
	case monthsSpan:
		l.months += n
	case weeks:
		l.days += 7 * n
	case days:
		l.days += n
	default:
		return false
	}
	if l.parts++; l.parts == 1 || unit < l.finest {
		l.finest = unit
	}
	return true
}

// from is the day, month or year that lies the length before or behind the base.
func (l length) from(base point, sign int) point {
	base.off += sign * l.days
	switch l.finest {
	case years:
		base.kind, base.rel, base.off = Year, byYear, sign*l.months/12
	case monthsSpan:
		base.kind, base.rel, base.off = Month, byMonth, sign*l.months
	default:
		base.kind, base.rel, base.over = Day, byDay, sign*l.months
	}
	return base
}

// within reads "within five years" of a sentence that looks ahead, as the time from the document's day on.
func within(toks []token.Token, i int) (Expr, bool) {
	l, next := lengthAt(toks, i+1)
	if l.parts == 0 || at(toks, next) == "of" {
		return Expr{}, false // "within a year of taking office"
	}
	return Expr{First: i, Last: next - 1, Kind: Range, Relative: true, Partial: l.finest != years,
		a: point{kind: Day, rel: byDay}, b: l.from(point{}, 1)}, true
}
