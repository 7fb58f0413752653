package extract

import "ties.dev/ties/stages/annotate"

// saidAgain is the unit in a bracket of its own that says the value at unit u once more: "a fifth (21 percent)"; -1 for none.
// The bracket gives the figure, the words before it round it.
func saidAgain(s *annotate.Sentence, u int, anchor string) int {
	if u+3 >= len(s.Units) || s.Units[u+1].Tag != annotate.TagOpen || s.Units[u+3].Tag != annotate.TagClose || !isAnchor(s, u+2, anchor) {
		return -1
	}
	return u + 2
}

// saidBefore holds for the value in such a bracket.
func saidBefore(s *annotate.Sentence, u int, anchor string) bool {
	return u >= 2 && isAnchor(s, u-2, anchor) && saidAgain(s, u-2, anchor) == u
}
