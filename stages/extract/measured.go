package extract

import (
	"slices"
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
	if m.ofOther(class, weak) || m.fromRival(class, rival) || m.ofAntecedent(class, weak) || m.equalsThing(class, weak) {
		return false
	}
	if m.listedBeside() {
		m.measure = -1
		return true // similar levels: 25 and 24 percent
	}
	if m.isCompared() && m.toldBeside() && !m.anyOf(m.span(m.valueBefore()+1, m.unit-1), rival) && !m.anyOf(m.forward(m.unit+1), rival) {
		m.measure = -1
		return true // at 38 percent of GDP, against 37 percent in 2019
	}
	if v := m.verb(m.chunk); m.anaphoric() && !m.whose() && m.s.Chunks[v].Subject >= 0 && !m.putsCarrier(v) {
		since = m.reversed(max(start, m.s.Chunks[m.s.Chunks[v].Subject].First), m.unit-1)
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
			if cueAt(m.s, u, class) && m.outward(u) {
				return false
			}
			if cueAt(m.s, u, class) || weak != "" && (about && cueAt(m.s, u, weak) && m.isFlow(u) || m.peopleSend(m.s, u)) {
				m.measure = chunkOf(m.s, u)
				return true
			}
			if cueAt(m.s, u, rival) && !m.compared(u) && !m.inAside(u) && !m.wholeOfValue(u) {
				return false
			}
		}
	}
	m.measure = -1
	if start > 0 && m.anaphoric() && !m.toldBeside() && m.anyOf(m.span(0, start-1), rival) {
		return false // sending money costs 7 percent, and the figure for A is 8
	}
	return m.takesUp() && (m.toldBeside() || m.before(class, rival, weak, about))
}

// ofAntecedent holds for a value in a relative clause of what is neither of the class nor its carrier: "a bill for rice that exceeds 30 percent".
func (m *match) ofAntecedent(class, weak string) bool {
	v := m.verb(m.chunk)
	p := v - 1
	for p > 0 && m.s.Chunks[p].Kind == annotate.Adverb {
		p--
	}
	if v < 1 || v > m.chunk || m.s.Chunks[p].Kind != annotate.Relative || m.s.Units[m.s.Chunks[p].First].Word == "where" {
		return false
	}
	head := -1
	for j := p - 1; j >= 0; j-- {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if m.cueIn(class, c.First, c.Last) || weak != "" && m.cueIn(weak, c.First, c.Last) || m.carries(j) || m.cueIn("states", c.First, c.Last) || m.cueIn("money", c.First, c.Last) {
				return false
			}
			if x := m.s.Units[c.Head].Cue("state_noun"); x != nil && x.Plural {
				return false // one of a few countries that get
			}
			if head = j; c.Case < 0 && (c.List < 0 || c.List == j) {
				return m.plainThing(head)
			}
		case annotate.Preposition, annotate.Comma, annotate.Coordinator, annotate.Adverb, annotate.When, annotate.Open, annotate.Close:
		default:
			return m.plainThing(head)
		}
	}
	return m.plainThing(head)
}

// equalsThing holds for a value to which a thing right before it is said to be equal, that is neither of the class nor its carrier:
// "damage equal to 12 percent of GDP".
func (m *match) equalsThing(class, weak string) bool {
	p := m.s.Chunks[m.chunk].Case
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "to" || m.s.Chunks[p-1].Kind != annotate.NounPhrase {
		return false
	}
	i := p - 1
	equal := &m.s.Chunks[i]
	if m.s.Units[equal.Last].Tag != annotate.TagAdj && equal.First != equal.Last || m.s.Units[equal.Last].Cue("carrier") == nil {
		return false
	}
	if equal.First == equal.Last {
		i--
	}
	if i < 0 || m.s.Chunks[i].Kind != annotate.NounPhrase {
		return false
	}
	c := &m.s.Chunks[i]
	return !m.cueIn(class, c.First, c.Last) && !m.cueIn(weak, c.First, c.Last) && !m.cueIn("money", c.First, c.Last) && m.s.Units[c.Head].Cue("carrier") == nil && m.plainThing(i)
}

// toldBeside holds where the table has taken a fact in the sentence.
func (m *match) toldBeside() bool {
	t, ok := m.last(0)
	return ok && !t.half && t.states["country"] != ""
}

// listedBeside holds for a value in a list of which the table has taken a value before.
func (m *match) listedBeside() bool {
	t, ok := m.last(0)
	list := m.s.Chunks[m.chunk].List
	return ok && !t.half && list >= 0 && list < m.chunk && m.s.Chunks[chunkOf(m.s, t.unit)].List == list
}

// anyOf holds where one of the units is of the class.
func (m *match) anyOf(units []int, class string) bool {
	for _, u := range units {
		if cueAt(m.s, u, class) {
			return true
		}
	}
	return false
}

// plainThing holds for a phrase whose head is a common noun and not one that stands for states or people.
func (m *match) plainThing(i int) bool {
	if i < 0 {
		return false
	}
	head := &m.s.Units[m.s.Chunks[i].Head]
	return head.Tag == annotate.TagNoun && head.Cue("state_noun") == nil && head.Cue("migrant") == nil
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
	if head.Cue("state_noun") != nil {
		return true // the region's most populous state got
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
		if p := m.s.Chunks[i].Case; p >= 0 && m.s.Units[m.s.Chunks[p].First].Word == "from" || p >= 0 && m.s.Units[m.s.Chunks[p].First].Word == "to" && m.s.Chunks[i].Owner != "" {
			return true // owes 60 percent of GDP to its creditors
		}
	}
	return false
}

// wholeOfValue holds for that of which another value before the anchor is a share, or to which the same thing is put equal: "60 percent of
// exports and 25 percent of GDP", "twice the budget and 30 percent of GDP".
func (m *match) wholeOfValue(u int) bool {
	i := chunkOf(m.s, u)
	if i < 0 || u > m.unit {
		return false
	}
	if i+2 == m.chunk && m.s.Chunks[i+1].Kind == annotate.Coordinator && slices.ContainsFunc(m.s.Chunks[:i], func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Object == i }) {
		return true // twice the budget and 30 percent of GDP
	}
	p := m.s.Chunks[i].Case
	return p > 0 && i == p+1 && m.s.Units[m.s.Chunks[p].First].Word == "of" && m.cueIn(m.rule.Anchor, m.s.Chunks[p-1].First, m.s.Chunks[p-1].Last)
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

// inClause holds for a unit of the clause; marks outside of phrases belong to any.
func (m *match) inClause(u, clause int) bool {
	i := chunkOf(m.s, u)
	return i < 0 || m.s.Chunks[i].Clause == clause
}
