package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// nearSteps lead to phrases beside the one that a step starts from, by apposition, relative clause or attachment.
var nearSteps = []string{"antecedent", "understood", "wider", "ascribed", "among them", "gap", "explained", "itself", "adjacent", "standing", "along", "creating", "aside", "directly", "directly behind", "fronted inside", "introduced bloc",
	"rest", "subjected", "after leaving", "about", "as before", "again now", "gapped", "alike", "but not of", "gone", "page", "again"}

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
	case c.Object >= 0 && (c.Subject == i || c.Subject == top) && c.Object != i:
		return c.Object
	}
	return -1
}

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

// ascribed is the subject of the verb right before the "as" that the phrase at i follows: "joined as a full member", "serves as a member".
func (m *match) ascribed(i int) int {
	s := m.s
	p := s.Chunks[i].Case
	if p < 1 || !m.word(p, ascribing) {
		return -1
	}
	for b := p - 1; b >= 0; b-- {
		switch c := &s.Chunks[b]; c.Kind {
		case annotate.VerbGroup:
			if c.Subject >= 0 && s.Units[s.Chunks[c.Subject].Head].Word != "it" {
				return c.Subject
			}
			return -1
		case annotate.NounPhrase:
			if len(m.r.Set(s, b).States) > 0 || len(m.r.Modifiers(s, b).States) > 0 {
				return -1
			}
		case annotate.Adverb, annotate.When, annotate.Preposition:
		default:
			return -1
		}
	}
	return -1
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

// rest are the phrases that a linking verb puts equal to "the others" or "the other eleven", with no noun that says of what.
func (m *match) rest(i int) []int {
	c := &m.s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		switch t := m.s.Units[u].Tag; t {
		case annotate.TagDet, annotate.TagPredet, annotate.TagNum, annotate.TagPron:
		case annotate.TagAdj:
			if m.s.Units[u].Cue("rest_word") == nil {
				return nil
			}
		default:
			return nil
		}
	}
	return m.copula(i)
}

// partitive is the quantity that the phrase at i is taken from, "one" in "one of the poorest members of …", or i itself.
func (m *match) partitive(i int) int {
	p := m.s.Chunks[i].Case
	if p > 0 && m.s.Units[m.s.Chunks[p].First].Word == "of" && m.s.Chunks[p-1].Kind == annotate.NounPhrase && m.word(p-1, oneOf) {
		return p - 1
	}
	return i
}

// frontedFor is the subject of the clause that the phrase at i stands in front of, before a comma, by itself or after "as"; -1 if it does not.
func (m *match) frontedFor(i int) int {
	s := m.s
	start := i
	if g := s.Chunks[i].Gen; g >= 0 {
		start = g
	}
	if c := s.Chunks[i].Case; c >= 0 {
		if !m.word(c, ascribing) {
			return -1
		}
		start = c
	}
	if start > 0 && s.Chunks[start-1].Kind == annotate.NounPhrase {
		return -1
	}
	for j := i + 1; j < len(s.Chunks) && s.Chunks[j].Kind != annotate.VerbGroup; j++ {
		if c := &s.Chunks[j]; c.Kind == annotate.NounPhrase && c.Case < 0 && !m.inner(j) && m.isSubject(j) && s.Chunks[j-1].Kind == annotate.Comma {
			return j
		}
	}
	return -1
}

// antecedent is the phrase that the relative pronoun of the chunk's clause or phrase takes up: "the EU, of which it is a member",
// "the SCO, whose members include …"; or -1.
func (m *match) antecedent(i int) int {
	s := m.s
	p := i
	if s.Units[s.Chunks[i].First].Word != "whose" {
		for p >= 0 && s.Chunks[p].Clause == s.Chunks[i].Clause && s.Chunks[p].Kind != annotate.Relative {
			p--
		}
		if p < 0 || s.Chunks[p].Kind != annotate.Relative {
			return -1
		}
		if u := &s.Units[s.Chunks[p].First]; u.First == u.Last && u.Word != "whose" {
			return -1
		}
	}
	for p--; p >= 0; p-- {
		switch s.Chunks[p].Kind {
		case annotate.NounPhrase:
			return m.listHead(p)
		case annotate.Comma, annotate.Close, annotate.Coordinator, annotate.Preposition:
		default:
			return -1
		}
	}
	return -1
}

