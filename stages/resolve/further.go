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
	day := r.furtherDay(o.Event)
	if day == "" {
		return known
	}
	return append([]seeds.Edition{{Event: o.Event, Year: o.Years[0], Start: day, End: day}}, known...)
}

// headLines is how many sentences of a report say when the event is that it is about.
const headLines = 8

// furtherDay is the day that the head of the text gives an event, near the text's own and far from every edition known, or "".
func (r *Reader) furtherDay(event string) string {
	if day, ok := r.further[event]; ok {
		return day
	}
	if r.further == nil {
		r.further = map[string]string{}
	}
	r.further[event] = "" // a search that leads back to itself finds nothing
	for i := range min(headLines, r.Doc.Len()) {
		s := r.Doc.Sentence(i)
		for _, o := range r.events(i) {
			if o.Event != event || len(o.Years) != 1 || o.Years[0] != r.Anchor.Year {
				continue
			}
			if day := r.dayApart(s, &o); day != "" {
				r.further[event] = day
				return day
			}
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
