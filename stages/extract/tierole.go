package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// flowOfNoun is the flow of a noun before the value: what the value's verb speaks of, or what a list of partners is of.
func (m *match) flowOfNoun(i int) (tie, bool) {
	f := m.flowAt(i)
	if f == nil || !m.speaksOf(i) {
		m.stopped = true
		return tie{}, false
	}
	if m.rule.Anchor == "percent" && !m.besidePartner() && m.partnerOfValue(m.chunk) < 0 && !m.leadsTo(f, m.chunk-1) {
		return tie{}, false
	}
	return newTie(f, i), true
}

// speaksOf holds unless the value's verb has a subject that is neither the flow, nor a state, nor the value itself.
func (m *match) speaksOf(i int) bool {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || v < i {
		return true
	}
	subject := m.s.Chunks[v].Subject
	head := &m.s.Units[m.s.Chunks[subject].Head]
	return subject == i || subject == m.chunk || m.flowWord(m.s, m.s.Chunks[subject].Head) != nil || head.Cue("share_noun") != nil || head.Cue("total_noun") != nil || head.Cue("volume_noun") != nil || head.Cue("place_noun") != nil || head.Quantity >= 0 ||
		head.Tag == annotate.TagPron || head.Cue("bare_partner") != nil || m.roleWord(m.s, m.s.Chunks[subject].Head) != nil || len(m.r.Set(m.s, subject).States) > 0
}

// flowOfRole is the flow of the partner's role that the text names beside the value: "was its largest market, with $3 billion".
func (m *match) flowOfRole(j int) (tie, bool) {
	if !m.besidePartner() && m.partnerOfValue(m.chunk) < 0 || m.narrowed(j) || m.alien(j) || m.narrowedRole(j) {
		return tie{}, false
	}
	t := newTie(m.roleWord(m.s, m.s.Chunks[j].Head), j)
	t.role = true
	if f := m.sideOf(j); t.flow.Name == "total" && f != nil {
		t.flow = f
	}
	return t, true
}

// sideOf is the flow by which a partner is counted: "in terms of imports, its top partners were", "its top partners by exports"; or nil.
func (m *match) sideOf(j int) *Flow {
	var places []int
	for _, prep := range []string{"in terms of", "by", "in"} {
		places = append(places, m.after(j, prep)...)
		if v := m.verb(j); v >= 0 {
			places = append(places, m.fronted(v, prep)...)
		}
	}
	for _, k := range places {
		if m.s.Units[m.s.Chunks[k].Head].Cue("one_way") != nil {
			return m.flowWord(m.s, m.s.Chunks[k].Head)
		}
	}
	return nil
}

// narrowedRole holds for a role in the trade of one good: "the largest buyer of its oil".
func (m *match) narrowedRole(j int) bool {
	for _, prep := range []string{"of", "for"} {
		for _, k := range m.after(j, prep) {
			if m.s.Chunks[k].Case == j+1 && m.narrowed(k) {
				return true
			}
		}
	}
	return false
}

// besidePartner holds for a value that is put beside a partner: behind "with" or "at", in a bracket, or the object of a verb of taking.
func (m *match) besidePartner() bool {
	c := &m.s.Chunks[m.chunk]
	if m.host(m.chunk) >= 0 {
		return true
	}
	if c.Case >= 0 {
		return m.cueIn("with_at", m.s.Chunks[c.Case].First, m.s.Chunks[c.Case].Last) || m.shareHung() || m.isTaken()
	}
	return m.isTaken()
}

// isTaken holds for the object of a verb of taking or supplying.
func (m *match) isTaken() bool {
	v := m.verb(m.chunk)
	return v >= 0 && v < m.chunk && m.predicates("takes", v)
}

// shareHung holds for "with a share of 14 percent".
func (m *match) shareHung() bool {
	return slices.ContainsFunc(m.step(m.chunk, "hung"), func(i int) bool {
		u := &m.s.Units[m.s.Chunks[i].Head]
		return u.Cue("share_noun") != nil || u.Cue("total_noun") != nil
	})
}

// dealsWith holds for a verb by which its subject sells or buys what the value measures: "its main partner bought $3 billion of its goods".
func (m *match) dealsWith(v int) bool {
	return v >= 0 && v < m.chunk && (m.doing(v) != nil || m.cueIn("buys_up", m.s.Chunks[v].First, m.s.Chunks[v].Last) || m.cueIn("supplies", m.s.Chunks[v].First, m.s.Chunks[v].Last))
}

// flowOfPartner is all trade, where the sentence calls someone a partner and says of nothing else that it measures it.
func (m *match) flowOfPartner() (tie, bool) {
	if !m.besidePartner() && m.partnerOfValue(m.chunk) < 0 {
		return tie{}, false
	}
	partners := m.withHead(m.chunk, "bare_partner")
	if len(partners) == 0 || m.rule.Anchor == "money" && m.dealsWith(m.verb(m.chunk)) || m.s.Chunks[partners[0]].Clause != m.s.Chunks[m.chunk].Clause {
		return tie{}, false
	}
	j := partners[0]
	t := newTie(m.flowNamed("total"), j)
	if before, ok := m.flowBefore(); ok {
		t.flow = before.flow // the top partners by exports took half. The first was A with $2 billion
	}
	t.role = true
	return t, t.flow != nil && !m.narrowed(j) && !m.narrowedRole(j)
}
