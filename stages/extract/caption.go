package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// inCaption looks in the lines above the table or list in which the anchor stands.
func (m *match) inCaption(class string) bool {
	return slices.ContainsFunc(m.captions(), func(t *annotate.Sentence) bool { return sentenceHas(t, class) })
}

// inColumn does the same, but where a cell of the table's header has a word of the class, only the values below that cell are meant.
func (m *match) inColumn(class string) bool {
	for _, t := range m.captions() {
		if sentenceHas(t, class) {
			column := m.s.Column(m.unit)
			return t.Column(len(t.Units)) == 0 || column == 0 || columnHas(t, column, class)
		}
	}
	return false
}

func (m *match) captions() []*annotate.Sentence {
	return slices.DeleteFunc(m.r.Captions(m.s), func(t *annotate.Sentence) bool {
		return t.Paragraph == m.s.Paragraph || !overRows(m.r.Doc.Text, t)
	})
}

// overRows holds for a line that can stand over a table or list: a heading, or one that ends in a colon.
func overRows(text string, t *annotate.Sentence) bool {
	return t.Heading || t.Row || strings.HasSuffix(text[t.Start:t.End], ":") || !saysSomething(t)
}

func saysSomething(t *annotate.Sentence) bool {
	return slices.ContainsFunc(t.Chunks, func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
}

func columnHas(header *annotate.Sentence, column int, class string) bool {
	for u := range header.Units {
		if cueAt(header, u, class) && header.Column(u) == column {
			return true
		}
	}
	return false
}
