package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headingLimit is the longest title or heading, in bytes; an open block that is
// longer is body text.
const headingLimit = 130

// joinBroken puts paragraphs together that blank lines have broken in mid-sentence.
func joinBroken(blocks []block) []block {
	out := blocks[:0]
	for i := 0; i < len(blocks); {
		current := blocks[i]
		var whole strings.Builder // empty while nothing is joined; its String does not copy
		for i++; i < len(blocks) && runsOn(current, blocks[i]); i++ {
			if whole.Len() == 0 {
				whole.WriteString(current.text)
			}
			writeGlued(&whole, current.text, blocks[i].text)
			current.text = whole.String()
		}
		out = append(out, current)
	}
	return out
}

// lastBytes keeps the end of s from a character's start.
func lastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	at := len(s) - n
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// runsOn tells whether an open block goes on in the next one: where that starts
// in lower case, where the block breaks off before a word that must follow, and
// where it is body text and the next is no heading.
func runsOn(open, next block) bool {
	text := open.text
	if open.kind != prose || next.kind != prose || closed(text) || isCaption(text) {
		return false
	}
	if counted(next.text) {
		return false
	}
	if startsLower(next.text) {
		return true
	}
	if isCaption(next.text) || isDateline(next.text) || labelled(text) && labelled(next.text) {
		return false
	}
	return unfinished(text) || isBody(text) && (!likeHeading(next.text) || titlesOfPersons[strings.ToLower(lastWord(text))])
}

// closed tells a block that ends where a sentence does. A colon closes too: what
// it announces stands for itself.
func closed(text string) bool {
	return endsSentence(text) || endsSentence(withoutNote(text))
}

func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’»)]}*_"))
	return strings.ContainsRune(".!?…:", r)
}

// noteSize is the longest note behind a sentence, in bytes.
const noteSize = 60

// withoutNote takes off what may follow a full stop: a note's number ("in Osh.12",
// "in Osh.[12]") or a source or an aside in brackets. The number of "3.12" stays.
func withoutNote(text string) string {
	end := lastBytes(text, noteSize)
	before := text[:len(text)-len(end)]
	if at := strings.LastIndexAny(end, "(["); at >= 0 && strings.ContainsAny(end[len(end)-1:], ")]") {
		return before + strings.TrimRight(end[:at], " ")
	}
	digits := strings.TrimRight(end, "0123456789")
	stop := strings.TrimRight(digits, ".!?\"”’")
	if r, _ := utf8.DecodeLastRuneInString(stop); unicode.IsLetter(r) && len(stop) < len(digits) {
		return before + digits
	}
	return text
}

// startsLower looks past opening quotes and brackets.
func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "\"'“‘«([{"))
	return unicode.IsLower(r)
}

// isBody tells running text from a title: it is longer than a title could be, or
// holds the end of a sentence.
func isBody(text string) bool {
	return len(text) > headingLimit || sentenceEndInside(text)
}

// subheadingLimit is the longest heading within a text, in bytes, that is told
// from the next piece of a broken paragraph by its looks.
const subheadingLimit = 60

// likeHeading recognises the short line without any stop or comma that stands
// over a paragraph.
func likeHeading(text string) bool {
	return len(text) <= subheadingLimit && !strings.Contains(text, ",") && !closed(text) && !unfinished(text) && !sentenceEndInside(text)
}

// unfinished tells a line that cannot end where it ends: after a comma, or after
// a word such as "the", "of" or "President".
func unfinished(text string) bool {
	if strings.HasSuffix(text, ",") {
		return true
	}
	last := lastWord(text)
	return len(last) < len(text) && unfinishedWords[strings.ToLower(last)]
}

func lastWord(text string) string {
	end := lastBytes(text, 40)
	return end[strings.LastIndexByte(end, ' ')+1:]
}

// sentenceEndInside finds a full stop, a question or an exclamation mark with a
// new sentence behind it.
func sentenceEndInside(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		if !strings.ContainsRune(".!?", rune(text[i])) {
			continue
		}
		after := strings.TrimLeft(text[i+1:], "\"'”’)]")
		rest, spaced := strings.CutPrefix(after, " ")
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘«(["))
		if spaced && unicode.IsUpper(r) && !(text[i] == '.' && abbreviated(text[:i])) {
			return true
		}
	}
	return false
}

// abbreviated tells the full stop of an initial or an abbreviation: "K. Baev",
// "U.S. Army", "Dr. Ito".
func abbreviated(before string) bool {
	word := lastWord(before)
	word = word[strings.LastIndexByte(word, '.')+1:]
	word = strings.TrimLeft(word, "\"'“‘«([")
	return utf8.RuneCountInString(word) == 1 || abbreviations[strings.ToLower(word)]
}

// captionSize is the longest caption, in bytes.
const captionSize = 600

// isCaption looks for the credit that ends the caption of an image.
func isCaption(text string) bool {
	if len(text) > captionSize {
		return false
	}
	end := strings.ToLower(lastBytes(text, 120))
	for _, credit := range captionCredits {
		if strings.Contains(end, credit) {
			return true
		}
	}
	return false
}
