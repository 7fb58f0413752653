package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// theme is the one state of whose ties the text goes on to speak where a sentence does not say it: that of the last fact taken in
// the paragraph, the first state that the paragraph speaks of, the one that a heading or the title is about.
// A state that another role has is none of them.
func (m *match) theme(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	not := m.values[role.Not].set
	if title, ok := m.r.Titled(); ok && title.Within(not) {
		return value{}, false
	}
	for k, about := range []func(resolve.Set) (resolve.Set, bool){m.lastOwner, m.flowHere, m.under, m.titledHere, m.opening, m.ownerBefore, m.soleOwner, m.headed, m.flowOwner, m.titled} {
		set, ok := about(not)
		if !ok || len(set.States) != 1 || set.States[0].Code == "*" {
			continue
		}
		if set = set.Without(not); !set.Empty() {
			set.Context = true
			return value{set: set, chunk: -1}, true
		}
		if k >= headings {
			break // a text on the partner: whose tie it is remains open
		}
	}
	return value{}, false
}

// headings is the place among the ways of finding the theme from which on a heading or the title tells it.
const headings = 8

// under is the state whose name alone is the heading right above the paragraph.
func (m *match) under(resolve.Set) (resolve.Set, bool) {
	for i := m.s.Index - 1; i >= 0 && m.s.Index-i <= openingReach; i-- {
		if t := m.r.Doc.Sentence(i); t.Paragraph != m.s.Paragraph {
			set := m.r.InUnits(t, 0, len(t.Units)-1)
			return set, t.Heading && !t.Row && len(t.Units) <= loneUnits && len(set.States) == 1
		}
	}
	return resolve.Set{}, false
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

// lastOwner is the state of the last fact that the table has taken in this paragraph, facts told of a pair apart.
func (m *match) lastOwner(resolve.Set) (resolve.Set, bool) {
	t, ok := m.lastTie()
	if !ok || t.paragraph != m.s.Paragraph {
		return resolve.Set{}, false
	}
	return resolve.Set{States: []resolve.State{{Code: t.states["country"]}}}, true
}

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

// ownerBefore is the state of the last fact that was taken in the paragraph above.
func (m *match) ownerBefore(resolve.Set) (resolve.Set, bool) {
	t, ok := m.lastTie()
	if !ok || m.s.Paragraph-t.paragraph > 1 {
		return resolve.Set{}, false
	}
	for i := t.sentence + 1; i < m.s.Index; i++ {
		if m.r.Doc.IsHeading(i) {
			return resolve.Set{}, false
		}
	}
	return resolve.Set{States: []resolve.State{{Code: t.states["country"]}}}, true
}

// opening is the first single state that the paragraph speaks of before the anchor as a subject, an owner, or alone.
func (m *match) opening(not resolve.Set) (resolve.Set, bool) {
	first := m.s.Index
	for first > 0 && m.s.Index-first < openingReach {
		if _, _, paragraph := m.r.Doc.Bounds(first - 1); paragraph != m.s.Paragraph {
			break
		}
		first--
	}
	for i := first; i < m.s.Index; i++ {
		for _, mention := range m.r.Focus(i) {
			if len(mention.Set.States) == 1 && !mention.Set.Within(not) && (mention.Role <= resolve.Owner || m.leads(i, mention)) {
				return mention.Set, true
			}
		}
	}
	return resolve.Set{}, false
}

// openingReach is how many sentences of a paragraph are looked through for its theme.
const openingReach = 8

// leads holds for a state that opens its sentence: "In Peru, …", "Chile.".
func (m *match) leads(i int, mention resolve.Mention) bool {
	s := m.r.Doc.Sentence(i)
	return mention.Chunk == 0 || mention.Chunk == 1 && s.Chunks[0].Kind == annotate.Preposition
}

// soleOwner is the state of all the facts that the table has taken from the text, where they are several and all of one state's ties.
func (m *match) soleOwner(not resolve.Set) (resolve.Set, bool) {
	code, n := "", 0
	for _, t := range m.memory.told[m.rule.Table.Name] {
		c := t.states["country"]
		if t.sentence == m.s.Index && t.unit >= m.unit || c == "" {
			continue
		}
		if t.pair || code != "" && c != code {
			return resolve.Set{}, false
		}
		code, n = c, n+1
	}
	set := resolve.Set{States: []resolve.State{{Code: code}}}
	return set, n > 1 && !set.Within(not)
}

func (m *match) headed(resolve.Set) (resolve.Set, bool) { return m.r.InHeading(m.s) }

func (m *match) titled(resolve.Set) (resolve.Set, bool) { return m.r.Titled() }

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

// thither is what "there" means in "went there", "come from there": the subject of a clause before it in the sentence, the partner
// of the last fact taken, else the last single state that the text named.
func (m *match) thither(i int) resolve.Set {
	own := m.verb(i)
	for v := i - 1; v >= 0; v-- {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup && v != own && c.Subject >= 0 && (own < 0 || m.s.Chunks[own].Subject != c.Subject) {
			if set := m.r.Set(m.s, c.Subject); len(set.States) == 1 {
				if far := m.reliance(v); len(far.States) == 1 {
					return far // A relies on B, with 80 percent of exports going there
				}
				return set
			}
		}
	}
	if t, ok := m.last(lastReach); ok && t.states["partner"] != "" && !t.pair {
		return resolve.Set{States: []resolve.State{{Code: t.states["partner"]}}, Context: true}
	}
	set, _ := m.r.Before(m.s, i, func(x resolve.Mention, back int) bool {
		return len(x.Set.States) == 1 && !x.Set.Has("*") && (back > 0 || own < 0 || x.Chunk != m.s.Chunks[own].Subject)
	})
	set.Context = true
	return set
}

// reliance is the state on which the subject of the verb depends.
func (m *match) reliance(v int) resolve.Set {
	if !m.predicates("relies", v) {
		return resolve.Set{}
	}
	for _, j := range m.after(v, "on") {
		return m.r.Set(m.s, j)
	}
	return resolve.Set{}
}
