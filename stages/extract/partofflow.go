package extract

import "ties.dev/ties/stages/annotate"

// partOfFlow holds for a part of the flow itself, which comes from a state or goes to one: "the largest share came from Italy, 31 percent",
// "60 percent went to three countries". A state's own value says of its whole where it comes from: "Serbia's 11 percent comes from Germany".
func (m *match) partOfFlow() bool {
	if m.s.Chunks[m.chunk].Gen >= 0 {
		return false
	}
	own := m.verb(m.chunk)
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind == annotate.VerbGroup && (v == own || v < m.chunk) && m.s.Units[c.Head].Cue("sourcing") != nil && m.ofState(v) {
			return c.Subject < 0 || m.s.Chunks[c.Subject].Gen < 0
		}
	}
	return false
}

// ofState holds for a verb right behind which "from" or "to" has a state.
func (m *match) ofState(v int) bool {
	for j := v + 1; j < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.Adverb, annotate.When:
		case annotate.Preposition:
			if w := m.s.Units[c.First].Word; w != "from" && w != "to" {
				return false
			}
		case annotate.NounPhrase:
			set := m.r.Set(m.s, j)
			return c.Case == j-1 && (!set.Empty() || m.s.Units[c.Head].Cue("state_noun") != nil)
		default:
			return false
		}
	}
	return false
}
