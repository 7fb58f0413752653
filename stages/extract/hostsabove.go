package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// hostReach is how many sentences back, in its paragraph, a text may have said where "these migrants" are.
const hostReach = 3

// ofThese holds where the anchor's sentence speaks of migrants of whom the text has spoken: "what these migrants send home".
func (m *match) ofThese() bool {
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind == annotate.NounPhrase && c.First <= m.unit && (c.Det == "these" || c.Det == "those") && m.s.Units[c.Head].Cue("migrant") != nil {
			return true
		}
	}
	return false
}

// hostsAbove is the state in which "these migrants" are, by the nearest sentence before in the paragraph that says it of migrants; else none.
func (m *match) hostsAbove() resolve.Set {
	if !m.ofThese() {
		return resolve.Set{}
	}
	for i := m.s.Index - 1; i >= 0 && i >= m.s.Index-hostReach; i-- {
		t := m.r.Doc.Sentence(i)
		if t.Paragraph != m.s.Paragraph {
			break
		}
		if set, said := m.hostIn(t); said {
			return set
		}
	}
	return resolve.Set{}
}

// hostIn is the state behind "migrants in" in a sentence; "migrants there" are in that of which the sentence before tells. said is false
// where it tells of no migrants' place.
func (m *match) hostIn(t *annotate.Sentence) (set resolve.Set, said bool) {
	for i := range t.Chunks {
		c := &t.Chunks[i]
		if c.Kind != annotate.NounPhrase || t.Units[c.Last].Cue("migrant") == nil && t.Units[c.Head].Cue("migrant") == nil || i+1 >= len(t.Chunks) {
			continue
		}
		switch next := &t.Chunks[i+1]; {
		case next.Kind == annotate.Preposition && t.Units[next.Last].Word == "in" && i+2 < len(t.Chunks):
			return m.r.Set(t, i+2), true
		case t.Units[next.First].Word == "there":
			return m.placeTold(t.Index - 1), true
		}
	}
	return resolve.Set{}, false
}

// placeTold is the one state that is the subject of sentence i of the same paragraph, or to which it tells that people go; else none.
func (m *match) placeTold(i int) resolve.Set {
	if i < 0 || m.r.Doc.Sentence(i).Paragraph != m.s.Paragraph {
		return resolve.Set{}
	}
	t := m.r.Doc.Sentence(i)
	for v := range t.Chunks {
		if c := &t.Chunks[v]; c.Kind == annotate.VerbGroup && c.Finite && c.Subject >= 0 {
			if set := m.r.Set(t, c.Subject); len(set.States) == 1 {
				return set
			}
		}
		if p := t.Chunks[v].Case; p >= 0 && t.Units[t.Chunks[p].Last].Word == "to" {
			if set := m.r.Set(t, v); len(set.States) == 1 {
				return set
			}
		}
	}
	return resolve.Set{}
}

// hedgeCarries holds for the second of two values that one hedge stands before: "around 31 percent of A's GDP and 27 percent of B's".
func (m *match) hedgeCarries() bool {
	before := m.valueBefore()
	if before < 0 || !m.rule.measures() {
		return false
	}
	q := m.s.Units[before].Quantity
	if q < 0 || !m.s.Quantities[q].Approx || m.s.Quantities[q].Bound != 0 || m.s.Quantities[q].Range {
		return false
	}
	joined := false
	for j := chunkOf(m.s, before) + 1; j < m.chunk; j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.Coordinator:
			joined = m.s.Units[c.First].Word == "and"
		case annotate.NounPhrase, annotate.Preposition, annotate.Comma:
		default:
			return false
		}
	}
	return joined
}
