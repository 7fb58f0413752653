package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// listYearReach is how many sentences above a list the text may say of which year its values are.
const listYearReach = 24

// listYear is the year that the text gives the values of a list or table where its caption gives none: that of the nearest sentence
// above it that says what they measure, gives one year and no value: "we rank them by remittances as a share of GDP in 2022". 0 for none.
func (m *match) listYear() int {
	if !m.rule.measures() && !m.inTable() || !m.s.Row && !entry(m.s, m.r.Doc) {
		return 0
	}
	for i := m.s.Index - 1; i >= 0 && i >= m.s.Index-listYearReach; i-- {
		t := m.r.Doc.Sentence(i)
		if t.Row || entry(t, m.r.Doc) {
			continue
		}
		if sentenceHas(t, m.rule.Anchor) && !m.inTable() || !sentenceHas(t, "whole_economy") {
			continue
		}
		if y := m.onlyYear(t); y != 0 {
			return y
		}
	}
	return 0
}

// onlyYear is the one year that the sentence gives, 0 for none, for several, or for a day or a stretch of time.
func (m *match) onlyYear(t *annotate.Sentence) int {
	year := 0
	for _, w := range m.r.Dates(t) {
		if w.Kind != dates.Year && w.Kind != dates.FiscalYear || w.Base != 0 || year != 0 {
			return 0
		}
		year = lastOf(w)
	}
	return year
}

// yearBehind is the year in a bracket at the end of a list whose items stand in lines or cells of their own: "A 7.8%", "B 7.2%",
// "C 4.2% (2012 est.)". Each of them is of that year. 0 for none.
func (m *match) yearBehind() int {
	if m.rule.Anchor != "percent" || m.rule.measures() {
		return 0
	}
	if y, ok := m.yearInCell(); ok || hasVerb(m.s) {
		return y
	}
	for i := m.s.Index; i < m.r.Doc.Len() && i < m.s.Index+listYearReach; i++ {
		t := m.r.Doc.Sentence(i)
		if hasVerb(t) || !sentenceHas(t, "percent") || !namesState(t) {
			return 0
		}
		if y := m.lastBracketYear(t, 0, len(t.Chunks)); y != 0 {
			return y
		}
	}
	return 0
}

// yearInCell is the year in a bracket behind the anchor in its cell; ok is false where the sentence has no cells.
func (m *match) yearInCell() (year int, ok bool) {
	end := m.chunk
	for ; end < len(m.s.Chunks) && !m.cellEnds(end); end++ {
	}
	for i := range m.s.Chunks {
		ok = ok || m.cellEnds(i)
	}
	return m.lastBracketYear(m.s, m.chunk, end), ok
}

// cellEnds holds for a bar between two cells.
func (m *match) cellEnds(i int) bool {
	c := &m.s.Chunks[i]
	return c.Kind == annotate.Semicolon && m.s.Units[c.First].Word == "|"
}

// lastBracketYear is the year that opens the last bracket between the two chunks, 0 for none.
func (m *match) lastBracketYear(t *annotate.Sentence, from, to int) int {
	year := 0
	for _, w := range m.r.Dates(t) {
		if w.Chunk > from && w.Chunk < to && t.Chunks[w.Chunk-1].Kind == annotate.Open {
			year = lastOf(w)
		}
	}
	return year
}

func namesState(t *annotate.Sentence) bool {
	for u := range t.Units {
		if t.Units[u].Has(annotate.Country) {
			return true
		}
	}
	return false
}
