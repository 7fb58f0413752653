package resolve

import (
	"fmt"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
)

// When is a date of a sentence resolved against the document's, with the chunk in which it stands.
type When struct {
	Chunk int
	Leans bool // it is a day, week or month counted from one of the text: "four days earlier"
	dates.Expr
	Base int // year given before the sentence from which it is counted: 2022 for "the year before"; 0 for none
}

// Dates are the dates of the sentence whose year is known, in order.
func (r *Reader) Dates(s *annotate.Sentence) []When { return r.dates(s, true) }

// dates leaves out those that count from another date of the text, unless they are wanted.
func (r *Reader) dates(s *annotate.Sentence, leant bool) []When {
	var out []When
	for i := range s.Chunks {
		c := &s.Chunks[i]
		for u := c.First; u <= c.Last; u++ {
			if d := s.Units[u].Date; d >= 0 {
				e, base := s.Dates[d].Resolve(r.Anchor), 0
				if leans(s, &e) {
					if !leant {
						continue
					}
					e, base = r.lean(s, s.Dates[d], e, out)
				}
				if e.From.Year != 0 || e.To.Year != 0 {
					out = append(unsaid(s, out, i), When{Chunk: i, Leans: leansByDays(s, &e), Expr: e, Base: base})
				}
			}
		}
	}
	return r.withinYear(s, out)
}

// unsaid drops the last of the dates where the one at chunk i says it over again by its year: "two decades earlier, in 2000".
func unsaid(s *annotate.Sentence, out []When, i int) []When {
	n := len(out) - 1
	if n < 0 || !hasLeaning(s, &out[n].Expr) || s.YearAt(s.Chunks[i].First) == 0 {
		return out
	}
	j := out[n].Chunk + 1
	if j < i && s.Chunks[j].Kind == annotate.Comma {
		j++
	}
	if j < i && s.Chunks[j].Kind == annotate.Preposition && s.Units[s.Chunks[j].First].Word == "in" {
		j++
	}
	if j != i || j == out[n].Chunk+1 {
		return out
	}
	return out[:n]
}

// Year is the year that a statement at chunk i of the sentence is true of, by the dates around it: right behind it,
// in its clause, in the sentence, in the heading above. ok is false where the text gives none.
func (r *Reader) Year(s *annotate.Sentence, i int) (When, bool) {
	all := r.Dates(s)
	best, distance := -1, 1<<30
	for k, w := range all {
		d := w.Chunk - i
		if d > 0 && OfOneMember(s, w.Chunk) {
			continue
		}
		if d < 0 {
			d = 2 * -d // what follows belongs sooner than what stands before
		}
		if s.Chunks[w.Chunk].Clause != s.Chunks[i].Clause {
			d += 40
		}
		if d < distance {
			best, distance = k, d
		}
	}
	if best >= 0 {
		return all[best], true
	}
	return r.HeadingYear(s)
}

// OfOneMember holds for a date that stands between "and" and the last member of a list, and is of that member alone: "A, B and, since
// last year, C".
func OfOneMember(s *annotate.Sentence, w int) bool {
	return w >= 2 && w+2 < len(s.Chunks) && s.Chunks[w-2].Kind == annotate.Coordinator && s.Chunks[w-1].Kind == annotate.Comma &&
		s.Chunks[w+1].Kind == annotate.Comma && s.Chunks[w+2].Kind == annotate.NounPhrase && s.Chunks[w+2].List >= 0 && s.Chunks[w+2].List < w
}

// givesFigures holds for a short line that states a share or a sum and heads nothing.
func givesFigures(s *annotate.Sentence) bool {
	for i := range s.Quantities {
		if u := s.Quantities[i].Unit; u == quantity.Percent || u == quantity.Money {
			return true
		}
	}
	return false
}

