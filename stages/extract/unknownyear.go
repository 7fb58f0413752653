package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// datedUnknown holds where the anchor's clause has a date that counts from the day of a document whose day is not known: "last year".
func (m *match) datedUnknown() bool {
	if m.r.Anchor.Year != 0 {
		return false
	}
	known := m.r.Dates(m.s)
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.When || slices.ContainsFunc(known, func(w resolve.When) bool { return w.Chunk == i }) || c.Clause != m.s.Chunks[m.chunk].Clause {
			continue
		}
		if d := m.s.Units[c.First].Date; d >= 0 && m.s.Dates[d].Relative && m.s.Dates[d].Kind == dates.Year && lastOf(resolve.When{Expr: m.s.Dates[d]}) == 0 {
			return true
		}
	}
	return false
}

// datedBehind holds for a value with a known date behind it before the next value or verb: "last year, up from $9 billion in 2021".
func (m *match) datedBehind() bool {
	if !m.isValue() {
		return false
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk > m.chunk && m.reaches(m.chunk, w.Chunk) && !slices.ContainsFunc(m.valueChunks(), func(j int) bool { return m.chunk < j && j < w.Chunk }) {
			return true
		}
	}
	return false
}

// nearerDate is the date that the sentences before give in the paragraph, where the table has taken its last fact above it and a pronoun
// or "the ratio" goes on with them.
func (m *match) nearerDate() (resolve.When, bool) {
	if t, ok := m.last(reach); ok && t.paragraph == m.s.Paragraph || !m.rule.measures() || !(m.anaphoric() || m.past() || m.ofThese()) {
		return resolve.When{}, false
	}
	w, ok := m.r.DateAbove(m.s)
	return w, ok && !m.liesAhead(w)
}

// liesAhead holds for a date behind the day of the document: what another sentence expects of it is no date of a level that is told as a fact.
func (m *match) liesAhead(w resolve.When) bool {
	return m.r.Anchor.Year > 0 && lastOf(w) > m.r.Anchor.Year
}

// dateBefore is the date that the text gave last; what is told of a tie of two states does not go on over the end of a long paragraph.
func (m *match) dateBefore() (resolve.When, bool) {
	if m.rule.measures() && !m.itemised() || m.shortParagraphs() && !m.rule.measures() {
		w, ok := m.r.DateBefore(m.s)
		return w, ok && !(m.rule.measures() && m.liesAhead(w))
	}
	return m.r.DateAbove(m.s)
}

// yearOfText is the year of which alone the text has spoken so far, for what it goes on to tell in the past; a table that dates an event
// asks the event.
func (m *match) yearOfText() (yearValue, bool) {
	if !m.past() || len(m.rule.flows) == 0 || m.itemised() {
		return yearValue{}, false
	}
	y := m.r.OnlyYearBefore(m.s, "dealing")
	return yearValue{year: y}, y != 0
}

// shortParagraphs holds where the text breaks off after every sentence or two, as the news do: what it tells goes on over such a break.
func (m *match) shortParagraphs() bool {
	for n, i := 1, m.s.Index-1; i >= 0 && i >= m.s.Index-4; i-- {
		_, _, paragraph := m.r.Doc.Bounds(i)
		_, _, next := m.r.Doc.Bounds(i + 1)
		if n++; paragraph != next {
			n = 1
		}
		if n > 2 {
			return false
		}
	}
	return true
}

// itemised holds in a paragraph that is a numbered item or stands behind a bullet: what the item before says of time is not said of it.
func (m *match) itemised() bool {
	if m.anaphoric() {
		return false
	}
	first := m.s.Index
	for first > 0 && paragraphOf(m.r.Doc, first-1) == m.s.Paragraph {
		first--
	}
	t := m.r.Doc.Sentence(first)
	return len(t.Tokens) > 1 && (bulleted(t) || t.Units[0].Tag == annotate.TagNum && (t.Tokens[1].Text == ")" || t.Tokens[1].Text == "."))
}
