package extract

import "ties.dev/ties/stages/annotate"

// underway is the phrase that says where a state stands with what the verb at v tells: "in the process of joining", "in line to join";
// or -1.
func (m *match) underway(v int) int {
	c, p := &m.s.Chunks[v], v-1
	if c.Gerund && p >= 0 && m.s.Chunks[p].Kind == annotate.Preposition {
		p--
	}
	if p < 0 || !c.Gerund && !c.Infinite || m.s.Chunks[p].Kind != annotate.NounPhrase {
		return -1
	}
	if in := m.s.Chunks[p].Case; in < 0 || m.s.Units[m.s.Chunks[in].Last].Word != "in" {
		return -1
	}
	return p
}

// hung is the phrase whose preposition the one at i follows, or the gerund at i: "exports of $3 billion", "the process of leaving".
func (m *match) hung(i int) []int {
	p := m.s.Chunks[i].Case
	if m.s.Chunks[i].Gerund && i > 0 && m.s.Chunks[i-1].Kind == annotate.Preposition {
		p = i - 1
	}
	if p > 0 && m.s.Chunks[p-1].Kind == annotate.NounPhrase {
		return []int{p - 1}
	}
	return nil
}
