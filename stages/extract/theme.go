package extract

import (
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

// lastOwner is the state of the last fact that the table has taken in this paragraph, facts told of a pair apart.
func (m *match) lastOwner(resolve.Set) (resolve.Set, bool) {
	t, ok := m.lastTie()
	if !ok || t.paragraph != m.s.Paragraph {
		return resolve.Set{}, false
	}
	return resolve.Set{States: []resolve.State{{Code: t.states["country"]}}}, true
}

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
