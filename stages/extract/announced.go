package extract

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// saying is the day on which what the match tells was made public: the full date in the clause of the verb of announcing that is
// nearest to the anchor; not the day of the event itself, unless another verb tells that.
func (m *match) saying() (value, bool) {
	v := m.announcing()
	if v < 0 {
		return value{}, false
	}
	best, distance := -1, 1<<30
	all := m.r.Dates(m.s)
	for k, w := range all {
		if w.From.Day == 0 || w.From != w.To || m.s.Chunks[w.Chunk].Clause != m.s.Chunks[v].Clause || m.eventDay(w, v) {
			continue
		}
		if d := max(w.Chunk-v, v-w.Chunk); d < distance {
			best, distance = k, d
		}
	}
	if best < 0 {
		return value{}, false
	}
	return value{when: &all[best], chunk: -1}, true
}

// announcing is the verb of announcing nearest to the anchor, in its clause or the one that governs it; -1 for none.
func (m *match) announcing() int {
	best := -1
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind != annotate.VerbGroup || !m.cueIn("make_public", c.First, c.Last) {
			continue
		}
		if best < 0 || max(v-m.chunk, m.chunk-v) < max(best-m.chunk, m.chunk-best) {
			best = v
		}
	}
	return best
}

// eventDay holds for the day of the event in the clause that tells of it as well as of its announcement.
func (m *match) eventDay(w resolve.When, v int) bool {
	if m.s.Chunks[v].Clause != m.s.Chunks[m.chunk].Clause || w.Chunk < m.chunk {
		return false
	}
	for _, x := range m.values {
		if x.occasion != nil && x.chunk >= 0 && w.Chunk > x.chunk && !(x.chunk < v && v < w.Chunk) && m.r.During(w, x.occasion) {
			return true
		}
	}
	return false
}

// day is the full date as a value of a cell, or nil.
func day(w *resolve.When) any {
	if w.From.Day == 0 {
		return nil
	}
	return schemas.Date{Year: w.From.Year, Month: w.From.Month, Day: w.From.Day}
}
