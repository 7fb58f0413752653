package token

import "strings"

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// number is the length of digits with their separators and an ordinal's or decade's ending: 1,110.5, 1/3, 9/5/2023,
// 60th, 1990s. A unit stays outside: 10bn is 10 and bn.
func number(text string) int {
	i := 0
	for i < len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			i++
		case (c == '.' || c == '/') && digitAt(text, i+1):
			i++
		case c == ',' && groups(text[i:]) > 0:
			i += groups(text[i:])
		default:
			return i + ending(text[i:])
		}
	}
	return i
}

// groups is the length of ",110,500" or of the Indian ",34,567", or 0 where the commas stand between numbers.
func groups(text string) int {
	i, three := 0, 0
	for i < len(text) && text[i] == ',' {
		n := 1
		for digitAt(text, i+n) {
			n++
		}
		if n != 3 && n != 4 {
			break
		}
		i += n
		if n == 4 {
			three = i
		}
	}
	if three == i {
		return i
	}
	return 0
}

// ending is the length of an ordinal's or a decade's ending.
func ending(text string) int {
	for _, s := range [...]string{"st", "nd", "rd", "th", "s"} {
		if len(text) >= len(s) && strings.EqualFold(text[:len(s)], s) && !letterAt(text, len(s)) {
			return len(s)
		}
	}
	return 0
}

// startsDecimal holds for the point of ".5" at i, where no letter or digit stands before it.
func startsDecimal(text string, i, start, end int) bool {
	return i+1 < end && digitAt(text, i+1) && (i == start || strings.IndexByte(" (-$~<>=", text[i-1]) >= 0)
}
