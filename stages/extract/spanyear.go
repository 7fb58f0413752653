package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// spanYear is the year of a value that opens or closes a change told over a span: "between 2006 and 2019 it fell from 35 percent to 16", "from
// 35 to 16 percent of GDP over 2006-2019". ok is false where the sentence dates the change otherwise.
func (m *match) spanYear() (year int, ok bool) {
	start, end := m.changeFrom(m.chunk), m.changeTo(m.chunk)
	if !start && !end || m.wavers() {
		return 0, false
	}
	span, ok := m.onlySpan()
	if !ok {
		return 0, false
	}
	if start {
		return span.From.Year, true
	}
	return span.To.Year, true
}

// onlySpan is the span of years of the sentence, where that is its only date.
func (m *match) onlySpan() (span resolve.When, ok bool) {
	all := m.r.Dates(m.s)
	if len(all) != 1 || all[0].Kind != dates.Range || all[0].From.Year == 0 || all[0].From.Year >= all[0].To.Year {
		return resolve.When{}, false
	}
	return all[0], true
}

// changeFrom holds for a value behind "from" that another one behind "to" follows.
func (m *match) changeFrom(i int) bool {
	if !m.behindWord(i, "from") {
		return false
	}
	for j := i + 1; j < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if m.counts(j) {
				return m.behindWord(j, "to")
			}
		case annotate.Preposition, annotate.When, annotate.Adverb:
		default:
			return false
		}
	}
	return false
}

// changeTo holds for a value behind "to" before which another one behind "from" stands.
func (m *match) changeTo(i int) bool { return m.behindWord(i, "to") && m.startOf(i) >= 0 }

// startOf is the value behind "from" from which the one at chunk i was reached, or -1.
func (m *match) startOf(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if m.counts(j) {
				if m.behindWord(j, "from") {
					return j
				}
				return -1
			}
		case annotate.Preposition, annotate.When, annotate.Adverb, annotate.Comma:
		default:
			return -1
		}
	}
	return -1
}

func (m *match) behindWord(i int, word string) bool {
	p := m.s.Chunks[i].Case
	return p >= 0 && m.s.Units[m.s.Chunks[p].First].Word == word
}

// counts holds for a phrase with a number that is no date.
func (m *match) counts(i int) bool {
	return m.s.Units[m.s.Chunks[i].Head].Quantity >= 0
}

// bareStart is the match with the value that a change sets out from, where it leaves its unit to the anchor: "from 35 to 16 percent".
func (m *match) bareStart() (*match, bool) {
	name := m.numberRole()
	if name == "" || m.rule.Anchor != "percent" || !m.changeTo(m.chunk) || m.wavers() {
		return nil, false
	}
	k := m.startOf(m.chunk)
	q := m.s.Quantities[m.s.Units[m.s.Chunks[k].Head].Quantity]
	if q.Unit != quantity.None {
		return nil, false
	}
	q.Unit = quantity.Percent
	if w, dated := m.dateBehind(k); dated && w.Chunk < m.chunk {
		return m.withNumber(name, &q, w), true
	}
	span, ok := m.onlySpan()
	return m.withNumber(name, &q, span), ok
}

// wavers holds for a verb by which the two values are bounds: "ranged from 10 to 15 percent".
func (m *match) wavers() bool {
	v := m.verb(m.chunk)
	return v >= 0 && m.cueIn("wavering", m.s.Chunks[v].First, m.s.Chunks[v].Last)
}

// datedSingly holds where each of n values of a list has a year of its own: they are of one state.
func (m *match) datedSingly(n int) bool {
	years := map[int]bool{}
	all := m.valueChunks()
	for _, i := range all {
		if w, ok := m.r.ValueYear(m.s, i, all); ok && lastOf(w) != 0 {
			years[lastOf(w)] = true
		}
	}
	return len(all) == n && len(years) == n
}
