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
