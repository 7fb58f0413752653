package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// ownYear is the year in a bracket right behind the state or the organisation of the combination, 0 for none: "Haiti (2002) and
// Suriname (since 1995)" have one each.
func (m *match) ownYear(c combo) int {
	for _, w := range m.r.Dates(m.s) {
		host := m.dateHost(w)
		if host < 0 || w.From.Year != 0 && w.To.Year != 0 && w.From.Year != w.To.Year {
			continue
		}
		set := m.r.Alone(m.s, host)
		for _, x := range c.states {
			if len(set.States) == 1 && set.Has(x.Code) {
				return lastOf(w)
			}
		}
		named := m.r.OrganizationsIn(m.s, m.s.Chunks[host].First, m.s.Chunks[host].Last)
		for _, code := range c.codes {
			if len(named) == 1 && slices.Contains(named, code) {
				return lastOf(w)
			}
		}
	}
	return 0
}

// dateHost is the phrase behind which a bracket holds nothing but the date and words that lead to it, or the member of a list that a
// date stands before ("A, B and, since last year, C"); or -1.
func (m *match) dateHost(w resolve.When) int {
	if resolve.OfOneMember(m.s, w.Chunk) {
		return w.Chunk + 2
	}
	for j := w.Chunk - 1; j > 0; j-- {
		switch m.s.Chunks[j].Kind {
		case annotate.Preposition, annotate.Adverb, annotate.VerbGroup:
		case annotate.Open:
			if m.s.Chunks[j-1].Kind == annotate.NounPhrase {
				return j - 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// datesOther holds for a date in a bracket behind one of several names in a list: it is that one's alone.
func (m *match) datesOther(w resolve.When) bool {
	host := m.dateHost(w)
	if host < 0 || host == m.chunk {
		return false
	}
	list := m.listHead(host)
	return list != host || listEnd(m.s, list) > host+1 && slices.ContainsFunc(m.s.Chunks[host+1:], func(c annotate.Chunk) bool { return c.List == list })
}

// lastUnbracketed is the latest telling of the sentence whose year is not that of a bracket of its own: "A (18 percent in 2021), B (8 percent)".
func (m *match) lastUnbracketed() (telling, bool) {
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0 && list[i].sentence == m.s.Index; i-- {
		if t := list[i]; t.unit < m.unit && !t.bracketed {
			return t, true
		}
	}
	return telling{}, false
}

// ownBracket holds for a value that stands in a bracket with its year.
func (m *match) ownBracket() bool {
	if m.host(m.chunk) < 0 {
		return false
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk <= m.chunk {
			continue
		}
		for j := m.chunk + 1; j < len(m.s.Chunks); j++ {
			if m.s.Chunks[j].Kind == annotate.Close {
				return false
			}
			if j == w.Chunk {
				return true
			}
		}
	}
	return false
}
