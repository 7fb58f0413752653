package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// someOf holds for a count of states that are not named.
func (m *match) someOf(i int) bool {
	if i+2 >= len(m.s.Chunks) || m.s.Units[m.s.Chunks[i+1].First].Word != "of" {
		return false
	}
	j := i + 2
	if m.s.Chunks[j].Owned && j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Gen == j {
		j++ // of the region's economies
	}
	x := m.s.Units[m.s.Chunks[j].Head].Cue("state_noun")
	return x != nil && x.Plural
}

// isHost holds for a state from which something comes, or in which migrants live and work.
func (m *match) isHost(i int) bool {
	if i < 0 {
		return false
	}
	p := m.s.Chunks[m.listHead(i)].Case
	if p < 0 {
		return false
	}
	if m.s.Units[m.s.Chunks[p].First].Word == "from" {
		return true
	}
	if p == 0 || m.s.Units[m.s.Chunks[p].First].Word != "in" {
		return false
	}
	c := &m.s.Chunks[p-1]
	return m.cueIn("migrant", c.First, c.Last) || m.cueIn("working", c.First, c.Last) || c.Kind == annotate.NounPhrase && isNational(m.s, c)
}

// isNational holds for a phrase that means the people of a state.
func isNational(s *annotate.Sentence, c *annotate.Chunk) bool {
	x := s.Units[c.Head].Meaning(annotate.Country)
	return x != nil && (x.Form == annotate.Demonym || x.Form == annotate.Demonyms)
}

// ownedByOther holds where the phrase behind the value's "of" belongs to something that is not resolved: "of the region's GDP",
// "of their countries' GDP", "of world GDP". "The country's" leaves it to the text.
func (m *match) ownedByOther() bool {
	of := m.after(m.chunk, "of")
	if len(of) == 0 {
		return false
	}
	c := &m.s.Chunks[of[0]]
	if c.Gen < 0 {
		return c.Owner == "their" || m.cueIn("partial", c.First, c.Last)
	}
	owner := &m.s.Chunks[c.Gen]
	if m.s.Units[owner.Head].Cue("time_noun") != nil || m.s.Units[owner.Head].Date >= 0 {
		return false // of that year's GDP
	}
	noun := m.s.Units[owner.Head].Cue("state_noun")
	return noun == nil || noun.Plural || m.cueIn("partial", owner.First, owner.Last)
}

// elsewhere holds where the clause speaks of a place that is no state known here: "in Zacatecas", "for sub-Saharan Africa",
// "in low-income countries". What is said of it is not said of the state that the text is about.
func (m *match) elsewhere() bool {
	if m.unnamedSubject() || m.whereUnnamed() {
		return true
	}
	for i := range m.s.Chunks {
		if c := &m.s.Chunks[i]; c.Kind == annotate.NounPhrase && (c.Clause == m.s.Chunks[m.chunk].Clause || c.Case == 0 && !m.colonBetween(i)) && (m.fronts(i) || m.attached(i)) && m.isOtherPlace(i) {
			return true
		}
	}
	return false
}

// whereUnnamed holds in a clause with "where" that tells of states that are not named: "there are nations where they equal half of GDP".
func (m *match) whereUnnamed() bool {
	for p := m.chunk; p > 0; p-- {
		if c := &m.s.Chunks[p]; c.Kind == annotate.Relative {
			before := &m.s.Chunks[p-1]
			x := m.s.Units[before.Head].Cue("state_noun")
			set := m.r.Set(m.s, p-1)
			return m.s.Units[c.First].Word == "where" && before.Kind == annotate.NounPhrase && x != nil && x.Plural && set.Empty() && before.Case < 0
		}
	}
	return false
}

// colonBetween holds where a colon or semicolon parts the phrase at i from the anchor: what opens the sentence does not reach over it.
func (m *match) colonBetween(i int) bool {
	for j := i + 1; j < m.chunk; j++ {
		if k := m.s.Chunks[j].Kind; k == annotate.Colon || k == annotate.Semicolon {
			return true
		}
	}
	return false
}

