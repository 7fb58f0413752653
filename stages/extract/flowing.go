package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// flowOwner is the state whose exports, imports or trade the text named last: "North Korea's trade", "Angolan exports".
func (m *match) flowOwner(not resolve.Set) (resolve.Set, bool) {
	for i := m.s.Index; i >= 0 && i >= m.s.Index-flowReach; i-- {
		if set, ok := m.flowOwnerIn(i, not); ok {
			return set, true
		}
	}
	return resolve.Set{}, false
}

// flowOwnerIn is the owner of the first flow that sentence i names, in the anchor's own before the anchor.
func (m *match) flowOwnerIn(i int, not resolve.Set) (resolve.Set, bool) {
	s := m.r.Doc.Sentence(i)
	for k := range s.Chunks {
		c := &s.Chunks[k]
		if i == m.s.Index && k >= m.chunk || k > headReach {
			break
		}
		if c.Kind != annotate.NounPhrase || s.Units[c.Head].Cue("flow_noun") == nil {
			continue
		}
		set := m.r.Modifiers(s, k)
		switch {
		case c.Gen >= 0:
			set = m.r.Set(s, c.Gen)
		case c.Owner != "":
			set = m.r.Possessor(s, k)
		}
		if len(set.States) == 1 && !set.Within(not) {
			return set, true
		}
	}
	return resolve.Set{}, false
}

// flowing is the owner of the flow that the text spoke of just before, in the sentence or the one above it in the paragraph.
func (m *match) flowing(role *Role) (value, bool) {
	if role.Is != "states" || !m.spoken("flow_noun") {
		return value{}, false
	}
	set, ok := m.flowOwner(m.values[role.Not].set)
	set.Context = true
	return value{set: set, chunk: -1}, ok
}

// flowReach is how many sentences back the owner of a flow may stand.
const flowReach = 8

// lastReach is how many sentences back a fact may lie that a statement goes on from.
const lastReach = 3
