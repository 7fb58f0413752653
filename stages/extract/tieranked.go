package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// ofTrade is the one of two states that is not the owner, where their trade is the subject: "trade between A and B made up 15 percent of
// B's exports".
func (m *match) ofTrade(t *tie) resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == t.noun || m.s.Units[m.s.Chunks[m.s.Chunks[v].Subject].Head].Cue("flow_noun") == nil {
		return resolve.Set{}
	}
	for _, j := range m.after(m.s.Chunks[v].Subject, "between") {
		both := m.bothOr(m.r.Set(m.s, j))
		if len(both.States) != 2 {
			break
		}
		if t.owner.Empty() {
			role := &Role{Is: "states", Name: "country"}
			if theme, ok := m.theme(role); ok && theme.set.Within(both) {
				t.owner = theme.set
			}
		}
		if len(t.owner.States) == 1 && t.owner.Within(both) {
			return both.Without(t.owner)
		}
	}
	return resolve.Set{}
}

// rankedBefore is the partner whose place in the same flow the sentence has told right before: "is its second market, worth $1 billion or
// 9 percent of exports".
func (m *match) rankedBefore(t *tie) resolve.Set {
	told, ok := m.last(0)
	if !ok || m.rule.Anchor != "percent" || told.pair || told.states["measure"] != "rank" || told.states["flow"] != t.flow.Name || told.states["partner"] == "" {
		return resolve.Set{}
	}
	if !t.owner.Empty() && !t.owner.Has(told.states["country"]) {
		return resolve.Set{}
	}
	between := m.r.InUnits(m.s, told.unit+1, m.unit).Without(resolve.Set{States: []resolve.State{{Code: told.states["country"]}}})
	if !between.Empty() {
		return resolve.Set{}
	}
	t.owner = resolve.Set{States: []resolve.State{{Code: told.states["country"]}}, Context: true}
	return resolve.Set{States: []resolve.State{{Code: told.states["partner"]}}, Context: true}
}

// ranker is the subject of a verb that gives a place, with which the value stands: "A follows with 19 percent of exports", "B came third
// with trade of $2 billion".
func (m *match) ranker() resolve.Set {
	v := m.mainVerb(m.chunk)
	for k := v - 1; v >= 0 && !m.s.Chunks[v].Finite && k >= 0 && m.s.Chunks[k].Clause == m.s.Chunks[v].Clause; k-- {
		if m.s.Chunks[k].Kind == annotate.VerbGroup {
			v = k // came third with turnover exceeding
		}
	}
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Passive || !m.ranks(v) || m.valueBefore() > m.s.Chunks[v].Last || !m.besidePartner() && m.verb(m.chunk) == v {
		return resolve.Set{}
	}
	return m.r.Set(m.s, m.s.Chunks[v].Subject)
}

// takenUpBy is the partner of the fact told right before, which "this" or "that" takes up: "A is its largest partner. This made up 17 percent
// of its trade".
func (m *match) takenUpBy(t *tie) resolve.Set {
	v := m.verb(m.chunk)
	if m.rule.Anchor != "percent" || v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || t.noun < 0 {
		return resolve.Set{}
	}
	i := m.s.Chunks[v].Subject
	told, ok := m.last(1)
	if w := m.s.Units[m.s.Chunks[i].Head].Word; !anaphor(m.s, i) || w != "this" && w != "that" && w != "which" || !ok || told.pair || told.paragraph < m.s.Paragraph-1 {
		return resolve.Set{}
	}
	if told.states["flow"] != t.flow.Name || told.states["partner"] == "" || !t.owner.Empty() && !t.owner.Has(told.states["country"]) {
		return resolve.Set{}
	}
	t.owner = resolve.Set{States: []resolve.State{{Code: told.states["country"]}}, Context: true}
	return resolve.Set{States: []resolve.State{{Code: told.states["partner"]}}, Context: true}
}
