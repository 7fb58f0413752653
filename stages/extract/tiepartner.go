package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// tiePartner is the state at the other end of the flow: behind a preposition that leads there, beside the value, what the role is said
// of, on whom the state relies, or the subject of a verb of taking.
func (m *match) tiePartner(t *tie) resolve.Set {
	if set := m.gappedAgent(); !set.Empty() {
		return set
	}
	_, n := m.placeInValues()
	if m.ownEnd(t.flow) < 0 && (m.host(m.chunk) >= 0 || n > 1) {
		if set := m.besideState(); !set.Empty() && !set.Within(t.owner) || m.stopped {
			return set
		}
		if h := m.host(m.chunk); h >= 0 && m.ofPartner(h) {
			return m.roleHolder(m.s.Chunks[h].Case-1, t)
		}
	}
	for _, j := range m.towards(t) {
		if m.ofTwo(j) {
			m.stopped = true
			return resolve.Set{}
		}
		if set := m.endApart(t, j); !set.Empty() {
			return set
		}
	}
	if m.whole() < 0 || m.rule.Anchor == "money" || m.besidePartner() && !m.isTaken() || m.behindMark() {
		if set := m.besideState(); !set.Empty() && !set.Within(t.owner) {
			return set
		}
	}
	if m.stopped {
		return resolve.Set{}
	}
	if set := m.reliedOn(t); !set.Empty() {
		return set
	}
	if set := m.originOfGoods(t); !set.Empty() {
		return set
	}
	if t.role {
		if set := m.roleHolder(t.noun, t); !set.Empty() {
			return set
		}
	}
	if set := m.ofTrade(t); !set.Empty() {
		return set
	}
	if set := m.taker(t); !set.Empty() {
		return set
	}
	if set := m.ranker(); !set.Empty() {
		return set
	}
	if set := m.takenUpBy(t); !set.Empty() {
		return set
	}
	role := &Role{Is: "states", Name: "partner"}
	if !t.owner.Empty() {
		m.assume("country", t.owner)
		role.Not = "country"
	}
	if v, ok := m.worth(role); ok {
		return v.set
	}
	return m.rankedBefore(t)
}

// behindMark holds for a value behind the colon or dash that follows a name: "A - 20 percent of imports".
func (m *match) behindMark() bool {
	if m.chunk < 2 || m.partnerOfValue(m.chunk) != m.chunk-2 {
		return false
	}
	k := m.s.Chunks[m.chunk-1].Kind
	return k == annotate.Colon || k == annotate.Dash
}

// ofTwo holds for an end within the whole that something other than a state makes up a part of: "oil accounts for 60 percent of A's exports
// to B" says what A sells there, and not how much of its exports goes there.
func (m *match) ofTwo(j int) bool {
	w, v := m.whole(), m.verb(m.chunk)
	if w < 0 || v < 0 || v > m.chunk || m.s.Chunks[j].Case != w+1 || m.s.Chunks[v].Passive || !m.predicates("takes", v) {
		return false
	}
	i := m.s.Chunks[v].Subject
	if i < 0 || i > v || m.inFlow(i) || m.s.Chunks[i].Owner != "" {
		return false
	}
	set := m.r.Set(m.s, i)
	return set.Empty()
}

// roleHolder is who has the role at the phrase: what it is put equal to, or its subject.
func (m *match) roleHolder(role int, t *tie) resolve.Set {
	for _, j := range append(m.equals(role), m.step(role, "subject")...) {
		if set := m.r.Set(m.s, j).Without(t.owner); len(set.States) == 1 {
			return set
		}
	}
	return resolve.Set{}
}

// endApart is the end that the phrase means, apart from the owner; a phrase that takes up a state takes up another one than the owner.
func (m *match) endApart(t *tie, j int) resolve.Set {
	set := m.end(j)
	if set.Context && t.owner.Empty() {
		t.owner = m.tieOwner(t)
	}
	if set = set.Without(t.owner); set.Empty() && !t.owner.Empty() {
		set = m.setApart(j, t.owner)
	}
	if told, ok := m.last(0); ok && set.Empty() && m.s.Units[m.s.Chunks[j].Head].Tag == annotate.TagPron {
		v, _ := m.otherOf(told, t.owner) // bought goods from B and sold goods to it
		return v.set
	}
	return set
}

// end is the state that the phrase means as the end of a flow: "to Chile", "to the Chilean market", "from there".
func (m *match) end(j int) resolve.Set {
	c := &m.s.Chunks[j]
	if c.First == c.Last && m.s.Units[c.Head].Word == "there" {
		return m.thither(j)
	}
	if set := m.r.Set(m.s, j); !set.Empty() {
		return set
	}
	if head := &m.s.Units[c.Head]; head.Cue("end_noun") != nil || head.Cue("origin_noun") != nil {
		return m.r.Modifiers(m.s, j)
	}
	if c.First == c.Last && m.s.Units[c.Head].Has(annotate.Country) {
		return m.r.StateAt(m.s, c.Head) // goods went to Kampala
	}
	return resolve.Set{}
}

// reliedOn is the state on which another one depends for the flow.
func (m *match) reliedOn(t *tie) resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || !m.predicates("relies", v) {
		return resolve.Set{}
	}
	for _, prep := range []string{"on", "upon"} {
		for _, j := range m.after(v, prep) {
			if set := m.r.Set(m.s, j); len(set.States) == 1 {
				t.does = v
				return set
			}
		}
	}
	return resolve.Set{}
}

// gappedAgent is who does to the value what a passive verb before tells of another: "27 percent is bought by A and 18 percent by B".
func (m *match) gappedAgent() resolve.Set {
	by := m.chunk + 1
	if by+1 >= len(m.s.Chunks) || m.s.Chunks[by+1].Case != by || m.s.Units[m.s.Chunks[by].First].Word != "by" {
		return resolve.Set{}
	}
	for v := m.chunk - 1; v >= 0; v-- {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup {
			if c.Passive {
				return m.r.Set(m.s, by+1)
			}
			break
		}
	}
	return resolve.Set{}
}
