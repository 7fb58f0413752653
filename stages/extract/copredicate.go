package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// coPredicate holds for a phrase that a coordinator joins to what the linking verb at v says of its subject: "is a member of A and a
// candidate for B", "became a full member in 2019 and, a year later, an observer". No verb may stand between, and none behind it
// for which it could be the subject.
func (m *match) coPredicate(v, i int) bool {
	s := m.s
	c := &s.Chunks[i]
	if c.Kind != annotate.NounPhrase || i <= s.Chunks[v].Object || c.Case >= 0 && s.Chunks[c.Case].Kind != annotate.Excepting || c.Appos >= 0 || c.List >= 0 && c.List != i || s.Units[c.First].Tag != annotate.TagDet || definiteArticle[s.Units[c.First].Word] {
		return false
	}
	joined := false
	for j := i - 1; j > v; j-- {
		switch k := &s.Chunks[j]; k.Kind {
		case annotate.Coordinator, annotate.Excepting:
			joined = true
		case annotate.Comma, annotate.When, annotate.Adverb, annotate.Preposition, annotate.Open, annotate.Close:
		case annotate.NounPhrase:
			if !joined && k.Case != j-1 {
				return false // no coordinator stands before it and its date
			}
		default:
			return false
		}
	}
	end := listEnd(s, i)
	return joined && (end >= len(s.Chunks) || s.Chunks[end].Kind != annotate.VerbGroup)
}

// withFurther adds the organisations that a coordinator joins to those of the phrase at i with its preposition said again:
// "a member of A and of B", "of A and, since 2009, of B".
func (m *match) withFurther(i int, codes []string) []string {
	s := m.s
	prep := s.Chunks[i].Case
	if prep < 0 {
		return codes
	}
	word, joined := s.Units[s.Chunks[prep].First].Word, false
	for j := listEnd(s, m.listHead(i)); j+1 < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Coordinator:
			joined = true
		case annotate.Comma, annotate.When, annotate.Adverb:
		case annotate.Preposition:
			if s.Chunks[j+1].Kind == annotate.When {
				continue
			}
			if more, ok := m.organizations(j+1, ""); ok && joined && s.Units[c.First].Word == word {
				return append(slices.Clone(codes), more.codes...)
			}
			return codes
		default:
			return codes
		}
	}
	return codes
}
