package dates

// Resolve gives the expression its dates, counted from anchor, the day of the document (zero where it is not known).
// A day or month without a year is the last one, unless the next is near: within reach. A weekday is the last one before
// the anchor or the day itself.
func (e Expr) Resolve(anchor Date) Expr {
	if e.a.n == unresolved {
		return e
	}
	from, to := e.a.resolve(anchor)
	switch {
	case e.b.kind != 0:
		_, to = e.b.resolve(anchor)
		if from.Year > 0 && to.Year > 0 && to.Before(from) && e.a.rel == nearest && from.Month > 0 {
			from.Year--
		}
	case e.Kind == Since:
		to = Date{}
	case e.Kind == Until:
		from = Date{}
	}
	e.From, e.To = from, to
	return e
}

// resolve is the first and the last date of a point.
func (p point) resolve(anchor Date) (from, to Date) {
	if p.length != 0 {
		return p.stretch(anchor)
	}
	switch p.kind {
	case Quarter, Half:
		return p.part(anchor)
	case Decade:
		y := p.y
		if p.rel == byDecade && anchor.Year > 0 {
			y = (anchor.Year/10 + p.off) * 10
		}
		if y == 0 {
			return
		}
		return Date{Year: y}, Date{Year: y + 9}
	case Range, FiscalYear:
		return p.months(anchor)
	case Week:
		monday := anchor.add(7*p.off - (isoWeekday(anchor) - 1))
		return monday, monday.add(6)
	case Weekday:
		d := p.weekday(anchor)
		return d, d
	}
	if p.nth != 0 {
		month := p
		month.n, month.d = 0, 0
		d := p.inMonth(month.date(anchor))
		return d, d
	}
	d := p.date(anchor)
	if p.m == 0 && p.d > 0 && p.n > 0 && p.kind == Day && d.Year > 0 {
		d = p.withWeekday(d)
	}
	return d.real(), d.real()
}

// date is the date of a year, month or day.
func (p point) date(anchor Date) Date {
	switch p.rel {
	case byYear:
		if anchor.Year == 0 {
			return Date{Month: p.m, Day: p.d}
		}
		return Date{anchor.Year + p.off, p.m, p.d}
	case byMonth:
		d := anchor.addMonths(p.off)
		if d.Known() {
			d.Day = p.d
		}
		return d
	case byDay:
		return anchor.shift(p.over, p.off)
	case nearest:
		return p.nearest(anchor)
	}
	return Date{p.y, p.m, p.d}
}

// nearest picks the year (of a month or a day), or the month (of a bare day), that is nearest to the anchor.
func (p point) nearest(anchor Date) Date {
	d := Date{Month: p.m, Day: p.d}
	switch {
	case anchor.Year == 0 || anchor.Month == 0:
		return d
	case p.m == 0:
		if d = anchor.addMonths(0); p.d > anchor.Day {
			d = anchor.addMonths(-1)
		}
		d.Day = p.d
		return d
	}
	before := p.m < anchor.Month || p.m == anchor.Month && (p.d == 0 || anchor.Day == 0 || p.d <= anchor.Day)
	d.Year = anchor.Year
	distance := p.m - anchor.Month
	switch {
	case p.n < 0: // "last May"
		if !before || p.m == anchor.Month && p.d == 0 {
			d.Year--
		}
	case p.n > 0: // "next May"
		if before {
			d.Year++
		}
	case p.m == 2 && p.d == 29:
		for d.Year%4 != 0 || !before && d.Year == anchor.Year {
			d.Year--
		}
	case !before && distance > p.reach():
		d.Year--
	case before && distance+12 <= p.reach():
		d.Year++
	}
	return d
}

// reach is how many months ahead a month without a year may lie. Reports look back (the dates of timenorm's news agree
// most often with 2 or 3); a sentence with "will" looks ahead.
func (p point) reach() int {
	if p.ahead {
		return 9
	}
	return 3
}

// weekday is the day of the week that is meant.
func (p point) weekday(anchor Date) Date {
	if !anchor.complete() {
		return Date{}
	}
	today := isoWeekday(anchor)
	if p.rel == byWeek {
		return anchor.add(7*p.off + p.n - today)
	}
	back := (today - p.n + 7) % 7
	if p.off < 0 && back == 0 {
		back = 7
	}
	return anchor.add(-back)
}

// isoWeekday counts from Monday as 1.
func isoWeekday(d Date) int {
	if !d.complete() {
		return 1
	}
	return (int(d.time().Weekday())+6)%7 + 1
}
