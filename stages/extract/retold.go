package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

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

// retold is the state of the last fact told, unless the sentence or those before it in the paragraph speak of another one.
func (m *match) retold(role *Role) (value, bool) {
	t, _ := m.last(reach)
	if m.elsewhere() || m.namesOther(t) {
		return value{}, false
	}
	if set, ok := m.asked(); ok && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	if set, ok := m.r.InParagraph(m.s); ok && t.sentence < m.s.Index && t.paragraph < m.s.Paragraph && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	return m.toldOf(role)
}

// asked is the one state that a question or a fragment right before the sentence names: "And Georgia?"
func (m *match) asked() (resolve.Set, bool) {
	if m.s.Index == 0 {
		return resolve.Set{}, false
	}
	t := m.r.Doc.Sentence(m.s.Index - 1)
	if !t.Question && saysSomething(t) {
		return resolve.Set{}, false
	}
	set := m.r.InUnits(t, 0, len(t.Units)-1)
	return set, len(set.States) == 1
}

// topical is the state that the text is about at this place, in the last resort the one that its first sentences name.
func (m *match) topical(role *Role) (value, bool) {
	v, ok := m.focus(role)
	if set, asked := m.asked(); asked {
		v, ok = value{set: set, chunk: -1}, true
	}
	if !ok {
		v.chunk = -1
		v.set, ok = m.r.Lead()
	}
	if !ok || role.Is != "states" || m.namesOther(telling{sentence: -1, states: map[string]string{"country": v.set.States[0].Code}}) {
		return value{}, false
	}
	return v, true
}

// namesOther holds where the sentence names a state since the telling, or since it starts: the value may be that one's.
func (m *match) namesOther(t telling) bool {
	from := 0
	if t.sentence == m.s.Index {
		from = m.behindValue(t.unit) + 1
	}
	for u := from; u < m.unit; u++ {
		if x := m.s.Units[u].Meaning(annotate.Country); x != nil && x.Form != annotate.Capital && x.Code != t.states["country"] && !m.isHost(chunkOf(m.s, u)) {
			return true
		}
	}
	return false
}
