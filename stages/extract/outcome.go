package extract

import (
	"ties.dev/ties/stages/annotate"
)

// verbOutcome follows the verb group at v and those that govern it.
func (m *match) verbOutcome(v int) string {
	out := m.ownOutcome(v)
	if m.opposed(v) {
		out = negate(out)
	}
	if v > 0 && m.s.Chunks[v].Gerund && m.s.Chunks[v-1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[v-1].Last].Word == "without" {
		return negate(out)
	}
	for n := 0; n < 8; n++ {
		if c := &m.s.Chunks[v]; c.Finite && !m.helped(v) {
			return combine(m.reported(v), out)
		}
		noun := m.governingNoun(v)
		if noun != "" {
			out = combine(noun, out)
		}
		parent := m.parent(v)
		if c := &m.s.Chunks[v]; parent < 0 && c.Gerund && v == 0 && !m.opensSentence(v) {
			return combine(Unsettled, out) // joining the EU is an aim
		}
		if parent < 0 {
			return out
		}
		if noun != "" && m.attitude(m.s.Chunks[parent].First, m.s.Chunks[parent].Last) == "" && m.underPreposition(v) {
			return out // had nothing to do with the decision of A not to go
		}
		out = m.governed(parent, v, out, noun != "")
		v = parent
	}
	return out
}

// opposed holds for what somebody votes or decides against: "voted against joining".
func (m *match) opposed(v int) bool {
	b := m.verbBefore(v)
	return m.s.Chunks[v].Gerund && b >= 0 && m.s.Chunks[v-1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[v-1].Last].Word == "against" &&
		m.attitude(m.s.Chunks[b].First, m.s.Chunks[b].Last) == Planned
}

// ownOutcome is what a verb group says by itself: negation, modal, tense, a negative subject or object.
func (m *match) ownOutcome(v int) string {
	c := &m.s.Chunks[v]
	out := Asserted
	switch c.Modal {
	case "will", "shall", "'ll", "wo":
		out = Planned
	case "would":
		out = m.would(v)
	case "may", "might", "could", "should", "must", "can", "ca", "cannot", "'d":
		out = m.able(v)
	}
	if c.Infinite && m.ahead(v) {
		out = Planned
	}
	if m.futurate(v) {
		out = Planned
	}
	if c.Neg && !m.barely(c) || c.Modal == "cannot" || m.negativeAround(v) {
		out = negate(out)
	}
	return m.phase(v, out)
}

// barely holds for a verb of a value that is only just reached: "remittances barely reach 1 percent".
func (m *match) barely(c *annotate.Chunk) bool {
	if !m.isValue() {
		return false
	}
	if c.Last+2 < len(m.s.Units) && m.s.Units[c.Last+1].Word == "far" && trailing[m.s.Units[c.Last+2].Word] {
		return true // is not far behind at 16 percent
	}
	for u := c.First; u <= c.Last; u++ {
		if m.s.Units[u].Tag == annotate.TagNeg && !scarcely[m.s.Units[u].Word] {
			return false
		}
	}
	return true
}

// futurate holds for a verb of motion in the progressive, which tells what is or was to come: "is not coming".
func (m *match) futurate(v int) bool {
	c := &m.s.Chunks[v]
	return c.Finite && !c.Perfect && c.Modal == "" && c.First < c.Head && moving[m.s.Units[c.Head].Word]
}

// able is what a modal of possibility makes of a statement: nothing, but what someone cannot do he will not do, and what he could not
// do he did not, where the table asks what became of it.
func (m *match) able(v int) string {
	c := &m.s.Chunks[v]
	if c.Modal == "could" && c.Passive && !c.Neg && m.s.Units[c.Head].Cue("could_see") != nil {
		return Asserted // could be seen
	}
	if m.rule.Column == "" || m.rule.Outcome[Refused] == "" && m.rule.Outcome[Negated] == "" || !c.Neg && c.Modal != "cannot" {
		return dropped
	}
	switch c.Modal {
	case "can", "ca", "cannot":
		return Planned
	case "could":
		return Asserted
	}
	return dropped
}

// phase is what the words of the verb group say of beginning and end: "no longer belongs", "ceased", "will remain".
func (m *match) phase(v int, out string) string {
	switch {
	case m.word(v, noMore) || v+1 < len(m.s.Chunks) && m.word(v+1, noMore):
		return Ended
	case m.cueIn("persist", m.s.Chunks[v].First, m.s.Chunks[v].Last) && out == Planned:
		return Asserted
	case m.word(v, yet) && (m.s.Chunks[v].Lemma == "have" || m.s.Chunks[v].Lemma == "be") && out == Asserted:
		return Negated
	}
	return out
}

// finiteFor reports whether a finite verb has the phrase at i as its subject.
func (m *match) finiteFor(i int) bool {
	for v := range m.s.Chunks {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup && c.Finite && c.Subject == i {
			return true
		}
	}
	return false
}

// ahead holds for an infinitive that tells what is to come: "is to attend", and "X to attend" with no verb that governs it.
func (m *match) ahead(v int) bool {
	if v == 0 {
		return false
	}
	b, c := &m.s.Chunks[v-1], &m.s.Chunks[v]
	if m.isValue() && c.Lemma == "say" {
		return false // which is to say 8 percent
	}
	return b.Kind == annotate.VerbGroup && b.Lemma == "be" || c.Parent < 0 && c.Subject >= 0 && (c.Subject == v-1 || b.List == c.Subject) && !m.finiteFor(c.Subject) && !m.ordinal(b)
}

// would is what was to come for a speaker of the past ("said he would attend"); else a condition.
func (m *match) would(v int) string {
	if m.s.Chunks[v].Perfect {
		return dropped // would have come
	}
	if m.rule.Table.Outdates != nil && !m.s.Chunks[v].Neg || m.cueIn("gladness", m.s.Chunks[v].First, m.s.Chunks[v].Last) || v+1 < len(m.s.Chunks) && m.cueIn("gladness", m.s.Chunks[v+1].First, m.s.Chunks[v+1].Last) {
		return dropped // what was to be need not have come, would be glad to
	}
	if m.s.Chunks[v].Neg && m.rule.Outcome[Refused] != "" && m.opensAlone(v) {
		return Planned // would not come
	}
	for u := range m.s.Units[:m.s.Chunks[v].First] {
		if m.s.Units[u].Cue("said") != nil || m.s.Units[u].Cue("inform") != nil {
			return Planned
		}
	}
	return dropped
}

// opensAlone holds for a verb of a main clause behind its own subject, with no condition in the sentence.
func (m *match) opensAlone(v int) bool {
	for i := range m.s.Chunks {
		if k := m.s.Chunks[i].Kind; k == annotate.Subordinator || k == annotate.Relative && i < v {
			return false
		}
	}
	return m.s.Chunks[v].Subject >= 0
}

func negate(out string) string {
	switch out {
	case Asserted:
		return Negated
	case Planned, Invited:
		return Refused
	case Negated, Refused:
		return Asserted
	}
	return out
}

// combine puts a statement under an attitude.
func combine(outer, inner string) string {
	switch {
	case outer == dropped || inner == dropped:
		return dropped
	case outer == Asserted || outer == "", outer == Planned && inner == Ended, outer == Unsettled && inner != Asserted:
		return inner
	case inner == Asserted:
		return outer
	case inner == Refused && outer == Planned, inner == Negated && (outer == Planned || outer == Refused):
		return Refused
	case inner == Negated && outer == Negated:
		return Asserted
	}
	return outer
}
