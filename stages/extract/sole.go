package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// sole is the one state that the sentence names in any way, by its people too, or that part of it which semicolons part from the rest; one from
// which something comes does not count.
func (m *match) sole(role *Role) (value, bool) {
	all, own := m.soleIn(role, false), m.soleIn(role, true)
	if !own.Empty() {
		all = own
	}
	return value{set: all, chunk: -1}, role.Is == "states" && len(all.States) == 1
}

// soleIn are the states that the sentence names, or its part alone.
func (m *match) soleIn(role *Role, part bool) (set resolve.Set) {
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || m.isHost(i) || m.whence(i) || m.behindExcept(i) || part && m.partedFrom(i) {
			continue
		}
		for _, found := range []resolve.Set{m.r.Member(m.s, i), m.r.Nationals(m.s, i)} {
			if !found.Loose && !(role.Few && found.Whole && len(found.States) > 2) { // among the countries of the region; also in Central Asia
				set.States = append(set.States, found.Without(m.values[role.Not].set).Without(set).States...)
			}
		}
	}
	return set
}

// partedFrom holds for a phrase behind a semicolon behind the anchor, or before one before it: another statement.
func (m *match) partedFrom(i int) bool {
	for j := min(i, m.chunk) + 1; j < max(i, m.chunk); j++ {
		if m.s.Chunks[j].Kind == annotate.Semicolon && m.s.Units[m.s.Chunks[j].First].Word == ";" {
			return true
		}
	}
	return false
}

// whence holds for a state in which those are from whom something comes: "from miners in South Africa".
func (m *match) whence(i int) bool {
	p := m.s.Chunks[m.listHead(i)].Case
	if p < 1 || m.s.Chunks[p-1].Kind != annotate.NounPhrase || m.s.Units[m.s.Chunks[p].Last].Word != "in" {
		return false
	}
	from := m.s.Chunks[p-1].Case
	return from >= 0 && m.s.Units[m.s.Chunks[from].Last].Word == "from"
}

// since is the first state that the sentence names behind the value before, or from its start on.
func (m *match) since(role *Role) (value, bool) {
	from := m.behindValue(m.valueBefore())
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.First <= from || c.Kind != annotate.NounPhrase || m.s.Units[c.Head].Tag == annotate.TagPron {
			continue
		}
		if c.First > m.unit {
			break
		}
		set := m.r.Member(m.s, i)
		if set.Empty() && isNational(m.s, c) && m.s.Units[c.Head].Meaning(annotate.Country).Form == annotate.Demonyms {
			set = m.r.Nationals(m.s, i) // Moldovans have turned to Italy
		}
		if set = set.Without(m.values[role.Not].set); !set.Empty() && !set.Context && !m.isHost(i) {
			return value{set: set, chunk: i}, len(set.States) == 1 && role.Is == "states"
		}
	}
	return value{}, false
}

// behindValue is the last unit of what belongs to the value at the unit: its of-phrase and the like.
func (m *match) behindValue(unit int) int {
	if unit < 0 {
		return unit
	}
	last := unit
	for j := chunkOf(m.s, unit) + 1; j < len(m.s.Chunks); j++ {
		c := &m.s.Chunks[j]
		if c.Kind != annotate.Preposition && c.Kind != annotate.When && (c.Kind != annotate.NounPhrase || c.Case < 0) {
			break
		}
		if c.Last < m.unit {
			last = c.Last
		}
	}
	return last
}

// where is what a clause that "where" opens is about: "in Tonga, where they equal 40 percent", "countries such as Haiti and Nepal, where …".
func (m *match) where(role *Role) (value, bool) {
	p := m.chunk
	for p >= 0 && m.s.Chunks[p].Kind != annotate.Relative {
		if p < m.chunk && m.s.Chunks[p].Kind == annotate.VerbGroup && m.s.Chunks[p].Finite && p != m.verb(m.chunk) {
			return value{}, false
		}
		p--
	}
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "where" {
		return value{}, false
	}
	if m.s.Chunks[p-1].Kind == annotate.Coordinator { // Uzbekistan, which …, and where …
		for p--; p > 0 && m.s.Chunks[p].Kind != annotate.Relative; p-- {
		}
	}
	for p--; p >= 0 && m.s.Chunks[p].Kind != annotate.VerbGroup; p-- {
		if c := &m.s.Chunks[p]; c.Kind == annotate.NounPhrase && m.named(p) >= 0 {
			set := m.r.Set(m.s, m.listHead(p))
			return value{set: set, chunk: p}, role.Is == "states" && !set.Empty() && !set.Loose
		}
	}
	return value{}, false
}
