package extract

import "ties.dev/ties/stages/resolve"

// flowOfGoods is the flow of goods of the anchor's worth that go, come or are sold somewhere: "goods worth $3 billion went to A",
// "$3 billion worth of goods were sold by A to B".
func (m *match) flowOfGoods() (tie, bool) {
	if m.rule.Anchor != "money" {
		return tie{}, false
	}
	v := m.verb(m.chunk)
	if v < m.chunk || !m.goodsOfWorth(m.s.Chunks[v].Subject) {
		return tie{}, false
	}
	for k := range m.rule.flows {
		t := newTie(&m.rule.flows[k], -1)
		passive := m.s.Chunks[v].Passive && m.doing(v) == t.flow
		if !passive && !m.cueIn(t.flow.Goes, m.s.Chunks[v].First, m.s.Chunks[v].Last) || len(m.towards(&t)) == 0 {
			continue
		}
		t.owner = m.ownerOfGoods(v)
		return t, true
	}
	return tie{}, false
}

// goodsOfWorth holds for a phrase that means goods of any kind and on which the anchor hangs, or the anchor itself where it counts them.
func (m *match) goodsOfWorth(i int) bool {
	if i < 0 || m.narrowed(i) || m.alien(i) {
		return false
	}
	if i == m.chunk {
		whole := m.whole()
		return whole >= 0 && m.allThings(whole)
	}
	hung := m.step(m.chunk, "hung")
	return len(hung) == 1 && hung[0] == i && m.s.Units[m.s.Chunks[i].Head].Cue("goods") != nil
}

// ownerOfGoods is the state whose goods they are: the agent of a passive, the possessor of the phrase or an adjective in it.
func (m *match) ownerOfGoods(v int) resolve.Set {
	for _, j := range m.agent(v) {
		if set := m.r.Set(m.s, j); len(set.States) == 1 {
			return set
		}
	}
	i := m.s.Chunks[v].Subject
	if m.s.Chunks[i].Owner != "" {
		return resolve.Set{}
	}
	if set := m.ownerBy(i, resolve.Set{}); len(set.States) == 1 {
		return set
	}
	return resolve.Set{}
}

// flowOfPart is the flow of which a relative clause tells a part: "exports were $50 billion, of which $20 billion went to A".
func (m *match) flowOfPart() (tie, bool) {
	if !m.partOfWhole() {
		return tie{}, false
	}
	t, ok := m.flowBeforehand()
	return t, ok && !t.role && len(m.towards(&t)) > 0
}
