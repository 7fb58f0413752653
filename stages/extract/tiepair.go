package extract

import (
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// pairSaid sets both ends of a trade that two states have with one another: "trade between the two", "their trade", "the two did
// $3 billion in trade".
func (m *match) pairSaid(t *tie) {
	if t.flow.Name != "total" || m.rule.Anchor != "money" || t.role || !t.partner.Empty() || !t.owner.Empty() {
		return
	}
	set := m.pairOfNoun(t.noun)
	if set.Empty() && (t.noun < 0 || m.s.Chunks[t.noun].Owner == "" && m.s.Chunks[t.noun].Gen < 0) {
		set = m.pairOfVerb(t.noun)
	}
	if len(set.States) == 2 && !set.Has("*") && !set.Loose {
		t.owner, t.partner = resolve.Set{States: set.States[:1], Context: set.Context}, resolve.Set{States: set.States[1:], Context: set.Context}
	}
}

// pairOfNoun are the two states that the phrase of the trade takes up: "their trade", "trade between the two countries".
func (m *match) pairOfNoun(noun int) resolve.Set {
	if noun < 0 {
		return resolve.Set{}
	}
	if m.s.Chunks[noun].Owner == "their" {
		return m.bothOr(m.r.Possessor(m.s, noun))
	}
	for _, j := range m.after(noun, "between") {
		if m.speaksOfBoth(j) {
			return m.bothOr(m.r.Set(m.s, j))
		}
	}
	return resolve.Set{}
}

// pairOfVerb are the two states that are the subject of the value's verb.
func (m *match) pairOfVerb(noun int) resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == noun {
		return resolve.Set{}
	}
	i := m.s.Chunks[v].Subject
	set := m.r.Set(m.s, i)
	if m.speaksOfBoth(i) {
		set = m.bothOr(set)
	}
	return set
}

// bothOr is the set where it has two states, else the two of which the text speaks where it names no third.
func (m *match) bothOr(set resolve.Set) resolve.Set {
	if pair, ok := m.r.TitledPair(); ok && set.Context {
		return pair // "the two countries" in a text on two
	}
	if len(set.States) == 2 {
		return set
	}
	v, _ := m.duo(nil)
	return v.set
}

// speaksOfBoth holds for a phrase that takes up two states: "the two", "both countries", "they", "the neighbours".
func (m *match) speaksOfBoth(i int) bool {
	c := &m.s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		unit := &m.s.Units[u]
		if q := unit.Quantity; unit.Cue("two_word") != nil || q >= 0 && m.s.Quantities[q].Unit == quantity.None && m.s.Quantities[q].Value == 2 {
			return true
		}
	}
	return false
}
