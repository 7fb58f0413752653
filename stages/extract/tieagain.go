package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// flowAgain is the flow of which the text spoke before, where the value stands beside a state, with the place of one, or with a
// further part of the flow: "and B 20 percent", "C came second with $3 billion", "those to D", "from E $2 billion".
func (m *match) flowAgain() (tie, bool) {
	t, ok := m.flowBefore()
	if !ok || m.changes() || m.rule.Anchor == "percent" && m.regionSpoken(t.flow) {
		return t, false
	}
	if i := m.justBefore(); m.leadsTo(t.flow, i) {
		t.partner = m.end(i)
		return t, true
	}
	if m.ownVerb() >= 0 {
		return t, len(m.towards(&t)) > 0
	}
	if i := m.ownEnd(t.flow); i >= 0 {
		t.partner = m.end(i) // compared with $2 billion to A
		return t, !t.partner.Empty()
	}
	if i := m.chunk + 2; i < len(m.s.Chunks) && m.s.Chunks[i].Case == m.chunk+1 && m.s.Units[m.s.Chunks[m.chunk+1].First].Word == "for" {
		t.partner = m.r.Set(m.s, i) // against 12 percent for A
		return t, !t.partner.Empty()
	}
	if v := m.verb(m.chunk); v > m.chunk && m.s.Chunks[v].Subject == m.chunk && m.cueIn(t.flow.Goes, m.s.Chunks[v].First, m.s.Chunks[v].Last) && len(m.towards(&t)) > 0 {
		return t, true // 39 percent went to A
	}
	if i := m.partnerOfValue(m.chunk); i >= 0 && m.s.Chunks[i].Owned {
		return t, false // A's, at 20 percent: whose flow it is
	}
	if set := m.besideState(); !set.Empty() || m.stopped {
		t.partner = set
		return t, !set.Empty() && !set.Context
	}
	if i := m.further(); i >= 0 {
		return m.flowToward(t, i)
	}
	if set := m.figureFor(); !set.Empty() && m.ownerElsewhere() {
		t.partner = set // A accounts for 28 percent of exports. For B the figure is 25 percent.
		return t, true
	} else if !set.Empty() {
		t.owner, t.partner = set, m.toldPartner()
		return t, !t.partner.Empty()
	}
	if m.sameFigure() {
		told, _ := m.last(reach)
		t.owner, t.partner = resolve.Set{States: []resolve.State{{Code: told.states["country"]}}, Context: true}, m.toldPartner()
		return t, !t.partner.Empty()
	}
	return m.placedAgain(t)
}

// addsValue holds for a value that a coordinator or a comma adds to one told in the sentence.
func (m *match) addsValue() bool {
	_, ok := m.last(0)
	return ok && m.chunk > 0 && (m.s.Chunks[m.chunk-1].Kind == annotate.Coordinator || m.s.Chunks[m.chunk-1].Kind == annotate.Comma)
}

// placedAgain is the flow told before, of which the subject of the value's verb takes a part or a place.
func (m *match) placedAgain(t tie) (tie, bool) {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || !m.besidePartner() && !m.ranks(v) || m.host(m.chunk) >= 0 || m.valueBefore() > m.s.Chunks[v].Last {
		return t, false
	}
	if m.s.Chunks[v].Reduced || m.s.Chunks[v].Passive {
		return t, false // followed by A
	}
	if m.isTaken() && !m.cueIn(t.flow.Takes, m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		if t.flow = m.takenBy(v); t.flow == nil {
			return t, false
		}
	}
	if m.ranks(v) || m.isTaken() {
		t.partner = m.r.Set(m.s, m.s.Chunks[v].Subject)
	}
	return t, !t.partner.Empty()
}

// ranks holds for a verb group behind which, or in which, a place is given: "came second with", "is next at".
func (m *match) ranks(v int) bool {
	last := m.s.Chunks[m.chunk].First - 1
	return m.cueIn("next_place", m.s.Chunks[v].First, last) || m.cueIn("standing", m.s.Chunks[v].First, last)
}

// takenBy is the flow of which a part is taken by the subject of the verb group.
func (m *match) takenBy(v int) *Flow {
	for k := range m.rule.flows {
		if f := &m.rule.flows[k]; m.cueIn(f.Takes, m.s.Chunks[v].First, m.s.Chunks[v].Last) {
			return f
		}
	}
	return nil
}

// ownerElsewhere holds where the sentence of the fact told last does not name the state whose flow it is.
func (m *match) ownerElsewhere() bool {
	told, ok := m.last(reach)
	if !ok || told.pair || told.states["country"] == "" {
		return false
	}
	for u := range m.r.Doc.Sentence(told.sentence).Units {
		x := &m.r.Doc.Sentence(told.sentence).Units[u]
		for k := range x.Meanings {
			if x.Meanings[k].Kind == annotate.Country && x.Meanings[k].Code == told.states["country"] {
				return false
			}
		}
	}
	return true
}

// figureFor is the state of which a value is said to be the same figure: "and for B the figure is 50 percent".
func (m *match) figureFor() resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 {
		return resolve.Set{}
	}
	i := m.s.Chunks[v].Subject
	if head := &m.s.Units[m.s.Chunks[i].Head]; head.Cue("carrier") == nil || m.flowWord(m.s, m.s.Chunks[i].Head) != nil {
		return resolve.Set{}
	}
	for _, prep := range []string{"for", "in"} {
		for _, j := range append(m.fronted(v, prep), m.after(i, prep)...) {
			if set := m.r.Set(m.s, j); len(set.States) == 1 {
				return set
			}
		}
	}
	return resolve.Set{}
}

