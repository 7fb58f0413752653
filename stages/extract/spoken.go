package extract

import "ties.dev/ties/stages/annotate"

// spoken holds where the last word of a flow before the anchor ("exports", "imports", "trade"), in its sentence or the two before
// it in the paragraph, is of the class: it is what "them", "this" and "the total" stand for.
func (m *match) spoken(class string) bool {
	for i := m.s.Index; i >= 0 && i >= m.s.Index-2; i-- {
		s := m.r.Doc.Sentence(i)
		if s.Paragraph != m.s.Paragraph {
			return false
		}
		last := len(s.Units) - 1
		if i == m.s.Index {
			last = m.unit - 1
		}
		for u := last; u >= 0; u-- {
			if s.Units[u].Cue("flow_noun") != nil {
				return s.Units[u].Cue(class) != nil
			}
		}
	}
	return false
}

// anaphor holds for a phrase that takes up a thing named before: "of them", "of this", "of it", "of these".
func anaphor(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	if c.First != c.Last {
		return false
	}
	switch s.Units[c.First].Word {
	case "them", "this", "these", "it", "those", "that":
		return true
	}
	return false
}

// alien holds for a phrase whose possessor is no state: "Samsung's exports".
func (m *match) alien(i int) bool {
	g := m.s.Chunks[i].Gen
	if g < 0 {
		return false
	}
	if m.s.Units[m.s.Chunks[g].Head].Date >= 0 {
		return false // last year's trade
	}
	set := m.r.Set(m.s, m.listHead(g))
	return set.Empty() && m.s.Units[m.s.Chunks[g].Head].Cue("state_noun") == nil
}
