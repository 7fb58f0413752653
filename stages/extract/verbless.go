package extract

import "ties.dev/ties/stages/annotate"

// verbless is the state right before the anchor's phrase, the verb between them left out as in the clause before: "A is the main outlet
// for its goods, and B the main source of imports".
func (m *match) verbless(role *Role) (value, bool) {
	k := m.chunk - 1
	if role.Is != "states" || k < 1 {
		return value{}, false
	}
	name := &m.s.Chunks[k]
	if name.Kind != annotate.NounPhrase || name.Owned || m.hasVerb() || m.s.Units[name.Head].Tag != annotate.TagName {
		return value{}, false
	}
	switch m.s.Chunks[k-1].Kind {
	case annotate.Coordinator, annotate.Comma, annotate.Semicolon:
	default:
		return value{}, false
	}
	set := m.r.InUnits(m.s, name.First, name.Last)
	return value{set: set, chunk: k}, len(set.States) == 1
}

// hasVerb holds for an anchor's phrase that is the subject of a verb.
func (m *match) hasVerb() bool {
	for i := range m.s.Chunks {
		if c := &m.s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Subject == m.chunk {
			return true
		}
	}
	return false
}