// justBefore is the phrase right before the value and its preposition: "from A to $2 billion".
func (m *match) justBefore() int {
	if p := m.s.Chunks[m.chunk].Case; p >= 0 && p == m.chunk-1 {
		return p - 1
	}
	return m.chunk - 1
}

// besideState is the state, or the people, beside which the value stands.
func (m *match) besideState() resolve.Set {
	if v, ok := m.paired(&Role{Is: "states", Name: "partner"}); ok {
		return v.set
	}
	if i := m.partnerOfValue(m.chunk); i >= 0 && !m.stopped {
		return m.r.Nationals(m.s, i)
	}
	return resolve.Set{}
}

// changes holds for a value that is a difference: rose 12 percent, fell by $2 billion.
func (m *match) changes() bool {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || !m.cueIn("change", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return false
	}
	p := m.s.Chunks[m.chunk].Case
	return p < 0 || m.s.Units[m.s.Chunks[p].First].Word == "by"
}

// growthBefore holds for a value in a bracket of a list that a growth introduces: "markets with strong growth include A (51 percent)".
func (m *match) growthBefore() bool {
	for i := m.chunk - 1; i >= 0; i-- {
		c := &m.s.Chunks[i]
		if head := &m.s.Units[c.Head]; c.Kind == annotate.NounPhrase && head.Cue("change") != nil && head.Tag == annotate.TagNoun {
			return true
		}
		if c.Kind == annotate.NounPhrase && m.s.Units[c.Head].Cue("share_noun") != nil {
			return false
		}
	}
	return false
}

// further is the subject of the value's verb where it names a further part of a flow: "those to A", "shipments there", "sales to B".
func (m *match) further() int {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.rule.Anchor != "money" {
		return -1
	}
	i := m.s.Chunks[v].Subject
	if i > 0 && m.s.Units[m.s.Chunks[i].Head].Word == "there" {
		i-- // shipments there
	}
	if i < 0 || !anaphor(m.s, i) && (m.s.Units[m.s.Chunks[i].Head].Cue("supply_noun") == nil || m.narrowed(i)) {
		return -1
	}
	return i
}

// flowToward is the flow told before, of which the phrase at i names the part with a partner.
func (m *match) flowToward(t tie, i int) (tie, bool) {
	for _, prep := range m.towardFrom(t.flow, i) {
		for _, j := range m.after(i, prep) {
			t.partner = m.end(j)
		}
	}
	if i+1 < len(m.s.Chunks) && m.s.Chunks[i+1].First == m.s.Chunks[i+1].Last && m.s.Units[m.s.Chunks[i+1].First].Word == "there" {
		t.partner = m.thither(i + 1)
	}
	t.noun = i
	return t, !t.partner.Empty()
}

// flowBefore is the flow that the text told or named last, within reach.
func (m *match) flowBefore() (tie, bool) {
	told, ok := m.last(reach)
	if f := m.flowLast(m.s, m.unit-1); f != nil && (!ok || told.sentence < m.s.Index) {
		t := newTie(f, -1)
		t.again = true
		return t, true
	}
	for i := m.s.Index - 1; i >= 0 && i >= m.s.Index-reach && (!ok || i > told.sentence); i-- {
		s := m.r.Doc.Sentence(i)
		if m.s.Paragraph-s.Paragraph > 1 {
			break
		}
		if f := m.flowLast(s, len(s.Units)-1); f != nil {
			t := newTie(f, -1)
			t.again = true
			return t, s.Paragraph == m.s.Paragraph || s.Heading || s.Row || opensLines(s)
		}
	}
	if !ok || !m.current(told) || told.paragraph != m.s.Paragraph && m.s.Index-told.sentence > 1 && !verbless(m.s) {
		return tie{}, false
	}
	f := m.flowNamed(told.states["flow"])
	t := newTie(f, -1)
	t.again = true
	return t, f != nil
}

// opensLines holds for a sentence with a colon at its end, behind which lines follow.
func opensLines(s *annotate.Sentence) bool {
	n := len(s.Units)
	return n > 0 && s.Units[n-1].Tag == annotate.TagColon
}

// flowLast is the last flow that the sentence names up to the unit.
func (m *match) flowLast(s *annotate.Sentence, last int) *Flow {
	for u := last; u >= 0; u-- {
		if f := m.flowWord(s, u); f != nil {
			return f
		}
		if f := m.roleWord(s, u); f != nil {
			return f
		}
	}
	return nil
}

// toldPartner is the other end of the flow told last.
func (m *match) toldPartner() resolve.Set {
	last, ok := m.last(lastReach)
	if !ok || last.states["partner"] == "" || last.pair {
		return resolve.Set{}
	}
	return resolve.Set{States: []resolve.State{{Code: last.states["partner"]}}, Context: true}
}

// verbless holds for a line of a table or list.
func verbless(s *annotate.Sentence) bool { return cueAt(s, 0, "verbless") }

// otherPartner holds for a value of another partner than the one told before: what it is held against is no other time.
func (m *match) otherPartner(t telling) bool {
	return m.tieRead != nil && len(m.tieRead.partner.States) == 1 && t.states["partner"] != "" && !m.tieRead.partner.Has(t.states["partner"])
}
