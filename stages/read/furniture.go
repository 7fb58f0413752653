package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// furnitureLimit is the longest block, in bytes, that is taken for furniture.
const furnitureLimit = 400

// A phrase is one line of patterns/furniture.txt.
type phrase struct {
	words              string // lower case, words of letters and digits with single spaces
	openStart, openEnd bool   // "…" before, behind
}

// furnitureIndex finds the phrases that a block may match by its first or its
// last word, so that most blocks cost two look-ups.
type furnitureIndex struct {
	byFirst, byLast map[string][]phrase
	anywhere        []phrase
}

func parseFurniture(lines []string) furnitureIndex {
	index := furnitureIndex{byFirst: map[string][]phrase{}, byLast: map[string][]phrase{}}
	for _, line := range lines {
		p := phrase{openStart: strings.HasPrefix(line, "…"), openEnd: strings.HasSuffix(line, "…")}
		p.words = wordsOf(line)
		first, _, _ := strings.Cut(p.words, " ")
		last := p.words[strings.LastIndexByte(p.words, ' ')+1:]
		switch {
		case !p.openStart:
			index.byFirst[first] = append(index.byFirst[first], p)
		case !p.openEnd:
			index.byLast[last] = append(index.byLast[last], p)
		default:
			index.anywhere = append(index.anywhere, p)
		}
	}
	return index
}

// wordsOf keeps a text's letters and digits in lower case, with one space for
// whatever stands between words; an apostrophe within a word goes.
func wordsOf(text string) string {
	words := make([]byte, 0, len(text)+utf8.UTFMax)
	gap := false
	for _, r := range text {
		r = wordRune(r)
		if r == apostrophe {
			continue
		}
		if r == ' ' {
			gap = len(words) > 0
			continue
		}
		if gap {
			words, gap = append(words, ' '), false
		}
		words = utf8.AppendRune(words, r)
	}
	return string(words)
}

const apostrophe = '\''

// wordRune gives a letter in lower case, a digit as it is, apostrophe for what
// joins two halves of a word, and a space for the rest.
func wordRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '©':
		return r
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r == apostrophe || r == '’':
		return apostrophe
	case r < utf8.RuneSelf:
		return ' '
	case unicode.IsMark(r):
		return apostrophe
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return ' '
}

// matches tells whether a whole block is furniture.
func (index furnitureIndex) matches(text string) bool {
	if len(text) > furnitureLimit {
		return false
	}
	words := wordsOf(text)
	first, _, _ := strings.Cut(words, " ")
	for _, p := range index.byFirst[first] {
		if words == p.words || p.openEnd && strings.HasPrefix(words, p.words+" ") {
			return true
		}
	}
	for _, p := range index.byLast[words[strings.LastIndexByte(words, ' ')+1:]] {
		if words == p.words || strings.HasSuffix(words, " "+p.words) {
			return true
		}
	}
	for _, p := range index.anywhere {
		if strings.Contains(words, p.words) {
			return true
		}
	}
	return false
}

func dropFurniture(blocks []block) []block {
	out := blocks[:0]
	for _, b := range blocks {
		if !furniture.matches(b.text) {
			out = append(out, b)
		}
	}
	return out
}

// dropBlank drops rules and other lines without a letter or a digit.
func dropBlank(blocks []block) []block {
	out := blocks[:0]
	for _, b := range blocks {
		if strings.ContainsFunc(b.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, b)
		}
	}
	return out
}

// mastheadSize is how many blocks a site may set over its menu.
const mastheadSize = 12

// dropMasthead drops the site's motto and officers: the short blocks over a
// "Menu" or "Search" line, where a title still follows before the first long one.
func dropMasthead(blocks []block) []block {
	menu := -1
	for i, b := range blocks[:min(len(blocks), mastheadSize)] {
		if len(b.text) > headingLimit {
			break
		}
		if words := wordsOf(b.text); words == "menu" || words == "search" {
			menu = i
		}
	}
	if menu < 0 || menu+1 >= len(blocks) {
		return blocks
	}
	title := blocks[menu+1]
	if len(title.text) > headingLimit || closed(title.text) {
		return blocks
	}
	return blocks[menu+1:]
}
