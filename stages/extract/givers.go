package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// giverReach is how many sentences back a text may have said from whom the money comes.
const giverReach = 8

// givers are the states of which the sentence, or those before it, say that the money comes from them: "receipts from Kazakhstan rose", "the main
// sources were Spain (14 percent) and Italy". What they have is a share of the flow.
func (m *match) givers() (set resolve.Set) {
	if entry(m.s, m.r.Doc) {
		return set // what an entry of a list tells is what stands over the list
	}
	for i := m.s.Index; i >= 0 && i >= m.s.Index-giverReach; i-- {
		t := m.r.Doc.Sentence(i)
		sources := sentenceHas(t, "source_noun")
		flows := sentenceHas(t, "remittance") || sentenceHas(t, "inflow")
		if !sources && !flows {
			continue
		}
		for j := range t.Chunks {
			c := &t.Chunks[j]
			if c.Kind != annotate.NounPhrase || !m.isGiver(t, j, sources) {
				continue
			}
			if found := m.r.Member(t, j); len(found.States) == 1 && !found.Context && !found.People {
				set = set.Union(found)
			}
		}
	}
	return set
}

// isGiver holds for a state behind the "from" of money, or named where a sentence speaks of sources; not for those to which they give.
func (m *match) isGiver(t *annotate.Sentence, j int, sources bool) bool {
	p := t.Chunks[j].Case
	if p < 0 {
		return sources && !t.Chunks[j].Owned
	}
	if t.Units[t.Chunks[p].Last].Word != "from" {
		return false
	}
	if p == 0 {
		return true
	}
	before := &t.Chunks[p-1]
	return before.Kind != annotate.NounPhrase || t.Units[before.Head].Cue("migrant") == nil && !isNational(t, before)
}

// outward holds for a state that remits itself: what it sends away is no income. Its people send home.
func (m *match) outward(u int) bool {
	i := chunkOf(m.s, u)
	if m.s.Units[u].Tag != annotate.TagVerb || i < 0 || m.s.Chunks[i].Kind != annotate.VerbGroup || m.s.Chunks[i].Passive || m.s.Chunks[i].Subject < 0 {
		return false
	}
	set := m.r.Member(m.s, m.s.Chunks[i].Subject)
	if len(set.States) == 0 || set.People || set.Context {
		return false
	}
	for j := i; j < len(m.s.Chunks) && j <= i+2; j++ {
		for k := m.s.Chunks[j].First; k <= m.s.Chunks[j].Last; k++ {
			if w := m.s.Units[k].Word; w == "home" || w == "back" {
				return false
			}
		}
	}
	return true
}
