package resolve

import "ties.dev/ties/stages/annotate"

// ofTwo is the first or the last of the two states that the text listed: "the former", "the latter".
func (r *Reader) ofTwo(s *annotate.Sentence, i int, last bool) Set {
	two := r.plural(s, i, 2, false)
	switch {
	case len(two.States) != 2:
		return Set{}
	case last:
		two.States = two.States[1:]
	default:
		two.States = two.States[:1]
	}
	return two
}
