package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// earlierReach is how many phrases behind a value its earlier one may stand.
const earlierReach = 14

// million is the least that a number without a currency must be to stand for money.
const million = 1e6

// comparisons are the prepositions before an earlier value: "up from 9 percent in 2019".
var comparisons = []string{"from", "against", "compared with", "compared to", "versus", "vs", "than"}

// mostEarlier is how many earlier values are read behind one.
const mostEarlier = 4

// earlierAll are the matches with all dated earlier values in a row: "compared with 89 percent in 2011 and 83 percent in 2010".
func (m *match) earlierAll() []*match {
	var out []*match
	from := m
	for len(out) < mostEarlier {
		e, chunk, ok := from.earlier(len(out) > 0)
		if !ok {
			break
		}
		next := *e
		next.chunk = chunk
		from = &next
		out = append(out, e)
	}
	return out
}

// earlier is the match with the value that the text gives for an earlier year behind that of the anchor: "up from 9 percent
// in 2019", "compared with $3 billion the year before". ok is false where it gives none, or no year for it.
// further is set where another earlier value stands before it, to which "and" may join it. chunk is the place of the value.
func (m *match) earlier(further bool) (e *match, chunk int, ok bool) {
	name := m.numberRole()
	if name == "" {
		return nil, 0, false
	}
	for k := m.chunk + 1; k < len(m.s.Chunks) && k <= m.chunk+earlierReach; k++ {
		c := &m.s.Chunks[k]
		if c.Kind == annotate.VerbGroup && c.Finite && c.Subject != m.chunk || c.Kind == annotate.Semicolon {
			return nil, 0, false
		}
		if c.Kind != annotate.NounPhrase {
			continue
		}
		q := m.sameUnit(k, m.values[name].number.Unit)
		if q == nil {
			continue
		}
		w, dated := m.dateBehind(k)
		if !dated || !m.comparesAt(k) && !(further && m.s.Chunks[k-1].Kind == annotate.Coordinator) {
			return nil, 0, false
		}
		return m.withNumber(name, q, w), k, true
	}
	return nil, 0, false
}

// comparesAt holds for a value that follows a word of comparison.
func (m *match) comparesAt(k int) bool {
	c := m.s.Chunks[k].Case
	return c >= 0 && slices.Contains(comparisons, m.s.Phrase(m.s.Chunks[c].First, m.s.Chunks[c].Last))
}

// numberRole is the role that a number fills.
func (m *match) numberRole() string {
	for _, role := range m.rule.Roles {
		if m.values[role.Name].number != nil {
			return role.Name
		}
	}
	return ""
}

// sameUnit is the number of that unit in the phrase, or nil.
func (m *match) sameUnit(k int, unit quantity.Unit) *quantity.Quantity {
	for u := m.s.Chunks[k].First; u <= m.s.Chunks[k].Last; u++ {
		if q := m.s.Units[u].Quantity; q >= 0 && m.s.Quantities[q].Unit == unit {
			return &m.s.Quantities[q]
		} else if q >= 0 && unit == quantity.Money && m.s.Quantities[q].Unit == quantity.None && m.s.Quantities[q].Value >= million {
			bare := m.s.Quantities[q] // the currency is that of the value before
			bare.Unit, bare.Currency = unit, "USD"
			return &bare
		}
	}
	return nil
}

// dateBehind is the date right behind the phrase at chunk k: of "in the same period of 2016" the year.
func (m *match) dateBehind(k int) (date resolve.When, ok bool) {
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk >= k && w.Chunk <= k+2 && !ok || ok && w.Chunk == date.Chunk+2 && m.s.Units[m.s.Chunks[w.Chunk-1].First].Word == "of" {
			date, ok = w, true
		}
	}
	return date, ok
}

func (m *match) withNumber(name string, q *quantity.Quantity, w resolve.When) *match {
	e := *m
	e.values = make(map[string]value, len(m.values))
	for k, v := range m.values {
		e.values[k] = v
	}
	e.values[name] = value{number: q, when: &w}
	return &e
}
