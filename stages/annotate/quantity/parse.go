package quantity

import "ties.dev/ties/stages/annotate/token"

// Parse reads a whole string as one number, cardinal or ordinal: "one thousand two hundred thirty-fourth" is 1234.
// ok is false where anything else stands in it.
func Parse(s string) (value float64, ok bool) {
	toks := token.Append(nil, s, 0, len(s))
	if len(toks) == 0 {
		return 0, false
	}
	n, ok := numeralAt(toks, 0)
	if !ok || n.last != len(toks)-1 {
		return 0, false
	}
	return n.value, true
}
