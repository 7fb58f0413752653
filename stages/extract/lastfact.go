package extract

import (
	"slices"

	"ties.dev/ties/stages/resolve"
)

// recent are the facts taken within reach, the last one first.
func (m *match) recent() []telling {
	var out []telling
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0 && m.s.Index-list[i].sentence <= lastReach && len(out) < mostRecent; i-- {
		if list[i].sentence < m.s.Index || list[i].unit < m.unit {
			out = append(out, list[i])
		}
	}
	return out
}

// mostRecent is how many facts back a statement can go on from.
const mostRecent = 12

// lastTie is the last fact taken of which the text says whose tie it is, within reach.
func (m *match) lastTie() (telling, bool) {
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0 && m.s.Index-list[i].sentence <= lastReach; i-- {
		t := list[i]
		if before := t.sentence < m.s.Index || t.unit < m.unit; before && !t.pair && t.states["country"] != "" {
			return t, true
		}
	}
	return telling{}, false
}

// toldAs holds where one of the last facts taken has the word in one of its columns.
func (m *match) toldAs(word string) bool {
	for _, t := range m.recent() {
		for _, v := range t.states {
			if v == word {
				return true
			}
		}
	}
	return false
}

// common is the state that the last pairs have in common, whoever stands first in their rows; else the theme, where it is one
// of the two of the last fact taken.
func (m *match) common(role *Role) (value, bool) {
	told := m.recent()
	if len(told) == 0 || role.Is != "states" {
		return value{}, false
	}
	for _, code := range []string{told[0].states["country"], told[0].states["partner"]} {
		for _, t := range told[1:] {
			other := t.states["partner"]
			if t.states["country"] != code {
				other = t.states["country"]
			}
			if (t.states["country"] == code || t.states["partner"] == code) && other != told[0].states["country"] && other != told[0].states["partner"] {
				return value{set: resolve.Set{States: []resolve.State{{Code: code}}, Context: true}, chunk: -1}, true
			}
		}
	}
	if v, ok := m.theme(role); ok && (v.set.Has(told[0].states["country"]) || v.set.Has(told[0].states["partner"])) {
		return v, true
	}
	return value{}, false
}

// counterpart is the other state of the fact taken before in the sentence, where the one that the role must not be is one of its two.
func (m *match) counterpart(role *Role) (value, bool) {
	t, ok := m.last(0)
	not := m.values[role.Not].set
	if !ok || role.Is != "states" || len(not.States) != 1 {
		return value{}, false
	}
	two := []string{t.states["country"], t.states["partner"]}
	if !slices.Contains(two, not.States[0].Code) {
		return value{}, false
	}
	for _, code := range two {
		if code != "" && code != not.States[0].Code {
			return value{set: resolve.Set{States: []resolve.State{{Code: code}}, Context: true}, chunk: -1}, true
		}
	}
	return value{}, false
}

// ofLate is the state of the last fact taken in the paragraph, or the one that a sentence without a verb has put at its head.
func (m *match) ofLate(role *Role) (value, bool) {
	set, ok := m.lastOwner(resolve.Set{})
	for i := m.s.Index - 1; !ok && i >= 0 && i >= m.s.Index-2; i-- {
		s := m.r.Doc.Sentence(i)
		if s.Paragraph != m.s.Paragraph {
			break
		}
		if len(s.Units) <= loneUnits {
			for _, mention := range m.r.Focus(i) {
				set, ok = mention.Set, mention.Role == resolve.Subject && len(mention.Set.States) == 1
				break
			}
		}
	}
	set = set.Without(m.values[role.Not].set)
	set.Context = true
	return value{set: set, chunk: -1}, ok && len(set.States) == 1 && role.Is == "states"
}

// loneUnits is how long a sentence may be that only says of which state the next ones speak: "Iceland.", "• Peru.".
const loneUnits = 4
