package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// understood is the organisation that the anchor leaves to be understood: "Moldova was granted observer status in 2018", "Georgia quit
// in August 2009". It is the one that the text speaks of, where nothing beside the anchor makes it a member of something else.
func (m *match) understood() (value, bool) {
	c := &m.s.Chunks[m.chunk]
	if c.Kind == annotate.VerbGroup && !m.bareVerb(c) || c.Kind == annotate.NounPhrase && !m.bareNoun(c) {
		return value{}, false
	}
	code, ok := m.r.LastOrganization(m.s, m.chunk)
	if main, known := m.r.MainOrganization(); c.Owner == "its" && m.s.Units[m.unit].Cue("own_noun") == nil {
		code, ok = main, known // its members: of what the text is about
	}
	return value{codes: []string{code}, chunk: -1}, ok
}

// bareVerb holds for a verb without an object or a place, with a date behind it.
func (m *match) bareVerb(c *annotate.Chunk) bool {
	object := c.Object
	if object > m.chunk && m.s.Chunks[object-1].Kind == annotate.Colon {
		object = -1 // three more have joined: A, B and C
	}
	if m.objectRelative(m.chunk) >= 0 || object >= 0 && !m.bareMembership(object) && !m.longLater(object) {
		return false
	}
	if object >= 0 {
		return true
	}
	for j := m.pastCompany(m.chunk + 1); j < len(m.s.Chunks) && j <= m.chunk+8; j++ {
		switch k := &m.s.Chunks[j]; k.Kind {
		case annotate.When:
			return true
		case annotate.Adverb:
		case annotate.Preposition:
			if m.word(j, completing) && m.s.Chunks[j-1].Kind == annotate.NounPhrase && m.s.Units[m.s.Chunks[j].First].Word == "of" {
				continue // within a week of one another
			}
			if j == m.chunk+1 && m.s.Units[m.s.Chunks[j].First].Word == "in" && j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Kind == annotate.NounPhrase {
				return m.inWave(j + 1) // joined in the criticism
			}
			if m.word(j, completing) {
				return m.s.Units[m.s.Chunks[j].First].Word == "for" && m.bareMembership(j+1)
			}
		case annotate.NounPhrase:
			if m.s.Chunks[j].Case != j-1 || j-1 == m.chunk {
				return false
			}
		default:
			return (m.endsClause(j) || m.closedByVerb(j) || c.Infinite && k.Kind == annotate.VerbGroup && k.Lemma == "be") && (m.cueIn("entering", m.s.Chunks[m.chunk].Head, m.s.Chunks[m.chunk].Head) || c.Infinite && m.cueIn("exiting", m.s.Chunks[m.chunk].Head, m.s.Chunks[m.chunk].Head) || m.datedBefore())
		}
	}
	return false
}

// inWave holds for the phrase at i, or what it owns, that means a round of entries: "joined in the bloc's first enlargement".
func (m *match) inWave(i int) bool {
	if m.s.Chunks[i].Owned && i+1 < len(m.s.Chunks) {
		i++
	}
	return m.s.Units[m.s.Chunks[i].Head].Cue("entry_wave") != nil
}

// longLater holds for a length of time that says how much later something was, and is no object: "joined some years after gaining
// independence".
func (m *match) longLater(i int) bool {
	c := &m.s.Chunks[i]
	if i+1 >= len(m.s.Chunks) || !m.cueIn("length_of_time", c.First, c.Last) {
		return false
	}
	next := &m.s.Chunks[i+1]
	w := m.s.Units[next.First].Word
	return w == "after" || w == "before" || w == "later" || w == "earlier"
}

// closedByVerb holds where the verb of the main clause at chunk j ends the anchor's relative clause: "countries that joined later include".
func (m *match) closedByVerb(j int) bool {
	v := &m.s.Chunks[j]
	return v.Kind == annotate.VerbGroup && v.Finite && v.Subject >= 0 && v.Subject == m.s.Chunks[m.chunk].Subject && v.Subject+1 < m.chunk && m.s.Chunks[v.Subject+1].Kind == annotate.Relative
}

// pastCompany steps over who else did it: "left along with it", "joined together with them".
func (m *match) pastCompany(j int) int {
	if j+1 < len(m.s.Chunks) && m.s.Chunks[j].Kind == annotate.Coordinator && adding[m.s.Phrase(m.s.Chunks[j].First, m.s.Chunks[j].Last)] {
		return listEnd(m.s, j+1)
	}
	return j
}

