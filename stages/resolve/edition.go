package resolve

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

func editionsOf(g *seeds.Gazetteer, event string) []seeds.Edition { return g.EditionsOf(event) }

// editionYear is the year of the edition nearest to the document's day: the last one for what is told as past,
// the next one for what is to come.
func (r *Reader) editionYear(s *annotate.Sentence, i int, event string) int {
	if r.Anchor.Year == 0 {
		return 0
	}
	day := r.day()
	future := future(s)
	past, next := 0, 0
	for _, e := range editionsOf(r.gazetteer, event) {
		start := e.Start
		if start == "" {
			start = fmt.Sprint(e.Year)
		}
		if start[:min(len(start), len(day))] <= day[:min(len(start), len(day))] {
			past = max(past, e.Year)
		} else if next == 0 || e.Year < next {
			next = e.Year
		}
	}
	switch {
	case future && next != 0 && next <= r.Anchor.Year+1 && !(past == r.Anchor.Year && next > past && r.lately(event, past)):
		return next
	case past == r.Anchor.Year || past == r.Anchor.Year-1 && next != r.Anchor.Year:
		return past
	case next == r.Anchor.Year:
		return next
	case past != 0 && past == r.Anchor.Year-1:
		return past
	}
	return r.Anchor.Year
}

// season is for how many days after an event the press goes on about it.
const season = 60

// lately reports whether the edition of the year was held not long before the day of the document.
func (r *Reader) lately(event string, year int) bool {
	for _, e := range editionsOf(r.gazetteer, event) {
		if e.Year == year && closeTo(r.day(), e.Start, e.End, season) {
			return true
		}
	}
	return false
}

// ordinalYear is the year of "the 80th anniversary of Victory" or "the 17th BRICS summit", by the editions known.
func (r *Reader) ordinalYear(s *annotate.Sentence, i int, event string) int {
	for u := range s.Units {
		q := s.Units[u].Quantity
		if q < 0 || s.Quantities[q].Unit != quantity.Ordinal {
			continue
		}
		n := int(s.Quantities[q].Value)
		if n < 2 {
			continue
		}
		anniversary := u+1 < len(s.Units) && s.Units[u+1].Word == "anniversary"
		if !anniversary && (u < s.Chunks[i].First || u > s.Chunks[i].Last) {
			continue
		}
		if year := r.numberedYear(event, n); year != 0 {
			return year
		}
	}
	return 0
}

// numberedYear is the year of the edition of that number, of two series with one number that of the document's time.
func (r *Reader) numberedYear(event string, n int) int {
	year := 0
	for _, e := range editionsOf(r.gazetteer, event) {
		if ordinalIn(e.Note, n) && (year == 0 || r.Anchor.Year != 0 && e.Year <= r.Anchor.Year+1) {
			year = e.Year
		}
	}
	return year
}

// ordinalIn reports whether the note of an edition has the ordinal: "80th anniversary", "17th BRICS summit".
func ordinalIn(note string, n int) bool {
	for word := range strings.FieldsSeq(note) {
		var k int
		if _, err := fmt.Sscanf(word, "%d", &k); err == nil && k == n && len(word) > len(fmt.Sprint(n)) {
			return true
		}
	}
	return false
}

// cityYear is the year of the edition held in the city that the phrase names, where the city changes: the last one up to the
// year of the document, else the next.
func (r *Reader) cityYear(s *annotate.Sentence, i int, event string) int {
	city, host := r.city(s, i), ""
	if in := phraseAfter(s, i, "in"); in >= 0 && city == "" {
		host, _ = r.stateNamed(s, s.Chunks[in].Head)
	}
	if e := r.gazetteer.Event(event); city == "" && host == "" || e != nil && (e.Place != "" || e.Host != "") {
		return 0
	}
	last, next, n := 0, 0, 0
	for _, e := range editionsOf(r.gazetteer, event) {
		switch {
		case e.City != city && city != "", e.Host != host && host != "":
			continue
		case r.Anchor.Year == 0 || e.Year <= r.Anchor.Year:
			last = max(last, e.Year)
		case e.Year == r.Anchor.Year+1:
			next = e.Year
		}
		n++
	}
	if r.Anchor.Year == 0 && n > 1 {
		return 0
	}
	if last == 0 {
		return next
	}
	return last
}

// onlyHolding is the year of a ceremony that was held but once: the funeral of a queen.
func (r *Reader) onlyHolding(event string) int {
	e, held := r.gazetteer.Event(event), editionsOf(r.gazetteer, event)
	if e == nil || e.MD != "" || len(held) != 1 || !slices.Contains(e.Flags, "ceremony") {
		return 0
	}
	return held[0].Year
}
