package extract

import "ties.dev/ties/stages/annotate"

// narrowed holds for a phrase that speaks of one kind of thing only: "gas exports", "exports of grain", "the market for pork".
// Names of states, numbers, determiners and the words of the cue class `plain` ("total", "foreign") narrow nothing.
func (m *match) narrowed(i int) bool {
	c := &m.s.Chunks[i]
	if c.Kind != annotate.NounPhrase {
		return false
	}
	head := c.Head
	if head > c.First && m.s.Units[head].Cue("behind_noun") != nil {
		head-- // its largest partner overall
	}
	for u := c.First; u < head; u++ {
		if m.narrows(u) {
			return true
		}
	}
	j := i + 2
	if j >= len(m.s.Chunks) || m.s.Chunks[i+1].Kind != annotate.Preposition || m.s.Chunks[j].Kind != annotate.NounPhrase {
		return false
	}
	switch m.s.Phrase(m.s.Chunks[i+1].First, m.s.Chunks[i+1].Last) {
	case "of", "for":
		return m.s.Units[m.s.Chunks[j].Head].Cue("time_noun") == nil && m.kindOfThing(j) // but for seven consecutive years
	case "in": // trade in services, and not in recent years or in the region
		c := &m.s.Chunks[j]
		return c.Det == "" && m.s.Units[c.Head].Cue("time_noun") == nil && m.s.Units[c.Head].Cue("region_noun") == nil && m.kindOfThing(j)
	}
	return false
}

func (m *match) narrows(u int) bool {
	unit := &m.s.Units[u]
	switch unit.Tag {
	case annotate.TagNoun, annotate.TagName, annotate.TagAdj, annotate.TagVerb:
	default:
		return false
	}
	return unit.Meaning(annotate.Country) == nil && unit.Meaning(annotate.Group) == nil && unit.Cue("plain") == nil && unit.Cue("superlative") == nil && unit.Cue("weighty") == nil
}

// kindOfThing holds for a phrase behind "of" or "for" that is no state, no value and no plain word for all goods.
func (m *match) kindOfThing(j int) bool {
	c := &m.s.Chunks[j]
	if c.Owned { // Bhutan's electricity
		return j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Gen == j && m.kindOfThing(j+1)
	}
	head := &m.s.Units[c.Head]
	if head.Cue("plain") != nil || head.Cue("state_noun") != nil || head.Cue("flow_noun") != nil {
		return m.narrowed(j)
	}
	if head.Quantity >= 0 || head.Date >= 0 || head.Tag == annotate.TagPron {
		return false
	}
	set := m.r.Set(m.s, j)
	return set.Empty()
}
