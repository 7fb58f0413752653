package extract

import "ties.dev/ties/stages/annotate"

// described is the name that the aside at chunk i is about, of places, times and adverbs alone: "X, also in attendance, said",
// "X, in Moscow for the parade, held talks"; or -1.
func (m *match) described(i int) int {
	s := m.s
	if !m.asideEnds(i) {
		return -1
	}
	for j := i; j > 0; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Comma:
			if s.Chunks[j-1].Kind != annotate.NounPhrase || s.Chunks[j-1].Case >= 0 {
				return -1
			}
			return m.listHead(j - 1)
		case annotate.Adverb, annotate.When:
		case annotate.Preposition:
			if !stays[s.Phrase(c.First, c.Last)] {
				return -1
			}
		case annotate.NounPhrase:
			if c.Case != j-1 && j != i {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// stays are the prepositions of where somebody is and what for; with others he is on his way there or back.
var stays = map[string]bool{"in": true, "at": true, "on": true, "for": true, "as": true}

// asideEnds holds where a comma closes the aside right behind chunk i, or behind a phrase with one of those prepositions.
func (m *match) asideEnds(i int) bool {
	s := m.s
	for j := i + 1; j < len(s.Chunks) && j <= i+5; j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Comma:
			return j+1 < len(s.Chunks) && (s.Chunks[j+1].Kind == annotate.VerbGroup || s.Chunks[j+1].Kind == annotate.Adverb)
		case annotate.Preposition:
			if !stays[s.Phrase(c.First, c.Last)] {
				return false
			}
		case annotate.NounPhrase, annotate.When, annotate.Adverb:
		default:
			return false
		}
	}
	return false
}