// ofUnknown holds for a phrase behind which "of" names something that is no state: "the state of Guanajuato".
func (m *match) ofUnknown(i int) bool {
	s := m.s
	if i+2 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Preposition || s.Units[s.Chunks[i+1].First].Word != "of" {
		return false
	}
	head := &s.Units[s.Chunks[i+2].Head]
	return head.Tag == annotate.TagName && head.Meanings == nil
}

// unnamedSubject holds where the subject is a count of states, or some of them, that are not named: "six get", "many countries get".
func (m *match) unnamedSubject() bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == m.chunk {
		return false
	}
	i := m.s.Chunks[v].Subject
	head := &m.s.Units[m.s.Chunks[i].Head]
	if q := head.Quantity; q >= 0 && m.s.Quantities[q].Unit == quantity.None {
		return true
	}
	if head.Tag == annotate.TagName && head.Meanings == nil && m.s.Units[m.s.Chunks[v].Head].Cue("said") == nil && i+1 == v {
		return true // Kerala gets
	}
	noun := head.Cue("state_noun")
	set := m.r.Set(m.s, i)
	return noun != nil && noun.Plural && set.Empty()
}

// fronts holds for a phrase whose preposition opens the clause or hangs on what the value measures.
func (m *match) fronts(i int) bool {
	p := m.s.Chunks[i].Case
	return i < m.chunk && (p == 0 || p > 0 && (opensClause(m.s.Chunks[p-1].Kind) || (p-1 == m.measure || m.subjectIs(p-1)) && !m.inRanking(p-1)))
}

// subjectIs holds for the subject of the anchor's verb, unless it is people, who may live anywhere.
func (m *match) subjectIs(i int) bool {
	v := m.verb(m.chunk)
	if c := &m.s.Chunks[i]; m.s.Units[c.Head].Cue("migrant") != nil || isNational(m.s, c) {
		return false
	}
	return v >= 0 && m.s.Chunks[v].Subject == i && m.s.Chunks[v].Finite
}

// inRanking holds for a phrase with a rank, whose place is the field of the ranking: "the second most dependent in the world".
func (m *match) inRanking(i int) bool {
	c := &m.s.Chunks[i]
	return m.cueIn("superlative", c.First, c.Last) || m.cueIn("ordinal", c.First, c.Last) || m.cueIn("most", c.First, c.Last)
}

// attached holds for a phrase behind the anchor that only phrases with prepositions part from it.
func (m *match) attached(i int) bool {
	if i <= m.chunk {
		return false
	}
	for j := m.chunk + 1; j <= i; j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.Preposition, annotate.When:
		case annotate.NounPhrase:
			if c.Case < 0 && c.Gen < 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isOtherPlace holds for a phrase with "in", "for" and the like that means a place and no state, or parts of one.
func (m *match) isOtherPlace(i int) bool {
	c := &m.s.Chunks[i]
	if c.Case < 0 || m.s.Units[m.s.Chunks[c.Case].First].Cue("placing") == nil || m.cueIn(m.rule.Anchor, c.First, c.Last) {
		return false
	}
	if c.Negative {
		return true // in none of these
	}
	if m.cueIn("each", c.First, c.First) || m.locates(i) {
		return false // of those that were named: in each country
	}
	if c.Owned || c.Appos >= 0 || c.Gen >= 0 && m.inRanking(i) {
		return false // in the bank's reckoning; in Jordan, another economy of the region
	}
	head := &m.s.Units[c.Head]
	noun := head.Cue("state_noun")
	set := m.r.Set(m.s, i)
	switch {
	case head.Quantity >= 0:
		return m.someOf(i) // for 19 of the receiving countries
	case head.Has(annotate.Group):
		return true
	case noun != nil && m.ofUnknown(i):
		return true // in the Indian state of Kerala
	case noun != nil && noun.Plural && len(set.States) == 1:
		return true // in some Mexican states
	case head.Tag == annotate.TagName && head.Meanings == nil, noun != nil, head.Cue("region_noun") != nil:
		return set.Empty() || set.Loose
	}
	return false
}
