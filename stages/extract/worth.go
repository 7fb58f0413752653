package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
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
	if !ok || role.Is != "states" || m.toldSeveral(t) {
		return value{}, false
	}
	return m.otherOf(t, m.values[role.Not].set)
}

// toldSeveral holds where the sentence of the fact told of another pair of states as well: neither is the other one then.
func (m *match) toldSeveral(t telling) bool {
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0 && list[i].sentence == t.sentence; i-- {
		if x := list[i].states; !samePair(x, t.states) {
			return true
		}
	}
	return false
}

// samePair holds for two facts on the same two states.
func samePair(a, b map[string]string) bool {
	return a["country"] == b["country"] && a["partner"] == b["partner"] || a["country"] == b["partner"] && a["partner"] == b["country"]
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
