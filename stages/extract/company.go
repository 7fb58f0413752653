package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// inCompany adds the states in whose company the clause of the anchor says it: "which together with A belongs to", "joined along with B",
// "is, like C, a member".
func (m *match) inCompany(set resolve.Set) resolve.Set {
	s := m.s
	for j := range s.Chunks {
		if j+1 >= len(s.Chunks) || s.Chunks[j+1].Kind != annotate.NounPhrase || m.nounBefore(&s.Chunks[j+1]) || !m.bringsAlong(j) || !m.inOneTelling(j) {
			continue
		}
		if with := m.r.Set(s, j+1); !with.Empty() && !with.People && !with.Loose && !with.Has("*") {
			set = set.Union(with)
		}
	}
	return set
}

// bringsAlong holds for words that name who else: a coordinator such as "together with", or "like" where no noun stands before it
// that it gives examples of.
func (m *match) bringsAlong(j int) bool {
	s := m.s
	c := &s.Chunks[j]
	word := s.Phrase(c.First, c.Last)
	if c.Kind == annotate.Coordinator {
		return adding[word]
	}
	if c.Kind != annotate.Preposition || !likening[word] {
		return adding[word]
	}
	return j == 0 || s.Chunks[j-1].Kind != annotate.NounPhrase && s.Chunks[j-1].Kind != annotate.Coordinator
}

// inOneTelling holds where nothing between the words at j and the anchor parts them: no other finite verb, no relative pronoun behind the anchor.
func (m *match) inOneTelling(j int) bool {
	own := m.verb(m.chunk)
	first, last := min(j, m.chunk), max(j, m.chunk)
	for k := first + 1; k < last; k++ {
		switch c := &m.s.Chunks[k]; c.Kind {
		case annotate.VerbGroup:
			if k != own && !c.Infinite {
				return false
			}
		case annotate.Relative:
			return false
		case annotate.Semicolon, annotate.Subordinator, annotate.Open, annotate.Close:
			return false
		}
	}
	return true
}
