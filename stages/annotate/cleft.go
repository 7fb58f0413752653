package annotate

// clefts takes the frame of a cleft sentence for adverbs, so that what it sets off goes with the verb behind it as if it stood in front
// of the clause: "it was in 2004 that Latvia joined", "it is to China above all that Zambia sells". What is set off without a preposition
// is the antecedent of a relative clause as it is.
func (s *Sentence) clefts() {
	for i := 0; i+2 < len(s.Chunks); i++ {
		if that := s.cleftAt(i); that > 0 {
			s.Chunks[i].Kind, s.Chunks[i+1].Kind, s.Chunks[that].Kind = Other, Other, Comma
			s.Chunks[i+1].Finite = false
		}
	}
}

// cleftAt is the "that" of a cleft that starts at chunk i, or -1.
func (s *Sentence) cleftAt(i int) int {
	it, be := &s.Chunks[i], &s.Chunks[i+1]
	if it.Kind != NounPhrase || it.First != it.Last || s.Units[it.Head].Word != "it" || be.Kind != VerbGroup || be.Lemma != "be" || !be.Finite || be.Negative || be.Modal != "" {
		return -1
	}
	if k := s.Chunks[i+2].Kind; k != Preposition && k != When {
		return -1
	}
	for j := i + 3; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case VerbGroup, Semicolon, Colon:
			return -1
		case Relative, Subordinator:
			if s.Units[c.First].Word == "that" {
				return j
			}
			return -1
		}
	}
	return -1
}
