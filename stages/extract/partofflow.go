package extract

import "ties.dev/ties/stages/annotate"

// partOfFlow holds for a part of the flow itself, which comes from a state or goes to one: "the largest share came from Italy, 31 percent",
// "60 percent went to three countries". A state's own value says of its whole where it comes from: "Serbia's 11 percent comes from Germany".
func (m *match) partOfFlow() bool {
	if m.s.Chunks[m.chunk].Gen >= 0 {
		return false
	}
	own := m.verb(m.chunk)
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind != annotate.VerbGroup || v != own && v > m.chunk {
			continue
		}
		if m.s.Units[c.Head].Cue("sourcing") != nil && m.ofState(v) {
			return c.Subject < 0 || m.s.Chunks[c.Subject].Gen < 0
		}
		if m.s.Units[c.Head].Cue("accounting") != nil && m.stateAccounts(v) && !sentenceHas(m.s, "whole_economy") {
			return true
		}
	}
	return false
}

// stateAccounts holds for a state by its name as the subject: "Canada accounted for 12 percent".
func (m *match) stateAccounts(v int) bool {
	i := m.s.Chunks[v].Subject
	if i < 0 || m.s.Chunks[i].Owned {
		return false
	}
	head := m.s.Units[m.s.Chunks[i].Head].Meaning(annotate.Country)
	return head != nil && head.Form == annotate.Name
}

// ofState holds for a verb right behind which "from" or "to" has a state.
func (m *match) ofState(v int) bool {
	for j := v + 1; j < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.Adverb, annotate.When:
		case annotate.Preposition:
			if w := m.s.Units[c.First].Word; w != "from" && w != "to" {
				return false
			}
		case annotate.NounPhrase:
			set := m.r.Set(m.s, j)
			return c.Case == j-1 && (!set.Empty() || m.s.Units[c.Head].Cue("state_noun") != nil)
		default:
			return false
		}
	}
	return false
}

// thingOfState holds where the subject of the anchor's verb is a thing of a state's, which the value then says something of: "exports of Samoa
// were put at 32 percent". A value as the subject is a share as the anchor's: "12 percent of Georgia's GDP, 21 percent of Armenia's, rely on it".
func (m *match) thingOfState() bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 {
		return false
	}
	c := &m.s.Chunks[m.s.Chunks[v].Subject]
	return !m.cueIn(m.rule.Anchor, c.First, c.Last) && m.holdsOn("states", []string{"subject", "of"})
}

// ofOtherWhole holds where the value before, in the sentence or the one above, is a share of something else: "207 percent of the trade
// deficit. In Pakistan the ratio is 96 percent".
func (m *match) ofOtherWhole() bool {
	for i := m.s.Index; i >= 0 && i >= m.s.Index-1; i-- {
		s := m.r.Doc.Sentence(i)
		for u := len(s.Units) - 1; u >= 0; u-- {
			if i == m.s.Index && u >= m.unit || !isAnchor(s, u, m.rule.Anchor) {
				continue
			}
			before := match{r: m.r, s: s, rule: m.rule, unit: u, chunk: chunkOf(s, u), measure: -1}
			return before.chunk >= 0 && before.ofWhat("phrase") && !before.ofWhat("whole_economy") && !before.ofWhat("states")
		}
	}
	return false
}

// ofOneState holds for a share of what belongs to one state by name.
func (m *match) ofOneState() bool {
	for _, j := range m.after(m.chunk, "of") {
		g := m.s.Chunks[j].Gen
		if g < 0 {
			g = j
		}
		set := m.r.Member(m.s, g)
		if len(set.States) == 1 && !set.Context {
			return true
		}
	}
	return false
}
