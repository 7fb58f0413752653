package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is the length of the word that text starts with: letters, digits inside a word, the apostrophe of O'Brien and
// N'Djamena, the dots of U.S. and St.; n't is a word of its own.
func word(text string) int {
	i := 0
	for i < len(text) {
		if c := text[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		if r != '\'' && r != '’' || !letterAt(text, i+size) || contraction(text[i+size:]) > 0 {
			break
		}
		if negated := (text[i-1] == 'n' || text[i-1] == 'N') && (text[i+size] == 't' || text[i+size] == 'T') && !letterAt(text, i+size+1); negated {
			if i == 1 {
				return i + size + 1 // n't
			}
			return i - 1 // do + n't
		}
		i += size
	}
	return dotted(text, i)
}

// dotted adds the full stops of initials (U.S., E.U., J. Smith) and of abbreviations to a word of i bytes.
func dotted(text string, i int) int {
	if i >= len(text) || text[i] != '.' {
		return i
	}
	if i == 1 {
		for i+1 < len(text) && text[i] == '.' && letterAt(text, i+1) && !letterAt(text, i+2) {
			i += 2
		}
		if i > 1 && i < len(text) && text[i] == '.' || text[0] != 'I' && beforeName(text[i:]) {
			i++
		}
		return i
	}
	if i+1 == len(text) || !abbreviations[text[:i]] {
		return i
	}
	if text[:i] == "No" && !beforeDigit(text[i+1:]) {
		return i
	}
	return i + 1
}

// beforeName holds where a full stop, a space and a capital letter follow an initial.
func beforeName(rest string) bool {
	return len(rest) > 2 && rest[0] == '.' && rest[1] == ' ' && rest[2] >= 'A' && rest[2] <= 'Z'
}

func beforeDigit(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// abbreviations keep their full stop where more of the sentence follows.
var abbreviations = set("Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Maj Adm Sen Rep Gov Rev Hon St Ste Jr Sr No Nos " +
	"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs etc approx ca cf Inc Ltd Co Corp Dept est Amb Mt Ft al")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// address is the length of the URL or e-mail address that text starts with, or 0.
func address(text string, mail bool) int {
	if c := text[0]; (c == 'h' || c == 'w') && (strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "www.")) {
		n := strings.IndexFunc(text, func(r rune) bool { return isSpace(r) || strings.ContainsRune(`)>;"”’`, r) })
		if n < 0 {
			n = len(text)
		}
		return len(strings.TrimRight(text[:n], ".,:!?"))
	}
	if !mail {
		return 0
	}
	at := strings.IndexFunc(text, func(r rune) bool { return !mailRune(r) })
	if at < 1 || text[at] != '@' {
		return 0
	}
	n := strings.IndexFunc(text[at+1:], func(r rune) bool { return !mailRune(r) })
	if n < 0 {
		n = len(text) - at - 1
	}
	host := strings.TrimRight(text[at+1:at+1+n], ".-")
	if !strings.Contains(host, ".") {
		return 0
	}
	return at + 1 + len(host)
}

func mailRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._%+-", r)
}
