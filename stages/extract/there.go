package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/resolve"
)

// there is the event that the text is speaking of, for a verb of motion or place that does not name it: not where the verb
// leads elsewhere, or its date is another than that of the event.
func (m *match) there() (resolve.Occasion, bool) {
	o, ok := m.r.RecentOccasion(m.s, m.chunk)
	if !ok || len(o.Years) == 0 && !m.r.About(&o) || m.r.Speech() || m.otherEvent() || m.leadsElsewhere(&o) || m.otherTime(&o) {
		return o, false
	}
	return o, true
}

// meanwhile is the event that the text is speaking of, for a visit to its host that is said to last over its days.
func (m *match) meanwhile() (resolve.Occasion, bool) {
	o, ok := m.r.RecentOccasion(m.s, m.chunk)
	if !ok {
		return o, false
	}
	first, last, known := m.r.Days(&o)
	goes := slices.ContainsFunc(append(m.after(m.chunk, "to"), m.s.Chunks[m.chunk].Object), func(i int) bool {
		return i >= 0 && m.r.Venue(m.s, i, &o)
	})
	return o, known && goes && slices.ContainsFunc(m.r.Dates(m.s), func(w resolve.When) bool {
		return w.From.Day != 0 && w.To.Day != 0 && w.From != w.To && !w.From.After(first) && !w.To.Before(last)
	})
}

// hosting is the event that the text is speaking of where the subject of the verb is its host.
func (m *match) hosting() (resolve.Occasion, bool) {
	o, ok := m.r.RecentOccasion(m.s, m.chunk)
	v := m.verb(m.chunk)
	if !ok || v < 0 || o.Host == "" {
		return o, false
	}
	host := m.r.Set(m.s, m.s.Chunks[v].Subject)
	return o, host.Has(o.Host)
}

// joining is the event that the text is speaking of where the object of the verb is its host, whom someone joins there.
func (m *match) joining() (resolve.Occasion, bool) {
	o, ok := m.there()
	v := m.verb(m.chunk)
	if !ok || v < 0 || o.Host == "" || m.s.Chunks[v].Object < 0 {
		return o, false
	}
	if m.joinsThem(m.s.Chunks[v].Object, &o) {
		return o, true
	}
	host := m.r.Set(m.s, m.s.Chunks[v].Object)
	return o, host.People && host.Has(o.Host)
}

// joinsThem holds for "them" where the sentence before, of the same paragraph, speaks of the event: "NATO leaders met. Zelensky joined them."
func (m *match) joinsThem(i int, o *resolve.Occasion) bool {
	if c := &m.s.Chunks[i]; c.First != c.Last || m.s.Units[c.Head].Word != "them" || m.s.Index == 0 {
		return false
	}
	before := m.r.Doc.Sentence(m.s.Index - 1)
	return before.Paragraph == m.s.Paragraph && slices.ContainsFunc(m.r.Occasions(before), func(b resolve.Occasion) bool { return b.Event == o.Event })
}

// numbered are the states of a group behind "from" where the subject is as many: "five were from Central Asia".
func (m *match) numbered(role *Role) (value, bool) {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 || role.Is != "states" {
		return value{}, false
	}
	n := m.r.Number(m.s, m.s.Chunks[v].Subject)
	for _, prep := range []string{"from", "of", "among"} {
		for _, i := range m.after(v, prep) {
			if set := m.r.Set(m.s, i); n > 1 && set.Whole && len(set.States) == n {
				return value{set: set, chunk: i}, true
			}
		}
	}
	return value{}, false
}