// clauseSubject is the subject of the clause that the phrase at i stands in front of, with any preposition, before a comma; or -1.
func (m *match) clauseSubject(i int) int {
	s := m.s
	for j := i + 1; j < len(s.Chunks) && s.Chunks[j].Kind != annotate.VerbGroup; j++ {
		if c := &s.Chunks[j]; c.Kind == annotate.NounPhrase && c.Case < 0 && !m.inner(j) && s.Chunks[j-1].Kind == annotate.Comma && m.isSubject(j) {
			return j
		}
	}
	return -1
}

// frontedInside is the subject of the clause that a phrase such as "In the EU since 2007" stands in front of; or -1.
func (m *match) frontedInside(i int) int {
	s := m.s
	p := s.Chunks[i].Case
	if p < 0 || !m.word(p, places["inside"]) || p > 0 && s.Chunks[p-1].Kind != annotate.Comma && s.Chunks[p-1].Kind != annotate.Coordinator {
		return -1
	}
	if i+1 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.When || s.Dates[s.Units[s.Chunks[i+1].Head].Date].Kind != dates.Since {
		return -1
	}
	return m.clauseSubject(i)
}

// listed is the list behind a colon or dash right after a phrase that starts its line: "SCO: China, India, …".
func (m *match) listed(i int) []int {
	s := m.s
	j := i + 1
	if j+1 < len(s.Chunks) && s.Chunks[j].Kind == annotate.Open {
		for j < len(s.Chunks) && s.Chunks[j].Kind != annotate.Close {
			j++
		}
		j++
	}
	if s.Chunks[i].Case >= 0 || j+1 >= len(s.Chunks) || s.Chunks[j].Kind != annotate.Colon || s.Chunks[j+1].Kind != annotate.NounPhrase {
		return nil
	}
	return []int{j + 1}
}

func (m *match) isSubject(j int) bool {
	for v := j + 1; v < len(m.s.Chunks); v++ {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup {
			return c.Subject == j
		}
	}
	return false
}

// located is the linking verb that puts a state in or outside what the phrase at i names: "is in the EU", "remains outside NATO",
// "is in the EU but not in NATO".
func (m *match) located(i int, step string) int {
	s := m.s
	for n := 0; n < 6 && i >= 0; n++ {
		p := s.Chunks[i].Case
		if p < 0 || !m.word(p, places[step]) && !places[step][s.Phrase(s.Chunks[p].First, s.Chunks[p].Last)] {
			return -1
		}
		b := p - 1
		for b >= 0 && (s.Chunks[b].Kind == annotate.Adverb || s.Chunks[b].Kind == annotate.When || s.Chunks[b].First == s.Chunks[b].Last && m.word(b, pairing)) {
			b--
		}
		switch {
		case b < 0:
			return -1
		case s.Chunks[b].Kind == annotate.VerbGroup:
			if m.linking(b) {
				return b
			}
			return -1
		case s.Chunks[b].Kind == annotate.Coordinator, s.Chunks[b].Kind == annotate.Excepting, s.Chunks[b].Kind == annotate.Comma:
			i = b - 1
			for i >= 0 && s.Chunks[i].Kind != annotate.NounPhrase {
				i--
			}
		default:
			return -1
		}
	}
	return -1
}

// leader are the states said to lead what the phrase at i names: "the Russia-led bloc".
func (m *match) leader(i int) resolve.Set {
	c := &m.s.Chunks[i]
	for u := c.First; u+1 <= c.Last; u++ {
		if !m.s.Units[u].Has(annotate.Country) {
			continue
		}
		for v := u + 1; v <= c.Last && v <= u+2; v++ {
			if m.s.Units[v].Cue("led_word") != nil {
				return m.r.StateAt(m.s, u)
			}
		}
	}
	return resolve.Set{}
}
