package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// nearSteps lead to phrases beside the one that a step starts from, by apposition, relative clause or attachment.
var nearSteps = []string{"antecedent", "understood", "wider", "ascribed", "among them", "gap", "explained", "itself", "adjacent", "standing", "along", "creating", "founded", "aside", "directly", "directly behind", "fronted inside", "introduced bloc", "as many", "again lately", "prefixed",
	"rest", "subjected", "mates", "chosen", "after leaving", "about", "bare about", "dated about", "as before", "again now", "gapped", "alike", "lately", "dashed", "freely", "underway", "juxtaposed", "coupled", "but not of", "gone", "page", "again", "enclosed", "whereto", "abridged"}

// equals are the phrases that name the same thing: over is, became, remains; beside it between commas; behind a colon or dash;
// for a phrase in front of the clause ("A member of …, Ethiopia wants", "As a member of …, Ethiopia wants") its subject.
func (m *match) equals(i int) []int {
	out := append(m.copula(i), m.apposition(i)...)
	if f := m.frontedFor(i); f >= 0 {
		out = append(out, f)
	}
	return append(out, m.introduced(i)...)
}

// linking holds for a verb group that puts two phrases equal.
func (m *match) linking(v int) bool { return linkingVerbs[m.s.Chunks[v].Lemma] }

// copula are the phrases that a linking verb puts equal to the one at i.
func (m *match) copula(i int) []int {
	var out []int
	for v := range m.s.Chunks {
		if j := m.across(v, i); j >= 0 {
			out = append(out, j)
		}
	}
	return out
}

// across is the phrase on the other side of the linking verb at v from the one at i, or -1.
func (m *match) across(v, i int) int {
	c := &m.s.Chunks[v]
	if c.Kind != annotate.VerbGroup || (c.Passive || !m.linking(v)) && !((c.Passive || c.Reduced) && namingVerbs[c.Lemma]) {
		return -1
	}
	if c.Subject >= 0 && m.s.Units[m.s.Chunks[c.Subject].Head].Word == "there" {
		return -1 // there are ten members
	}
	if c.Subject >= 0 && m.s.Units[m.s.Chunks[c.Subject].Head].Word == "it" && plural(m.s, m.s.Chunks[i].Head) {
		return -1 // it is the members that decide
	}
	top := m.listHead(i)
	if p := m.s.Chunks[i].Case; c.Subject > v && i < v && p >= 0 && m.word(p, ascribing) && m.s.Chunks[i].Clause == c.Clause {
		return c.Subject // among the members are …
	}
	switch {
	case c.Reduced && c.Subject >= 0 && m.behindPassive(v) == top && c.Subject != i:
		return c.Subject // the CSTO, often called the eastern NATO
	case c.Passive && c.Subject >= 0 && (m.behindPassive(v) == top || m.predicate(v) == top) && c.Subject != i:
		return c.Subject
	case c.Passive:
		return -1
	case c.Subject >= 0 && (c.Object == i || c.Object == top || m.possessedBy(c.Object, i) || m.predicate(v) == top) && c.Subject != i:
		return c.Subject
	case c.Subject >= 0 && c.Object >= 0 && c.Subject != i && (m.s.Chunks[i].Appos == c.Object || i == c.Object+2 && m.s.Chunks[i-1].Kind == annotate.Comma) && indefinite(&m.s.Chunks[i]):
		return c.Subject // is a monarchy, a member of A
	case c.Subject >= 0 && c.Object >= 0 && m.coPredicate(v, i):
		return c.Subject // is a member of A and a candidate for B
	case c.Object >= 0 && (c.Subject == i || c.Subject == top) && c.Object != i:
		return c.Object
	}
	return -1
}

func indefinite(c *annotate.Chunk) bool { return c.Det == "a" || c.Det == "an" }

// behindPassive is the phrase without a preposition behind a passive of naming: "was elected a member", or -1.
func (m *match) behindPassive(v int) int {
	if v+1 < len(m.s.Chunks) && m.s.Chunks[v+1].Kind == annotate.NounPhrase && m.s.Chunks[v+1].Case < 0 {
		return v + 1
	}
	return -1
}

