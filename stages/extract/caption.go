package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// inCaption looks for "class" or "class/weak", of which the weaker means the class in a text that is about it, in the lines above the table or list in which the anchor stands, and in what a colon parts from the list in its own line.
func (m *match) inCaption(classes string) bool {
	class, weak, _ := strings.Cut(classes, "/")
	if weak != "" && m.about(class, weak) && slices.ContainsFunc(m.captions(), func(t *annotate.Sentence) bool { return sentenceHas(t, weak) }) {
		return true
	}
	return m.inOwnCaption(class) || slices.ContainsFunc(m.captions(), func(t *annotate.Sentence) bool { return sentenceHas(t, class) })
}

// inColumn does the same, but where a cell of the table's header has a word of the class, only the values below that cell are meant.
func (m *match) inColumn(class string) bool {
	if m.inOwnCaption(class) {
		return true
	}
	for _, t := range m.captions() {
		if sentenceHas(t, class) {
			column := m.s.Column(m.unit)
			if columnHas(t, 0, "dollar_mark") && !columnHas(t, 0, class) {
				return columnHas(t, column-1, class) // the header leaves out the cell over the names
			}
			return t.Column(len(t.Units)) == 0 || column == 0 || columnHas(t, column, class)
		}
	}
	return false
}

// inOwnCaption looks before a colon that stands before any state, "Remittances, percent of GDP: Tonga 44, Samoa 34", or before the first
// state of a table that was flattened into the line.
func (m *match) inOwnCaption(class string) bool {
	found := false
	first, _ := m.s.Run()
	for u := range m.unit {
		switch {
		case u == first:
			return found
		case m.s.Units[u].Has(annotate.Country):
			return false
		case m.s.Units[u].Tag == annotate.TagColon, m.s.Units[u].Word == "|":
			return found
		}
		found = found || cueAt(m.s, u, class)
	}
	return false
}

// ownCaptionYear is the year that stands before the colon of the anchor's own line, or 0.
func (m *match) ownCaptionYear() int {
	year := 0
	first, _ := m.s.Run()
	for u := range m.unit {
		switch {
		case u == first:
			return year
		case m.s.Units[u].Has(annotate.Country):
			return 0
		case m.s.Units[u].Tag == annotate.TagColon:
			return year
		}
		if y := m.s.YearAt(u); y != 0 {
			year = y
		}
	}
	return 0
}

// underTitle holds where the header of the table says no more than "Year, value", and the heading that opens the text has a word of the class.
func (m *match) underTitle(class string) bool {
	captions := m.r.Captions(m.s)
	if len(captions) == 0 || m.r.Doc.Len() == 0 {
		return false
	}
	for u := range captions[0].Units {
		if t := &captions[0].Units[u]; t.Tag != annotate.TagSemicolon && !plainHeader[t.Word] {
			return false
		}
	}
	title := m.r.Doc.Sentence(0)
	return title.Heading && sentenceHas(title, class)
}

// captions are the lines above that can head the rows; the paragraph right above several of them can whatever its form.
func (m *match) captions() []*annotate.Sentence {
	all := m.r.Captions(m.s)
	var out []*annotate.Sentence
	first := true // only cells of a header were passed
	over := -1    // the paragraph right above the rows
	for _, t := range all {
		if first && m.oneOfRows() {
			over = t.Paragraph
		}
		if t.Paragraph != m.s.Paragraph && (overRows(m.r.Doc.Text, t) || t.Paragraph == over) {
			out = append(out, t)
		}
		first = first && t.Heading && (len(t.Units) <= 4 || t.Column(len(t.Units)) > 0)
	}
	return out
}

// oneOfRows holds for a row beside another one.
func (m *match) oneOfRows() bool {
	for i := m.s.Index - 2; i <= m.s.Index+2; i++ { // the rank may stand between them
		if i >= 0 && i < m.r.Doc.Len() {
			if t := m.r.Doc.Sentence(i); t.Row && t.Paragraph != m.s.Paragraph && (i == m.s.Index-1 || i == m.s.Index+1 || strings.Contains(m.r.Doc.Text[t.Start:t.End], "\n")) {
				return true
			}
		}
	}
	return false
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
