package resolve

import (
	"fmt"
	"strconv"
	"time"

	"ties.dev/ties/stages/annotate"
)

// Venue reports whether the phrase at chunk i names the place of the event: its city, its host, or the event itself.
func (r *Reader) Venue(s *annotate.Sentence, i int, o *Occasion) bool {
	for _, here := range r.events(s.Index) {
		if here.Chunk == i {
			return here.Event == o.Event
		}
	}
	c := &s.Chunks[i]
	if s.Units[c.Head].Cue("city_noun") != nil && c.Det == "the" && r.unplaced(s, c) {
		return true // the Tatar capital, the port city
	}
	for u := c.First; u <= c.Last; u++ {
		if m := s.Units[u].Meaning(annotate.Country); m != nil && m.Code == o.Host {
			return true
		}
		if m := s.Units[u].Meaning(annotate.Place); m != nil && r.heldIn(o, m.Code) {
			return true
		}
	}
	return false
}

// unplaced holds for a phrase that names no state and no place.
func (r *Reader) unplaced(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Has(annotate.Country) || s.Units[u].Has(annotate.Place) {
			return false
		}
	}
	return true
}

func (r *Reader) heldIn(o *Occasion, city string) bool {
	for _, e := range r.holdings(o) {
		if e.City == city && len(o.Years) == 1 && e.Year == o.Years[0] {
			return true
		}
	}
	e := r.gazetteer.Event(o.Event)
	return e != nil && e.Place == city
}

// arrival in days is how long before and after an event those come and go who attend it.
const arrival = 5

// During reports whether the date fits the event: its year, and its days where both are known, arrival and departure included.
func (r *Reader) During(w When, o *Occasion) bool {
	if len(o.Years) != 1 || w.From.Year != o.Years[0] {
		return len(o.Years) != 1
	}
	if w.From.Month == 0 {
		return true
	}
	known := false
	for _, e := range r.holdings(o) {
		if e.Year != o.Years[0] || len(e.Start) < 7 {
			continue
		}
		known = true
		if w.From.Day == 0 || len(e.Start) < 10 {
			if month, _ := strconv.Atoi(e.Start[5:7]); month == w.From.Month {
				return true
			}
			continue
		}
		if closeTo(fmt.Sprintf("%04d-%02d-%02d", w.From.Year, w.From.Month, w.From.Day), e.Start, e.End, arrival) {
			return true
		}
	}
	return !known
}

// Past reports whether the date is a day after the last one of the event: who comes then comes for something else.
func (r *Reader) Past(w When, o *Occasion) bool {
	if w.From.Day == 0 || len(o.Years) != 1 || w.From.Year != o.Years[0] {
		return false
	}
	day := fmt.Sprintf("%04d-%02d-%02d", w.From.Year, w.From.Month, w.From.Day)
	over := false
	for _, e := range r.holdings(o) {
		if e.Year != o.Years[0] {
			continue
		}
		if len(e.End) < len(day) || day <= e.End {
			return false
		}
		over = true
	}
	return over
}

// closeTo reports whether the day lies less than so many days from the stretch; what is not known in full counts as close.
func closeTo(day, start, end string, days int) bool {
	d, err := time.Parse(time.DateOnly, day)
	a, err2 := time.Parse(time.DateOnly, start)
	b, err3 := time.Parse(time.DateOnly, end)
	if err3 != nil {
		b = a
	}
	if err != nil || err2 != nil {
		return true
	}
	return d.After(a.AddDate(0, 0, -days)) && d.Before(b.AddDate(0, 0, days))
}

// Over reports whether the event was held before the day of the document; in a document without a day it counts as held.
func (r *Reader) Over(o *Occasion) bool {
	day := r.day()
	if day == "" || len(o.Years) != 1 {
		return day == ""
	}
	for _, e := range r.holdings(o) {
		if e.Year == o.Years[0] && len(e.Start) == len(day) {
			return e.Start <= day
		}
	}
	return o.Years[0] < r.Anchor.Year
}

// soon and lately are how many days before an edition a text speaks of it as to come, and how many after one it still speaks of that.
const soon, lately = 6, 30

// Ahead reports whether the first day of the event is known to lie behind the day of the document.
func (r *Reader) Ahead(o *Occasion) bool {
	ahead, past, _, _ := r.editionsAbout(o)
	return ahead && !past
}

// Coming reports whether the event lies ahead, or its next edition of the year is close and none was held lately.
func (r *Reader) Coming(o *Occasion) bool {
	ahead, past, near, recent := r.editionsAbout(o)
	return ahead && (!past || near && !recent)
}

// editionsAbout tells of the editions of the event's year whether some lie ahead of the document's day or before it, close to it or lately.
func (r *Reader) editionsAbout(o *Occasion) (ahead, past, near, recent bool) {
	for _, e := range r.holdings(o) {
		if len(o.Years) != 1 || e.Year != o.Years[0] {
			continue
		}
		if len(e.Start) != 10 || r.Anchor.Day == 0 {
			return false, false, false, false
		}
		if e.Start <= r.day() {
			past, recent = true, recent || closeTo(r.day(), e.Start, e.End, lately)
			continue
		}
		ahead, near = true, near || closeTo(r.day(), e.Start, e.End, soon)
	}
	return ahead, past, near, recent
}

// ToCome reports whether the document is dated so long before the event that nobody can have arrived for it.
func (r *Reader) ToCome(o *Occasion) bool {
	if r.Anchor.Day == 0 || len(o.Years) != 1 || o.Years[0] < r.Anchor.Year {
		return false
	}
	for _, e := range r.holdings(o) {
		if e.Year == o.Years[0] && (len(e.Start) < 10 || e.Start <= r.day() || closeTo(r.day(), e.Start, e.End, arrival)) {
			return false
		}
	}
	return o.Years[0] > r.Anchor.Year || r.holds(o)
}

// holds reports whether an edition of the event is known in its year.
func (r *Reader) holds(o *Occasion) bool {
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if e.Year == o.Years[0] {
			return true
		}
	}
	return false
}