// complemented holds for a verb with an object or a phrase that says what of, from, for or to.
func (m *match) complemented() bool {
	if m.s.Chunks[m.chunk].Object >= 0 {
		return true
	}
	for _, prep := range []string{"of", "from", "for", "to", "with"} {
		if len(m.after(m.chunk, prep)) > 0 {
			return true
		}
	}
	return false
}

// bareMembership holds for "membership" or "participation" with nothing said of what in: "froze its participation".
func (m *match) bareMembership(i int) bool {
	if i >= len(m.s.Chunks) || m.s.Chunks[i].Kind != annotate.NounPhrase {
		return false
	}
	c := &m.s.Chunks[i]
	if m.s.Units[c.Head].Cue("participation") == nil || len(m.r.OrganizationsIn(m.s, c.First, c.Last)) > 0 {
		return false
	}
	return !(i+2 < len(m.s.Chunks) && m.s.Chunks[i+1].Kind == annotate.Preposition && m.s.Chunks[i+2].Kind == annotate.NounPhrase && m.word(i+1, complements))
}

func (m *match) endsClause(j int) bool {
	switch m.s.Chunks[j].Kind {
	case annotate.Comma, annotate.Coordinator, annotate.Other, annotate.Semicolon, annotate.Subordinator, annotate.Colon:
		return true
	}
	return false
}

// gap is the phrase that a relative pronoun makes the object of the verb at v: "the EU, which it joined in 1973"; or -1.
func (m *match) gap(v int) int {
	s := m.s
	p := m.objectRelative(v)
	if p < 0 {
		return -1
	}
	for p--; p >= 0 && s.Chunks[p].Kind != annotate.NounPhrase; p-- {
		if k := s.Chunks[p].Kind; k != annotate.Comma && k != annotate.Close {
			return -1
		}
	}
	return p
}

// informed holds for the object of a verb of telling, behind which "that" opens what is told: "assured the Assembly that".
func (m *match) informed(i int) bool {
	for v := i - 1; v >= 0 && v >= i-3; v-- {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup {
			return c.Object == i && m.cueIn("inform", c.First, c.Last)
		}
	}
	return false
}

// objectRelative is the relative pronoun that is the object of the verb at v, since the verb has a subject behind it and no object; or -1.
func (m *match) objectRelative(v int) int {
	s := m.s
	for p := v - 1; p >= 0 && s.Chunks[p].Clause == s.Chunks[v].Clause; p-- {
		that := s.Chunks[p].Kind == annotate.Subordinator && s.Units[s.Chunks[p].First].Word == "that" && p > 0 && s.Chunks[p-1].Kind == annotate.NounPhrase && !m.informed(p-1)
		if s.Chunks[p].Kind == annotate.Relative || that {
			if s.Chunks[v].Subject < p || s.Chunks[v].Object >= 0 {
				return -1
			}
			return p
		}
	}
	return -1
}

// bareNoun holds for a noun with no complement of its own and no word before it but determiners, numbers, names of states
// and those of the class plain_member ("a full member", "the newest member").
func (m *match) bareNoun(c *annotate.Chunk) bool {
	next := m.chunk + 1
	if next+1 < len(m.s.Chunks) && m.s.Chunks[next].Kind == annotate.Coordinator && m.s.Chunks[next+1].Kind == annotate.NounPhrase {
		return false // a member and depositary of the treaty
	}
	if next+1 < len(m.s.Chunks) && m.s.Chunks[next].Kind == annotate.Preposition && !exemplifying[m.s.Phrase(m.s.Chunks[next].First, m.s.Chunks[next].Last)] && !m.bareMembership(next+1) && !m.lasting(next) && !m.atOccasion(next) && !adding[m.s.Units[m.s.Chunks[next].First].Word] && (m.word(next, completing) || m.s.Chunks[next+1].Kind != annotate.When) {
		return false
	}
	if c.Owner != "" && c.Owner != "its" && m.s.Units[m.unit].Cue("own_noun") == nil {
		return false // its members, its partners: whose they are is another question
	}
	if g := c.Gen; g >= 0 && len(m.r.Set(m.s, g).States) == 0 {
		return false
	}
	for u := c.First; u < m.unit; u++ {
		unit := &m.s.Units[u]
		plain := slices.Contains([]annotate.Tag{annotate.TagDet, annotate.TagPredet, annotate.TagNum, annotate.TagPoss, annotate.TagAdv}, unit.Tag)
		if !plain && !unit.Has(annotate.Country) && unit.Cue("plain_member") == nil && unit.Cue("latest") == nil {
			return false
		}
	}
	return true
}

