package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// valueFollows holds where a value of the anchor's kind stands right behind the phrase.
func (m *match) valueFollows(j int) bool {
	for k := j + 1; k < len(m.s.Chunks) && k <= j+2; k++ {
		switch c := &m.s.Chunks[k]; c.Kind {
		case annotate.NounPhrase:
			return m.cueIn(m.rule.Anchor, c.First, c.Last)
		case annotate.Preposition, annotate.Open, annotate.Comma, annotate.Dash, annotate.Colon:
		default:
			return false
		}
	}
	return false
}

// leadsTo holds for a phrase behind one of the prepositions of the flow.
func (m *match) leadsTo(f *Flow, i int) bool {
	if i < 0 {
		return false
	}
	c := &m.s.Chunks[i]
	if c.Kind != annotate.NounPhrase || c.Case < 0 {
		return false
	}
	return slices.Contains(f.Toward, m.s.Phrase(m.s.Chunks[c.Case].First, m.s.Chunks[c.Case].Last))
}

// taker is the subject or agent of a verb by which the other end takes or supplies what is measured: "A buys 20 percent", "Chinese
// goods make up 20 percent".
func (m *match) taker(t *tie) resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || !m.predicates(t.flow.Takes, v) && !(m.holdsShare() && m.cueIn("holds_share", m.s.Chunks[v].First, m.s.Chunks[v].Last)) {
		return resolve.Set{}
	}
	for _, j := range append(m.agent(v), m.step(v, "subject")...) {
		if j == m.chunk {
			continue
		}
		if set := m.r.Set(m.s, j); len(set.States) == 1 {
			return set
		}
		if set := m.mirrored(t, j); !set.Empty() {
			return set
		}
		if m.s.Units[m.s.Chunks[j].Head].Cue("neighbour_noun") != nil && m.s.Chunks[j].Det == "the" {
			return m.toldPartner() // the southern neighbour supplied
		}
		if j < v && m.roleWord(m.s, m.s.Chunks[j].Head) != nil && !m.narrowedRole(j) {
			return m.roleHolder(j, t) // its largest partner is A, accounting for 20 percent
		}
		if m.s.Units[m.s.Chunks[j].Head].Cue("goods") != nil && !m.narrowed(j) && t.flow.Name != "exports" {
			return m.r.Modifiers(m.s, j)
		}
	}
	return resolve.Set{}
}

// mirrored is the state whose imports make up a part of another's exports, or the other way round: "China's imports accounted for 15 percent
// of Indonesia's exports".
func (m *match) mirrored(t *tie, j int) resolve.Set {
	f := m.flowWord(m.s, m.s.Chunks[j].Head)
	if f == nil || f == t.flow || f.Name == "total" || t.flow.Name == "total" || m.narrowed(j) {
		return resolve.Set{}
	}
	return m.ownerBy(j, t.owner).Without(t.owner)
}

// holdsShare holds for a value that is a share: "has a share of 20 percent", "holds a 20 percent share", "had 20 percent of exports".
func (m *match) holdsShare() bool {
	return m.shareHung() || m.rule.Anchor == "percent" && m.measuredBy(m.chunk) >= 0 || m.s.Units[m.s.Chunks[m.chunk].Head].Cue("share_noun") != nil
}

// predicates holds for a verb group with a word of the class, or a form of "be" whose predicate is one: "is responsible for".
func (m *match) predicates(class string, v int) bool {
	c := &m.s.Chunks[v]
	if m.cueIn(class, c.First, c.Last) {
		return true
	}
	return c.Lemma == "be" && c.Object > v && m.cueIn(class, m.s.Chunks[c.Object].First, m.s.Chunks[c.Object].Last)
}
