package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// partSubject is the subject of the verb where it means goods or a part of the flow: "goods from A make up 30 percent of imports",
// "shipments to A came to half of exports"; or -1.
func (m *match) partSubject(t *tie, v int) int {
	if v < 0 || m.s.Chunks[v].Subject < 0 {
		return -1
	}
	i := m.s.Chunks[v].Subject
	if head := m.s.Chunks[i].Head; i == m.chunk || m.s.Units[head].Cue("goods") == nil && m.s.Units[head].Cue("consignment") == nil && m.flowWord(m.s, head) != t.flow || m.narrowed(i) {
		return -1
	}
	return i
}

// reducedOf is the participle right behind the phrase at i, before the verb at v: "goods sold to A make up"; or -1.
func (m *match) reducedOf(i, v int) int {
	if i >= 0 && i+1 < v && m.s.Chunks[i+1].Kind == annotate.VerbGroup && m.s.Chunks[i+1].Subject == i {
		return i + 1
	}
	return -1
}

// originOfGoods is the state whose goods are brought in: "imports of Chinese goods".
func (m *match) originOfGoods(t *tie) resolve.Set {
	part := m.partSubject(t, m.verb(m.chunk))
	if t.flow.Name != "imports" {
		return resolve.Set{}
	}
	if v := m.verbOf(t); v > m.chunk && m.s.Chunks[v].Lemma == "be" && m.s.Chunks[v].Object == v+1 {
		c := &m.s.Chunks[v+1]
		if set := m.r.InUnits(m.s, c.First, c.Last); c.Case < 0 && len(set.States) == 1 {
			return set.Without(t.owner) // 17 percent of the goods that it imported were Chinese
		}
	}
	for _, i := range []int{part, t.noun} {
		if i < 0 || t.role {
			continue
		}
		if i == part && m.s.Units[m.s.Chunks[i].Head].Cue("goods") != nil {
			return m.r.Modifiers(m.s, i).Without(t.owner) // Chinese goods came to
		}
		for _, j := range m.after(i, "of") {
			if m.s.Units[m.s.Chunks[j].Head].Cue("goods") != nil && !m.narrowed(j) {
				return m.r.Modifiers(m.s, j).Without(t.owner)
			}
		}
	}
	return resolve.Set{}
}

// ownEnd is the other end that stands right behind a value held against another's or added to it: "against $2 billion to A"; or -1.
func (m *match) ownEnd(f *Flow) int {
	if i := m.chunk + 2; i < len(m.s.Chunks) && m.s.Chunks[i].Case == m.chunk+1 && m.leadsTo(f, i) && (m.isCompared() || m.addsValue()) {
		return i
	}
	return -1
}

// ownVerb is the participle right behind the value and its whole: "10 percent going to A", "10 percent of its trade falling to B"; or -1.
func (m *match) ownVerb() int {
	for _, i := range []int{m.chunk + 1, m.whole() + 1} {
		if i > m.chunk && i < len(m.s.Chunks) && m.s.Chunks[i].Kind == annotate.VerbGroup && (!m.s.Chunks[i].Finite || i == m.chunk+1 && m.behindWith()) {
			return i
		}
	}
	return -1
}

// behindWith holds for a value behind "with", whose verb is a participle: "with 38 percent bound for A".
func (m *match) behindWith() bool {
	c := m.s.Chunks[m.chunk].Case
	return c >= 0 && m.word(c, accompanying)
}
