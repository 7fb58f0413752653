package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// inFlow holds for "in exports" behind a value, and not "in 2020".
func (m *match) inFlow(j int) bool {
	return m.flowAt(j) != nil || m.s.Units[m.s.Chunks[j].Head].Cue("total_noun") != nil
}

// allThings holds for "what", "everything" and "all goods".
func (m *match) allThings(j int) bool {
	head := &m.s.Units[m.s.Chunks[j].Head]
	return head.Cue("what") != nil || head.Cue("goods") != nil && !m.narrowed(j)
}

// flowOfWhole is the flow that the whole is: "of exports", "of what it sells", "of all goods that it buys", "of the total", "of them".
func (m *match) flowOfWhole(j int) (tie, bool) {
	if f := m.flowAt(j); f != nil {
		return newTie(f, j), m.rule.Anchor != "percent" || !m.withRegion(f, j)
	}
	head := &m.s.Units[m.s.Chunks[j].Head]
	switch {
	case m.passedGoods(j) != nil:
		return newTie(m.passedGoods(j), j), true
	case head.Cue("volume_noun") != nil && m.volumeOf(j) >= 0:
		return m.flowOfWhole(m.volumeOf(j))
	case m.allThings(j):
		if t, ok := m.flowOfClause(j); ok {
			return t, true
		}
		return m.flowOfVerb()
	case m.ownedShare(j):
		return m.flowOwned(j)
	case head.Cue("total_noun") != nil || anaphor(m.s, j) || head.Cue("volume_noun") != nil && m.s.Chunks[j].Det == "the":
		for _, find := range []func() (tie, bool){m.flowBeforehand, m.flowAgain, m.flowBehind} {
			if t, ok := find(); ok {
				return t, true
			}
		}
	}
	return tie{}, false
}

// volumeOf is what the volume at chunk j is of: exports in "the total volume of its exports"; or -1.
func (m *match) volumeOf(j int) int {
	for _, k := range m.after(j, "of") {
		if k <= j+3 {
			return k
		}
	}
	return -1
}

// passedGoods is the flow of goods of any kind that their participle calls so: "imported goods", "exported products".
func (m *match) passedGoods(j int) *Flow {
	c := &m.s.Chunks[j]
	if m.s.Units[c.Head].Cue("goods") == nil {
		return nil
	}
	for u := c.Head - 1; u >= c.First; u-- {
		for k := range m.rule.flows {
			if f := &m.rule.flows[k]; m.s.Units[u].Done(f.Does) {
				return f
			}
		}
		if m.narrows(u) {
			break
		}
	}
	return nil
}

// flowOfClause is the flow of a clause about things: "what it sells abroad", "everything that the country bought".
func (m *match) flowOfClause(j int) (tie, bool) {
	for v := j + 1; v < len(m.s.Chunks) && v <= j+clauseReach; v++ {
		if m.s.Chunks[v].Kind != annotate.VerbGroup {
			continue
		}
		if m.rule.Anchor == "money" && m.s.Chunks[v].Subject == m.chunk {
			break // $3 billion worth of goods were shipped
		}
		f := m.doing(v)
		t := newTie(f, j)
		if !m.s.Chunks[v].Passive || m.s.Chunks[v].Subject != m.chunk {
			t.does = v // and not "60 percent of its goods were sent to A"
		}
		return t, f != nil
	}
	return tie{}, false
}

// clauseReach is how many phrases behind "what" or "everything" its verb may stand.
const clauseReach = 5

// flowOfVerb is the flow that the value's verb does: "A exports goods worth $3 billion to B".
func (m *match) flowOfVerb() (tie, bool) {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.doing(v) == nil || !m.allGoods(v) {
		return tie{}, false
	}
	if m.rule.Anchor == "money" && m.s.Chunks[v].Object == m.chunk && m.whole() < 0 && m.cueIn("moves_money", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return tie{}, false // sent $300 million to A
	}
	t := newTie(m.doing(v), -1)
	t.does = v
	return t, len(m.towards(&t)) > 0
}

