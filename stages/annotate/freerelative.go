package annotate

// anything are the words that a clause with a subject of its own can follow with no pronoun between: "what Peru sells", "everything it buys".
var anything = map[string]bool{"what": true, "whatever": true, "everything": true, "all": true, "that": true}

// freeRelative holds for a verb whose clause only says what is meant, so that a verb joined by "and" goes on with the one before:
// "takes a third of what Peru sells and has been …".
func (s *Sentence) freeRelative(v int) bool {
	k := s.Chunks[v].Subject
	if k <= 0 || k != v-1 || s.Chunks[k].Kind != NounPhrase {
		return false
	}
	before := &s.Chunks[k-1]
	return anything[s.Units[before.Last].Word] && (before.Kind == NounPhrase || k > 1 && anything[s.Units[s.Chunks[k-2].Last].Word])
}
