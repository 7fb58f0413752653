package dates

// stretch is the time of p.length units up to the anchor, or from it on where the length is below 0.
func (p point) stretch(anchor Date) (from, to Date) {
	var end, far Date
	switch p.rel {
	case byYear:
		if anchor.Year == 0 {
			return
		}
		end, far = Date{Year: anchor.Year}, Date{Year: anchor.Year - p.length}
	case byMonth:
		end, far = anchor.addMonths(0), anchor.addMonths(-p.length)
	default:
		end, far = anchor, anchor.add(-p.length)
	}
	if p.length < 0 {
		return end, far
	}
	return far, end
}

// part is a quarter or a half by its first and last month.
func (p point) part(anchor Date) (from, to Date) {
	size := 3
	if p.kind == Half {
		size = 6
	}
	y, n := p.y, p.n
	switch p.rel {
	case byQuarter:
		if anchor.Month == 0 {
			return
		}
		from = Date{Year: anchor.Year, Month: (anchor.Month-1)/3*3 + 1}.addMonths(3 * p.off)
		return from, from.addMonths(2)
	case byYear:
		y = anchor.Year + p.off
	case nearest:
		y = anchor.Year
		if anchor.Month > 0 && (n-1)*size+1 > anchor.Month {
			y-- // a quarter that has not begun is last year's
		}
	}
	if y == 0 || p.rel != absolute && anchor.Year == 0 {
		return
	}
	from = Date{Year: y, Month: (n-1)*size + 1}
	return from, from.addMonths(size - 1)
}

// months is a number of months from the start (or, below 0, the end) of a year, or a pair of years: 2022-23.
func (p point) months(anchor Date) (from, to Date) {
	y := p.y
	if p.rel != absolute {
		if anchor.Year == 0 {
			return
		}
		y = anchor.Year + p.off
	}
	switch {
	case p.kind == FiscalYear || !p.partial && p.rel == absolute && p.n == 1:
		return Date{Year: y}, Date{Year: y + p.n}
	case p.n < 0:
		return Date{Year: y, Month: 13 + p.n}, Date{Year: y, Month: 12}
	}
	return Date{Year: y, Month: 1}, Date{Year: y, Month: p.n}
}
