package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// attitudes are the cue classes of verbs and nouns that govern a statement, with what they make of it.
var attitudes = []struct{ class, outcome string }{
	{"plan", Planned}, {"refuse", Refused}, {"fail", Negated}, {"wish", dropped}, {"invite", Invited}, {"doubt", dropped}, {"end", Ended},
	{"come_about", Asserted},
}

// attitude is what the units from first to last make of a statement that they govern, or "" where they hold no such word.
func (m *match) attitude(first, last int) string {
	for _, a := range attitudes {
		if m.cueIn(a.class, first, last) {
			return a.outcome
		}
	}
	return ""
}

// parent is the verb group that governs the infinitive, gerund or participle at v, or -1.
func (m *match) parent(v int) int {
	c := &m.s.Chunks[v]
	switch {
	case c.Infinite:
		return c.Parent
	case m.helped(v):
		return m.verbBefore(v)
	case c.Gerund && !m.participial(v):
		return m.verbBefore(v)
	}
	return -1
}

// helped holds for a plain verb form whose subject is what an earlier verb helps, lets or makes do it: "help Macedonia become part of the EU".
func (m *match) helped(v int) bool {
	c := &m.s.Chunks[v]
	b := m.verbBefore(v)
	return b >= 0 && c.Subject >= 0 && c.First == c.Head && m.s.Units[c.Head].Word == c.Lemma && m.s.Chunks[b].Object == c.Subject && helping[m.s.Chunks[b].Lemma]
}

// participial holds for a gerund that tells what happened beside the main verb: "…, joining the EU in 2004", "after leaving NATO".
func (m *match) participial(v int) bool {
	if v == 0 {
		return m.opensSentence(v)
	}
	p := &m.s.Chunks[v-1]
	if b := m.verbBefore(v); p.Kind == annotate.Coordinator && b >= 0 && m.s.Chunks[b].Gerund {
		return m.participial(b) // "…, buying 40 percent of its exports and supplying 30 percent of its imports"
	}
	return p.Kind == annotate.Comma || p.Kind == annotate.VerbGroup && p.Reduced || p.Kind == annotate.NounPhrase || p.Kind == annotate.When || p.Kind == annotate.Close || m.word(v-1, upon) && !m.settledOn(v)
}

// settledOn holds for a gerund right behind a verb of attitude and "on": "agreed on raising it", "insisted on joining".
func (m *match) settledOn(v int) bool {
	if v < 2 || m.s.Units[m.s.Chunks[v-1].First].Word != "on" || m.s.Chunks[v-2].Kind != annotate.VerbGroup {
		return false
	}
	return m.attitude(m.s.Chunks[v-2].First, m.s.Chunks[v-2].Last) != ""
}

// opensSentence holds for a participle whose phrase a comma closes before the main verb: "Joining the EU in 2004, Poland …", not
// "Joining the EU is an aim"; or whose verb has its subject behind it: "Taking part were the presidents".
func (m *match) opensSentence(v int) bool {
	for j := v + 1; j < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; {
		case c.Kind == annotate.Comma:
			return true
		case c.Kind == annotate.VerbGroup && c.Finite:
			return c.Subject > j
		}
	}
	return false
}

// verbBefore is the nearest verb group before chunk v in its clause, or -1.
func (m *match) verbBefore(v int) int {
	for p := v - 1; p >= 0 && m.s.Chunks[p].Clause == m.s.Chunks[v].Clause; p-- {
		if m.s.Chunks[p].Kind == annotate.VerbGroup {
			return p
		}
	}
	return -1
}

// governed is the outcome of a statement told by the verb group v under the one at p; settled where a noun between them
// has said what becomes of it.
func (m *match) governed(p, v int, inner string, settled bool) string {
	c := &m.s.Chunks[p]
	out := m.ownOutcome(p)
	attitude := m.attitude(c.First, c.Last)
	if attitude == "" && c.Lemma == "keep" && p+1 < len(m.s.Chunks) && m.s.Chunks[p+1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[p+1].First].Word == "from" {
		attitude = Negated // kept from coming
	}
	if c.Gerund && m.s.Units[c.Head].Word == "going" || m.s.Units[c.Last].Word == "going" {
		attitude = Planned // is going to attend
	}
	switch {
	case out == dropped:
		return dropped
	case attitude == "" && m.cueIn("factive", c.First, c.Last):
		return inner // does not regret coming
	case attitude == "" && settled && out == Negated && c.Lemma == "change":
		return inner // did not change his decision to come
	case attitude == "" && (settled || m.alwaysTrue(p, v)):
		return combine(out, inner)
	case attitude == "":
		return combine(Unsettled, combine(out, inner))
	case out == Negated || out == Refused: // did not plan to, refused to agree, does not want to
		return combine(m.negated(attitude, c.First, c.Last), inner)
	case (out == Ended || out == Planned) && attitude == Asserted:
		return combine(out, inner)
	}
	return combine(attitude, inner)
}

// alwaysTrue holds for an infinitive that tells what came about whatever its verb: "is to join", "is said to have left".
func (m *match) alwaysTrue(p, v int) bool {
	c := &m.s.Chunks[v]
	if m.s.Units[c.Head].Cue("reaches") != nil && (m.s.Chunks[p].Past || m.s.Chunks[p].Perfect) {
		return true // surpassed it to become the largest, grew to reach 5 billion
	}
	if m.helped(v) && m.s.Chunks[p].Lemma != "help" {
		return true // saw its share climb to a quarter
	}
	return c.Perfect || m.s.Chunks[p].Lemma == "be" && p == v-1 || m.s.Chunks[p].Lemma == "have" && p == v-1
}

