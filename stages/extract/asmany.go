package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// asMany are the states that the sentence names behind a phrase with a number, where they are just as many, however they are grouped: "seven
// members: two from the north (A and B), and five from the south – C, D …".
func (m *match) asMany(role *Role) (value, bool) {
	want := m.count(m.chunk)
	if want < 2 {
		return value{}, false
	}
	set := m.namedBehind()
	ok := len(set.States) == want && !set.Whole && !set.People
	return value{set: set, chunk: -1}, ok && role.Is == "states"
}

// namedBehind are the states that the sentence names behind the anchor, where no clause of its own tells of them.
func (m *match) namedBehind() (set resolve.Set) {
	for j := m.chunk + 1; j < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; {
		case c.Kind == annotate.Relative, c.Kind == annotate.Semicolon, c.Kind == annotate.Excepting, c.Negative && m.namesState(c):
			return resolve.Set{}
		case c.Kind == annotate.VerbGroup && c.Finite && !m.linking(j) && m.s.Units[c.Head].Cue("comprise") == nil:
			return resolve.Set{}
		case c.Kind == annotate.NounPhrase && !c.Owned && m.namesState(c):
			set = set.Union(m.r.Alone(m.s, j))
		}
	}
	return set
}

// namesState holds for a phrase whose head is the name of a state, not an adjective of it.
func (m *match) namesState(c *annotate.Chunk) bool {
	u := &m.s.Units[c.Head]
	return u.Tag == annotate.TagName && u.Has(annotate.Country) && u.Meaning(annotate.Country).Form == annotate.Name
}

// count is the whole number that the phrase at i has before its head, or 0.
func (m *match) count(i int) int {
	c := &m.s.Chunks[i]
	for u := c.First; u <= c.Head; u++ {
		if q := m.s.Units[u].Quantity; q >= 0 && m.s.Quantities[q].Unit == quantity.None {
			return int(m.s.Quantities[q].Value)
		}
	}
	return 0
}

// nameOnly holds for an entry of nothing but names of states, with what stands in brackets behind them and the marks that part them.
func nameOnly(s *annotate.Sentence) bool {
	bracket := 0
	for i := range s.Chunks {
		switch c := &s.Chunks[i]; {
		case c.Kind == annotate.Open:
			bracket++
		case c.Kind == annotate.Close:
			bracket--
		case bracket > 0 || slices.Contains(partingMarks, c.Kind):
		case c.Kind == annotate.NounPhrase && s.Units[c.Head].Has(annotate.Country) && s.Units[c.Head].Meaning(annotate.Country).Form == annotate.Name:
		default:
			return false
		}
	}
	return true
}

var partingMarks = []annotate.ChunkKind{annotate.Comma, annotate.Coordinator, annotate.Dash, annotate.Semicolon, annotate.Other}
