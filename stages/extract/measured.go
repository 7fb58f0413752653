package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// measured decides what the anchor's value measures: a word of the class, or one of its rivals ("remittance/rival").
// A word between the value before and this one decides ("aid is 5 percent and remittances 20"); then the subject of the
// anchor's verb; then the nearest before the anchor. Where these say neither, a pronoun, "the ratio" and the like as the
// subject leave it to the sentences before; otherwise the nearest word behind the anchor decides before they do.
//
// A third class holds words that mean the first in a text that is about it: "inflows" in one about remittances.
func (m *match) measured(classes string) bool {
	class, rest, _ := strings.Cut(classes, "/")
	rival, weak, _ := strings.Cut(rest, "/")
	about := m.about(class, weak)
	start := m.valueBefore() + 1
	since := m.reversed(start, m.unit-1)
	if m.ofOther(class, weak) || m.fromRival(class, rival) {
		return false
	}
	if start == 0 || m.restates() {
		since = nil // all of what stands before: the subject comes first
	}
	behind := m.forward(m.unit + 1)
	if m.anaphoric() || m.stateBefore() >= 0 {
		behind = nil
	}
	from := 0
	if m.anaphoric() && !m.whose() {
		from = m.clauseStart()
	}
	for _, at := range [][]int{since, m.subjectUnits(), m.reversed(from, m.unit-1), behind} {
		for _, u := range at {
			if cueAt(m.s, u, class) || weak != "" && (about && cueAt(m.s, u, weak) && m.isFlow(u) || m.peopleSend(m.s, u)) {
				m.measure = chunkOf(m.s, u)
				return true
			}
			if cueAt(m.s, u, rival) && !m.compared(u) && !m.inAside(u) {
				return false
			}
		}
	}
	m.measure = -1
	return m.takesUp() && m.before(class, rival, weak, about)
}

// isFlow holds for a noun, and for a verb whose subject is a state, its people or a pronoun: "it received", not "what is sent".
func (m *match) isFlow(u int) bool {
	i := chunkOf(m.s, u)
	if m.s.Units[u].Tag != annotate.TagVerb || i < 0 {
		return true
	}
	j := m.s.Chunks[i].Subject
	if j < 0 {
		return false
	}
	head := &m.s.Units[m.s.Chunks[j].Head]
	if head.Quantity >= 0 && m.s.Quantities[head.Quantity].Unit != quantity.Percent {
		return true // six get more than a tenth
	}
	set, people := m.r.Set(m.s, j), m.r.Nationals(m.s, j)
	return !set.Empty() || !people.Empty() || head.Tag == annotate.TagPron
}

// fromRival holds where a rival stands behind the anchor before any word of the class: the source of what a state gets.
func (m *match) fromRival(class, rival string) bool {
	for _, u := range m.forward(m.unit + 1) {
		if cueAt(m.s, u, class) {
			return false
		}
		if !cueAt(m.s, u, rival) {
			continue
		}
		i := chunkOf(m.s, u)
		if i < 0 {
			continue
		}
		if p := m.s.Chunks[i].Case; p >= 0 && m.s.Units[m.s.Chunks[p].First].Word == "from" {
			return true
		}
	}
	return false
}

// anaphoric holds where the subject of the anchor's verb is a pronoun or a noun such as "the ratio".
func (m *match) anaphoric() bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == m.chunk {
		return false
	}
	head := &m.s.Units[m.s.Chunks[m.s.Chunks[v].Subject].Head]
	return head.Tag == annotate.TagPron || head.Tag == annotate.TagDet || head.Cue("carrier") != nil
}

// compared holds for a word that is named only to measure against: "more than exports", "after tourism".
func (m *match) compared(u int) bool {
	i := chunkOf(m.s, u)
	if i < 0 {
		return false
	}
	c := &m.s.Chunks[i]
	return c.Case >= 0 && m.s.Units[m.s.Chunks[c.Case].First].Cue("comparing") != nil
}

// valueBefore is the unit of the last value of the anchor's kind before it in the sentence, or -1.
func (m *match) valueBefore() int {
	for u := m.unit - 1; u >= 0; u-- {
		if isAnchor(m.s, u, m.rule.Anchor) {
			return u
		}
	}
	return -1
}

// subjectUnits are the units of the subject of the anchor's verb, its of-phrase and the members of its list included.
func (m *match) subjectUnits() []int {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 {
		return nil
	}
	from := m.s.Chunks[v].Subject
	if from == m.chunk {
		return nil
	}
	to := from
	for to+2 < v && m.s.Chunks[to+1].Kind == annotate.Preposition && m.s.Chunks[to+2].Kind == annotate.NounPhrase {
		to += 2
	}
	return m.span(m.s.Chunks[from].First, min(m.s.Chunks[to].Last, max(m.unit-1, m.s.Chunks[from].Last)))
}

func (m *match) span(first, last int) []int {
	var out []int
	for u := first; u <= last; u++ {
		out = append(out, u)
	}
	return out
}

func (m *match) reversed(first, last int) []int {
	var out []int
	for u := last; u >= first; u-- {
		out = append(out, u)
	}
	return out
}

// forward are the units from u on, up to the next value of the anchor's kind.
func (m *match) forward(u int) []int {
	var out []int
	clause := m.s.Chunks[m.chunk].Clause
	subject := m.subjectOfVerb()
	for ; u < len(m.s.Units) && (subject || m.inClause(u, clause)) && (!isAnchor(m.s, u, m.rule.Anchor) || m.s.Chunks[chunkOf(m.s, u)].List == m.s.Chunks[m.chunk].List); u++ {
		out = append(out, u)
	}
	return out
}

