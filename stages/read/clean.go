package read

import (
	"strings"
	"unicode/utf8"
)

// Clean gives a plain text as documents hold it: UTF-8 in NFC, one paragraph a
// line with a blank line between, broken paragraphs joined, the site's furniture
// gone. Cleaning a cleaned text changes nothing.
func Clean(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	return tidy(textBlocks(spaces(text)))
}

// tidy turns blocks into a cleaned text. What one step takes away may bring two
// halves of a paragraph together, or the author's note to the end: so the steps
// run until none finds work. Every round but the last has fewer blocks.
func tidy(blocks []block) string {
	for {
		before := len(blocks)
		blocks = dropBlank(blocks)
		blocks = dropMasthead(blocks)
		blocks = dropFurniture(blocks)
		blocks = dropBios(blocks)
		blocks = joinBroken(blocks)
		if len(blocks) == before {
			return render(blocks)
		}
	}
}

func render(blocks []block) string {
	size := 0
	for _, b := range blocks {
		size += len(b.text) + 2
	}
	var text strings.Builder
	text.Grow(size)
	for i, b := range blocks {
		if i > 0 {
			text.WriteString("\n\n")
		}
		text.WriteString(b.text)
	}
	return text.String()
}
