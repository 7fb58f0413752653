package resolve

import "ties.dev/ties/stages/annotate"

// headSite is the event of which the head of the text names the place or the holiday, "" for none.
func (r *Reader) headSite() string {
	for i := 0; i < r.Doc.Len() && i < leadLength; i++ {
		s := r.Doc.Sentence(i)
		for u := range s.Units {
			if m := s.Units[u].Meaning(annotate.Site); m != nil {
				return m.Code
			}
		}
	}
	return ""
}

// announcing in days is how long before and after an event a report that names its site and its ceremony is taken to be about it.
const announcing = 100

// announcedEvent is the event at whose site the head of the text places a ceremony, in the edition nearest to the document's day:
// "Kremlin prepares anniversary parade", "Russia expects leaders on Red Square next month".
func (r *Reader) announcedEvent() (Occasion, bool) {
	code, ceremony := "", false
	for i := 0; i < r.Doc.Len() && i < leadLength; i++ {
		s := r.Doc.Sentence(i)
		for u := range s.Units {
			if m := s.Units[u].Meaning(annotate.Site); m != nil && !m.Holiday {
				code = m.Code
			}
			ceremony = ceremony || s.Units[u].Cue("event_noun") != nil
		}
	}
	e := r.gazetteer.Event(code)
	if e == nil || !ceremony {
		return Occasion{}, false
	}
	for _, edition := range editionsOf(r.gazetteer, code) {
		if len(edition.Start) == 10 && closeTo(r.day(), edition.Start, edition.End, announcing) {
			return Occasion{Event: code, Years: []int{edition.Year}, Host: edition.Host}, true
		}
	}
	return Occasion{}, false
}
