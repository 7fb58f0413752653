package resolve

import (
	"fmt"
	"strings"

	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// convened is the organisation's meeting of leaders where the phrase at chunk i is the subject of a verb of meeting, in the city or
// about the time of one: "Leaders of the CIS gathered in Bishkek on Friday".
func (r *Reader) convened(s *annotate.Sentence, i int) string {
	org := r.conveners(s, i)
	if org == "" {
		return ""
	}
	code := r.summitOf(org)
	if r.gazetteer.Event(code) == nil {
		return ""
	}
	if (r.meets(s, i) || r.at(s, i)) && r.nearEdition(s, i, code) || r.inSession(s, code) {
		return code
	}
	return ""
}

// meets holds where the phrase at i is the subject of a verb of meeting.
func (r *Reader) meets(s *annotate.Sentence, i int) bool {
	top := r.listStart(s, i)
	for v := i + 1; v < len(s.Chunks); v++ {
		c := &s.Chunks[v]
		if c.Kind == annotate.VerbGroup && s.Units[c.Head].Cue("convene") != nil && (c.Subject == i || c.Subject == top) {
			return true
		}
	}
	return false
}

// at holds for "at the G7", "came for the G7" and "attended the G7": the organisation for its meeting.
func (r *Reader) at(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	if !s.Units[c.Head].Has(annotate.Organization) || c.Owned {
		return false
	}
	if c.Case >= 0 {
		word := s.Units[s.Chunks[c.Case].First].Word
		return word == "at" || word == "for" && comesBefore(s, c.Case)
	}
	return i > 0 && (verbOf(s, i-1, "attend") || verbOf(s, i-1, "stay_away"))
}

// comesBefore holds where the nearest verb before chunk i is one of coming.
func comesBefore(s *annotate.Sentence, i int) bool {
	for i--; i >= 0 && s.Chunks[i].Kind != annotate.VerbGroup; i-- {
	}
	return i >= 0 && verbOf(s, i, "come")
}

// verbOf holds for a verb group of the class at chunk v.
func verbOf(s *annotate.Sentence, v int, class string) bool {
	return s.Chunks[v].Kind == annotate.VerbGroup && s.Units[s.Chunks[v].Head].Cue(class) != nil
}

// inSession reports whether the sentence names the city of a meeting that is held about the day of the document.
func (r *Reader) inSession(s *annotate.Sentence, code string) bool {
	for _, e := range editionsOf(r.gazetteer, code) {
		if r.Anchor.Day != 0 && e.Year == r.Anchor.Year && e.City != "" && closeTo(r.day(), e.Start, e.End, weeks) && r.inCity(s, e.City) {
			return true
		}
	}
	return false
}

// conveners is the organisation that the phrase names, as itself or by its leaders.
func (r *Reader) conveners(s *annotate.Sentence, i int) string {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	if m := head.Meaning(annotate.Organization); m != nil && !m.Nickname {
		return m.Code
	}
	if !head.Has(annotate.Office) {
		return ""
	}
	for u := c.First; u < c.Head; u++ {
		if m := s.Units[u].Meaning(annotate.Organization); m != nil {
			return m.Code
		}
	}
	return r.convening(s, i)
}

// byDay is the parade or forum that is held on the day, or in the city, that the sentence gives: "the parade on May 9", "a parade in
// Beijing" in a text of those days.
func (r *Reader) byDay(s *annotate.Sentence, i int) string {
	word := s.Units[s.Chunks[i].Head].Word
	if kinds := kindsOf[word]; word != "parade" && word != "forum" || kinds == nil {
		return ""
	}
	best, most := "", -1
	for k := range r.gazetteer.Events {
		e := &r.gazetteer.Events[k]
		if e.Place == "" || !r.fits(word, e.Code) || r.elsewhere(s, i, e.Code) || !r.hasPlaces(s, e.Host, e.Place) {
			continue
		}
		if r.held(e.Code) && r.inCity(s, e.Place) || e.MD != "" && (r.onDay(s, e.MD) || r.inMonth(s, e)) {
			if n := len(editionsOf(r.gazetteer, e.Code)); n > most {
				best, most = e.Code, n
			}
		}
	}
	return best
}

// hasPlaces is false where the sentence names capitals and none of them is the host's.
func (r *Reader) hasPlaces(s *annotate.Sentence, host, city string) bool {
	other := false
	for u := range s.Units {
		m := s.Units[u].Meaning(annotate.Country)
		if m == nil || m.Form != annotate.Capital {
			continue
		}
		if m.Code == host {
			return true
		}
		other = true
	}
	return !other
}

// inMonth reports whether the sentence names the host's state and the month of an edition: "the June 2020 parade" of Moscow.
func (r *Reader) inMonth(s *annotate.Sentence, e *seeds.Event) bool {
	host := false
	for u := range s.Units {
		m := s.Units[u].Meaning(annotate.Country)
		host = host || m != nil && m.Code == e.Host
	}
	if !host {
		return false
	}
	for _, w := range r.Dates(s) {
		for _, ed := range editionsOf(r.gazetteer, e.Code) {
			if w.From.Month != 0 && w.From.Day == 0 && strings.HasPrefix(ed.Start, fmt.Sprintf("%04d-%02d", w.From.Year, w.From.Month)) {
				return true
			}
		}
	}
	return false
}

// onDay reports whether a date of the sentence is the day of the year, written MM-DD.
func (r *Reader) onDay(s *annotate.Sentence, md string) bool {
	for _, w := range r.Dates(s) {
		if w.From.Day != 0 && fmt.Sprintf("%02d-%02d", w.From.Month, w.From.Day) == md {
			return true
		}
	}
	return false
}
