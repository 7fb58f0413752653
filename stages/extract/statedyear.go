package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// stated is the year that the text gives the anchor's statement: a value has its own where the sentence holds several.
// A statement that takes up what was said before it has the year of that, if it gives none.
func (m *match) stated() (yearValue, bool) {
	if y := m.s.YearAt(0); m.rule.Anchor == "figure" && y != 0 {
		return yearValue{year: y}, true
	}
	if m.inTable() {
		if w, ok := m.r.ValueYear(m.s, m.chunk, m.valueChunks()); ok {
			return yearOf(w), lastOf(w) != 0
		}
		if y := m.cellYear(); y != 0 {
			return yearValue{year: y}, true
		}
		if y := m.ownCaptionYear(); y != 0 {
			return yearValue{year: y}, true
		}
		y := m.r.CaptionYear(m.s, m.unit)
		if y == 0 {
			y = m.listYear()
		}
		return yearValue{year: y}, y != 0
	}
	if !m.isValue() {
		w, ok := m.r.Year(m.s, m.chunk)
		ok = ok && !(len(m.rule.flows) > 0 && m.ofNextStatement(w))
		if !ok && m.rule.Continues {
			return m.yearGoingOn()
		}
		return yearOf(w), ok
	}
	if y := m.rangeYear(); y != 0 {
		return yearValue{year: y}, true
	}
	if y := m.yearBehind(); y != 0 {
		return yearValue{year: y}, true
	}
	if y, ok := m.spanYear(); ok && m.rule.measures() {
		return yearValue{year: y}, true
	}
	if w, ok := m.r.ValueYear(m.s, m.chunk, m.valueChunks()); ok && (lastOf(w) != 0 || !m.heldAgainstOther()) {
		return m.countedOn(w), lastOf(w) != 0
	}
	if t, ok := m.lastUnbracketed(); ok && !t.year.none && !t.aside && (!m.isCompared() || m.otherPartner(t)) {
		return t.year, t.value || !m.began(t.year) // of the same sentence
	}
	if m.partOfWhole() {
		if y, ok := m.yearOfWhole(); ok {
			return y, true
		}
	}
	if m.anyWord("that_time") {
		w, ok := m.dateBefore()
		return yearOf(w), ok
	}
	if m.datedUnknown() || m.anyWord("these_days") {
		return yearValue{}, false
	}
	if y := m.listYear(); y != 0 {
		return yearValue{year: y}, true
	}
	if m.anyWord("vague_time") || m.looksBack() {
		return yearValue{}, false // "for years", "before the war": not the year that was spoken of
	}
	if w, ok := m.nearerDate(); ok {
		return yearOf(w), true
	}
	if m.rule.Continues || m.tieRead != nil && m.tieRead.again || m.rule.measures() && m.measure < 0 && m.takesUp() || m.past() {
		if y, ok := m.lastYear(); ok {
			return y, !y.none
		}
		if w, ok := m.dateBefore(); ok {
			return yearOf(w), true
		}
		if y, ok := m.yearOfText(); ok {
			return y, true
		}
	}
	if y := m.yearOfSums(); y != 0 {
		return yearValue{year: y}, true
	}
	w, ok := m.r.HeadingYear(m.s)
	return yearOf(w), ok && !m.outlivesHeading(lastOf(w))
}

// yearOfSums is the year of all the values that the text has told so far, for a sum that it does not date: a sum of trade is that of a year,
// and no state of things. 0 where they are of several years, or of one long past.
func (m *match) yearOfSums() int {
	if m.rule.Anchor != "money" {
		return 0
	}
	year := 0
	for _, t := range m.memory.told[m.rule.Table.Name] {
		if !t.value || t.aside || t.sentence == m.s.Index && t.unit >= m.unit {
			continue
		}
		if t.year.none || year != 0 && t.year.year != year {
			return 0
		}
		year = t.year.year
	}
	if m.r.Anchor.Year-year > headingYears {
		return 0
	}
	return year
}

