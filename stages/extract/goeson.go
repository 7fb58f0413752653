package extract

import (
	"ties.dev/ties/stages/resolve"
)

// goesOnWith is the state of which the paragraph has told such a tie just before, or which a short sentence has named for the ones
// after it, where the sentence itself names none but the other side: "B supplies 40 percent of A's imports. C is its second supplier".
func (m *match) goesOnWith(role *Role, i int) resolve.Set {
	not := m.values[role.Not].set
	if role.Name != "country" || not.Empty() {
		return resolve.Set{}
	}
	for u := range m.s.Units[:m.s.Chunks[i].First] {
		if set := m.r.InUnits(m.s, u, u); !set.Empty() && !set.Within(not) {
			return resolve.Set{}
		}
	}
	v, _ := m.ofLate(role)
	return v.set
}

// toldOwner is the state of the fact told before in the sentence, where the phrase's pronoun goes on with it: "A is its largest
// source of imports while B is its biggest market".
func (m *match) toldOwner(role *Role, i int) resolve.Set {
	if !m.ownedAgain(i) || m.rule.measures() && m.namesSince(i) {
		return resolve.Set{}
	}
	if set := m.resumed(role); !set.Empty() {
		return set
	}
	return m.goesOnWith(role, i)
}

// namesSince holds where the sentence names a state between the value before and chunk i: "its" goes on with that one.
func (m *match) namesSince(i int) bool {
	from := m.behindValue(m.valueBefore()) + 1
	set := m.r.InUnits(m.s, from, m.s.Chunks[i].First-1)
	return !set.Empty()
}

// resumed is the state of the fact told before in the sentence, where the role asks whose tie it is.
func (m *match) resumed(role *Role) resolve.Set {
	t, ok := m.last(0)
	if !ok || t.pair || t.states[role.Name] == "" || role.Name != "country" {
		return resolve.Set{}
	}
	set := resolve.Set{States: []resolve.State{{Code: t.states[role.Name]}}, Context: true}
	return set.Without(m.values[role.Not].set)
}

// ownedAgain holds for a phrase whose owner is taken up from before: "its exports", "the country's exports".
func (m *match) ownedAgain(i int) bool {
	c := &m.s.Chunks[i]
	if c.Owner == "its" || c.Owner == "their" {
		return true
	}
	return c.Gen >= 0 && m.s.Chunks[c.Gen].Det == "the" && m.s.Units[m.s.Chunks[c.Gen].Head].Cue("own_state") != nil
}