// allGoods holds unless the object of the verb is one kind of thing.
func (m *match) allGoods(v int) bool {
	o := m.s.Chunks[v].Object
	if o < 0 || o == m.chunk || m.s.Chunks[o].List == m.chunk {
		return true
	}
	head := &m.s.Units[m.s.Chunks[o].Head]
	return head.Quantity >= 0 || (head.Cue("goods") != nil || head.Cue("what") != nil) && !m.narrowed(o) || len(m.r.Set(m.s, o).States) > 0
}

// flowSaidOf is the flow that a sum is said to be: "with $4 billion comprising exports to A", "of which $3 billion were imports".
func (m *match) flowSaidOf() (tie, bool) {
	v := m.verb(m.chunk)
	if m.rule.Anchor != "money" || v < m.chunk || m.s.Chunks[v].Subject != m.chunk || m.s.Chunks[v].Object < 0 {
		return tie{}, false
	}
	o := m.s.Chunks[v].Object
	f := m.flowAt(o)
	return newTie(f, o), f != nil
}

// flowHung is the flow on which the value hangs, or that it counts: "exports of $3 billion to A", "a $3 billion trade".
func (m *match) flowHung() (tie, bool) {
	if m.rule.Anchor != "money" {
		if h := m.host(m.chunk); h >= 0 && m.flowAt(h) != nil {
			return newTie(m.flowAt(h), h), true // a half of the exports (53 percent)
		}
		return tie{}, false
	}
	for _, i := range append(m.step(m.chunk, "hung"), m.chunk) {
		if f := m.flowAt(i); f != nil {
			return newTie(f, i), true
		}
	}
	if f := m.flowBeside(m.chunk); f != nil {
		return m.flowGapped(f)
	}
	return tie{}, false
}

// flowBeside is the flow that the phrase of a value names before the value, its verb being left out: "and its imports $3 billion".
func (m *match) flowBeside(i int) *Flow {
	c := &m.s.Chunks[i]
	if m.s.Units[c.Last].Quantity < 0 || c.First == c.Last {
		return nil
	}
	return m.flowWord(m.s, c.Last-1)
}

// flowGapped is the flow back to the same partner: "exports to A were $5 billion and imports $3 billion".
func (m *match) flowGapped(f *Flow) (tie, bool) {
	t := newTie(f, -1)
	told, ok := m.last(0)
	m.stopped = true
	if !ok || told.pair || told.states["flow"] == f.Name || told.states["partner"] == "" {
		return t, false
	}
	t.partner = m.toldPartner()
	t.owner = resolve.Set{States: []resolve.State{{Code: told.states["country"]}}, Context: true}
	return t, true
}

// flowBeforehand is the last flow told in the sentence before the anchor.
func (m *match) flowBeforehand() (tie, bool) {
	for i := m.chunk - 1; i >= 0; i-- {
		head := m.s.Chunks[i].Head
		if m.s.Chunks[i].Kind != annotate.NounPhrase {
			continue
		}
		if f := m.flowWord(m.s, head); f != nil {
			return newTie(f, i), m.flowAt(i) != nil
		}
		if f := m.roleWord(m.s, head); f != nil {
			t := newTie(f, i)
			t.role = true
			return t, !m.narrowed(i) && !m.narrowedRole(i)
		}
	}
	return tie{}, false
}

