package quantity

import (
	"strconv"
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// glyphs are the fractions of one character.
var glyphs = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5,
	"⅗": 3. / 5, "⅘": 4. / 5, "⅙": 1. / 6, "⅚": 5. / 6, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8, "⅐": 1. / 7, "⅑": 1. / 9, "⅒": .1}

// literal reads the digits at token i with what belongs to them: 3.35, 1,110, 1 414 021, 60th, 1/3, ½.
func literal(toks []token.Token, i int) (numeral, bool) {
	s := toks[i].Lower
	if v, ok := glyphs[s]; ok {
		return numeral{first: i, last: i, value: v, kind: fraction, literal: true, scale: 1}, true
	}
	n := numeral{first: i, last: i, scale: 1, literal: true}
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz")
	switch s[len(digits):] {
	case "":
	case "st", "nd", "rd", "th":
		n.kind = ordinal
	default:
		return n, false // 1990s
	}
	if a, b, ok := strings.Cut(digits, "/"); ok {
		return n.ratio(a, b)
	}
	v, ok := decimal(digits)
	n.value, n.year = v, isYear(digits) && n.kind == cardinal
	if ok && n.kind == cardinal {
		n.spaced(toks)
		n.comma(toks)
	}
	return n, ok
}

// ratio reads 1/3 or 3/4; 9/11, 24/7 and 2022/23 are none.
func (n numeral) ratio(a, b string) (numeral, bool) {
	x, ok := decimal(a)
	y, ok2 := decimal(b)
	if !ok || !ok2 || y == 0 || x >= y || y > 10 && y != 12 && y != 16 && y != 20 && y != 25 && y != 50 && y != 100 || n.kind != cardinal {
		return n, false
	}
	n.kind, n.value = fraction, x/y
	return n, true
}

// decimal reads digits with separators; 1.414.021 is 1414021, and 192.168.1.2 is nothing.
func decimal(s string) (float64, bool) {
	if strings.Count(s, ".") > 1 {
		for i, part := range strings.Split(s, ".") {
			if i > 0 && len(part) != 3 || len(part) > 3 {
				return 0, false
			}
		}
		s = strings.ReplaceAll(s, ".", "")
	}
	if strings.IndexByte(s, ',') >= 0 {
		s = strings.ReplaceAll(s, ",", "")
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

func isYear(digits string) bool {
	return len(digits) == 4 && (digits[0] == '1' && digits[1] == '9' || digits[0] == '2' && digits[1] == '0') && digits[1] != '.'
}

// spaced joins groups of three digits with spaces between: 1 414 021.
func (n *numeral) spaced(toks []token.Token) {
	if len(toks[n.first].Text) > 3 || toks[n.first].Text[0] == '0' || strings.Contains(toks[n.first].Text, ".") {
		return
	}
	for j := n.last + 1; j < len(toks) && toks[j].Kind == token.Number && toks[j].Space; j++ {
		whole, _, _ := strings.Cut(toks[j].Text, ".")
		v, ok := decimal(toks[j].Text)
		if !ok || len(whole) != 3 || strings.ContainsAny(whole, ",/") {
			break
		}
		n.value = n.value*1000 + v
		n.last = j
	}
}

// comma reads a decimal comma (27,5) where a unit or a scale right behind it leaves no other reading.
func (n *numeral) comma(toks []token.Token) {
	j := n.last + 1
	if j+2 >= len(toks) || toks[j].Text != "," || toks[j].Space || toks[j+1].Space || toks[j+1].Kind != token.Number || len(toks[j+1].Text) > 2 {
		return
	}
	if w := words[toks[j+2].Lower]; w.class != scale && w.class != short && percentWord(toks, j+2) == 0 {
		return
	}
	if v, ok := decimal(toks[n.last].Text + "." + toks[j+1].Text); ok && !strings.ContainsAny(toks[n.last].Text, ".,") {
		n.value, n.last, n.year = v, j+1, false
	}
}
