package resolve

import (
	"fmt"

	"ties.dev/ties/stages/annotate"
)

// site is the event that is meant where the phrase names its place or its holiday: Red Square in a text of those days or
// one that has named the parade, Victory Day where the sentence speaks of Moscow.
func (r *Reader) site(s *annotate.Sentence, i int, before []Occasion) string {
	for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ {
		m := s.Units[u].Meaning(annotate.Site)
		if m == nil {
			continue
		}
		if m.Holiday && r.hostNamed(s, m.Code) || !m.Holiday && (r.held(m.Code) || r.mentioned(s, m.Code, before)) {
			return m.Code
		}
	}
	return ""
}

// placed is the event of a parade or celebration that is said to be held at the site of one: "a reduced parade on Moscow's Red Square".
func (r *Reader) placed(s *annotate.Sentence, i int) string {
	word := s.Units[s.Chunks[i].Head].Word
	for j := i + 1; j+1 < len(s.Chunks) && j < i+6; j++ {
		if k := s.Chunks[j].Kind; k != annotate.NounPhrase && k != annotate.Preposition {
			break
		}
		for u := s.Chunks[j].First; u <= s.Chunks[j].Last; u++ {
			if m := s.Units[u].Meaning(annotate.Site); m != nil && !m.Holiday && r.fits(word, m.Code) {
				return m.Code
			}
		}
	}
	return ""
}

// atItsPlace is the parade whose site or city the clause names before it: "on Red Square for the parade", "came to Moscow for the parade".
func (r *Reader) atItsPlace(s *annotate.Sentence, i int) string {
	c := &s.Chunks[i]
	if word := s.Units[c.Head].Word; c.Det != "the" || word != "parade" && word != "parades" || c.First+1 != c.Last || c.Gen >= 0 {
		return ""
	}
	for j := i - 1; j >= 0 && s.Chunks[j].Clause == c.Clause; j-- {
		n := &s.Chunks[j]
		if n.Kind != annotate.NounPhrase || n.Case < 0 {
			continue
		}
		for u := n.First; u <= n.Last; u++ {
			if m := s.Units[u].Meaning(annotate.Site); m != nil && !m.Holiday {
				return m.Code
			}
			if m := s.Units[u].Meaning(annotate.Place); m != nil {
				return r.paradeOf(m.Code)
			}
		}
	}
	return ""
}

// paradeOf is the parade that is held year after year in the city, "" for none.
func (r *Reader) paradeOf(city string) string {
	best, most := "", 1
	for k := range r.gazetteer.Events {
		if e := &r.gazetteer.Events[k]; e.Place == city && e.MD != "" && r.fits("parade", e.Code) {
			if n := len(editionsOf(r.gazetteer, e.Code)); n > most {
				best, most = e.Code, n
			}
		}
	}
	return best
}

// held reports whether the document is of the days of the event.
func (r *Reader) held(event string) bool {
	for _, e := range editionsOf(r.gazetteer, event) {
		if r.Anchor.Day != 0 && e.Year == r.Anchor.Year && closeTo(r.day(), e.Start, e.End, arrival) {
			return true
		}
	}
	return false
}

// inSeason reports whether the document is of the days about the day of the year on which the event is always held.
func (r *Reader) inSeason(event string) bool {
	e := r.gazetteer.Event(event)
	if e == nil || e.MD == "" || r.Anchor.Day == 0 {
		return false
	}
	day := fmt.Sprintf("%04d-%s", r.Anchor.Year, e.MD)
	return closeTo(r.day(), day, day, arrival)
}

// mentioned reports whether the text has named the event: in the sentence before the phrase, or as the last one before it.
func (r *Reader) mentioned(s *annotate.Sentence, event string, before []Occasion) bool {
	for _, o := range before {
		if o.Event == event {
			return true
		}
	}
	o, ok := r.spokenBefore(s)
	return ok && o.Event == event
}

// hostNamed reports whether the sentence names the event's state or its capital as a place.
func (r *Reader) hostNamed(s *annotate.Sentence, event string) bool {
	e := r.gazetteer.Event(event)
	for u := range s.Units {
		if m := s.Units[u].Meaning(annotate.Country); m != nil && e != nil && m.Code == e.Host && m.Form == annotate.Capital {
			return true
		}
	}
	return false
}
