package extract

import "ties.dev/ties/stages/annotate/dates"

// cumulative holds for a sum of several years: "between 2010 and 2020", "over the past ten years". No yearly value is told by it.
func (m *match) cumulative() bool {
	if m.anyWord("over_years") {
		return true
	}
	clause := m.s.Chunks[m.chunk].Clause
	for _, w := range m.r.Dates(m.s) {
		if w.Kind == dates.Range && w.To.Year-w.From.Year >= mostYears && m.s.Chunks[w.Chunk].Clause == clause {
			return true
		}
	}
	return false
}

// mostYears is how many years apart the ends of a range may lie that is still one year of trade: a fiscal year has two.
const mostYears = 2
