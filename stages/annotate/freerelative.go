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

// afterAnything holds for a word right behind a state or a pronoun that follows "what" or "everything": its verb, where it can be one.
func (s *Sentence) afterAnything(i int) bool {
	j := i - 1
	if j < 1 || !s.Units[j].Has(Country) && s.Units[j].Tag != TagPron && s.Units[j].Cue("state_noun") == nil {
		return false
	}
	if j--; s.Units[j].Tag == TagDet && j > 0 {
		j--
	}
	w := s.Units[j].Word
	return anything[w] && w != "that" && w != "all" && j+1 < i
}
