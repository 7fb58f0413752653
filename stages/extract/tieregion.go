package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// withRegion holds for a flow whose other end is a region, a bloc or several states: 20 percent "of its exports to Africa" is no
// part of all that it exports.
func (m *match) withRegion(f *Flow, j int) bool {
	if j+2 >= len(m.s.Chunks) || m.s.Chunks[j+2].Kind != annotate.NounPhrase || m.s.Chunks[j+2].Case != j+1 {
		return false
	}
	end := &m.s.Chunks[j+2]
	prep := m.s.Phrase(m.s.Chunks[j+1].First, m.s.Chunks[j+1].Last)
	if !slices.Contains(f.Toward, prep) && !bounding[prep] {
		return false
	}
	head := &m.s.Units[end.Head]
	if head.Has(annotate.Group) || head.Has(annotate.Organization) || m.cueIn("organization", end.First, end.Last) {
		return true
	}
	return head.Tag == annotate.TagName && len(m.r.Set(m.s, j+2).States) != 1 || head.Cue("region_noun") != nil && head.Cue("own_state") == nil && head.Word != "world"
}

// bounding are the prepositions before the region within which a flow is measured: "of its exports in Africa".
var bounding = map[string]bool{"in": true, "within": true, "among": true}

// partOfGroup holds for the value that one state has of what a group was just said to have: "the bloc took 60 percent of exports,
// with A accounting for 20 percent" leaves open of which of the two it is a part.
func (m *match) partOfGroup() bool {
	v := m.verb(m.chunk)
	if v < 1 || v > m.chunk || m.s.Chunks[v].Finite || m.s.Chunks[v].Subject != v-1 {
		return false
	}
	p := m.s.Chunks[v-1].Case
	if p < 0 || p != v-2 || !m.word(p, accompanying) {
		return false
	}
	before := m.valueBefore()
	if before < 0 {
		return false
	}
	w := m.verb(chunkOf(m.s, before))
	if w < 0 || w >= v || m.s.Chunks[w].Subject < 0 {
		return false
	}
	i := m.s.Chunks[w].Subject
	head := &m.s.Units[m.s.Chunks[i].Head]
	return (head.Has(annotate.Group) || head.Has(annotate.Organization) || head.Tag == annotate.TagName || head.Cue("region_noun") != nil || head.Cue("bloc_noun") != nil) && len(m.r.Set(m.s, i).States) != 1
}

// regionSpoken holds where the text spoke last of the flow with a region or a bloc: the shares that it goes on with are of that.
func (m *match) regionSpoken(f *Flow) bool {
	for i := m.s.Index; i >= 0 && i >= m.s.Index-regionReach; i-- {
		s := m.r.Doc.Sentence(i)
		for k := len(s.Chunks) - 3; k >= 0; k-- {
			c := &s.Chunks[k]
			if c.Kind != annotate.NounPhrase || i == m.s.Index && k >= m.chunk || m.flowWord(s, c.Head) == nil {
				continue
			}
			end := &s.Chunks[k+2]
			if end.Kind != annotate.NounPhrase || end.Case != k+1 || !slices.Contains(f.Toward, s.Phrase(s.Chunks[k+1].First, s.Chunks[k+1].Last)) {
				continue
			}
			if c.Case > 0 && isAnchor(s, s.Chunks[c.Case-1].Last, "percent") {
				return false // 62 percent of its exports to the bloc: a part of all of them
			}
			head := &s.Units[end.Head]
			return head.Has(annotate.Group) || head.Has(annotate.Organization) || head.Tag == annotate.TagName && !head.Has(annotate.Country) || namesBody(s, end)
		}
	}
	return false
}

// regionReach is how many sentences back a bloc may be named of whose trade the text goes on to speak.
const regionReach = 3

// namesBody holds for the countries of a bloc: "AU countries".
func namesBody(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		if s.Units[u].Has(annotate.Organization) {
			return true
		}
	}
	return false
}