// exemplifying are the prepositions behind which a noun's examples stand, which say nothing of what it is of.
var exemplifying = map[string]bool{"including": true, "such as": true, "among them": true, "like": true}

// atOccasion holds for a preposition that tells at what meeting or in what city: "a full member at the Baku summit", "a partner in Tianjin".
func (m *match) atOccasion(p int) bool {
	if w := m.s.Units[m.s.Chunks[p].First].Word; w != "at" && w != "in" || p+1 >= len(m.s.Chunks) {
		return false
	}
	head := &m.s.Units[m.s.Chunks[p+1].Head]
	return head.Has(annotate.Place) || head.Has(annotate.Event) || head.Cue("summit_noun") != nil && m.s.Chunks[p+1].Det != "a"
}

// lasting holds for a preposition that tells for how long: "observers for decades", "for much longer than that".
func (m *match) lasting(p int) bool {
	if m.s.Units[m.s.Chunks[p].First].Word != "for" || p+1 >= len(m.s.Chunks) {
		return false
	}
	c := &m.s.Chunks[p+1]
	return c.Kind == annotate.When || m.cueIn("length_of_time", c.First, c.Last)
}

// wider is the phrase that the one at i belongs to as its attribute: "a military alliance" of "in Eurasia" behind it, or "a trading bloc"
// of "Russia" in "a trading bloc dominated by Russia"; -1 where it belongs to none.
func (m *match) wider(i int) int {
	p := m.s.Chunks[i].Case
	if p <= 0 {
		return -1
	}
	switch b := &m.s.Chunks[p-1]; b.Kind {
	case annotate.NounPhrase:
		return m.listHead(p - 1)
	case annotate.VerbGroup:
		if b.Reduced {
			return b.Subject
		}
	}
	return -1
}

// lately holds for an anchor with a past date close behind it: "Montenegro's accession to NATO in June 2017".
func (m *match) lately() bool {
	for _, w := range m.r.Dates(m.s) {
		if w.Chunk >= m.chunk && (w.Chunk <= m.chunk+4 || w.Chunk <= m.chunk+12 && !m.verbBetween(w.Chunk)) && w.From.Year > 0 && (m.r.Anchor.Year == 0 || w.From.Year <= m.r.Anchor.Year) {
			return true
		}
	}
	return false
}

// inDoing holds for a verb whose object is joined in an act: "joined the EU in condemning the vote".
func (m *match) inDoing() bool {
	s := m.s
	for j := m.chunk + 1; j+1 < len(s.Chunks) && j <= m.chunk+8; j++ {
		switch s.Chunks[j].Kind {
		case annotate.Preposition:
			if s.Units[s.Chunks[j].First].Word == "in" && s.Chunks[j+1].Kind == annotate.VerbGroup && s.Chunks[j+1].Gerund {
				return true
			}
		case annotate.VerbGroup, annotate.Semicolon:
			return false
		}
	}
	return false
}

// datedBefore holds where a date in front of the anchor in its clause dates it: "in 2023 it walked out again".
func (m *match) datedBefore() bool {
	for j := m.chunk - 1; j >= 0; j-- {
		switch m.s.Chunks[j].Kind {
		case annotate.When:
			return m.opensClause(j)
		case annotate.VerbGroup, annotate.Semicolon, annotate.Relative, annotate.Subordinator:
			return false
		}
	}
	return false
}

// opensClause holds for a date with nothing before it and its preposition but adverbs and a mark, a coordinator or the frame of a cleft.
func (m *match) opensClause(j int) bool {
	if j > 0 && m.s.Chunks[j-1].Kind == annotate.Preposition {
		j--
	}
	for j > 0 && m.s.Chunks[j-1].Kind == annotate.Adverb { // only in 2004 did it join
		j--
	}
	if j == 0 {
		return true
	}
	switch m.s.Chunks[j-1].Kind {
	case annotate.Comma, annotate.Semicolon, annotate.Coordinator, annotate.Dash, annotate.Other:
		return true
	}
	return false
}

// known holds for a state that belongs to the organisation by the gazetteer. It tells "Turkey's membership of NATO" from a membership
// that is only spoken of, and states nothing by itself.
func (m *match) known() bool {
	country, org := m.values["country"], m.values["organization"]
	for _, code := range org.codes {
		for _, x := range country.set.States {
			if !m.r.Belongs(x.Code, code) {
				return false
			}
		}
	}
	return true
}
