package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// over holds where a period that has ended dates a state of things: "was a party to it up to 1999", "a member from 1962 to 1991".
func (m *match) over() bool {
	if _, ok := m.rule.Outcome[Ended]; !ok || m.isValue() && m.rule.measures() || m.rule.Happens && len(m.values["country"].set.States) > 1 {
		return false
	}
	if m.lasted() {
		return true
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Kind == dates.Until && w.Chunk < m.chunk && !m.rule.Happens && m.opensClause(w.Chunk) && (m.r.Anchor.Year == 0 || w.To.Year < m.r.Anchor.Year) && m.reaches(w.Chunk, m.chunk) {
			return true // until 2002 it was an observer
		}
		if w.Chunk <= m.chunk || w.Chunk > m.chunk+6 || w.To.Year == 0 || m.r.Anchor.Year != 0 && w.To.Year >= m.r.Anchor.Year {
			continue
		}
		if w.Kind == dates.Until && !m.rule.Happens || w.Kind == dates.Range && w.From.Year != 0 && w.From.Year < w.To.Year && w.Kind != dates.Since {
			return m.s.Chunks[w.Chunk].Clause == m.s.Chunks[m.chunk].Clause
		}
	}
	return false
}

// upTo holds for a value of a time that only its end dates: "was below 20 percent until 2009".
func (m *match) upTo(v int) bool {
	for _, w := range m.r.Dates(m.s) {
		if w.Kind == dates.Until && m.s.Chunks[w.Chunk].Clause == m.s.Chunks[v].Clause && w.Chunk > m.chunk && w.Chunk <= m.chunk+3 {
			return true
		}
	}
	return false
}

// onceBefore holds for an apposition that an adverb puts in the past: "Chile, once a member, …".
func (m *match) onceBefore() bool {
	c := &m.s.Chunks[m.chunk]
	return m.chunk > 0 && m.s.Chunks[m.chunk-1].Kind == annotate.Adverb && m.cueIn("former", m.s.Chunks[m.chunk-1].First, m.s.Chunks[m.chunk-1].Last) &&
		m.rule.Outcome[Ended] != "" && (c.Appos >= 0 || m.chunk == 1)
}

// lasted holds for what was so for a length of time: "was a member for ten years".
func (m *match) lasted() bool {
	v := m.verb(m.chunk)
	if m.rule.Happens || v < 0 || v == m.chunk || !m.s.Chunks[v].Past || m.s.Chunks[v].Perfect || m.s.Chunks[v].Lemma != "be" {
		return false
	}
	for _, j := range m.after(m.chunk, "for") {
		if m.s.Units[m.s.Chunks[j].Head].Cue("length_of_time") != nil {
			return true
		}
	}
	return false
}

// onlyThen holds where a denial ends with a past date: "did not become a member until 2002".
func (m *match) onlyThen() bool {
	if m.rule.Table.Outdates == nil {
		return false
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Kind == dates.Until && w.Chunk > m.chunk && w.To.Year != 0 && m.s.Chunks[w.Chunk].Clause == m.s.Chunks[m.chunk].Clause {
			return m.r.Anchor.Year == 0 || w.To.Year <= m.r.Anchor.Year
		}
	}
	return false
}