// ofNextStatement holds for a date behind a verb that says something else, with a subject of its own: "is its main market, and sales were to
// rise in August 2021".
func (m *match) ofNextStatement(w resolve.When) bool {
	for j := m.chunk + 1; j < w.Chunk && j < len(m.s.Chunks); j++ {
		if c := &m.s.Chunks[j]; c.Kind == annotate.VerbGroup && c.Finite && m.s.Chunks[j-1].Kind != annotate.Relative && c.Subject > m.chunk && c.Subject < j && m.s.Chunks[c.Subject].List != m.listHead(m.chunk) {
			return true
		}
	}
	return false
}

// outlivesHeading holds for a statement in the present under a heading with a year long past: "Leaders lectured on 1939".
func (m *match) outlivesHeading(year int) bool {
	v := m.verb(m.chunk)
	return m.r.Anchor.Year-year > headingYears && v >= 0 && m.s.Chunks[v].Finite && !m.past()
}

// headingYears is how many years a heading's year may lie before the day of the document for what stands in the present under it.
const headingYears = 3

// began holds for a year since which something else that the sentence tells has been so: "has been its largest partner since 2009 and buys
// 40 percent of its exports".
func (m *match) began(year yearValue) bool {
	return slices.ContainsFunc(m.r.Dates(m.s), func(w resolve.When) bool {
		return w.Kind == dates.Since && w.From.Year == year.year && w.Chunk < m.chunk
	})
}

// countedOn is the year of a date, counted from the year of the fact taken before in the sentence where it leans on one that is not in
// it: "the share is 31 percent, down from 33 percent the year before".
func (m *match) countedOn(w resolve.When) yearValue {
	y := yearOf(w)
	if t, ok := m.last(0); ok && w.Base != 0 && !t.year.none && !t.aside && w.Kind == dates.Year {
		y.year += t.year.year - w.Base
	}
	return y
}

// yearGoingOn is the year of the fact taken before in the sentence; for what is told in the past also that of the sentences above.
func (m *match) yearGoingOn() (yearValue, bool) {
	if t, ok := m.last(0); ok && !t.year.none {
		return t.year, true
	}
	if !m.past() {
		return yearValue{}, false
	}
	if y, ok := m.lastYear(); ok {
		return y, !y.none
	}
	if w, ok := m.dateBefore(); ok {
		return yearOf(w), true
	}
	return m.yearOfText()
}

// measures holds for a rule that asks what its value measures.
func (r *Rule) measures() bool {
	return slices.ContainsFunc(r.When, func(cond string) bool { return strings.HasSuffix(cond, "@measured") })
}

// past holds where the verb of the anchor's clause is in the past: it tells of the time that the text is speaking of.
func (m *match) past() bool {
	v := m.mainVerb(m.chunk)
	if v < 0 && m.rule.measures() { // the inflows, equal to 4 percent of GDP, outstripped oil
		v = slices.IndexFunc(m.s.Chunks, func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
	}
	return v >= 0 && m.s.Chunks[v].Past && !m.s.Chunks[v].Perfect
}

// isForecast holds for a value of a year that lies after the document's.
func (m *match) isForecast(y yearValue) bool {
	return (m.isValue() || m.rule.Anchor == "figure") && !y.none && m.r.Anchor.Year > 0 && y.year > m.r.Anchor.Year
}

func (m *match) isValue() bool {
	return m.rule.Anchor == "percent" || m.rule.Anchor == "money" || m.inTable() && m.rule.Anchor != "figure"
}

// inTable holds for a rule of the numbers in a table or a list.
func (m *match) inTable() bool {
	return m.rule.Anchor == "cell" || m.rule.Anchor == "number" || m.rule.Anchor == "figure"
}

// valueChunks are the chunks of the sentence that hold values of the anchor's kind.
func (m *match) valueChunks() []int {
	var out []int
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind == annotate.NounPhrase && m.cueIn(m.rule.Anchor, c.First, c.Last) && (i == m.chunk || !changed(m.s, c.First)) {
			out = append(out, i)
		}
	}
	return out
}

// yearOf is the year of a date; a decade gives none.
func yearOf(w resolve.When) yearValue { return yearValue{year: lastOf(w), none: lastOf(w) == 0} }

// lastOf is the last year of a date.
func lastOf(w resolve.When) int {
	if w.Kind == dates.Decade {
		return 0
	}
	if w.To.Year != 0 {
		return w.To.Year
	}
	return w.From.Year
}
