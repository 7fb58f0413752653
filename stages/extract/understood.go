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
