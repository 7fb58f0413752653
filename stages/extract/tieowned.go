package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// ownedShare holds for a possessor whose flow is left to be understood: "31 percent of Brazil's".
func (m *match) ownedShare(j int) bool {
	c := &m.s.Chunks[j]
	return c.Owned && (j+1 >= len(m.s.Chunks) || m.s.Chunks[j+1].Gen != j) && m.s.Units[c.Head].Has(annotate.Country)
}

// flowOwned is the flow told before in the sentence, with the same partner and the possessor at chunk j as its owner.
func (m *match) flowOwned(j int) (tie, bool) {
	told, ok := m.last(0)
	if !ok || told.states["measure"] != "share_pct" || told.states["partner"] == "" {
		return tie{}, false
	}
	f := m.flowNamed(told.states["flow"])
	t := newTie(f, -1)
	t.again = true
	t.owner = m.r.Alone(m.s, j)
	t.partner = resolve.Set{States: []resolve.State{{Code: told.states["partner"]}}, Context: true}
	return t, f != nil && len(t.owner.States) == 1
}

// withinRegion holds for a percentage of what is bought or sold within a region, which the front of the clause names: "Within ASEAN, A took
// 40 percent of exports".
func (m *match) withinRegion() bool {
	v := m.mainVerb(m.chunk)
	if v < 0 {
		return false
	}
	for _, prep := range []string{"within", "among"} {
		for _, j := range m.fronted(v, prep) {
			head := &m.s.Units[m.s.Chunks[j].Head]
			if head.Has(annotate.Group) || head.Has(annotate.Organization) || head.Tag == annotate.TagName && len(m.r.Set(m.s, j).States) != 1 {
				return true
			}
		}
	}
	return false
}

// othersDo holds for what a body sells or buys, or someone whom no gazetteer knows: it is no state's flow.
func (m *match) othersDo(t *tie) bool {
	if t.does < 0 || !t.owner.Empty() {
		return false
	}
	for _, i := range m.step(t.does, "subject") {
		if set := m.doer(i); set.Empty() && m.otherActor(i) {
			return true
		}
	}
	return false
}

// tellsKind holds for a part of a flow of which the sentence says what it is made up of: "60 percent of them were cars".
func (m *match) tellsKind() bool {
	v := m.verb(m.chunk)
	if m.rule.Anchor != "percent" || v <= m.chunk || m.s.Chunks[v].Subject != m.chunk || m.s.Chunks[v].Lemma != "be" || m.s.Chunks[v].Object < 0 {
		return false
	}
	o := m.s.Chunks[v].Object
	head := &m.s.Units[m.s.Chunks[o].Head]
	return head.Tag == annotate.TagNoun && head.Cue("goods") == nil && m.flowWord(m.s, m.s.Chunks[o].Head) == nil && len(m.r.Modifiers(m.s, o).States) == 0 && len(m.r.Set(m.s, o).States) == 0
}
