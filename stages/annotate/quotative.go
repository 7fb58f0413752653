package annotate

// quotative holds for a verb of saying with its speaker behind it that a clause is broken off or closed by: "…, said Peskov, and …".
func (s *Sentence) quotative(v int) bool {
	c := &s.Chunks[v]
	if c.Kind != VerbGroup || !c.Finite || v == 0 || v+1 >= len(s.Chunks) || s.Units[c.Head].Cue("said") == nil || s.Chunks[v-1].Kind != Comma {
		return false
	}
	k := s.firstPhrase(v + 1)
	if s.Chunks[k].Kind != NounPhrase || s.Chunks[k].Case >= 0 {
		return false
	}
	if k+1 >= len(s.Chunks) {
		return true // a headline: ", say officials"
	}
	return (s.named(&s.Chunks[k]) || speaks(&s.Units[s.Chunks[k].Head])) && (s.Chunks[k+1].Kind == Comma || s.Chunks[k+1].Kind == Other)
}

// beforeQuotative is the chunk before the verb of saying whose speaker stands at p, or p itself.
func (s *Sentence) beforeQuotative(p int) int {
	for v := p - 1; v > 0 && v >= p-2; v-- {
		if s.quotative(v) {
			return v - 1
		}
	}
	return p
}

// speaks holds for a noun of someone in office, or of a government.
func speaks(u *Unit) bool { return u.Has(Office) || u.Cue("government") != nil }

// reports holds for a verb of saying at v with nothing but phrases between it and the one at i: what it says starts there, without
// "that" ("the Kremlin said leaders from A and B would come").
func (s *Sentence) reports(v, i int) bool {
	if s.Units[s.Chunks[v].Head].Cue("said") == nil || s.Chunks[v].Lemma == "tell" || s.Chunks[v].Passive {
		return false
	}
	for k := v + 1; k < i; k++ {
		if kind := s.Chunks[k].Kind; kind != NounPhrase && kind != Preposition {
			return false
		}
	}
	return true
}
