// Package token cuts text into words, numbers and marks.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is.
type Kind uint8

// The kinds of tokens. A token that starts with a digit is a Number: 3.35, 1,110, 1/3, 60th, 1990s; so is ½.
// An address (URL, e-mail) is a Mark.
const (
	Word Kind = iota
	Number
	Mark
)

// Token is a word, a number or a mark of a text.
type Token struct {
	Start, End int    // bytes in the text
	Text       string // slice of the text
	Lower      string // in lower case, ’ folded to '; the same string as Text where nothing is to fold
	Kind       Kind
	Space      bool // white space stands before it
}

// Append cuts text[start:end] and appends its tokens to dst.
func Append(dst []Token, text string, start, end int) []Token {
	space := true
	mail := strings.IndexByte(text[start:end], '@') >= 0
	for i := start; i < end; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		if isSpace(r) {
			space = true
			i += size
			continue
		}
		n, kind := next(text[i:end], r, size, mail)
		if kind == Mark && r == '.' && startsDecimal(text, i, start, end) {
			n, kind = 1+number(text[i+1:end]), Number
		}
		t := text[i : i+n]
		dst = append(dst, Token{Start: i, End: i + n, Text: t, Lower: lower(t), Kind: kind, Space: space})
		space = false
		i += n
	}
	return dst
}

// isSpace holds for white space with the no-break spaces, and for the marks of zero width.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad'
}

// next is the length and kind of the token that text starts with.
func next(text string, r rune, size int, mail bool) (int, Kind) {
	if n := address(text, mail); n > 0 {
		return n, Mark
	}
	switch {
	case r >= '0' && r <= '9':
		return number(text), Number
	case unicode.IsLetter(r):
		if n := currency(text); n > 0 {
			return n, Word
		}
		return word(text), Word
	case r == '\'' || r == '’':
		if n := contraction(text[size:]); n > 0 {
			return size + n, Word
		}
	case strings.HasPrefix(text, "--"), strings.HasPrefix(text, "..."):
		return len(text) - len(strings.TrimLeft(text, text[:1])), Mark
	case unicode.Is(unicode.No, r):
		return size, Number // ½
	}
	return size, Mark
}

// contraction is the length of s, re, ve, ll, d, m behind an apostrophe, or 0.
func contraction(rest string) int {
	for _, tail := range [...]string{"s", "S", "re", "ve", "ll", "d", "m"} {
		if strings.HasPrefix(rest, tail) && !letterAt(rest, len(tail)) {
			return len(tail)
		}
	}
	return 0
}

func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// lower folds case and the apostrophe; a text that is folded already is returned as it is.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(s), "’", "'")
		}
	}
	return s
}