// HeadingYear is the one year that the heading above the sentence gives.
func (r *Reader) HeadingYear(s *annotate.Sentence) (When, bool) {
	for i := s.Index - 1; i >= 0 && i > s.Index-30; i-- {
		if !r.Doc.IsHeading(i) {
			continue
		}
		h := r.Doc.Sentence(i)
		if givesFigures(h) {
			continue
		}
		switch years := headerYears(h); len(years) {
		case 0:
		case 1:
			y := dates.Date{Year: bareYear(h, years[0])}
			return When{Chunk: -1, Expr: dates.Expr{From: y, To: y, Kind: dates.Year}}, true
		default:
			return When{}, false
		}
	}
	return When{}, false
}

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
	if w, ok := r.sentenceDate(s, i); ok && !r.byTheWay(s, i, w, event) {
		if w.Kind == dates.Since || w.From.Year != w.To.Year && w.To.Year != 0 || sinceThen(s, w.Chunk) {
			return r.period(w), true
		}
		return []int{w.From.Year}, false
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

// YearsBehind are the years in a row right behind chunk i, of several editions: "the parades of 2023, 2024 and 2025", "was there in 2015
// and again in 2025". They are none where a year is said to be another's.
func (r *Reader) YearsBehind(s *annotate.Sentence, i int) []int {
	j := i + 1
	for j < len(s.Chunks) && s.Chunks[j].Kind == annotate.Adverb {
		j++
	}
	if j+1 >= len(s.Chunks) || s.Chunks[j].Kind != annotate.Preposition || s.Chunks[j+1].Kind != annotate.When {
		return nil
	}
	if word := s.Units[s.Chunks[j].First].Word; word != "in" && word != "of" {
		return nil
	}
	return r.JoinedYears(s, j+1)
}

// dateIn is the year of a date inside the phrase or of its possessor: "the 2022 summit", "this year's parade".
func (r *Reader) dateIn(s *annotate.Sentence, i int) int {
	for _, w := range r.Dates(s) {
		if w.Chunk == i || w.Chunk == s.Chunks[i].Gen {
			return w.From.Year
		}
	}
	for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ { // Moscow's 2022 parade
		if q := s.Units[u].Quantity; q >= 0 && s.Quantities[q].Unit == quantity.None && s.Quantities[q].Value >= 1945 && s.Quantities[q].Value < 2100 {
			return int(s.Quantities[q].Value)
		}
	}
	return 0
}

// sinceThen holds for a date in a phrase that "since" opens: "Since the invasion of Ukraine in February 2022".
func sinceThen(s *annotate.Sentence, date int) bool {
	for j := date - 1; j >= 0; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Preposition, annotate.Subordinator:
			if s.Units[c.First].Word == "since" {
				return true
			}
		case annotate.NounPhrase, annotate.When:
		default:
			return false
		}
	}
	return false
}

// sentenceDate is the date of the sentence that belongs to the event: the nearest in its clause, else the only one.
func (r *Reader) sentenceDate(s *annotate.Sentence, i int) (When, bool) {
	all := r.Dates(s)
	for _, w := range all {
		if openedBy(s, w.Chunk, i) {
			return w, true
		}
	}
	best, distance := -1, 1<<30
	for k, w := range all {
		if inAside(s, w.Chunk, i) || setApart(s, w.Chunk, i) {
			continue
		}
		d := max(w.Chunk-i, i-w.Chunk)
		if s.Chunks[w.Chunk].Clause != s.Chunks[i].Clause {
			d += 50
		}
		if d < distance {
			best, distance = k, d
		}
	}
	if best < 0 || distance > 50 && (len(all) > 1 || r.Anchor.Year != 0 && all[best].From.Year > r.Anchor.Year) {
		return When{}, false
	}
	return all[best], true
}

// openedBy holds for a date right before the "when" that opens the clause of chunk i: "in 2021, when no one came".
func openedBy(s *annotate.Sentence, w, i int) bool {
	j := w + 1
	if j < len(s.Chunks) && s.Chunks[j].Kind == annotate.Comma {
		j++
	}
	return j < i && s.Units[s.Chunks[j].First].Word == "when" && s.Chunks[j].Clause == s.Chunks[i].Clause
}

// period are the years of a stretch, to the year before the document's where it is open.
func (r *Reader) period(w When) []int {
	from, to := w.From.Year, w.To.Year
	if w.Kind == dates.Since || to == 0 {
		to = r.Anchor.Year - 1
	}
	var years []int
	for y := from; y != 0 && y <= to && len(years) < 30; y++ {
		years = append(years, y)
	}
	if len(years) == 0 && from != 0 {
		years = []int{from}
	}
	return years
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
		for _, e := range editionsOf(r.gazetteer, event) {
			if ordinalIn(e.Note, n) {
				return e.Year
			}
		}
	}
	return 0
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
	city := r.city(s, i)
	if e := r.gazetteer.Event(event); city == "" || e != nil && e.Place != "" {
		return 0
	}
	last, next, n := 0, 0, 0
	for _, e := range editionsOf(r.gazetteer, event) {
		switch {
		case e.City != city:
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

// contextYear is the year that the text gave this event last, and whether it stood for a period that starts with it.
func (r *Reader) contextYear(s *annotate.Sentence, event string) (year int, span bool) {
	for i := s.Index - 1; i >= 0 && i > s.Index-15; i-- {
		list := r.events(i)
		for k := len(list) - 1; k >= 0; k-- {
			if o := list[k]; o.Event == event && len(o.Years) == 1 && !o.Shown {
				if home, ok := r.mainOccasion(); ok && home.Event == event && len(home.Years) == 1 && o.Years[0] != home.Years[0] && r.Doc.Sentence(i).Paragraph < s.Paragraph {
					return home.Years[0], false // what was said of another edition has ended with its paragraph
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

// future holds for a sentence whose main verb speaks of what is to come.
func future(s *annotate.Sentence) bool {
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.VerbGroup {
			continue
		}
		if c.Infinite && c.Parent < 0 && c.Subject >= 0 && s.Heading {
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
