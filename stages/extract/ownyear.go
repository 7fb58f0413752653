package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// dated is a phrase behind the anchor with the date right behind it.
type dated struct{ chunk, year int }

// distributedYear is the year of the organisation or state of the combination, where those behind the anchor have dates of their own:
// "joined NATO in 2004, the EU two months later and the OECD in 2010", "admitted Chile and Israel in 2010 and Latvia in 2016". One without
// shares that of the next; behind the last date there is none. ok is false where no date is a single one's.
func (m *match) distributedYear(c combo) (y yearValue, ok bool) {
	if y := m.respectiveYear(c); y != 0 {
		return yearValue{year: y}, true
	}
	hosts := m.hostsOf(c)
	if len(hosts) == 0 {
		return y, false
	}
	at := slices.IndexFunc(hosts, func(h dated) bool { return m.namesIts(h.chunk, c) })
	first := slices.IndexFunc(hosts, func(h dated) bool { return h.year != 0 })
	if at < 0 || first < 0 || first == len(hosts)-1 {
		return y, false // one date behind them all
	}
	for _, h := range hosts[at:] {
		if h.year != 0 {
			return yearValue{year: h.year}, true
		}
	}
	return yearValue{none: true}, true
}

// respectiveYear is the year at the place of the state or the organisation, where as many years are listed: "Croatia and Bulgaria joined
// in 2013 and 2007 respectively". 0 where none is.
func (m *match) respectiveYear(c combo) int {
	years := m.listedYears()
	if len(years) < 2 {
		return 0
	}
	for name, code := range c.codes {
		if all := m.values[name].codes; len(all) == len(years) {
			return years[slices.Index(all, code)]
		}
	}
	for name, x := range c.states {
		all := m.values[name].set.States
		if i := slices.IndexFunc(all, func(y resolve.State) bool { return y.Code == x.Code }); i >= 0 && len(all) == len(years) && !m.values[name].set.Whole {
			return years[i]
		}
	}
	return 0
}

// listedYears are the years of the first list of years behind the anchor.
func (m *match) listedYears() (years []int) {
	last := -1
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk < m.chunk || w.Kind != dates.Year || w.From != w.To {
			continue
		}
		if last >= 0 && !m.onlyCommas(last, w.Chunk) {
			break
		}
		years, last = append(years, w.From.Year), w.Chunk
	}
	return years
}

// onlyCommas holds where nothing but commas and "and" stands between two chunks.
func (m *match) onlyCommas(from, to int) bool {
	return !slices.ContainsFunc(m.s.Chunks[from+1:to], func(c annotate.Chunk) bool {
		return c.Kind != annotate.Comma && c.Kind != annotate.Coordinator
	})
}

// hostsOf are the phrases behind the anchor that name one organisation of the match each, or one state where it has one organisation.
func (m *match) hostsOf(c combo) []dated {
	var out []dated
	for j := m.chunk + 1; j < len(m.s.Chunks); j++ {
		switch chunk := &m.s.Chunks[j]; chunk.Kind {
		case annotate.Semicolon, annotate.Relative, annotate.Subordinator:
			return out
		case annotate.VerbGroup:
			if chunk.Finite {
				return out
			}
		case annotate.NounPhrase:
			if m.hosts(j, c) {
				out = append(out, dated{j, m.yearRightBehind(j)})
			}
		}
	}
	return out
}

// hosts holds for a phrase that names one of several organisations, or of several states, which the match takes.
func (m *match) hosts(j int, c combo) bool {
	for name := range c.codes {
		if v := m.values[name]; len(v.codes) > 1 {
			named := m.r.OrganizationsIn(m.s, m.s.Chunks[j].First, m.s.Chunks[j].Last)
			return len(named) == 1 && slices.Contains(v.codes, named[0])
		}
	}
	for name := range c.states {
		if v := m.values[name]; len(v.set.States) > 1 && v.chunk > m.chunk {
			set := m.r.Alone(m.s, j)
			return len(set.States) == 1 && v.set.Has(set.States[0].Code)
		}
	}
	return false
}

// namesIts holds for the phrase that names the organisation or the state of the combination.
func (m *match) namesIts(j int, c combo) bool {
	for name, code := range c.codes {
		if len(m.values[name].codes) > 1 {
			return slices.Contains(m.r.OrganizationsIn(m.s, m.s.Chunks[j].First, m.s.Chunks[j].Last), code)
		}
	}
	set := m.r.Alone(m.s, j)
	for name, x := range c.states {
		if len(m.values[name].set.States) > 1 && set.Has(x.Code) {
			return true
		}
	}
	return false
}

// yearRightBehind is the year of the date that follows the phrase with at most a preposition between, 0 for none.
func (m *match) yearRightBehind(j int) int {
	for _, w := range m.r.Dates(m.s) {
		gap := w.Chunk - j
		if gap == 1 || gap == 2 && m.s.Chunks[j+1].Kind == annotate.Preposition {
			return lastOf(w)
		}
	}
	return 0
}
