package extract

import "ties.dev/ties/stages/annotate"

// amongThem are the phrases behind "among them", or the list that stands before it and behind a comma: "the members, A and B among them".
func (m *match) amongThem(i int) []int {
	if behind := m.after(i, "among them"); len(behind) > 0 {
		return behind
	}
	s := m.s
	for j := i + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Semicolon, annotate.Subordinator, annotate.Relative:
			return nil
		case annotate.Preposition:
			if s.Phrase(c.First, c.Last) == "among them" && s.Chunks[j-1].Kind == annotate.NounPhrase {
				return m.asideAt(i, j-1)
			}
		}
	}
	return nil
}

// asideAt is the list that ends with the phrase at chunk `last`, where a comma opens it behind chunk i.
func (m *match) asideAt(i, last int) []int {
	first := m.listHead(last)
	if first-1 > i && m.s.Chunks[first-1].Kind == annotate.Comma {
		return []int{first}
	}
	return nil
}
