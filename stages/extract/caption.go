package extract

import "ties.dev/ties/stages/annotate"

// inCaption looks in the lines above the table or list in which the anchor stands. Where a cell of the table's header has a word of
// the class, only the values below that cell are meant.
func (m *match) inCaption(class string) bool {
	for _, t := range m.r.Captions(m.s) {
		if !sentenceHas(t, class) {
			continue
		}
		column := m.s.Column(m.unit)
		return t.Column(len(t.Units)) == 0 || column == 0 || columnHas(t, column, class)
	}
	return false
}

func columnHas(header *annotate.Sentence, column int, class string) bool {
	for u := range header.Units {
		if cueAt(header, u, class) && header.Column(u) == column {
			return true
		}
	}
	return false
}