// flowInSentence is the last flow that the sentence tells between the value before and the anchor: a noun, a role or a verb.
func (m *match) flowInSentence() (tie, bool) {
	from := -1
	if u := m.valueBefore(); u >= 0 {
		from = chunkOf(m.s, m.behindValue(u))
	}
	for i := m.chunk - 1; i > from; i-- {
		c := &m.s.Chunks[i]
		switch {
		case c.Kind == annotate.Semicolon && m.s.Units[c.First].Word != "|":
			return tie{}, false
		case m.host(i) >= 0 && m.host(i) != m.host(m.chunk): // in a bracket that has closed
		case c.Kind == annotate.VerbGroup && m.doing(i) != nil && m.verb(m.chunk) == i:
			if t, ok := m.flowOfVerb(); ok || !m.allGoods(i) || !m.isTaken() {
				return t, ok
			}
		case c.Kind != annotate.NounPhrase:
		case m.flowWord(m.s, c.Head) != nil:
			return m.flowOfNoun(i)
		case anaphor(m.s, i) && from >= 0:
			if t, ok := m.flowThat(i); ok {
				return t, true
			}
		case m.roleWord(m.s, c.Head) != nil:
			if t, ok := m.flowOfRole(i); ok {
				return t, true
			}
		}
	}
	return m.flowShared(from)
}

// flowThat is the flow told before, which a pronoun takes up for another partner: "is smaller than that with A, $3 billion".
func (m *match) flowThat(i int) (tie, bool) {
	t, ok := m.flowBefore()
	if !ok || m.changes() || i+2 >= len(m.s.Chunks) || m.s.Chunks[i+2].Case != i+1 || !m.leadsTo(t.flow, i+2) {
		return tie{}, false
	}
	return m.flowToward(t, i)
}

// flowShared is the flow that several verbs speak of: "exports to A exceeded $2 billion in 2022 and stood at $3 billion in 2023".
func (m *match) flowShared(from int) (tie, bool) {
	v := m.verb(m.chunk)
	if v <= from && !m.risenTo() || v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || m.rule.Anchor != "money" {
		return tie{}, false
	}
	f := m.flowAt(m.s.Chunks[v].Subject)
	if f == nil || m.ownEnd(f) >= 0 {
		return tie{}, false
	}
	return m.flowToward(newTie(f, m.s.Chunks[v].Subject), m.s.Chunks[v].Subject)
}

// risenTo holds for the second of two values between which the flow moved: "fell from $8 billion in 2012 to $2 billion".
func (m *match) risenTo() bool {
	u, p := m.valueBefore(), m.s.Chunks[m.chunk].Case
	if u < 0 || p < 0 || m.s.Units[m.s.Chunks[p].First].Word != "to" {
		return false
	}
	q := m.s.Chunks[chunkOf(m.s, u)].Case
	return q >= 0 && m.s.Units[m.s.Chunks[q].First].Word == "from"
}

// goesOnHere holds where the sentence has told of a flow before: what is listed goes on with that one.
func (m *match) goesOnHere() bool {
	_, ok := m.last(0)
	return ok
}

// theirOwn holds for what the states that a value stands beside are said to have themselves: "A (20%) and B (18%) had sales of a billion".
func (m *match) theirOwn(i int) bool {
	c, v := &m.s.Chunks[i], m.verb(i)
	return c.Owner == "" && c.Gen < 0 && v >= 0 && m.s.Chunks[v].Lemma == "have" && m.s.Chunks[v].Object == i
}

// flowBehind is the flow of the partner's role that the clause names behind the value: "A, at 20 percent, is its largest market".
func (m *match) flowBehind() (tie, bool) {
	for i := m.chunk + 1; i < len(m.s.Chunks) && m.s.Chunks[i].Clause == m.s.Chunks[m.chunk].Clause; i++ {
		c := &m.s.Chunks[i]
		if c.Kind == annotate.NounPhrase && m.roleWord(m.s, c.Head) != nil {
			return m.flowOfRole(i)
		}
		if f := m.flowAt(i); c.Kind == annotate.NounPhrase && f != nil && m.host(m.chunk) >= 0 && m.host(i) < 0 && !m.goesOnHere() && !m.theirOwn(i) {
			return newTie(f, i), true // A (20%) and B (18%) dominate its trade
		}
	}
	return tie{}, false
}
