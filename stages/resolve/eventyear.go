package resolve

import (
	"fmt"
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// eventYears are the years of the edition of the event that the phrase at chunk i means, and whether they sum up a period.
func (r *Reader) eventYears(s *annotate.Sentence, i int, event string) ([]int, bool) {
	if years := r.YearsBehind(s, i); len(years) > 1 {
		return years, false
	}
	if y := r.dateIn(s, i); y != 0 {
		return []int{y}, false
	}
	if y := r.ordinalYear(s, i, event); y != 0 {
		return []int{y}, false
	}
	if y, _ := r.contextYear(s, event); y != 0 && s.Chunks[i].Det == "this" {
		return []int{y}, false // could not come to this summit because of a vote in 2011
	}
	if w, ok := r.sentenceDate(s, i); ok && !firstSince(s, w) && !r.byTheWay(s, i, w, event) {
		if w.Kind == dates.Since || w.From.Year != w.To.Year && w.To.Year != 0 || sinceThen(s, w.Chunk) {
			return r.period(w), true
		}
		return []int{w.From.Year}, false
	}
	if y := r.onlyHolding(event); y != 0 {
		return []int{y}, false
	}
	if y := r.cityYear(s, i, event); y != 0 {
		return []int{y}, false
	}
	if y := r.frame(s); y != 0 {
		return []int{y}, false
	}
	if y, span := r.contextYear(s, event); y != 0 {
		return []int{y}, span
	}
	if y := r.datedYear(event); y != 0 && r.Anchor.Year == 0 {
		return []int{y}, false
	}
	if y := r.recentYear(s); y != 0 && r.Anchor.Year == 0 {
		return []int{y}, false
	}
	if y := r.installed(s, event); y != 0 {
		return []int{y}, false
	}
	if y := r.editionYear(s, i, event); y != 0 {
		return []int{y}, false
	}
	return nil, false
}

// byTheWay holds for a date in a relative clause behind the event, of whose editions none was held in its year: "at the summit, answering
// a vote that had put the blame for 1939 on Moscow".
func (r *Reader) byTheWay(s *annotate.Sentence, i int, w When, event string) bool {
	if w.Chunk <= i || s.Chunks[w.Chunk].Clause == s.Chunks[i].Clause || !inRelative(s, w.Chunk) {
		return false
	}
	return len(editionsOf(r.gazetteer, event)) > 0 && !r.holds(&Occasion{Event: event, Years: []int{w.From.Year}})
}

// stateNamed is the state that unit u names.
func (r *Reader) stateNamed(s *annotate.Sentence, u int) (string, bool) {
	if x := &s.Units[u]; !x.Has(annotate.Country) || x.Tag != annotate.TagName {
		return "", false
	}
	return r.country(s, u)
}

// contextYear is the year that the text gave this event last, and whether it stood for a period that starts with it.
func (r *Reader) contextYear(s *annotate.Sentence, event string) (year int, span bool) {
	for i := s.Index - 1; i >= 0 && i > s.Index-15; i-- {
		list := r.events(i)
		for k := len(list) - 1; k >= 0; k-- {
			if o := list[k]; o.Event == event && len(o.Years) == 1 && !o.Shown && !r.bygone(s, i, o.Chunk) {
				if home, ok := r.mainOccasion(); ok && home.Event == event && len(home.Years) == 1 && o.Years[0] != home.Years[0] && r.Doc.Sentence(i).Paragraph < s.Paragraph {
					return home.Years[0], false // what was said of another edition has ended with its paragraph
				}
				if first := r.firstYear(event); first != 0 && first != o.Years[0] && r.Doc.Sentence(i).Paragraph < s.Paragraph {
					return first, false
				}
				return o.Years[0], o.Span
			}
		}
	}
	if o, ok := r.titleOccasion(); ok && o.Event == event && len(o.Years) == 1 {
		return o.Years[0], o.Span
	}
	return 0, false
}

// firstYear is the year of the edition that the text speaks of first, where it is the one of the document's days; 0 where it is another.
func (r *Reader) firstYear(event string) int {
	if r.Anchor.Year == 0 {
		return 0
	}
	for i := 0; i < r.Doc.Len() && i < framed; i++ {
		for _, o := range r.events(i) {
			if o.Event != event || len(o.Years) != 1 || o.Shown {
				continue
			}
			for _, e := range editionsOf(r.gazetteer, event) {
				if e.Year == o.Years[0] && closeTo(r.day(), e.Start, e.End, weeks) {
					return e.Year
				}
			}
			return 0
		}
	}
	return 0
}

// bygone holds for an edition that a paragraph before spoke of as the one before.
func (r *Reader) bygone(s *annotate.Sentence, i, chunk int) bool {
	t := r.Doc.Sentence(i)
	if t.Paragraph == s.Paragraph {
		return false
	}
	for u := t.Chunks[chunk].First; u < t.Chunks[chunk].Head; u++ {
		if t.Units[u].Cue("bygone") != nil {
			return true
		}
	}
	return false
}

// datedYear is the year of the one full date anywhere in the text that falls on the event's day of the year, or 0.
func (r *Reader) datedYear(event string) int {
	e := r.gazetteer.Event(event)
	if e == nil || e.MD == "" {
		return 0
	}
	if year, ok := r.dated[event]; ok {
		return year
	}
	if r.dated == nil {
		r.dated = map[string]int{}
	}
	r.dated[event] = r.yearOfDay(e.MD)
	return r.dated[event]
}

// yearOfDay is the one year in which the text gives a full date on that day of the year, written MM-DD; 0 for none or several.
func (r *Reader) yearOfDay(md string) int {
	year := 0
	for i := range r.Doc.Len() {
		s := r.Doc.Sentence(i)
		for _, w := range r.Dates(s) {
			if w.From.Day == 0 || w.From != w.To || fmt.Sprintf("%02d-%02d", w.From.Month, w.From.Day) != md || w.From.Year == year || r.picture(s) {
				continue
			}
			if year != 0 {
				return 0
			}
			year = w.From.Year
		}
	}
	return year
}

// recentYear is the year of the date that the text gave last, in the sentences right before.
func (r *Reader) recentYear(s *annotate.Sentence) int {
	for back := 1; back <= 2 && s.Index-back >= 0; back++ {
		t := r.Doc.Sentence(s.Index - back)
		if all := r.Dates(t); len(all) > 0 && !r.picture(t) && all[len(all)-1].From.Year == all[len(all)-1].To.Year {
			return all[len(all)-1].From.Year
		}
	}
	return 0
}

// future holds for a sentence whose main verb speaks of what is to come.
func future(s *annotate.Sentence) bool {
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.VerbGroup {
			continue
		}
		if c.Infinite && c.Parent < 0 && c.Subject >= 0 && (s.Heading || !finite(s)) {
			return true // X to attend
		}
		if c.Modal == "will" || c.Modal == "'ll" || c.Modal == "wo" {
			return true
		}
		switch c.Lemma {
		case "plan", "expect", "intend", "schedule":
			return true
		}
	}
	return false
}

// finite holds for a sentence with a finite verb: a headline that runs into the line below it has none.
func finite(s *annotate.Sentence) bool {
	return slices.ContainsFunc(s.Chunks, func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
}
