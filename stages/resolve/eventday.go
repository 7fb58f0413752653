package resolve

import (
	"fmt"
	"time"

	"ties.dev/ties/stages/annotate/dates"
)

// Days are the first and the last day on which the event is held, where its year is one and the gazetteer has its days.
func (r *Reader) Days(o *Occasion) (first, last dates.Date, known bool) {
	if len(o.Years) != 1 {
		return first, last, false
	}
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if e.Year != o.Years[0] {
			continue
		}
		first, known = calendarDay(e.Start)
		if last, _ = calendarDay(e.End); last.Year == 0 {
			last = first
		}
		return first, last, known
	}
	if e := r.gazetteer.Event(o.Event); e != nil && e.MD != "" {
		first, known = calendarDay(fmt.Sprintf("%04d-%s", o.Years[0], e.MD))
	}
	return first, first, known
}

func calendarDay(s string) (dates.Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return dates.Date{}, false
	}
	return dates.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}

// DaysAhead is the day that lies so many days before the first one of the event.
func (r *Reader) DaysAhead(o *Occasion, n int) (dates.Date, bool) {
	first, _, known := r.Days(o)
	if !known {
		return first, false
	}
	t := time.Date(first.Year, time.Month(first.Month), first.Day-n, 0, 0, 0, 0, time.UTC)
	return dates.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}