// governingNoun is the attitude of a noun or adjective that takes the infinitive or gerund at v: plans to attend, an invitation
// to join, ready to leave, no intention of joining, the first to join.
func (m *match) governingNoun(v int) string {
	for p := v - 1; p >= 0 && p >= v-6; p-- {
		n := &m.s.Chunks[p]
		switch n.Kind {
		case annotate.VerbGroup, annotate.Subordinator, annotate.Relative, annotate.Semicolon:
			return ""
		case annotate.NounPhrase, annotate.Adverb, annotate.Preposition:
			if a := m.nounAttitude(p, v); a != "" {
				return a
			}
		}
	}
	return ""
}

// underPreposition holds where the noun that takes the infinitive or gerund at v is no subject or object, but follows a preposition:
// no verb decides what becomes of it.
func (m *match) underPreposition(v int) bool {
	for p := v - 1; p >= 0 && p >= v-6 && m.s.Chunks[p].Kind != annotate.VerbGroup; p-- {
		if m.s.Chunks[p].Kind == annotate.NounPhrase && m.nounAttitude(p, v) != "" {
			return m.s.Chunks[p].Case >= 0
		}
	}
	return false
}

func (m *match) nounAttitude(p, v int) string {
	n := &m.s.Chunks[p]
	a := m.attitude(n.Head, n.Last)
	switch {
	case a != "" && n.Appos >= 0 && indefinite(n):
		return "" // the bloc, an agreement composed of three states
	case a != "" && n.Negative:
		return m.negated(a, n.Head, n.Last)
	case a != "":
		return a
	case m.s.Chunks[v].Infinite && p == v-1 && m.word(p, imminent):
		return Planned
	case m.s.Chunks[v].Infinite && n.Kind == annotate.NounPhrase && m.ordinal(n) && (p == v-1 || n.Case < 0):
		return Asserted // the first country to join
	}
	return ""
}

// negated is an attitude denied: "no plan to" and "no wish to" both say that it will not be so.
func (m *match) negated(attitude string, first, last int) string {
	if attitude == dropped && m.cueIn("wish", first, last) {
		return Refused
	}
	return negate(attitude)
}

// ordinal holds for "the first", "the latest country", "the only one".
func (m *match) ordinal(c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if q := m.s.Units[u].Quantity; q >= 0 && m.s.Quantities[q].Unit == quantity.Ordinal {
			return true
		}
	}
	return m.cueIn("latest", c.First, c.Last)
}

// reported is what the verb or noun that the clause of v hangs on makes of it: "denied that", "rumours that", "hopes that".
func (m *match) reported(v int) string {
	clause := m.s.Chunks[v].Clause
	p := v
	for p > 0 && m.s.Chunks[p-1].Clause == clause {
		p--
	}
	if k := m.s.Chunks[p].Kind; k != annotate.Subordinator || m.s.Units[m.s.Chunks[p].First].Word != "that" {
		return ""
	}
	if p--; p < 0 {
		return ""
	}
	c := &m.s.Chunks[p]
	if c.Kind != annotate.VerbGroup && c.Kind != annotate.NounPhrase {
		return ""
	}
	a := m.attitude(c.First, c.Last)
	if a == "" && c.Kind == annotate.NounPhrase && p > 0 && m.s.Chunks[p-1].Kind == annotate.VerbGroup { // denied reports that
		c = &m.s.Chunks[p-1]
		a = m.attitude(c.First, c.Last)
	}
	switch {
	case m.s.Units[c.Head].Cue("said") != nil && !c.Neg, a == Asserted:
		return ""
	case a == Negated, a == Refused, a == Invited:
		return dropped
	default:
		return a
	}
}

// conditional holds in a clause that "if", "unless" or "whether" opens, and where a verb stands before its subject: "should it join".
func (m *match) conditional(i int) bool {
	if m.preferred(i) {
		return true
	}
	if subject := m.s.Chunks[i].Subject; m.s.Chunks[i].Kind == annotate.VerbGroup && subject >= 0 && subject < i && m.s.Chunks[subject].Clause < m.s.Chunks[i].Clause && m.conditional(subject) {
		return true // whether the president, X, will come
	}
	clause := m.s.Chunks[i].Clause
	for j := i; j >= 0 && m.s.Chunks[j].Clause == clause; j-- {
		c := &m.s.Chunks[j]
		switch c.Kind {
		case annotate.Subordinator:
			if conditions[m.s.Phrase(c.First, c.Last)] {
				return true
			}
		case annotate.VerbGroup:
			if j < i && c.First == c.Last && inverting[m.s.Units[c.First].Word] && (j == 0 || m.s.Chunks[j-1].Kind != annotate.NounPhrase) && (c.Subject < 0 || c.Subject > j) {
				return true
			}
		}
	}
	return false
}

// preferred holds for a clause that tells what somebody would like better: "his voters would rather he did not come".
func (m *match) preferred(v int) bool {
	if !m.s.Chunks[v].Finite || m.s.Chunks[v].Subject < 0 {
		return false
	}
	u := m.s.Chunks[m.s.Chunks[v].Subject].First - 1
	return u > 0 && (m.s.Units[u].Word == "rather" || m.s.Units[u].Word == "sooner") && (m.s.Units[u-1].Word == "would" || m.s.Units[u-1].Word == "'d")
}
