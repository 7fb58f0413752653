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