// subjectOfVerb holds where the anchor is the subject of its verb: "a third of GDP is what they send".
func (m *match) subjectOfVerb() bool {
	v := m.verb(m.chunk)
	return v >= 0 && m.s.Chunks[v].Subject == m.listHead(m.chunk)
}

// inClause holds for a unit of the clause; marks outside of phrases belong to any.
func (m *match) inClause(u, clause int) bool {
	i := chunkOf(m.s, u)
	return i < 0 || m.s.Chunks[i].Clause == clause
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
	if m.stateBefore() >= 0 || m.stateBehind() >= 0 || m.restates() {
		return true
	}
	c := &m.s.Chunks[v]
	if c.Subject == m.chunk || !m.givesValue(c) {
		return false
	}
	return c.Subject < 0 || m.carries(c.Subject)
}

// restates holds for a value that says a sum or a measure over again: "$4 billion, or 7 percent", "an amount equal to 7 percent",
// "at 7 percent".
func (m *match) restates() bool {
	s := m.s
	j := m.chunk - 1
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

// measuredBack is how many sentences back the text may have said what is measured.
const measuredBack = 10

// before looks for the class in the sentences before and the headings above; the nearest sentence with a rival ends the search,
// in a text that is about the class only where the rival is what the sentence just before speaks of.
func (m *match) before(class, rival, weak string, about bool) bool {
	if h := m.headingAbove(); h != nil && h.Index == m.s.Index-1 && !saysSomething(m.s) && !about && m.stateBefore() < 0 {
		return false
	}
	for back := 1; back <= measuredBack && m.s.Index-back >= 0; back++ {
		t := m.r.Doc.Sentence(m.s.Index - back)
		if m.speaks(t, class, weak) {
			return true
		}
		switch {
		case about && back == 1 && t.Paragraph == m.s.Paragraph && speaksOf(t, rival):
			return false
		case !about && sentenceHas(t, rival) && (back > 1 || m.s.Paragraph == t.Paragraph):
			return m.inHeading(class, 2)
		}
	}
	return about || m.inHeading(class, 2)
}

// speaksOf holds where the subject of the first verb of the sentence is a word of the class.
func speaksOf(t *annotate.Sentence, class string) bool {
	for v := range t.Chunks {
		c := &t.Chunks[v]
		if c.Kind == annotate.VerbGroup && c.Finite && c.Subject >= 0 {
			return cueAt(t, t.Chunks[c.Subject].Head, class)
		}
	}
	return false
}

// about holds for a text in whose title or first sentences a word of the class stands, and for a section under a heading with one.
func (m *match) about(class, weak string) bool {
	if h := m.headingAbove(); h != nil {
		if sentenceHas(h, class) {
			return true
		}
		if h.Index == m.s.Index-1 && !saysSomething(m.s) {
			return false // a telegraphic line is of its own heading
		}
	}
	known, ok := m.memory.about[class]
	if !ok {
		known = m.speaksMostly(class, weak)
		m.memory.about[class] = known
	}
	return known
}

// speaksMostly holds where one of the first sentences has a word of the class, or one sentence in twelve, and two at the least.
func (m *match) speaksMostly(class, weak string) bool {
	n := 0
	for i := range m.r.Doc.Len() {
		if !m.speaks(m.r.Doc.Sentence(i), class, weak) {
			continue
		}
		if n++; i < leadSentences {
			return true
		}
	}
	return n >= 2 && n*12 >= m.r.Doc.Len()
}

// speaks holds for a sentence with a word of the class, or with a verb of the weaker one whose subject is people: "emigrants sent".
func (m *match) speaks(t *annotate.Sentence, class, weak string) bool {
	if sentenceHas(t, class) {
		return true
	}
	for u := range t.Units {
		if weak != "" && m.peopleSend(t, u) {
			return true
		}
	}
	return false
}

// peopleSend holds for a verb of sending whose subject is migrants or nationals.
func (m *match) peopleSend(t *annotate.Sentence, u int) bool {
	if t.Units[u].Cue("sends") == nil {
		return false
	}
	i := chunkOf(t, u)
	if i < 0 || t.Chunks[i].Subject < 0 {
		return false
	}
	c := &t.Chunks[t.Chunks[i].Subject]
	return t.Units[c.Head].Cue("migrant") != nil || isNational(t, c)
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

// headingAbove is the nearest heading above the sentence, or nil.
func (m *match) headingAbove() *annotate.Sentence {
	for i := m.s.Index - 1; i >= 0 && i > m.s.Index-sectionSentences; i-- {
		if t := m.r.Doc.Sentence(i); t.Heading && !t.Row {
			return t
		}
	}
	return nil
}

// sectionSentences is how long a section may be.
const sectionSentences = 30

// leadSentences is how many sentences at its start tell what a text is about.
const leadSentences = 3

// inAside holds for a word in a relative clause that a comma closes before the anchor.
func (m *match) inAside(u int) bool {
	relative, closed := false, false
	if chunkOf(m.s, u) < 0 {
		return false
	}
	for j := chunkOf(m.s, u); j >= 0 && !relative; j-- {
		switch m.s.Chunks[j].Kind {
		case annotate.Relative:
			relative = true
		case annotate.Comma, annotate.Semicolon, annotate.Colon:
			return false
		}
	}
	for j := chunkOf(m.s, u); j < m.chunk && !closed; j++ {
		closed = m.s.Chunks[j].Kind == annotate.Comma
	}
	return relative && closed
}
