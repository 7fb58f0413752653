package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// towards are the phrases that the prepositions of the flow lead to: right before the value, behind it, behind its verb, behind the
// phrase of the flow. What belongs to another value is left out.
func (m *match) towards(t *tie) []int {
	if i := m.ownEnd(t.flow); i >= 0 {
		return []int{i}
	}
	if i := m.justBefore(); m.leadsTo(t.flow, i) && i > t.noun+2 {
		return []int{i}
	}
	if v := m.ownVerb(); v >= 0 {
		for _, prep := range append(slices.Clone(t.flow.Toward), "to", t.flow.Far) {
			if out := slices.DeleteFunc(m.after(v, prep), func(j int) bool { return j < v }); len(out) > 0 {
				return out
			}
		}
	}
	v := m.verbOf(t)
	part := m.partSubject(t, v)
	for _, from := range []int{t.noun, m.chunk, v, part, m.reducedOf(part, v)} {
		if from < 0 || t.role && from == t.noun {
			continue
		}
		var out []int
		for _, prep := range m.towardFrom(t.flow, from) {
			out = append(out, m.own(slices.DeleteFunc(m.after(from, prep), m.doesElse))...)
		}
		if len(out) > 0 {
			return out
		}
	}
	if v >= 0 && t.flow.Far != "" && (m.s.Chunks[v].Passive || m.cueIn("directed", m.s.Chunks[v].First, m.s.Chunks[v].Last)) {
		if out := m.own(m.after(v, t.flow.Far)); len(out) > 0 {
			return out
		}
	}
	if v >= 0 && t.flow.Name == "exports" && m.cueIn("earns", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return m.own(m.after(v, "from")) // earns half of its export revenue from A
	}
	if v >= 0 && m.cueIn("lands", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return m.own(m.after(v, "in"))
	}
	if v >= 0 {
		if out := slices.DeleteFunc(m.own(m.after(v, "of")), func(j int) bool { return m.s.Units[m.s.Chunks[j].Head].Cue("origin_noun") == nil }); len(out) > 0 {
			return out
		}
	}
	if out := m.relativeEnd(t); len(out) > 0 {
		return out
	}
	return m.own(m.step(m.chunk, "thither"))
}

// doesElse holds for a phrase that is the subject of a participle behind it: "with A accounting for 90 percent" says with whom no trade is.
func (m *match) doesElse(j int) bool {
	v := j + 1
	return v < len(m.s.Chunks) && m.s.Chunks[v].Kind == annotate.VerbGroup && m.s.Chunks[v].Gerund && m.s.Chunks[v].Subject == j && m.s.Units[m.s.Chunks[m.s.Chunks[j].Case].First].Word == "with"
}

// towardFrom are the prepositions behind the phrase at chunk i that lead to the other end: what is earned by exports comes from there.
func (m *match) towardFrom(f *Flow, i int) []string {
	if m.s.Units[m.s.Chunks[i].Head].Cue("earning_noun") != nil {
		return []string{"from"}
	}
	return f.Toward
}

// relativeEnd is what a relative pronoun behind one of the flow's prepositions takes up: "A, to which it sends 40 percent of its exports".
func (m *match) relativeEnd(t *tie) []int {
	for j := m.chunk; j > 0 && m.s.Chunks[j].Clause == m.s.Chunks[m.chunk].Clause; j-- {
		c := &m.s.Chunks[j]
		if c.Kind != annotate.Relative {
			continue
		}
		if prep, _, ok := strings.Cut(m.s.Phrase(c.First, c.Last), " wh"); ok && slices.Contains(t.flow.Toward, prep) {
			return m.relative(c.Clause)
		}
	}
	return nil
}

// verbOf is the verb of the value's clause: behind "everything that A sells" the next one.
func (m *match) verbOf(t *tie) int {
	v := m.verb(m.chunk)
	if t.does < m.chunk {
		return v
	}
	for n := t.does + 1; n < len(m.s.Chunks); n++ {
		if m.s.Chunks[n].Kind == annotate.VerbGroup {
			return n
		}
	}
	return v
}

// own are the phrases that belong to the anchor and to no other value.
func (m *match) own(phrases []int) []int {
	return slices.DeleteFunc(phrases, func(j int) bool { return j == m.chunk || !m.ownPhrase(j) })
}

// ownPhrase holds for a phrase that no other value of the anchor's kind parts from the anchor, nor takes with it behind a comma.
func (m *match) ownPhrase(j int) bool {
	lo, hi := min(j, m.chunk), max(j, m.chunk)
	for k := lo + 1; k < hi; k++ {
		if c := &m.s.Chunks[k]; c.Kind == annotate.NounPhrase && m.host(k) < 0 && !changed(m.s, c.First) && (m.cueIn(m.rule.Anchor, c.First, c.Last) || j > m.chunk && m.cueIn("money", c.First, c.Last) || j > m.chunk && m.cueIn("percent", c.First, c.Last)) {
			return false
		}
	}
	if j < m.chunk {
		return true
	}
	if p := m.s.Chunks[j].Case; p > 0 && (m.s.Units[m.s.Chunks[p-1].Last].Word == "than" || m.placedBelow(p)) {
		return false
	}
	apart := false
	for k := m.chunk + 1; k < j; k++ {
		switch m.s.Chunks[k].Kind {
		case annotate.Comma, annotate.Coordinator, annotate.Semicolon:
			apart = true
		}
	}
	return !apart || j+1 >= len(m.s.Chunks) || !m.valueFollows(j)
}

// placedBelow holds for the preposition behind a place in a ranking: "second only to A".
func (m *match) placedBelow(p int) bool {
	for k := p - 1; k >= 0 && k >= p-2; k-- {
		c := &m.s.Chunks[k]
		if q := m.s.Units[c.Last].Quantity; c.Last > m.unit && q >= 0 && m.s.Quantities[q].Unit == quantity.Ordinal {
			return true
		}
		if m.s.Units[c.Last].Cue("only") == nil {
			break
		}
	}
	return false
}
