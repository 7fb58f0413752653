package extract

import "ties.dev/ties/stages/annotate"

// verbBetween holds for a phrase behind the anchor with another verb between them, to which the phrase then belongs:
// "announced an initiative to be unveiled at the summit".
func (m *match) verbBetween(i int) bool {
	for j := m.chunk + 1; j < i; j++ {
		if m.s.Chunks[j].Kind == annotate.VerbGroup {
			return true
		}
	}
	return false
}
