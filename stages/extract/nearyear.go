package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// nearYear is the year of the date that stands with the anchor: behind it before the next verb or remnant, else in front of its clause,
// or the one that the line above a list gives. In tables whose claims outdate each other a date from elsewhere in the sentence would do harm.
func (m *match) nearYear() yearValue {
	if m.rule.Anchor == "entry" {
		return m.entryYear()
	}
	all := m.r.Dates(m.s)
	for _, w := range all {
		if w.Chunk >= m.chunk && m.standsWith(w) {
			return yearValue{year: max(w.To.Year, w.From.Year)}
		}
	}
	for _, w := range slices.Backward(all) {
		if w.Chunk < m.chunk && m.standsWith(w) {
			return yearValue{year: max(w.To.Year, w.From.Year)}
		}
	}
	if y := m.whenYear(); y != 0 {
		return yearValue{year: y}
	}
	if m.inList() {
		if y, ok := m.stated(); ok {
			return y
		}
	}
	return yearValue{none: true}
}

// entryYear is the one year that an entry of a list gives, else the line above the list; what another entry says is of that one alone.
func (m *match) entryYear() yearValue {
	year := 0
	for _, w := range m.r.Dates(m.s) {
		switch y := lastOf(w); {
		case y != 0 && year != 0 && y != year:
			return yearValue{none: true}
		case y != 0:
			year = y
		}
	}
	for u := 0; year == 0 && u < len(m.s.Units) && u < 3; u++ {
		year = m.s.YearAt(u) // • 1981: Greece
	}
	if year != 0 {
		return yearValue{year: year}
	}
	if t := m.intro(); t != nil {
		year = m.onlyYear(t)
	}
	return yearValue{year: year, none: year == 0}
}

// whenYear is the year of the date behind which "when" opens the anchor's clause: "in January 2024, when five states joined"; 0 for none.
func (m *match) whenYear() int {
	j := slices.IndexFunc(m.s.Chunks, func(c annotate.Chunk) bool { return c.Clause == m.s.Chunks[m.chunk].Clause })
	for j >= 0 && j < len(m.s.Chunks) && m.s.Chunks[j].Kind == annotate.Comma {
		j++
	}
	if j < 1 || m.s.Units[m.s.Chunks[j].First].Word != "when" {
		return 0
	}
	if j--; j > 0 && m.s.Chunks[j].Kind == annotate.Comma {
		j--
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk == j {
			return lastOf(w)
		}
	}
	return 0
}

// standsWith holds for a date behind the anchor, or in front of its clause, that no other statement parts from it.
func (m *match) standsWith(w resolve.When) bool {
	if m.datesOther(w) || m.yetToEnd(w) || w.From.Year+w.To.Year == 0 || resolve.OfOneMember(m.s, w.Chunk) || m.ofReference(w) {
		return false
	}
	if w.Chunk >= m.chunk {
		return m.reaches(m.chunk, w.Chunk) && !m.ofClauseBehind(w.Chunk)
	}
	return m.opensClause(w.Chunk) && m.reaches(w.Chunk, m.chunk)
}

// yetToEnd holds for the end of what goes on at the day of the document: "suspended its talks until 2028".
func (m *match) yetToEnd(w resolve.When) bool {
	return w.Kind == dates.Until && m.r.Anchor.Year != 0 && w.To.Year > m.r.Anchor.Year
}

// ofReference holds for a date in a bracket that holds more than it, behind the anchor: that of a source.
func (m *match) ofReference(w resolve.When) bool {
	for j := w.Chunk - 1; j > m.chunk; j-- {
		switch m.s.Chunks[j].Kind {
		case annotate.Close:
			return false
		case annotate.Open:
			return m.dateHost(w) < 0
		}
	}
	return false
}

// ofClauseBehind holds for a date in the clause whose subject the anchor is put in front of: "A member of the bloc, in 2008 Peru opened".
func (m *match) ofClauseBehind(w int) bool {
	if m.s.Chunks[m.chunk].Kind != annotate.NounPhrase || m.frontedFor(m.chunk) < 0 {
		return false
	}
	return slices.ContainsFunc(m.s.Chunks[m.chunk:w], func(c annotate.Chunk) bool { return c.Kind == annotate.Comma })
}

// inList holds for a line of a list or table, whose date can stand in the heading.
func (m *match) inList() bool { return entry(m.s, m.r.Doc) }

// reaches reports whether no other finite verb, relative clause or semicolon stands between two chunks.
func (m *match) reaches(from, to int) bool {
	for j := from + 1; j < to; j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.VerbGroup:
			if j != m.chunk && (c.Finite || c.Gerund && c.Subject > from) && !m.linking(j) && c.Subject != m.chunk && c.Subject != m.listHead(m.chunk) {
				return false
			}
		case annotate.Semicolon, annotate.Relative:
			return false
		case annotate.Subordinator:
			if m.s.Units[c.First].Word != "so" || j != from+1 {
				return false // but "did so in 2020"
			}
		}
	}
	return true
}
