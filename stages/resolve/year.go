package resolve

import (
	"slices"

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
				if e.Kind == dates.Weekday && e.From == e.To && e.From.Known() && e.From.Before(r.Anchor) && toCome(s, i, u) {
					e.From, e.To = e.From.Later(7), e.To.Later(7) // will meet on Saturday
				}
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

// toCome holds for a weekday in a clause whose verb tells what is to come, but for "last Saturday".
func toCome(s *annotate.Sentence, i, u int) bool {
	if u > 0 && s.Units[u-1].Word == "last" {
		return false
	}
	for v := i - 1; v >= 0; v-- {
		c := &s.Chunks[v]
		if c.Kind != annotate.VerbGroup {
			continue
		}
		if c.Clause != s.Chunks[i].Clause {
			return false
		}
		if c.Modal == "will" || c.Modal == "'ll" {
			return true
		}
		if !c.Infinite {
			return false
		}
	}
	return false
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
		if d > 0 && (OfOneMember(s, w.Chunk) || ofEarlierPlace(s, i, w.Chunk)) {
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

// ofEarlierPlace holds for the date of what the statement at chunk i is held against: "is its second partner, up from eighth in 2014",
// "with 8 percent against 6 percent a year before".
func ofEarlierPlace(s *annotate.Sentence, i, w int) bool {
	for j := w - 1; j > i; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Preposition:
			if s.Units[c.First].Cue("set_against") != nil {
				return true
			}
			if b := j - 1; s.Units[c.First].Word == "from" && s.Chunks[b].Kind == annotate.Adverb && (s.Units[s.Chunks[b].Last].Word == "up" || s.Units[s.Chunks[b].Last].Word == "down") {
				return true
			}
		case annotate.NounPhrase:
		default:
			return false
		}
	}
	return false
}

// longestBlank is the length of what stands in a table for a number that is not known: "N/A" is read as three units.
const longestBlank = 1

// givesFigures holds for a short line that states a share or a sum, or holds a date, numbers and no words, and heads nothing.
func givesFigures(s *annotate.Sentence) bool {
	for i := range s.Quantities {
		if u := s.Quantities[i].Unit; u == quantity.Percent || u == quantity.Money {
			return true
		}
	}
	return len(s.Units) > 1 && s.Units[0].Date >= 0 && !slices.ContainsFunc(s.Units, func(u annotate.Unit) bool {
		return u.Date < 0 && u.Quantity < 0 && len(u.Word) > longestBlank
	})
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
	return r.JoinedYears(s, j+1, nil)
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
		if inAside(s, w.Chunk, i) || setApart(s, w.Chunk, i) || ofOther(s, w.Chunk, i) {
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

// ofOther holds for a date within the name of another thing: "the 2014 annexation".
func ofOther(s *annotate.Sentence, w, i int) bool {
	c := &s.Chunks[w]
	if w == i || c.Kind != annotate.NounPhrase || c.Det != "the" {
		return false
	}
	head := &s.Units[c.Head]
	return head.Tag == annotate.TagNoun && head.Date < 0 && !head.Has(annotate.Event) && head.Cue("event_noun") == nil && head.Cue("summit_noun") == nil
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
