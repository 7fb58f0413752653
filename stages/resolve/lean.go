package resolve

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
)

// leaning are the words of a date that is counted from another one of the text and not from the day of the document.
var leaning = map[string]bool{"earlier": true, "later": true, "afterwards": true, "thereafter": true, "before": true, "after": true, "previous": true, "preceding": true,
	"following": true, "prior": true, "same": true, "that": true}

func leans(s *annotate.Sentence, e *dates.Expr) bool {
	return (e.Kind == dates.Year || e.Kind == dates.Relative || e.Kind == dates.Decade) && hasLeaning(s, e)
}

// leansByDays holds for a day, week or month that is counted from one of the text: "ten days before", "the following month".
func leansByDays(s *annotate.Sentence, e *dates.Expr) bool {
	return e.Kind != dates.Year && e.Kind != dates.Relative && e.Kind != dates.Decade && hasLeaning(s, e)
}

func hasLeaning(s *annotate.Sentence, e *dates.Expr) bool {
	for t := e.First; t <= e.Last; t++ {
		if leaning[s.Tokens[t].Lower] {
			return true
		}
	}
	return false
}

// lean counts such a date from the one that the text gave last; where it gave none the date stays as the document's day has it.
// base is the year from which it is counted where a sentence before gave that.
func (r *Reader) lean(s *annotate.Sentence, e, otherwise dates.Expr, before []When) (leant dates.Expr, base int) {
	if before = said(s, before); len(before) > 0 {
		return leanOn(e, otherwise, lastYear(before[len(before)-1])), 0
	}
	if w, ok := r.dateFarBefore(s); ok {
		base = lastYear(w)
	}
	return leanOn(e, otherwise, base), base
}

func leanOn(e, otherwise dates.Expr, base int) dates.Expr {
	switch {
	case base == 0:
		return otherwise
	case e.Kind == dates.Relative:
		e.From, e.To, e.Kind = dates.Date{Year: base}, dates.Date{Year: base}, dates.Year
		return e
	}
	return e.Resolve(dates.Date{Year: base})
}

func lastYear(w When) int {
	if w.To.Year != 0 {
		return w.To.Year
	}
	return w.From.Year
}

// DateBefore is the date that the three sentences before s give last, within the paragraph and the one above, over one of a single sentence.
// One that is only compared with ("more than in 2023") does not count.
func (r *Reader) DateBefore(s *annotate.Sentence) (When, bool) {
	for back := 1; back <= 3 && s.Index-back >= 0; back++ {
		t := r.Doc.Sentence(s.Index - back)
		if apart := s.Paragraph - t.Paragraph; apart > 2 || apart == 2 && r.paragraphOf(t.Index+2) != s.Paragraph || t.Heading && back > 1 {
			break // a paragraph of one sentence, as the news have them, parts nothing
		}
		if w, ok := r.lastDate(t); ok {
			return w, true
		}
	}
	return When{}, false
}

// DateAbove is the date that the sentences before s in its paragraph give last.
func (r *Reader) DateAbove(s *annotate.Sentence) (When, bool) {
	for i := s.Index - 1; i >= 0 && i >= s.Index-3; i-- {
		t := r.Doc.Sentence(i)
		if t.Paragraph != s.Paragraph {
			break
		}
		if w, ok := r.lastDate(t); ok {
			return w, true
		}
	}
	return When{}, false
}

// OnlyYearBefore is the year of which alone the sentences before s with a word of the class speak, comparisons apart: that of a text on one
// year. 0 where they speak of several, or of none.
func (r *Reader) OnlyYearBefore(s *annotate.Sentence, class string) int {
	year := 0
	for i := s.Index - 1; i >= 0 && i >= s.Index-farthest; i-- {
		t := r.Doc.Sentence(i)
		if !slices.ContainsFunc(t.Units, func(u annotate.Unit) bool { return u.Cue(class) != nil }) {
			continue
		}
		for _, w := range yearly(r.dates(t, false)) {
			if w.From.Day != 0 || r.datesComparison(t, w.Chunk) {
				continue // a day is that of a report
			}
			y := lastYear(w)
			if y == 0 || year != 0 && y != year {
				return 0
			}
			year = y
		}
	}
	return year
}

// farthest is how many sentences back "the same year" may reach.
const farthest = 12

func (r *Reader) dateFarBefore(s *annotate.Sentence) (When, bool) {
	for i := s.Index - 1; i >= 0 && i >= s.Index-farthest; i-- {
		if w, ok := r.lastDate(r.Doc.Sentence(i)); ok {
			return w, true
		}
	}
	return When{}, false
}

func (r *Reader) lastDate(s *annotate.Sentence) (When, bool) {
	all := yearly(r.dates(s, false))
	for k := len(all) - 1; k >= 0; k-- {
		if !r.datesComparison(s, all[k].Chunk) {
			return all[k], true
		}
	}
	return When{}, false
}

// numbered holds for a phrase that is a date or holds a number: what comes "from there" or "from China" is compared with nothing.
func numbered(s *annotate.Sentence, i int) bool {
	for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ {
		if s.Units[u].Date >= 0 || s.Units[u].Quantity >= 0 {
			return true
		}
	}
	return false
}

// comparedReach is how many phrases before a date what makes a comparison of it may stand.
const comparedReach = 6

// datesComparison holds for a date in a comparison: "than in 2023", "from 2019", "against 9 percent in 2021".
func (r *Reader) datesComparison(s *annotate.Sentence, w int) bool {
	earned := false
	for j := w - 1; j >= 0 && j >= w-comparedReach; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.VerbGroup:
			if !c.Past || c.First != c.Last || earned {
				return false
			}
			earned = true // compared to the $5 billion earned in 2018
		case annotate.Preposition:
			if u := &s.Units[c.First]; u.Word == "than" || u.Cue("comparing") != nil && !(earned && u.Word == "from") && (u.Word != "from" || numbered(s, j+1) && !ofData(s, j) && !ofSource(s, j)) {
				return true
			}
		case annotate.NounPhrase:
			if exceeds(s, c) {
				return true
			}
		case annotate.When: // compared to the same month last year
		case annotate.Adverb:
		default:
			return false
		}
	}
	return false
}

// ofSource holds for a preposition right behind a verb that tells of no change: "benefited from 2 billion euros in 2019".
func ofSource(s *annotate.Sentence, p int) bool {
	if p == 0 || p+1 >= len(s.Chunks) || s.Chunks[p-1].Kind != annotate.VerbGroup || s.Units[s.Chunks[p+1].Head].Quantity < 0 {
		return false
	}
	verb := &s.Units[s.Chunks[p-1].Head]
	return verb.Cue("change") == nil && verb.Cue("reaches") == nil
}

// ofData holds for a preposition right behind a value that is dated by it: "the latest value from 2022".
func ofData(s *annotate.Sentence, p int) bool {
	return p > 0 && s.Chunks[p-1].Kind == annotate.NounPhrase && s.Chunks[p-1].Case < 0 && s.Units[s.Chunks[p-1].Head].Cue("carrier") != nil
}

// exceeds holds for a sum held against another one: "20 per cent more than the $2.9 billion of 2020".
func exceeds(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First + 1; u <= c.Last; u++ {
		t := &s.Units[u]
		if t.Quantity >= 0 && s.Units[u-1].Quantity >= 0 && s.Quantities[s.Units[u-1].Quantity].Unit == quantity.Percent {
			return true
		}
	}
	return false
}
