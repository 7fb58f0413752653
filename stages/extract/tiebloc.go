package extract

import "ties.dev/ties/stages/annotate"

// blocsShare holds for a percentage of what a bloc sells or buys, or of what is traded with one, and for those that a list adds to it:
// "40 percent of total EU imports, ahead of A (29 percent)", "30 percent of its exports to Africa".
func (m *match) blocsShare() bool {
	if m.rule.Anchor != "percent" {
		return false
	}
	for k := m.chunk; k >= 0; k-- {
		c := &m.s.Chunks[k]
		if c.Kind == annotate.Semicolon || c.Kind == annotate.Colon {
			return false
		}
		if c.Kind != annotate.NounPhrase || !m.cueIn("percent", c.First, c.Last) {
			continue
		}
		if j := m.measuredBy(k); j >= 0 {
			return m.blocs(j)
		}
		if k == m.chunk && m.host(k) < 0 && (k == 0 || m.s.Chunks[k-1].Kind != annotate.NounPhrase) {
			return false
		}
	}
	return false
}

// measuredBy is the phrase of a flow of which the value at k is a part: "of exports", right behind it; or -1.
func (m *match) measuredBy(k int) int {
	j := k + 2
	if j >= len(m.s.Chunks) || m.s.Chunks[j].Case != k+1 {
		return -1
	}
	if m.s.Chunks[j].Owned && j+1 < len(m.s.Chunks) {
		j++
	}
	if m.s.Units[m.s.Chunks[k+1].First].Word != "of" || m.flowWord(m.s, m.s.Chunks[j].Head) == nil {
		return -1
	}
	return j
}

// blocs holds for a flow that a bloc or a region owns, or that goes to one or comes from one.
func (m *match) blocs(j int) bool {
	if c := &m.s.Chunks[j]; m.namesBloc(c.First, c.Head-1) || c.Gen >= 0 && m.namesBloc(m.s.Chunks[c.Gen].First, m.s.Chunks[c.Gen].Head) {
		return true
	}
	k := j + 2
	return k < len(m.s.Chunks) && m.s.Chunks[k].Case == j+1 && m.s.Units[m.s.Chunks[j+1].First].Cue("toward") != nil && m.elsewhereBound(k)
}

// elsewhereBound holds for the end of a flow that is no state: a bloc, a continent, a part of the world.
func (m *match) elsewhereBound(k int) bool {
	c := &m.s.Chunks[k]
	return m.namesBloc(c.First, c.Head) || m.s.Units[c.Head].Tag == annotate.TagName && len(m.r.Set(m.s, k).States) == 0
}

// namesBloc holds where the units name an organisation, a group of states or a part of the world, and no state.
func (m *match) namesBloc(first, last int) bool {
	bloc := false
	for u := first; u <= last; u++ {
		x := &m.s.Units[u]
		if x.Has(annotate.Country) {
			return false
		}
		bloc = bloc || x.Has(annotate.Organization) || x.Has(annotate.Group) || x.Cue("region_word") != nil && x.Tag == annotate.TagName || x.Cue("region_noun") != nil && x.Cue("state_noun") == nil
	}
	return bloc
}
