package extract

import "ties.dev/ties/stages/annotate"

// verbBetween holds for a phrase behind the anchor with another verb between them, to which the phrase then belongs:
// "announced an initiative to be unveiled at the summit".
func (m *match) verbBetween(i int) bool {
	for j := m.chunk + 1; j < i; j++ {
		if m.s.Chunks[j].Kind == annotate.VerbGroup {
			return true
		}
	}
	return false
}

// inverted is the subject behind the verb of a sentence that starts with what is said of it: "Among those who came were X and Y".
func (m *match) inverted() []int {
	for v := range m.s.Chunks {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup && c.Lemma == "be" && c.Subject > v {
			return []int{c.Subject}
		}
	}
	for v := range m.s.Chunks {
		if c := &m.s.Chunks[v]; v > 0 && c.Kind == annotate.VerbGroup && c.Finite && c.Lemma == "be" && c.Subject < 0 && c.Object > v {
			return []int{c.Object} // Also expected, by his account, are A and B
		}
	}
	return nil
}

// decided holds where the plan is a decision, and the event is over by the day of the document as far as that is known.
func (m *match) decided() bool {
	for p := m.chunk - 1; p >= 0 && p >= m.chunk-8; p-- {
		n := &m.s.Chunks[p]
		if n.Kind == annotate.VerbGroup || n.Kind == annotate.Subordinator {
			return false
		}
		if n.Kind != annotate.NounPhrase || !m.cueIn("decision", n.Head, n.Head) {
			continue
		}
		for _, v := range m.values {
			if v.occasion != nil {
				return m.r.Over(v.occasion)
			}
		}
	}
	return false
}

// early is the outcome of what is told before the day of the event: who is not there yet has refused, not stayed away.
func (m *match) early(outcome string) string {
	for _, v := range m.values {
		if v.occasion == nil {
			continue
		}
		if _, declared := m.rule.Outcome[Planned]; declared && outcome == Asserted && m.inPresent() && m.r.Coming(v.occasion) && m.rule.Outcome[Early] == "" {
			return Planned // flies in on the eve
		}
		if !m.r.Ahead(v.occasion) {
			continue
		}
		if outcome == Asserted && m.rule.Anchor == "attend" && m.isOver() {
			return dropped // attended the talks on the eve of it
		}
		if _, declared := m.rule.Outcome[Early]; declared && outcome == Asserted {
			return Early
		}
		if _, declared := m.rule.Outcome[Refused]; declared && outcome == Negated {
			return Refused
		}
	}
	return outcome
}

// isOver holds for a verb in the past that tells of what has been.
func (m *match) isOver() bool {
	v := m.verb(m.chunk)
	return v >= 0 && m.s.Chunks[v].Finite && m.s.Chunks[v].Past && !m.s.Chunks[v].Perfect && m.s.Chunks[v].Modal == ""
}

// beforeEvent holds where the document is dated well before the event of the match.
func (m *match) beforeEvent() bool {
	if planned := m.rule.Outcome[Planned]; planned == "" || planned == m.rule.Outcome[Asserted] {
		return false // what is said of it is the same before and after
	}
	for _, v := range m.values {
		if v.occasion != nil {
			return m.r.ToCome(v.occasion)
		}
	}
	return false
}

// inPresent holds where the verb of the anchor is finite and tells of nothing past.
func (m *match) inPresent() bool {
	v := m.verb(m.chunk)
	if v < 0 || !m.s.Chunks[v].Finite || m.s.Chunks[v].Past && m.s.Units[m.s.Chunks[v].First].Word != "has" {
		return false
	}
	return !m.s.Chunks[v].Perfect || m.s.Chunks[v].First == m.s.Chunks[v].Last // has a seat
}
