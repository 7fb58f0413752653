package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// latest is the phrase of the preposition that stands last before chunk i, with no other value between: of "imports from A came to
// $2 billion, from B to $1 billion" each sum has its own; or -1.
func (m *match) latest(i int, prep string) int {
	for j := i - 1; j >= 0 && m.s.Chunks[j].Kind != annotate.Semicolon; j-- {
		c := &m.s.Chunks[j]
		if c.Kind != annotate.NounPhrase {
			continue
		}
		if m.cueIn(m.rule.Anchor, c.First, c.Last) {
			return -1
		}
		if c.Case >= 0 && m.s.Phrase(m.s.Chunks[c.Case].First, m.s.Chunks[c.Case].Last) == prep && m.cueIn("states", c.First, c.Last) {
			return m.listHead(j)
		}
	}
	return -1
}

// bareOwner is the state of a possessive that leaves its noun to be understood, right before the anchor's preposition:
// "…, Nigeria's at $22 billion".
func (m *match) bareOwner(role *Role) (value, bool) {
	k := m.chunk - 1
	if c := m.s.Chunks[m.chunk].Case; c >= 0 {
		k = c - 1
	}
	if k < 0 || !m.s.Chunks[k].Owned || role.Is != "states" {
		return value{}, false
	}
	set := m.r.Set(m.s, k).Without(m.values[role.Not].set)
	return value{set: set, chunk: k}, len(set.States) == 1
}

// parallel holds where the state of a fact taken in the sentence is the subject of the fact's own verb, so that a state with a value
// and no verb is in its place: "A does half of its trade with B, C a third". In "B supplies half of what A imports, C a third" it is not.
func (m *match) parallel() bool {
	return slices.ContainsFunc(m.recent(), func(t telling) bool {
		if t.sentence != m.s.Index || t.pair {
			return false
		}
		v := m.verb(chunkOf(m.s, t.unit))
		if v < 0 || m.s.Chunks[v].Subject < 0 {
			return false
		}
		set := m.r.Set(m.s, m.s.Chunks[v].Subject)
		return len(set.States) == 1 && t.states["country"] == set.States[0].Code
	})
}

// placedName holds for a name with its place behind it: "China second".
func (m *match) placedName(k int) bool {
	c := &m.s.Chunks[k]
	return c.First < c.Last && m.cueIn("ordinal", c.Last, c.Last) && m.s.Units[c.Last-1].Has(annotate.Country)
}

// besideIt is the one state that the anchor's value stands right beside.
func (m *match) besideIt(role *Role) (value, bool) {
	i := m.partnerOfValue(m.chunk)
	if v := m.verb(m.chunk); i < 0 && v > 0 && v < m.chunk && m.s.Chunks[v].Subject < 0 && m.s.Chunks[v-1].Owned {
		i = v - 1 // while A's fell to 31 percent
	}
	if i < 0 || role.Is != "states" {
		return value{}, false
	}
	set := m.r.Alone(m.s, i)
	return value{set: set, chunk: i}, len(set.States) == 1
}
