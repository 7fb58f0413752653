package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// sameFigure holds for a value at another time of what was told before: "in 2015 the figure was 40 percent".
func (m *match) sameFigure() bool {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 {
		return false
	}
	i := m.s.Chunks[v].Subject
	c := &m.s.Chunks[i]
	if m.s.Units[c.Head].Cue("same_figure") == nil || c.Gen >= 0 || c.Owner != "" || c.Det != "the" && c.Det != "this" && c.Det != "that" || i+1 < len(m.s.Chunks) && m.s.Chunks[i+1].Kind == annotate.Preposition {
		return false
	}
	t, ok := m.last(reach)
	w, dated := m.r.ValueYear(m.s, m.chunk, m.valueChunks())
	return ok && t.value && dated && lastOf(w) != 0
}

// flowBack sets both ends of a flow that the sentence names right after one of the two states to each other, without an end of its own:
// "its exports to A were $5 billion and imports stood at $3 billion". "Total imports" are those from everywhere.
func (m *match) flowBack(t *tie) {
	told, ok := m.last(0)
	if !ok || m.stopped || t.again || t.role || t.noun < 0 || told.states["partner"] == "" || told.states["flow"] == t.flow.Name || told.states["measure"] != "value_usd" || m.rule.Anchor != "money" {
		return
	}
	c := &m.s.Chunks[t.noun]
	if c.First != c.Head && c.Owner == "" || c.Gen >= 0 {
		return
	}
	t.partner = resolve.Set{States: []resolve.State{{Code: told.states["partner"]}}, Context: true}
	t.owner = resolve.Set{States: []resolve.State{{Code: told.states["country"]}}, Context: true}
}