// otherEvent holds where the clause speaks of a meeting or ceremony that is none of the events known: "a gathering of mayors".
func (m *match) otherEvent() bool {
	known := map[int]bool{}
	for _, o := range m.r.Occasions(m.s) {
		known[o.Chunk] = true
	}
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.Clause != m.s.Chunks[m.chunk].Clause || known[i] || !m.ofItsOwn(i) {
			continue
		}
		if i >= 2 && (m.s.Chunks[i-1].Kind == annotate.Comma || m.s.Chunks[i-1].Kind == annotate.Dash) && len(known) > 0 {
			continue // the parade, an event that …
		}
		if m.officeOf(i) {
			continue // the chairman of the council
		}
		head := &m.s.Units[c.Head]
		if head.Cue("event_part") != nil && !m.namedOf(i) {
			continue // a wider session
		}
		if head.Cue("summit_noun") != nil || head.Cue("event_noun") != nil {
			return true
		}
	}
	return false
}

// officeOf holds for what an office is of: "the chairman of the People's Council", "the speaker of the assembly".
func (m *match) officeOf(i int) bool {
	c := &m.s.Chunks[i]
	return c.Case > 0 && m.s.Units[m.s.Chunks[c.Case].First].Word == "of" && m.s.Units[m.s.Chunks[c.Case-1].Head].Has(annotate.Office)
}

// namedOf holds where an of-phrase says of what the phrase at i is: a session of parliament.
func (m *match) namedOf(i int) bool {
	return i+1 < len(m.s.Chunks) && m.s.Chunks[i+1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[i+1].First].Word == "of"
}

// ofItsOwn holds for a phrase that brings in something new: "a gathering", "the International Conference on Afghanistan".
func (m *match) ofItsOwn(i int) bool {
	c := &m.s.Chunks[i]
	if c.Det == "a" || c.Det == "an" || c.Det == "another" {
		return true
	}
	for u := c.First; u < c.Head; u++ {
		if t := m.s.Units[u].Tag; t == annotate.TagName {
			return true
		}
	}
	return m.s.Units[c.Head].Tag == annotate.TagName
}

// leadsElsewhere holds where the verb has a destination, a place or a purpose that is not the event's.
func (m *match) leadsElsewhere(o *resolve.Occasion) bool {
	for _, prep := range []string{"to", "for", "into", "at", "in", "on"} {
		for _, i := range m.after(m.chunk, prep) {
			if i > m.chunk && !m.purpose(i, prep) && !m.verbBetween(i) && !m.dated(i) && !m.ofCircumstance(i) && !bareManner(m.s, i) && !m.r.Venue(m.s, i, o) &&
				!m.cueIn("venue", m.s.Chunks[i].First, m.s.Chunks[i].Last) {
				return true
			}
		}
	}
	return false
}

// purpose holds for whom someone is there for, and for what brings someone: "on a working visit".
func (m *match) purpose(i int, prep string) bool {
	c := &m.s.Chunks[i]
	return prep == "for" && m.cueIn("states", c.First, c.Last) || prep == "on" && m.cueIn("trip", c.First, c.Last)
}

// ofCircumstance holds for a phrase that hangs, over others, on one which tells no place: "after a fall at home", "after talks on the
// closure of bases in the south".
func (m *match) ofCircumstance(i int) bool {
	for n := 0; n < 6; n++ {
		b := m.s.Chunks[i].Case - 1
		if b < 0 || m.s.Chunks[b].Kind != annotate.NounPhrase || m.s.Chunks[b].Case < 0 {
			return false
		}
		prep := &m.s.Chunks[m.s.Chunks[b].Case]
		if !leading[m.s.Phrase(prep.First, prep.Last)] {
			return true
		}
		i = b
	}
	return false
}

// bareManner holds for "in", "on" or "at" with a common noun that has no article, number or owner and names nothing: "in person",
// "at short notice", "in defiance of Brussels" say how and not where.
func bareManner(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	if c.Case < 0 || c.Det != "" || plural(s, c.Head) || c.Gen >= 0 || c.Owner != "" || s.Units[c.Head].Tag != annotate.TagNoun {
		return false
	}
	for u := c.First; u <= c.Last; u++ {
		if t := s.Units[u].Tag; t != annotate.TagNoun && t != annotate.TagAdj || s.Units[u].Cue("summit_noun") != nil || s.Units[u].Cue("event_noun") != nil {
			return false
		}
	}
	switch s.Units[s.Chunks[c.Case].Last].Word {
	case "in", "at", "on":
		return true
	}
	return false
}

