package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// besideReach is how many chunks may part a percentage from the sum that it explains: a comma, "or", a bracket, a date, "from A".
const besideReach = 8

// beforehand is the phrase right before chunk i, from which only marks, "or" and a date part it: "$5 billion in 2015, or 60 percent".
func (m *match) beforehand(i int) int {
	for j := i - 1; j >= 0 && j >= i-besideReach; j-- {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if c.Case < 0 || !m.cueIn("states", c.First, c.Last) {
				return j
			}
		case annotate.Coordinator:
			if m.s.Units[c.First].Word != "or" {
				return -1
			}
		case annotate.Comma, annotate.Open, annotate.Dash, annotate.Adverb, annotate.When:
		case annotate.Preposition:
			if next := &m.s.Chunks[j+1]; next.Kind != annotate.When && next.Case != j {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// worth is the state of the fact that the table has taken at the sum right before the anchor: that of the role's column, or of a
// pair the other one where the role must not be the first.
func (m *match) worth(role *Role) (value, bool) {
	j := m.beforehand(m.chunk)
	if j < 0 || role.Is != "states" {
		return value{}, false
	}
	c := &m.s.Chunks[j]
	for _, t := range m.recent() {
		if t.sentence != m.s.Index || t.unit < c.First || t.unit > c.Last {
			continue
		}
		if role.Not != "" {
			return m.otherOf(t, m.values[role.Not].set)
		}
		if t.pair {
			return value{}, false
		}
		return stateOf(t.states[role.Name])
	}
	return value{}, false
}

// opposite is the other state of the last fact taken within reach, where the one that the role must not be is one of its two.
func (m *match) opposite(role *Role) (value, bool) {
	t, ok := m.last(lastReach)
	if !ok || role.Is != "states" {
		return value{}, false
	}
	return m.otherOf(t, m.values[role.Not].set)
}

// otherOf is the one of the two states of a fact that is not the given one.
func (m *match) otherOf(t telling, not resolve.Set) (value, bool) {
	two := []string{t.states["country"], t.states["partner"]}
	if len(not.States) != 1 || !slices.Contains(two, not.States[0].Code) {
		return value{}, false
	}
	if two[0] == not.States[0].Code {
		return stateOf(two[1])
	}
	return stateOf(two[0])
}

// stateOf is a value of the one state that was told before.
func stateOf(code string) (value, bool) {
	return value{set: resolve.Set{States: []resolve.State{{Code: code}}, Context: true}, chunk: -1}, code != ""
}

// relativeBefore is the nearest relative pronoun before chunk j, or -1.
func (m *match) relativeBefore(j int) int {
	for j--; j >= 0; j-- {
		if m.s.Chunks[j].Kind == annotate.Relative {
			return j
		}
	}
	return -1
}

// heldBy holds for a phrase with the preposition right behind it: "partners of the bloc", and not "partners with a turnover of".
func (m *match) heldBy(i int, prep string) bool {
	after := m.after(i, prep)
	return len(after) > 0 && m.s.Chunks[after[0]].Case == i+1
}

// latest is the phrase of the preposition that stands last before chunk i, with no other value between: of "imports from A came to
// $2 billion, from B to $1 billion" each sum has its own; or -1.
func (m *match) latest(i int, prep string) int {
	for j := i - 1; j >= 0 && m.s.Chunks[j].Kind != annotate.Semicolon; j-- {
		c := &m.s.Chunks[j]
		if c.Kind != annotate.NounPhrase {
			continue
		}
		if m.cueIn(m.rule.Anchor, c.First, c.Last) {
			return -1
		}
		if c.Case >= 0 && m.s.Phrase(m.s.Chunks[c.Case].First, m.s.Chunks[c.Case].Last) == prep && m.cueIn("states", c.First, c.Last) {
			return m.listHead(j)
		}
	}
	return -1
}

// bareOwner is the state of a possessive that leaves its noun to be understood, right before the anchor's preposition:
// "…, Nigeria's at $22 billion".
func (m *match) bareOwner(role *Role) (value, bool) {
	k := m.chunk - 1
	if c := m.s.Chunks[m.chunk].Case; c >= 0 {
		k = c - 1
	}
	if k < 0 || !m.s.Chunks[k].Owned || role.Is != "states" {
		return value{}, false
	}
	set := m.r.Set(m.s, k).Without(m.values[role.Not].set)
	return value{set: set, chunk: k}, len(set.States) == 1
}

// parallel holds where the state of a fact taken in the sentence is the subject of the verb, so that a state with a value
// and no verb is in its place: "A does half of its trade with B, C a third".
func (m *match) parallel() bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 {
		return false
	}
	set := m.r.Set(m.s, m.s.Chunks[v].Subject)
	return len(set.States) == 1 && slices.ContainsFunc(m.recent(), func(t telling) bool {
		return t.sentence == m.s.Index && !t.pair && t.states["country"] == set.States[0].Code
	})
}

// placedName holds for a name with its place behind it: "China second".
func (m *match) placedName(k int) bool {
	c := &m.s.Chunks[k]
	return c.First < c.Last && m.cueIn("ordinal", c.Last, c.Last) && m.s.Units[c.Last-1].Has(annotate.Country)
}

// flowHere is the state whose exports, imports or trade the sentence has named before the anchor.
func (m *match) flowHere(not resolve.Set) (resolve.Set, bool) { return m.flowOwnerIn(m.s.Index, not) }

// besideIt is the one state that the anchor's value stands right beside.
func (m *match) besideIt(role *Role) (value, bool) {
	i := m.partnerOfValue(m.chunk)
	if i < 0 || role.Is != "states" {
		return value{}, false
	}
	set := m.r.Alone(m.s, i)
	return value{set: set, chunk: i}, len(set.States) == 1
}

// givesFigure holds for a short line that states a share or a sum and heads nothing.
func givesFigure(s *annotate.Sentence) bool {
	return slices.ContainsFunc(s.Quantities, func(q quantity.Quantity) bool {
		return q.Unit == quantity.Percent || q.Unit == quantity.Money
	})
}

// titledHere is the title's one state where the paragraph has named it before the anchor.
func (m *match) titledHere(resolve.Set) (resolve.Set, bool) {
	title, ok := m.r.Titled()
	if !ok {
		return resolve.Set{}, false
	}
	for i := m.s.Index; i >= 0 && m.s.Index-i < openingReach; i-- {
		if _, _, paragraph := m.r.Doc.Bounds(i); paragraph != m.s.Paragraph {
			break
		}
		last := -1
		if i == m.s.Index {
			last = m.unit - 1
		}
		if m.r.Names(i, last, title.States[0].Code) {
			return title, true
		}
	}
	return resolve.Set{}, false
}

// ouster is by whom the subject of the phrase's verb has been replaced, as the sentence goes on to say: "was its largest partner but
// was displaced by A".
func (m *match) ouster(i int) []int {
	own := m.verb(i)
	if own < 0 || m.s.Chunks[own].Subject < 0 {
		return nil
	}
	for v := max(own, i) + 1; v < len(m.s.Chunks) && v <= i+headReach; v++ {
		c := &m.s.Chunks[v]
		if c.Kind == annotate.VerbGroup && c.Passive && c.Subject == m.s.Chunks[own].Subject && m.cueIn("overtakes", c.First, c.Last) {
			return m.agent(v)
		}
	}
	return nil
}
