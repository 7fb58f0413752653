package extract

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// saying is the day on which what the match tells was made public: the full date in the clause of the verb of announcing that is
// nearest to the anchor; not the day of the event itself, unless another verb tells that. Where no date is written there, it is
// counted back from the event: "the day before", "two days before the parade".
func (m *match) saying() (value, bool) {
	v := m.announcing()
	if v < 0 {
		return value{}, false
	}
	best, distance := -1, 1<<30
	all := m.r.Dates(m.s)
	for k, w := range all {
		if w.From.Day == 0 || w.From != w.To || m.s.Chunks[w.Chunk].Clause != m.s.Chunks[v].Clause || m.ofOtherVerb(w.Chunk, v) || m.eventDay(w, v) {
			continue
		}
		if d := max(w.Chunk-v, v-w.Chunk); d < distance {
			best, distance = k, d
		}
	}
	if best >= 0 {
		return value{when: &all[best], chunk: -1}, true
	}
	return m.daysAhead(v)
}

// announcing is the verb of announcing nearest to the anchor, in its clause or the one that governs it, or the announcement that
// somebody makes; -1 for none.
func (m *match) announcing() int {
	best := -1
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind != annotate.VerbGroup && c.Kind != annotate.NounPhrase || !m.cueIn("make_public", c.First, c.Last) {
			continue
		}
		if best < 0 || max(v-m.chunk, m.chunk-v) < max(best-m.chunk, m.chunk-best) {
			best = v
		}
	}
	return best
}

// ofOtherVerb holds for a date that a verb other than the one at v has before it: who "came on May 7" announced nothing then.
func (m *match) ofOtherVerb(w, v int) bool {
	for i := w - 1; i >= 0 && i != v; i-- {
		if c := &m.s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Clause == m.s.Chunks[w].Clause {
			return c.Object != v && c.Subject != v
		}
	}
	return false
}

// eventDay holds for the day of the event in the clause that tells of it as well as of its announcement. Where the gazetteer has the
// event's days, it is one of those; else any date that fits the event is taken for it.
func (m *match) eventDay(w resolve.When, v int) bool {
	if m.s.Chunks[v].Clause != m.s.Chunks[m.chunk].Clause || w.Chunk < m.chunk {
		return false
	}
	for _, x := range m.values {
		if x.occasion == nil || x.chunk < 0 || w.Chunk < x.chunk || x.chunk < v && v < w.Chunk {
			continue
		}
		if first, last, known := m.r.Days(x.occasion); known {
			return !w.From.Before(first) && !w.From.After(last)
		}
		if m.r.During(w, x.occasion) {
			return true
		}
	}
	return false
}

// daysAhead is the day that the clause of the announcement at v counts back from the event of the match.
func (m *match) daysAhead(v int) (value, bool) {
	o := m.occasion()
	if o == nil {
		return value{}, false
	}
	for u := range m.s.Units {
		n, last := m.daysBefore(u)
		if at := unitClause(m.s, u); n == 0 || at != m.s.Chunks[v].Clause && at != m.s.Chunks[m.chunk].Clause || !m.countsFrom(last, o) {
			continue
		}
		if day, known := m.r.DaysAhead(o, n); known {
			w := resolve.When{Chunk: m.s.Units[u].Chunk, Expr: dates.Expr{From: day, To: day, Kind: dates.DayBefore}}
			return value{when: &w, chunk: -1}, true
		}
	}
	return value{}, false
}

// unitClause is the clause of the unit, or -1 for one in no phrase.
func unitClause(s *annotate.Sentence, u int) int {
	if i := s.Units[u].Chunk; i >= 0 {
		return s.Chunks[i].Clause
	}
	return -1
}

func (m *match) occasion() *resolve.Occasion {
	for _, x := range m.values {
		if x.occasion != nil {
			return x.occasion
		}
	}
	return nil
}

// daysBefore reads "the day before", "a day before", "two days before" from unit u on: how many days, and the last unit; 0 for none.
func (m *match) daysBefore(u int) (n, last int) {
	unit := &m.s.Units[u]
	if unit.Date >= 0 && m.s.Dates[unit.Date].Kind == dates.DayBefore {
		return 1, u
	}
	if u == 0 || u+1 >= len(m.s.Units) || !cueAt(m.s, u, "day_noun") || !cueAt(m.s, u+1, "earlier_than") || u > 1 && cueAt(m.s, u-2, "comparing") {
		return 0, 0 // "less than a day before" is no day
	}
	switch q := m.s.Units[u-1].Quantity; {
	case cueAt(m.s, u-1, "one_of_them"):
		n = 1
	case q >= 0 && m.s.Quantities[q].Unit == quantity.None:
		n = int(m.s.Quantities[q].Value)
	}
	return n, u + 1
}

// countsFrom holds where what follows unit u is the event, or nothing that the days could count from.
func (m *match) countsFrom(u int, o *resolve.Occasion) bool {
	i := m.s.Units[u].Chunk + 1
	if i >= len(m.s.Chunks) || m.s.Chunks[i].Kind != annotate.NounPhrase {
		return true
	}
	return m.r.Venue(m.s, i, o)
}

// day is the full date as a value of a cell, or nil.
func day(w *resolve.When) any {
	if w.From.Day == 0 {
		return nil
	}
	return schemas.Date{Year: w.From.Year, Month: w.From.Month, Day: w.From.Day}
}
