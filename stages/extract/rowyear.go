package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/token"
)

type yearValue struct {
	year int
	span bool
	none bool
}

// years are the years of which the fact is told: those of the event, or the date around the anchor.
func (m *match) years() []yearValue {
	if m.rule.Table.Index("year") < 0 || m.datedUnknown() && !m.datedBehind() && (m.occasion() == nil || !m.ofThisYear()) {
		return []yearValue{{none: true}}
	}
	for _, role := range m.rule.Roles {
		if v, ok := m.values[role.Name]; ok && v.occasion != nil {
			if len(v.occasion.Years) == 0 {
				return []yearValue{{none: true}}
			}
			if y := m.openingYear(); y != 0 {
				return []yearValue{{year: y}}
			}
			var out []yearValue
			if several := m.editionsBehind(v); len(several) > 0 {
				return several
			}
			for _, y := range v.occasion.Years {
				out = append(out, yearValue{year: y, span: v.occasion.Span})
			}
			return out
		}
	}
	for _, role := range m.rule.Roles {
		if w := m.values[role.Name].when; w != nil && role.Is != "day" {
			return []yearValue{{year: w.From.Year}}
		}
	}
	if joined := m.joinedYears(); len(joined) > 1 {
		return joined
	}
	if m.rule.Table.Outdates != nil {
		return []yearValue{m.nearYear()}
	}
	if y, ok := m.stated(); ok {
		return []yearValue{y}
	}
	return []yearValue{{none: true}}
}

// openingYear is the year with which an entry of a list opens: "2020: Jair Bolsonaro"; 0 for none.
func (m *match) openingYear() int {
	if m.rule.Anchor != "entry" {
		return 0
	}
	all := m.r.Dates(m.s)
	if len(all) == 0 {
		return 0
	}
	w, chunks := all[0], m.s.Chunks
	if w.Kind != dates.Year || w.Chunk > 1 || w.Chunk+1 >= len(chunks) || w.Chunk == 1 && chunks[0].Kind != annotate.Other && chunks[0].Kind != annotate.Semicolon {
		return 0
	}
	switch chunks[w.Chunk+1].Kind {
	case annotate.Colon, annotate.Dash, annotate.Semicolon, annotate.Comma:
		return w.From.Year
	}
	return 0
}

// ofThisYear holds for an event of "this year", which the text itself may date elsewhere.
func (m *match) ofThisYear() bool {
	return slices.ContainsFunc(m.s.Tokens, func(t token.Token) bool { return t.Lower == "this" })
}

// editionsBehind are the years behind the anchor, where it tells of several editions of an event that the text named before:
// "he was there in 2015 and 2020".
func (m *match) editionsBehind(v value) []yearValue {
	if v.chunk >= 0 || m.s.Chunks[m.chunk].Kind != annotate.VerbGroup {
		return nil
	}
	years := m.r.YearsBehind(m.s, m.chunk)
	if len(years) < 2 && m.rule.Repeats == "" {
		return nil
	}
	var out []yearValue
	for _, y := range years {
		out = append(out, yearValue{year: y})
	}
	return out
}