// predicate is the phrase that a linking verb ascribes with a preposition: "is among the members of", "is one of", "rose to", "as".
func (m *match) predicate(v int) int {
	s := m.s
	for j := v + 1; j < len(s.Chunks) && j <= v+5; j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if c.Owned {
				continue
			}
			if m.word(j, oneOf) {
				continue
			}
			if c.Case >= 0 {
				return m.listHead(j)
			}
			return -1
		case annotate.Preposition:
			if !m.word(j, ascribing) && !(j > v+1 && s.Units[c.First].Word == "of") {
				return -1
			}
		case annotate.Adverb, annotate.When:
		default:
			return -1
		}
	}
	return -1
}

// copulaTo is the linking verb between the anchor and the phrase at j, or -1.
func (m *match) copulaTo(j int) int {
	if j < 0 || j >= len(m.s.Chunks) {
		return -1
	}
	for v := range m.s.Chunks {
		if k := m.across(v, m.chunk); k >= 0 && (k == j || m.listHead(j) == k) {
			return v
		}
	}
	return -1
}

// apposition are the phrases beside the one at i that explain it or that it explains.
func (m *match) apposition(i int) []int {
	s := m.s
	var out []int
	if m.amongOthers(i) {
		return nil
	}
	i = m.partitive(i)
	if p := s.Chunks[i].Case; p > 1 && m.word(p, ascribing) && s.Chunks[p-1].Kind == annotate.Comma && s.Chunks[p-2].Kind == annotate.NounPhrase {
		out = append(out, m.listHead(p-2)) // South Africa, as a member of the court, …
	}
	if a := s.Chunks[i].Appos; a >= 0 {
		out = append(out, a)
	}
	for j := i + 1; j < len(s.Chunks); j++ {
		if s.Chunks[j].Kind == annotate.NounPhrase && (s.Chunks[j].Appos == i || s.Chunks[j].Gen >= 0 && s.Chunks[s.Chunks[j].Gen].Appos == i) {
			out = append(out, j)
		}
	}
	return out
}

// amongOthers holds for states meant by their number that stand in a row of states: "with Brazil, EU member states, India and Japan".
func (m *match) amongOthers(i int) bool {
	s := m.s
	c := &s.Chunks[i]
	if c.Det != "" || c.Gen >= 0 || !plural(s, c.Head) {
		return false
	}
	j := i - 1
	for j > 1 && (s.Chunks[j].Kind == annotate.Other || s.Chunks[j].Kind == annotate.NounPhrase && s.Units[s.Chunks[j].Head].Has(annotate.Organization)) {
		j-- // ESA/EU member states
	}
	if j < 1 || s.Chunks[j].Kind != annotate.Comma || s.Chunks[j-1].Kind != annotate.NounPhrase {
		return false
	}
	if slices.ContainsFunc(s.Chunks[m.listHead(j-1):j], func(c annotate.Chunk) bool { return c.Kind == annotate.Coordinator }) {
		return false // Albania and North Macedonia, candidates since 2014
	}
	set := m.r.Alone(s, j-1)
	return len(set.States) == 1 && !set.People
}

// asides are the names beside the one thing that the phrase at i describes: "the EU's largest economy, Germany".
func (m *match) asides(i int) []int {
	c := &m.s.Chunks[i]
	if c.Gen < 0 && c.Det != "the" {
		return nil
	}
	for j := i + 1; j < len(m.s.Chunks) && j <= i+3; j++ {
		if d := &m.s.Chunks[j]; d.Kind == annotate.NounPhrase && d.Appos == i && d.List == j {
			return []int{j}
		}
	}
	return nil
}

// partitive is the quantity that the phrase at i is taken from, "one" in "one of the poorest members of …", or i itself.
func (m *match) partitive(i int) int {
	p := m.s.Chunks[i].Case
	if p > 0 && m.s.Units[m.s.Chunks[p].First].Word == "of" && m.s.Chunks[p-1].Kind == annotate.NounPhrase && m.word(p-1, oneOf) {
		return p - 1
	}
	return i
}
