package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// saidAgain is the unit in a bracket of its own that says the value at unit u once more: "a fifth (21 percent)", "more than half of
// the exports (53 percent)"; -1 for none. The bracket gives the figure, the words before it round it.
func saidAgain(s *annotate.Sentence, u int, anchor string) int {
	k := u + 1
	if k < len(s.Units) && s.Units[k].Tag == annotate.TagPrep && s.Units[k].Word == "of" {
		for k++; k < len(s.Units) && inPlainPhrase(s.Units[k].Tag); k++ {
		}
	}
	if k+2 >= len(s.Units) || s.Units[k].Tag != annotate.TagOpen || s.Units[k+2].Tag != annotate.TagClose || !isAnchor(s, k+1, anchor) {
		return -1
	}
	if k > u+1 && anchor == "percent" && s.Units[k-1].Has(annotate.Country) {
		return -1 // the bracket is the state's: half of the exports of A (20 percent)
	}
	return k + 1
}

// inPlainPhrase holds for the words of an of-phrase that names no state of its own.
func inPlainPhrase(t annotate.Tag) bool {
	switch t {
	case annotate.TagDet, annotate.TagPoss, annotate.TagAdj, annotate.TagNoun, annotate.TagName, annotate.TagGen:
		return true
	}
	return false
}

// saidBefore holds for the value in such a bracket.
func saidBefore(s *annotate.Sentence, u int, anchor string) bool {
	for v := u - 2; v >= 0 && v >= u-saidReach; v-- {
		if isAnchor(s, v, anchor) {
			return saidAgain(s, v, anchor) == u
		}
	}
	return false
}

// saidReach is how many units before its bracket a value may stand.
const saidReach = 10

// otherDollars holds for a sum in plain dollars beside one that says that it is in those of the United States: "$381m (US$230m)".
func (m *match) otherDollars(u, again int) bool {
	american := func(u int) bool { return strings.HasPrefix(m.s.Tokens[m.s.Units[u].First].Text, "US") }
	return !american(u) && american(again)
}
