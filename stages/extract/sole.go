package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// sole is the one state that the sentence names in any way, by its people too; one from which something comes does not count.
func (m *match) sole(role *Role) (value, bool) {
	var set resolve.Set
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.Case >= 0 && m.s.Units[m.s.Chunks[c.Case].First].Word == "from" {
			continue
		}
		for _, found := range []resolve.Set{m.r.Member(m.s, i), m.r.Nationals(m.s, i)} {
			set.States = append(set.States, found.Without(m.values[role.Not].set).Without(set).States...)
		}
	}
	return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) == 1
}

// since is the first state that the sentence names behind the value before, or from its start on.
func (m *match) since(role *Role) (value, bool) {
	from := m.valueBefore()
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.First <= from || c.Kind != annotate.NounPhrase || m.s.Units[c.Head].Tag == annotate.TagPron {
			continue
		}
		if c.First > m.unit {
			break
		}
		if set := m.r.Member(m.s, i).Without(m.values[role.Not].set); !set.Empty() && !m.only(c.First) {
			return value{set: set, chunk: i}, len(set.States) == 1 && role.Is == "states"
		}
	}
	return value{}, false
}

// toldOf is the state of the last fact that the table has taken, here or just before.
func (m *match) toldOf(role *Role) (value, bool) {
	t, ok := m.last(reach)
	if ok && role.Is == "word" && t.states[role.Name] != "" {
		return value{codes: []string{t.states[role.Name]}, chunk: -1}, true
	}
	if !ok || role.Is != "states" || t.states[role.Name] == "" {
		return value{}, false
	}
	return value{set: resolve.Set{States: []resolve.State{{Code: t.states[role.Name]}}, Context: true}, chunk: -1}, true
}

// isCompared holds for a value against which another one is held: "up from 24 percent", "against 22 percent".
func (m *match) isCompared() bool {
	p := m.s.Chunks[m.chunk].Case
	return p >= 0 && m.cueIn("comparing", m.s.Chunks[p].First, m.s.Chunks[p].Last)
}

// topical is the state that the text is about at this place, in the last resort the one that its first sentences name.
func (m *match) topical(role *Role) (value, bool) {
	if v, ok := m.focus(role); ok {
		return v, true
	}
	set, ok := m.r.Lead()
	return value{set: set, chunk: -1}, ok && role.Is == "states"
}

// namesOther holds where the sentence names a state since the telling, or since it starts: the value may be that one's.
func (m *match) namesOther(t telling) bool {
	from := 0
	if t.sentence == m.s.Index {
		from = t.unit + 1
	}
	for u := from; u < m.unit; u++ {
		if x := m.s.Units[u].Meaning(annotate.Country); x != nil && x.Code != t.states["country"] && !m.only(u) {
			return true
		}
	}
	return false
}

// only holds for a state from which something comes.
func (m *match) only(u int) bool { return u > 0 && m.s.Units[u-1].Word == "from" }

// elsewhere holds where the clause speaks of a place that is no state known here: "in Zacatecas", "for sub-Saharan Africa",
// "in low-income countries". What is said of it is not said of the state that the text is about.
func (m *match) elsewhere() bool {
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.Clause != m.s.Chunks[m.chunk].Clause || c.Case < 0 || m.s.Units[m.s.Chunks[c.Case].First].Cue("placing") == nil {
			continue
		}
		head := &m.s.Units[c.Head]
		place := head.Tag == annotate.TagName && head.Meanings == nil || head.Cue("state_noun") != nil || head.Cue("region_noun") != nil || head.Has(annotate.Group)
		if c.Negative {
			return true // in none of these
		}
		if set := m.r.Set(m.s, i); place && (set.Empty() || set.Loose || head.Has(annotate.Group)) && !m.cueIn(m.rule.Anchor, c.First, c.Last) {
			return true
		}
	}
	return false
}
