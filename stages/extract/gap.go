package extract

import (
	"ties.dev/ties/stages/annotate"
)

// gap is the phrase that a relative pronoun makes the object of the verb at v: "the EU, which it joined in 1973"; or -1.
func (m *match) gap(v int) int {
	s := m.s
	p := m.objectRelative(v)
	if p < 0 {
		return -1
	}
	for p--; p >= 0 && s.Chunks[p].Kind != annotate.NounPhrase; p-- {
		if k := s.Chunks[p].Kind; k != annotate.Comma && k != annotate.Close {
			return -1
		}
	}
	return p
}

// informed holds for the object of a verb of telling, behind which "that" opens what is told: "assured the Assembly that".
func (m *match) informed(i int) bool {
	for v := i - 1; v >= 0 && v >= i-3; v-- {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup {
			return c.Object == i && m.cueIn("inform", c.First, c.Last)
		}
	}
	return false
}

// objectRelative is the relative pronoun that is the object of the verb at v, since the verb has a subject behind it and no object; or -1.
func (m *match) objectRelative(v int) int {
	s := m.s
	for p := v - 1; p >= 0 && s.Chunks[p].Clause == s.Chunks[v].Clause; p-- {
		that := s.Chunks[p].Kind == annotate.Subordinator && s.Units[s.Chunks[p].First].Word == "that" && p > 0 && s.Chunks[p-1].Kind == annotate.NounPhrase && !m.informed(p-1)
		if s.Chunks[p].Kind == annotate.Relative || that {
			if s.Chunks[v].Subject < p || s.Chunks[v].Object >= 0 {
				return -1
			}
			return p
		}
	}
	return -1
}
