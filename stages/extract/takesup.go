package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// anaphoric holds where the subject of the anchor's verb is a pronoun or a noun such as "the ratio".
func (m *match) anaphoric() bool {
	v := m.verb(m.chunk)
	if m.putsCarrier(v) {
		return true
	}
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == m.chunk {
		return false
	}
	head := &m.s.Units[m.s.Chunks[m.s.Chunks[v].Subject].Head]
	return head.Tag == annotate.TagPron || head.Tag == annotate.TagDet || head.Cue("carrier") != nil
}

// putsCarrier holds for a verb whose object is "the share" and the like: "others put the share at 37 percent".
func (m *match) putsCarrier(v int) bool {
	if v < 0 || m.s.Chunks[v].Object < 0 || m.s.Chunks[v].Object == m.listHead(m.chunk) {
		return false
	}
	c := &m.s.Chunks[m.s.Chunks[v].Object]
	head, verb := &m.s.Units[c.Head], &m.s.Units[m.s.Chunks[v].Head]
	return c.Det == "the" && c.Gen < 0 && (head.Cue("carrier") != nil && verb.Cue("said") != nil || head.Cue("ratio") != nil && verb.Cue("moving_value") != nil)
}

// subjectOfVerb holds where the anchor is the subject of its verb: "a third of GDP is what they send".
func (m *match) subjectOfVerb() bool {
	v := m.verb(m.chunk)
	return v >= 0 && m.s.Chunks[v].Subject == m.listHead(m.chunk)
}

// ofOther holds for a value that "of" hangs on a noun that is neither what is measured nor a ratio: "a levy of 2 percent".
func (m *match) ofOther(class, weak string) bool {
	p := m.s.Chunks[m.chunk].Case
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "of" || m.s.Chunks[p-1].Kind != annotate.NounPhrase {
		return false
	}
	c := &m.s.Chunks[p-1]
	return !m.cueIn("carrier", c.First, c.Last) && !m.cueIn(class, c.First, c.Last) && !(weak != "" && m.cueIn(weak, c.First, c.Last))
}

// takesUp holds where the sentence can go on with what was measured before it: it has a verb that gives values, and its
// subject is a pronoun, a state, a sum, "the ratio" and the like; or it has no verb and names nothing else.
func (m *match) takesUp() bool {
	v := m.verb(m.chunk)
	if v < 0 {
		return m.bare()
	}
	if m.stateBefore() >= 0 || m.stateBehind() >= 0 || m.restates() || m.putsCarrier(v) {
		return true
	}
	c := &m.s.Chunks[v]
	if m.sourced(v) || m.placedWith(c) {
		return true
	}
	if c.Subject == m.chunk || !m.givesValue(c) {
		return false
	}
	return c.Subject < 0 || m.carries(c.Subject)
}

// sourced holds for a value that a source gives for a state: "For Moldova, which came fifth, the brief gives 34 percent".
func (m *match) sourced(v int) bool {
	c := &m.s.Chunks[v]
	if c.Object != m.chunk || !m.cueIn("giving_value", c.First, c.Last) {
		return false
	}
	for _, i := range m.after(v, "for") {
		if m.named(i) >= 0 {
			return true
		}
	}
	return false
}

// placedWith holds for a value with which, or at which, a state stands in a ranking: "Jamaica makes the list, with 19 percent",
// "lies in between, at 36 percent".
func (m *match) placedWith(c *annotate.Chunk) bool {
	p := m.s.Chunks[m.chunk].Case
	if p < 0 || c.Subject < 0 || !m.cueIn("accompanying", m.s.Chunks[p].First, m.s.Chunks[p].Last) || !m.cueIn("stands_in_ranking", c.First, c.Last) {
		return false
	}
	if o := c.Object; o >= 0 && o != m.chunk && !m.cueIn("place_in_ranking", m.s.Chunks[o].First, m.s.Chunks[o].Last) {
		return false
	}
	return m.named(c.Subject) >= 0
}

// restates holds for a value that says a sum or a measure over again: "$4 billion, or 7 percent", "an amount equal to 7 percent",
// "at 7 percent".
func (m *match) restates() bool {
	s := m.s
	j := m.chunk - 1
	if j > 0 && s.Chunks[j].Kind == annotate.Colon && s.Chunks[j-1].Kind == annotate.NounPhrase && s.Units[s.Chunks[j-1].Head].Cue("carrier") != nil {
		return true // report similar levels: 25 percent
	}
	if p := s.Chunks[m.chunk].Case; p >= 0 {
		if m.hangsOn("carrier") {
			return true
		}
		if m.cueIn("describing", s.Chunks[p].First, s.Chunks[p].Last) {
			return p == 0 || s.Chunks[p-1].Kind != annotate.NounPhrase || m.carries(p-1)
		}
		j = p - 1
	}
	for ; j >= 0; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			return m.cueIn("money", c.First, c.Last)
		case annotate.Comma, annotate.Coordinator, annotate.Open, annotate.Dash, annotate.Adverb, annotate.When, annotate.Preposition, annotate.Other:
		default:
			return false
		}
	}
	return false
}

// givesValue holds for the verbs that a value follows: is, equals, makes up, rises to.
func (m *match) givesValue(c *annotate.Chunk) bool {
	if c.Lemma == "be" || c.Lemma == "have" {
		return true
	}
	for _, class := range []string{"has_value", "amounts_to", "change"} {
		if m.cueIn(class, c.First, c.Last) {
			return true
		}
	}
	return false
}

// bare holds where nothing that could be measured stands before the anchor, only states, sums, dates and the like.
func (m *match) bare() bool {
	for i := range m.chunk {
		if c := &m.s.Chunks[i]; c.Kind == annotate.NounPhrase && c.Case < 0 && !m.carries(i) {
			return false
		}
	}
	return true
}

// isLed holds for a value from which or to which something changes: "the fall was harsher, from 43 to 28 percent".
func (m *match) isLed() bool {
	p := m.s.Chunks[m.chunk].Case
	return p >= 0 && (m.s.Units[m.s.Chunks[p].First].Word == "from" || m.s.Units[m.s.Chunks[p].First].Word == "to")
}

func (m *match) carries(i int) bool {
	c := &m.s.Chunks[i]
	if c.Kind != annotate.NounPhrase {
		return false
	}
	head := &m.s.Units[c.Head]
	if head.Tag == annotate.TagPron || head.Tag == annotate.TagDet || head.Cue("carrier") != nil || head.Cue("change") != nil && m.isLed() || c.Owned {
		return true
	}
	if q := head.Quantity; q >= 0 && m.s.Quantities[q].Unit != quantity.Ordinal && m.s.Quantities[q].Unit != quantity.None {
		return true
	}
	set := m.r.Set(m.s, i)
	return !set.Empty()
}

// whose holds for a subject that belongs to what stands before its clause: "remittances, whose value rose to …".
func (m *match) whose() bool {
	v := m.verb(m.chunk)
	return v >= 0 && m.s.Chunks[v].Subject >= 0 && m.s.Chunks[m.s.Chunks[v].Subject].Owner == "whose"
}

// clauseStart is the first unit of the anchor's clause.
func (m *match) clauseStart() int {
	i := m.chunk
	for i > 0 && m.s.Chunks[i-1].Clause == m.s.Chunks[m.chunk].Clause {
		i--
	}
	return m.s.Chunks[i].First
}
