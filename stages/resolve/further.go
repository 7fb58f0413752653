package resolve

import (
	"fmt"

	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// holdings are the editions of the occasion's event that are known, with the one that the text itself dates apart from them:
// an extraordinary summit stands in no calendar.
func (r *Reader) holdings(o *Occasion) []seeds.Edition {
	known := editionsOf(r.gazetteer, o.Event)
	if r.Anchor.Day == 0 || len(o.Years) != 1 || o.Years[0] != r.Anchor.Year {
		return known
	}
	e := r.furtherEdition(o.Event)
	if e.Start == "" {
		return known
	}
	return append([]seeds.Edition{e}, known...)
}

// headLines is how many sentences of a report say when the event is that it is about.
const headLines = 8

// furtherEdition is an event as the head of the text dates it, near the text's own day and far from every edition known; without a start
// where it does not.
func (r *Reader) furtherEdition(event string) seeds.Edition {
	if e, ok := r.further[event]; ok {
		return e
	}
	if r.further == nil {
		r.further = map[string]seeds.Edition{}
	}
	r.further[event] = seeds.Edition{} // a search that leads back to itself finds nothing
	for i := range min(headLines, r.Doc.Len()) {
		s := r.Doc.Sentence(i)
		for _, o := range r.events(i) {
			if o.Event != event || len(o.Years) != 1 || o.Years[0] != r.Anchor.Year {
				continue
			}
			if day := r.dayApart(s, &o); day != "" {
				r.further[event] = seeds.Edition{Event: event, Year: r.Anchor.Year, Start: day, End: day, City: r.cityBehind(s, o.Chunk)}
				return r.further[event]
			}
		}
	}
	return seeds.Edition{}
}

// cityBehind is the city that the phrase at chunk i names, or the first one that the sentence names behind it, or "".
func (r *Reader) cityBehind(s *annotate.Sentence, i int) string {
	if city := r.city(s, i); city != "" {
		return city
	}
	for u := s.Chunks[i].Last + 1; u < len(s.Units); u++ {
		if city := r.cityAt(s, u); city != "" {
			return city
		}
	}
	return ""
}

// dayApart is the day that the clause of the occasion gives, where the press of that day speaks of no edition known.
func (r *Reader) dayApart(s *annotate.Sentence, o *Occasion) string {
	for _, w := range r.Dates(s) {
		if w.From.Day == 0 || w.From != w.To || s.Chunks[w.Chunk].Clause != s.Chunks[o.Chunk].Clause {
			continue
		}
		day := fmt.Sprintf("%04d-%02d-%02d", w.From.Year, w.From.Month, w.From.Day)
		if closeTo(r.day(), day, day, weeks) && !r.nearKnown(o.Event, day) {
			return day
		}
	}
	return ""
}

// nearKnown reports whether a known edition of the event was held about that day, or may have been: its own day is not known.
func (r *Reader) nearKnown(event, day string) bool {
	for _, e := range editionsOf(r.gazetteer, event) {
		if closeTo(day, e.Start, e.End, season) && (len(e.Start) == len(day) || e.Year == r.Anchor.Year) {
			return true
		}
	}
	return false
}
