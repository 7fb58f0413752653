package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spaces settles a text's characters: NFC, one space between words, none at a
// line's ends, "\n" for every kind of line end; no invisible characters.
// A text that is so already comes back as it is.
func spaces(text string) string {
	at := firstUntidy(text)
	if at == len(text) && norm.NFC.IsNormalString(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:at])
	replaceCharacters(&b, text[at:])
	return trimLines(norm.NFC.String(b.String()))
}

// firstUntidy finds the first byte that may need work: a control character, a
// doubled or trailing space, or the start of a character that characterOf changes.
func firstUntidy(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' && c < 0x7F {
			continue
		}
		switch {
		case c == ' ':
			if i == 0 || i+1 == len(s) || s[i-1] == '\n' || s[i+1] == ' ' || s[i+1] == '\n' {
				return i
			}
		case c == '\n':
		case c < ' ' || c == 0x7F:
			return i
		case suspicious(s[i:]):
			return i
		}
	}
	return len(s)
}

// suspicious looks at the lead bytes of the characters that characterOf changes,
// and lets the quotes and dashes of U+2010 to U+2027 pass.
func suspicious(s string) bool {
	switch s[0] {
	case 0xC2: // U+0080 to U+00BF
		return len(s) < 2 || s[1] <= 0xA0 || s[1] == 0xAD
	case 0xE1, 0xE3, 0xEF: // U+1680 and U+180E, U+3000, U+FEFF and their neighbours
		return true
	case 0xE2: // U+2000 to U+206F
		if len(s) < 3 {
			return true
		}
		return s[1] == 0x80 && (s[2] < 0x90 || s[2] >= 0xA8 && s[2] <= 0xAF) || s[1] == 0x81 && s[2] >= 0x9F
	}
	return false
}

func replaceCharacters(b *strings.Builder, s string) {
	for i, r := range s {
		if r == utf8.RuneError {
			b.WriteRune(r) // of bad UTF-8 too, which decode refuses earlier
			continue
		}
		switch to := characterOf(r); {
		case to == 0:
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		default:
			b.WriteRune(to)
		}
	}
}

// characterOf gives what stands for a character in a cleaned text; 0 for nothing.
func characterOf(r rune) rune {
	switch {
	case r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return '\n'
	case r == '\t' || r == 0xA0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000:
		return ' '
	case r == '\n':
		return r
	case r < ' ' || r >= 0x7F && r < 0xA0: // controls
		return 0
	case r == 0xAD || r == 0x180E || r == 0xFEFF: // soft hyphen, Mongolian separator, byte order mark
		return 0
	case r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F: // zero width, direction
		return 0
	}
	return r
}

// trimLines takes doubled spaces out, and those at a line's ends.
func trimLines(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	lineStart, pending := true, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ' ':
			pending = !lineStart
		case '\n':
			b.WriteByte(c)
			lineStart, pending = true, false
		default:
			if pending {
				b.WriteByte(' ')
			}
			b.WriteByte(c)
			lineStart, pending = false, false
		}
	}
	return b.String()
}
