package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// undatedComparison holds for a value held against another one without a date of its own: it is of a time that is not said.
func (m *match) undatedComparison() bool {
	if _, spans := m.spanYear(); spans || !m.isCompared() || len(m.valueChunks()) < 2 || m.stateBehind() >= 0 || m.stateBefore() >= 0 || m.heldAgainstOther() || m.rangeYear() != 0 {
		return false
	}
	w, ok := m.r.ValueYear(m.s, m.chunk, m.valueChunks())
	return ok && lastOf(w) == 0
}

// joinedYears are the years of which one value is told together.
func (m *match) joinedYears() []yearValue {
	if !m.isValue() {
		return nil
	}
	w, ok := m.r.ValueYear(m.s, m.chunk, m.valueChunks())
	if !ok || lastOf(w) == 0 || w.Kind != dates.Year || w.Chunk == m.chunk {
		return nil
	}
	var out []yearValue
	for _, y := range m.r.JoinedYears(m.s, w.Chunk, m.valueChunks()) {
		out = append(out, yearValue{year: y})
	}
	return out
}

// heldAgainstOther holds for a value of another partner than the one told before in the sentence, against whose it is held: it is of the
// same year, "compared with 10 percent for A".
func (m *match) heldAgainstOther() bool {
	t, ok := m.lastUnbracketed()
	return ok && m.isCompared() && m.otherPartner(t)
}

// partOfWhole holds for a part of a value told right before: "$50 billion in 2020, of which $20 billion".
func (m *match) partOfWhole() bool {
	p := m.chunk - 1
	return p > 0 && m.s.Chunks[p].Kind == annotate.Relative && m.s.Phrase(m.s.Chunks[p].First, m.s.Chunks[p].Last) == "of which"
}

// yearOfWhole is the year of the value of which the anchor's is a part.
func (m *match) yearOfWhole() (yearValue, bool) {
	all := m.valueChunks()
	for k := len(all) - 1; k >= 0; k-- {
		if all[k] < m.chunk {
			w, ok := m.r.ValueYear(m.s, all[k], all)
			return yearOf(w), ok && lastOf(w) != 0
		}
	}
	return yearValue{}, false
}
