package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
)

// firstSince holds for the date of the edition before, since which this one is the first: "for the first time since 2019", "its first
// summit in person since the pandemic of 2020". Nothing is said of the years between.
func firstSince(s *annotate.Sentence, w When) bool {
	if w.Chunk < 0 {
		return false
	}
	end := s.Chunks[w.Chunk].First
	since := w.Kind == dates.Since
	for u := end - 1; u >= 0 && u > end-sinceWithin; u-- {
		if q := s.Units[u].Quantity; q >= 0 && s.Quantities[q].Unit == quantity.Ordinal && s.Quantities[q].Value == 1 || s.Units[u].Word == "first" {
			return since
		}
		since = since || s.Units[u].Word == "since"
	}
	return false
}

// sinceWithin is how many words "first" may stand before its "since".
const sinceWithin = 16
