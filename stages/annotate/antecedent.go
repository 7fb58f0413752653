package annotate

// relativeOf is the relative pronoun whose verb is at v, or -1.
func (s *Sentence) relativeOf(v int) int {
	for p := v - 1; p >= 0 && s.Chunks[p].Clause == s.Chunks[v].Clause; p-- {
		if s.Chunks[p].Kind == Relative {
			return p
		}
	}
	return -1
}

// agreeing is the list that the phrase at n ends where the verb group at v is plural: "A, B and C, which take …", else n.
func (s *Sentence) agreeing(v, n int) int {
	if n < 0 || s.Chunks[n].List < 0 || s.Chunks[n].List == n || !s.Chunks[s.Chunks[n].List].Conj {
		return n
	}
	first := s.Chunks[v].First
	for first < s.Chunks[v].Last && tag(s, first) == TagAdv {
		first++
	}
	u := &s.Units[first]
	if u.Word == "are" || u.Word == "were" || u.Word == "have" || u.Word == "do" || u.Tag == TagVerb && u.Form&formBase != 0 && u.Form&formPast == 0 {
		return s.Chunks[n].List
	}
	return n
}

// antecedent is the phrase that a relative pronoun at p refers to.
func (s *Sentence) antecedent(p int) int {
	word := s.Units[s.Chunks[p].First].Word
	if p > 1 && s.Chunks[p-1].Kind == Coordinator {
		if q := s.relativeBefore(p - 1); q >= 0 {
			return s.antecedent(q)
		}
	}
	p--
	for p >= 0 && (s.Chunks[p].Kind == Comma || s.Chunks[p].Kind == Close || s.Chunks[p].Kind == Adverb || s.Chunks[p].Kind == Coordinator) {
		if s.Chunks[p].Kind == Close {
			p = s.bracketStart(p)
		}
		p--
	}
	n := s.nearestPhrase(p)
	if n > 0 && (word == "who" || word == "whom") {
		if at := s.Chunks[s.listHead(n)].Case; at > 0 && belongs(s.Units[s.Chunks[at].First].Word) && s.bareState(n) && s.Chunks[at-1].Kind == NounPhrase && s.envoy(at-1) {
			return s.listHead(at - 1) // the president of A, who …
		}
	}
	if n >= 0 {
		if c := s.Chunks[s.listHead(n)].Case; c > 0 && s.Units[s.Chunks[c].First].Word == "between" {
			return s.nearestPhrase(c - 1) // trade between A and B, which …
		}
	}
	return n
}

// relativeBefore is the pronoun of the relative clause before chunk p that another one is joined to: "a bloc that Russia dominates and that
// also includes Armenia"; or -1.
func (s *Sentence) relativeBefore(p int) int {
	for q := p - 1; q >= 0; q-- {
		switch c := &s.Chunks[q]; {
		case c.Kind == Relative, c.Kind == Subordinator && s.Units[c.First].Word == "that" && q > 0 && s.Chunks[q-1].Kind == NounPhrase:
			return q
		case c.Kind == Semicolon, c.Kind == Subordinator:
			return -1
		}
	}
	return -1
}

// nearestPhrase is the noun phrase at or before p with the possessed or listed ones that belong to it.
func (s *Sentence) nearestPhrase(p int) int {
	for p >= 0 && s.Chunks[p].Kind != NounPhrase {
		switch s.Chunks[p].Kind {
		case Close:
			p = s.bracketStart(p)
		case VerbGroup, Semicolon, Subordinator:
			return -1
		}
		p--
	}
	if p >= 0 && s.Chunks[p].Appos >= 0 {
		return s.Chunks[p].Appos
	}
	return p
}
