package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var plainText = format{
	name:    "plain text",
	matches: func(string) bool { return true },
	read: func(_, text string) (page, *Problem) {
		return page{blocks: textBlocks(spaces(text))}, nil
	},
}

// wrapLimit is the longest line, in runes, that is taken for one of a text
// wrapped by hand or by a mail program. Longer lines are paragraphs.
const wrapLimit = 120

// wrapMinimum keeps lists of short lines from being read as one paragraph.
const wrapMinimum = 45

// textBlocks cuts a text, as spaces leaves it, at blank lines and at those line
// ends that are not mere wrapping.
func textBlocks(text string) []block {
	blocks := make([]block, 0, 1+len(text)/512)
	var group []string
	flush := func() {
		blocks = appendGroup(blocks, group)
		group = group[:0]
	}
	for len(text) > 0 {
		line := text
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = ""
		}
		if line == "" {
			flush()
			continue
		}
		group = append(group, line)
	}
	flush()
	return blocks
}

// appendGroup takes the lines between two blank lines.
func appendGroup(blocks []block, lines []string) []block {
	if len(lines) == 0 {
		return blocks
	}
	width := widest(lines)
	if mostlyShort(lines, width/2) {
		width = 0 // a list of cells under a long title, not a text that was wrapped
	}
	current := textBlock(lines[0])
	parts := []string{current.text}
	for i, line := range lines[1:] {
		next := textBlock(line)
		if sameParagraph(current.kind, next.kind, lines[i]) && !counted(line) && !(labelled(line) && (labelled(lines[i]) || strings.HasSuffix(lines[i], ":"))) && wrapped(lines[i], line, width) {
			parts = append(parts, line)
			continue
		}
		blocks = append(blocks, textBlock(glue(parts)))
		current, parts = next, append(parts[:0], next.text)
	}
	return append(blocks, textBlock(glue(parts)))
}

// sameParagraph rules out lines that stand for themselves. A dash or a number at
// the start of a line is no list where the line before runs on and is in none.
func sameParagraph(current, next kind, before string) bool {
	switch {
	case current == row || next == row:
		return false
	case next == item:
		return current == prose && !closed(before)
	}
	return true
}

// wrapped tells a line that ends because the next word would not fit. A line may
// fall short of the widest by a tenth: people wrap raggedly.
func wrapped(line, next string, width int) bool {
	if width > wrapLimit || width < wrapMinimum {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width-width/10
}

// labelLimit is the longest label of a line, in bytes.
const labelLimit = 30

// labelled recognises a line of a box of facts or of a list: "Members: …", "Secretary general: …", "Peru – …".
func labelled(line string) bool {
	for _, mark := range []string{": ", " – ", " — ", " - "} {
		label, rest, found := strings.Cut(line[:min(len(line), labelLimit+len(mark))], mark)
		first, _ := utf8.DecodeRuneInString(label)
		if found && rest != "" && unicode.IsUpper(first) && strings.Count(label, " ") <= 3 {
			return true
		}
	}
	return false
}

// counted recognises a line of a fact sheet that gives a number behind its label, in lower case too: "associate members - (3) …".
func counted(line string) bool {
	for _, mark := range []string{" – (", " — (", " - (", ": ("} {
		if _, rest, found := strings.Cut(line[:min(len(line), labelLimit+len(mark))], mark); found && rest != "" && unicode.IsDigit(rune(rest[0])) {
			return true
		}
	}
	return false
}

// mostlyShort holds where most lines are shorter than so many runes.
func mostlyShort(lines []string, runes int) bool {
	short := 0
	for _, line := range lines {
		if len(line) < runes*utf8.UTFMax && utf8.RuneCountInString(line) < runes {
			short++
		}
	}
	return 2*short > len(lines)
}

func widest(lines []string) int {
	width := 0
	for _, line := range lines {
		if len(line) > wrapLimit*utf8.UTFMax {
			return len(line) // wide enough, however many bytes a rune takes
		}
		width = max(width, utf8.RuneCountInString(line))
	}
	return width
}

// glue joins the lines of a paragraph. A hyphen at a line's end stays: most stand
// in compounds ("Moscow-led").
func glue(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	var b strings.Builder
	b.WriteString(parts[0])
	for i, part := range parts[1:] {
		writeGlued(&b, parts[i], part)
	}
	return b.String()
}

// writeGlued adds a line to what ends in before.
func writeGlued(b *strings.Builder, before, line string) {
	if !endsInHyphen(before) || !startsLower(line) {
		b.WriteByte(' ')
	}
	b.WriteString(line)
}

func endsInHyphen(s string) bool {
	before, found := strings.CutSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(before)
	return found && unicode.IsLetter(r)
}

// textBlock tells the kind of a line by its mark, and writes all bullets alike.
func textBlock(line string) block {
	if rest, ok := cutBullet(line); ok {
		return block{item, "• " + rest}
	}
	if numbered(line) {
		return block{item, line}
	}
	if len(line) < 2000 && strings.Contains(line, " | ") {
		return block{row, line}
	}
	return block{prose, line}
}

func cutBullet(line string) (string, bool) {
	mark, rest, found := strings.Cut(line, " ")
	if !found || len(mark) > 3 || rest == "" {
		return "", false
	}
	switch mark {
	case "•", "‣", "▪", "●", "◦", "·", "–", "-", "*":
		return rest, true
	}
	return "", false
}

// numbered recognises "1. " to "99. " and the same with a bracket.
func numbered(line string) bool {
	digits := 0
	for digits < len(line) && digits < 3 && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits == 3 || len(line) < digits+3 {
		return false
	}
	return (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
}