// leading are the prepositions that say where a verb of motion leads.
var leading = set("to for into at in on with of")

// dated holds for a phrase that says when.
func (m *match) dated(i int) bool {
	for u := m.s.Chunks[i].First; u <= m.s.Chunks[i].Last; u++ {
		if m.s.Units[u].Date >= 0 {
			return true
		}
	}
	return false
}

// carriesOver holds for a date of the clause before that "and" or "but" joins to the anchor's: "two years ago X was ill and Y did not come".
func (m *match) carriesOver(i int) bool {
	s := m.s
	return i < m.chunk && slices.ContainsFunc(s.Chunks[i:m.chunk], func(c annotate.Chunk) bool {
		return c.Kind == annotate.Coordinator && c.Clause == s.Chunks[m.chunk].Clause
	}) &&
		s.Chunks[m.chunk].Clause == s.Chunks[i].Clause+1
}

// datesItself holds where the clause of the anchor has a date of its own.
func (m *match) datesItself() bool {
	return slices.ContainsFunc(m.r.Dates(m.s), func(w resolve.When) bool {
		return m.s.Chunks[w.Chunk].Clause == m.s.Chunks[m.chunk].Clause
	})
}

// otherTime holds where a date of the clause is not that of the event: another year, or a month or day that does not fit.
func (m *match) otherTime(o *resolve.Occasion) bool {
	if slices.ContainsFunc(m.s.Chunks[m.chunk:], func(c annotate.Chunk) bool { return c.Clause == m.s.Chunks[m.chunk].Clause && m.later(&c) }) {
		return true
	}
	if len(o.Years) != 1 {
		return false
	}
	for _, w := range m.r.Dates(m.s) {
		if w.Leans || m.s.Chunks[w.Chunk].Kind != annotate.When || m.s.Chunks[w.Chunk].Clause != m.s.Chunks[m.chunk].Clause && (!m.carriesOver(w.Chunk) || m.datesItself()) {
			continue
		}
		if m.ofAside(w.Chunk) || m.ofSaying(w.Chunk) {
			continue
		}
		weekday := w.Kind == dates.Weekday // the last one or the next
		if !weekday && !m.r.During(w, o) || m.r.Past(w, o) && (!weekday || m.r.Over(o)) {
			return true
		}
	}
	return false
}

// ofAside holds for a date that an aside on the subject gives, with more than a date in it: "X, re-elected last month, came".
func (m *match) ofAside(date int) bool {
	v := m.verb(m.chunk)
	if v < 0 || date > v || m.s.Chunks[v].Subject < 0 || date < m.s.Chunks[v].Subject {
		return false
	}
	first, last := date, date
	for first > 0 && m.s.Chunks[first].Kind != annotate.Comma {
		first--
	}
	for last < v && m.s.Chunks[last].Kind != annotate.Comma {
		last++
	}
	return last < v && first > m.s.Chunks[v].Subject && last-first > 2 && !(last-first == 3 && m.s.Chunks[first+1].Kind == annotate.Preposition)
}

// ofSaying holds for a date between a verb of saying and the subject of what is said: "said in April he would not come".
func (m *match) ofSaying(date int) bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < date || m.s.Chunks[v].Subject > v {
		return false
	}
	for p := date - 1; p >= 0 && m.s.Chunks[p].Clause == m.s.Chunks[date].Clause; p-- {
		if c := &m.s.Chunks[p]; c.Kind == annotate.VerbGroup {
			return m.cueIn("said", c.First, c.Last)
		}
	}
	return false
}
