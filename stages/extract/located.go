package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

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

// rest are the phrases that a linking verb, or "include", puts equal to "the others" or "the other eleven countries", with no noun that says of
// what else.
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
			if u != c.Head || m.s.Units[u].Cue("state_noun") == nil {
				return nil
			}
		}
	}
	out := m.copula(i)
	for v := range m.s.Chunks {
		if k := &m.s.Chunks[v]; k.Kind == annotate.VerbGroup && k.Subject == i && k.Object > v && m.s.Units[k.Head].Cue("comprise") != nil {
			out = append(out, k.Object)
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
			if m.cueIn("join", c.Head, c.Head) && c.Object >= 0 && len(m.r.Organizations(s, c.Object)) == 0 {
				return -1 // joined the talks as an observer
			}
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

// located is the linking verb that puts a state in or outside what the phrase at i names: "is in the EU", "remains outside NATO",
// "is in the EU but not in NATO".
func (m *match) located(i int, step string) int {
	s := m.s
	for n := 0; n < 6 && i >= 0; n++ {
		p := s.Chunks[i].Case
		if p < 0 || !m.word(p, places[step]) && !places[step][s.Phrase(s.Chunks[p].First, s.Chunks[p].Last)] {
			return -1
		}
		if v := m.linkedBehind(p, i); v >= 0 {
			return v
		}
		b := p - 1
		for b >= 0 && (s.Chunks[b].Kind == annotate.Adverb || s.Chunks[b].Kind == annotate.When || s.Chunks[b].First == s.Chunks[b].Last && m.word(b, pairing)) {
			b--
		}
		switch {
		case b < 0:
			return -1
		case s.Chunks[b].Kind == annotate.VerbGroup:
			if m.linking(b) || step == "outside" && keepingOut[m.s.Chunks[b].Lemma] {
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

// linkedBehind is the linking verb behind the phrase at i that opens the sentence with its preposition at p, and whose subject follows:
// "In the union are A and B", "Outside NATO remains C"; -1 for none.
func (m *match) linkedBehind(p, i int) int {
	s := m.s
	if p > 1 || p == 1 && (s.Chunks[0].Kind != annotate.Adverb || m.word(0, map[string]bool{"not": true, "neither": true, "nor": true})) {
		return -1
	}
	v := i + 1
	for v < len(s.Chunks) && (s.Chunks[v].Kind == annotate.Adverb || s.Chunks[v].Kind == annotate.When) {
		v++
	}
	if v < len(s.Chunks) && s.Chunks[v].Kind == annotate.VerbGroup && s.Chunks[v].Subject > v && m.linking(v) {
		return v
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
		if c := &s.Chunks[j]; c.Kind == annotate.NounPhrase && c.Case < 0 && !m.inner(j) && m.isSubject(j) && m.behindComma(j) {
			return j
		}
	}
	return -1
}

// behindComma holds for a phrase that a comma, or a comma and a time, stands before: ", in recent years Denmark".
func (m *match) behindComma(j int) bool {
	for j--; j > 0; j-- {
		switch c := &m.s.Chunks[j]; {
		case c.Kind == annotate.Comma:
			return true
		case c.Kind != annotate.Adverb && c.Kind != annotate.When && (c.Kind != annotate.Preposition || m.s.Chunks[j+1].Kind != annotate.When):
			return false
		}
	}
	return false
}

// clauseSubject is the subject of the clause that the phrase at i stands in front of, with any preposition, before a comma; or -1.
func (m *match) clauseSubject(i int) int {
	s := m.s
	if i > 0 && s.Chunks[i-1].Kind == annotate.VerbGroup && s.Chunks[i-1].Finite && s.Chunks[i-1].Object == i {
		return -1 // A suspended its membership, and B left
	}
	for j := i + 1; j < len(s.Chunks) && s.Chunks[j].Kind != annotate.VerbGroup; j++ {
		if c := &s.Chunks[j]; c.Kind == annotate.NounPhrase && c.Case < 0 && !m.inner(j) && s.Chunks[j-1].Kind == annotate.Comma && m.isSubject(j) {
			return j
		}
	}
	return -1
}

func (m *match) isSubject(j int) bool {
	for v := j + 1; v < len(m.s.Chunks); v++ {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup {
			return c.Subject == j
		}
	}
	return false
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
	if end := listEnd(s, j+1); !s.Units[s.Chunks[j+1].Head].Has(annotate.Country) || end < len(s.Chunks) && s.Chunks[end].Kind == annotate.VerbGroup {
		return nil // NATO: Norway and Iceland voted
	}
	return []int{j + 1}
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
