package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// take reads a value of the role's kind from the phrase at chunk i.
func (m *match) take(role *Role, i int, mode string) (value, bool) {
	switch role.Is {
	case "states":
		return m.states(role, i, mode)
	case "organization":
		return m.organizations(i, mode)
	case "event":
		for _, o := range m.r.Occasions(m.s) {
			if o.Chunk == i || m.s.Chunks[o.Chunk].List == i {
				return value{occasion: &o}, true
			}
		}
		if c := &m.s.Chunks[i]; c.First == c.Last && m.s.Units[c.Head].Word == "it" {
			o, ok := m.r.EarlierOccasion(m.s, m.chunk)
			return value{occasion: &o}, ok
		}
	case "percent", "money", "dollars":
		return m.quantity(role, i)
	case "number":
		q := m.s.Units[m.unit].Quantity
		return value{number: &m.s.Quantities[q]}, q >= 0
	case "rank":
		return m.rank(i)
	case "word":
	case "name":
		return m.name(i)
	}
	return value{}, false
}

func (m *match) quantity(role *Role, i int) (value, bool) {
	want := quantity.Percent
	if role.Is != "percent" {
		want = quantity.Money
	}
	for u := m.s.Chunks[i].First; u <= m.s.Chunks[i].Last; u++ {
		if q := m.s.Units[u].Quantity; q >= 0 && m.s.Quantities[q].Unit == want {
			if again := saidAgain(m.s, u, m.rule.Anchor); again >= 0 && isAnchor(m.s, u, m.rule.Anchor) && (role.Is != "dollars" || m.s.Quantities[q].Currency != "USD" || m.otherDollars(u, again)) {
				q = m.s.Units[again].Quantity
			}
			number := &m.s.Quantities[q]
			return value{number: number}, role.Is != "dollars" || number.Currency == "USD" && number.Value >= leastTrade
		}
	}
	return value{}, false
}

// leastTrade is the least sum of dollars that is taken for a year's trade: below it the scale was lost, "reaching $1.5".
const leastTrade = 1000

// name is the words of the phrase between its determiner and its head, as a name in the text's own letters.
func (m *match) name(i int) (value, bool) {
	c := &m.s.Chunks[i]
	first, last := -1, -1
	for u := c.First; u <= c.Last; u++ {
		if t := m.s.Units[u].Tag; t == annotate.TagName && !m.s.Units[u].Has(annotate.Country) {
			if first < 0 {
				first = u
			}
			last = u
		}
	}
	if first < 0 {
		return value{}, false
	}
	name := m.s.Surface(m.r.Doc.Text, m.s.Units[first].First, m.s.Units[last].Last)
	return value{codes: []string{name}}, true
}
