package dates

import (
	"strconv"
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// numeric reads 2023-05-09, 09/25/2023, 25.9.2023, 2023/05, 2023-05. Day and month are told apart only where one of
// them is over 12 or both are the same; else the month stands first with slashes and second with full stops.
func numeric(toks []token.Token, i int) (point, bool) {
	if !numberAt(toks, i) {
		return point{}, false
	}
	parts, last := pieces(toks, i)
	var v [3]int
	for k, s := range parts {
		n, err := strconv.Atoi(s)
		if err != nil || k > 2 {
			return point{}, false
		}
		v[k] = n
	}
	p := point{last: last}
	switch {
	case len(parts) == 3 && len(parts[0]) == 4 && valid(v[1], v[2]):
		p.kind, p.y, p.m, p.d = Day, v[0], v[1], v[2]
	case len(parts) == 3 && (len(parts[2]) == 4 || len(parts[2]) == 2 && len(parts[0]) <= 2):
		p.kind, p.y = Day, century(v[2], len(parts[2]))
		dotted := strings.Contains(toks[i].Text, ".")
		switch {
		case valid(v[0], v[1]) && !(dotted && valid(v[1], v[0])):
			p.m, p.d = v[0], v[1]
		case valid(v[1], v[0]):
			p.m, p.d = v[1], v[0]
		default:
			return p, false
		}
	case len(parts) == 2 && len(parts[0]) == 4 && len(parts[1]) == 2 && v[1] >= 1 && v[1] <= 12 && parts[1][0] <= '1':
		p.kind, p.y, p.m = Month, v[0], v[1]
		if last == i+2 && v[1] == v[0]%100+1 { // 2011-12 is more often a season than a month
			return p, false
		}
	case len(parts) == 2 && len(parts[1]) == 4 && len(parts[0]) <= 2 && v[0] >= 1 && v[0] <= 12 && v[1] >= 1900:
		p.kind, p.y, p.m = Month, v[1], v[0]
	default:
		return p, false
	}
	return p, p.y >= 1500 && p.y < 2200
}

// pieces are the digits of a numeric date, in one token (slashes, full stops) or in three (hyphens).
func pieces(toks []token.Token, i int) (parts []string, last int) {
	s := toks[i].Text
	if strings.ContainsAny(s, "/.") {
		parts = strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' })
		if strings.Contains(s, ".") && len(parts) == 2 {
			return nil, i // a decimal number
		}
		return parts, i
	}
	parts, last = append(parts, s), i
	for last+2 < len(toks) && toks[last+1].Text == "-" && !toks[last+1].Space && !toks[last+2].Space && numberAt(toks, last+2) && len(parts) < 4 {
		last += 2
		parts = append(parts, toks[last].Text)
	}
	return parts, last
}

// century completes a year of two digits: up to 40 is of this century.
func century(y, digits int) int {
	switch {
	case digits == 4:
		return y
	case y <= 40:
		return 2000 + y
	}
	return 1900 + y
}
