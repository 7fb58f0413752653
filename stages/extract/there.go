package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// there is the event that the text is speaking of, for a verb of motion or place that does not name it: not where the verb
// leads elsewhere, or its date is another than that of the event.
func (m *match) there() (resolve.Occasion, bool) {
	o, ok := m.r.LastOccasion(m.s, m.chunk)
	if !ok || m.leadsElsewhere(&o) || m.otherTime(&o) {
		return o, false
	}
	return o, true
}

// hosting is the event that the text is speaking of where the subject of the verb is its host.
func (m *match) hosting() (resolve.Occasion, bool) {
	o, ok := m.there()
	v := m.verb(m.chunk)
	if !ok || v < 0 || o.Host == "" {
		return o, false
	}
	host := m.r.Set(m.s, m.s.Chunks[v].Subject)
	return o, host.Has(o.Host)
}

// leadsElsewhere holds where the verb has a destination, a place or a purpose that is not the event's.
func (m *match) leadsElsewhere(o *resolve.Occasion) bool {
	for _, prep := range []string{"to", "for", "into", "at", "in", "on"} {
		for _, i := range m.after(m.chunk, prep) {
			if !m.r.Venue(m.s, i, o) && !m.cueIn("venue", m.s.Chunks[i].First, m.s.Chunks[i].Last) {
				return true
			}
		}
	}
	return false
}

// otherTime holds where a date of the clause is not that of the event: another year, or a month or day that does not fit.
func (m *match) otherTime(o *resolve.Occasion) bool {
	if len(o.Years) != 1 {
		return false
	}
	for _, w := range m.r.Dates(m.s) {
		if m.s.Chunks[w.Chunk].Kind != annotate.When || m.s.Chunks[w.Chunk].Clause != m.s.Chunks[m.chunk].Clause {
			continue
		}
		if !m.r.During(w, o) {
			return true
		}
	}
	return false
}
