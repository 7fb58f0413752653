package read

import (
	"regexp"
	"strings"
)

// bioWindow is how many of the last blocks may be about the author, and
// directoryWindow where to look whether the text is a list of people instead.
const (
	bioWindow       = 4
	directoryWindow = 8
)

// bioStart is how an author's note begins: a person is or does something, or
// holds a degree. The name is capitalised words and initials after a title.
var bioStart = regexp.MustCompile(`^(?:` +
	`(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|[a-z]{2,3} \p{Lu}[\p{L}'’-]+)){1,3},? ` +
	`(?:\([^)]{1,60}\) )?(?:is|was|writes|covers|reports|works|has been|has written)\b` +
	`|Ph\.?D\.? in |About the author\b)`)

// said is in no author's note, but in many a last paragraph.
var said = regexp.MustCompile(`\b(?:said|says|told|warned|added|percent|per cent)\b|\d%`)

// dropBios drops the author's note at a text's end with the name that stands over
// it, where some other text goes before.
func dropBios(blocks []block) []block {
	if bios(blocks[max(0, len(blocks)-directoryWindow):]) > bioWindow {
		return blocks
	}
	for i := max(1, len(blocks)-bioWindow); i < len(blocks); i++ {
		if !isBio(blocks[i]) || !holdsBody(blocks[:i]) {
			continue
		}
		from := i
		if over := blocks[i-1]; i > 1 && isByline(over, blocks[i]) {
			from--
		}
		return append(blocks[:from], blocks[i+1:]...)
	}
	return blocks
}

func bios(blocks []block) int {
	n := 0
	for _, b := range blocks {
		if isBio(b) {
			n++
		}
	}
	return n
}

func isBio(b block) bool {
	if b.kind == row || b.kind == item || len(b.text) > 2000 || !bioStart.MatchString(b.text) || said.MatchString(b.text) {
		return false
	}
	for word := range strings.SplitSeq(wordsOf(b.text[:min(len(b.text), 200)]), " ") {
		if authorRoles[word] {
			return true
		}
	}
	return false
}

// isByline recognises the author's name over the note: short, without a full
// stop, and named in the note or followed by one that opens without a name.
func isByline(over, bio block) bool {
	if len(over.text) > 100 || closed(over.text) && !strings.HasSuffix(over.text, ")") || over.kind == item || over.kind == row {
		return false
	}
	words := strings.Fields(wordsOf(over.text))
	if len(words) < 2 {
		return false
	}
	if strings.HasPrefix(wordsOf(bio.text), "phd in") {
		return len(words) <= 4
	}
	return strings.Contains(" "+wordsOf(bio.text)+" ", " "+words[0]+" ") && strings.Contains(" "+wordsOf(bio.text)+" ", " "+words[1]+" ")
}

func holdsBody(blocks []block) bool {
	for _, b := range blocks {
		if len(b.text) > headingLimit {
			return true
		}
	}
	return false
}
