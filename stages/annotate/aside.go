package annotate

// asides finds names that stand beside their description: "the largest partner, South Africa,". The other order is an explanation.
// A possessed phrase shares what its possessor has.
func (s *Sentence) asides() {
	for i := range s.Chunks {
		if j := s.aside(i); j >= 0 {
			s.Chunks[j].Appos = i
			if s.Chunks[j].Gen >= 0 {
				s.Chunks[s.Chunks[j].Gen].Appos = i
			}
		}
	}
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Gen >= 0 && c.Appos < 0 && s.Chunks[c.Gen].Appos != i {
			c.Appos = s.Chunks[c.Gen].Appos
		}
	}
}

// aside is the name behind a comma of the thing that the phrase at i describes, or -1.
func (s *Sentence) aside(i int) int {
	c := &s.Chunks[i]
	if c.Kind != NounPhrase || c.Owned || i+2 >= len(s.Chunks) {
		return -1
	}
	j := s.behindOf(i) + 2
	if j >= len(s.Chunks) || s.Chunks[j-1].Kind != Comma || s.Chunks[j].Kind != NounPhrase || j > i+2 && s.Chunks[j].List >= 0 && s.Chunks[j].List != j {
		return -1
	}
	if s.Chunks[j].Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
		j++
	}
	d := &s.Chunks[j]
	if d.Appos >= 0 || d.List >= 0 && d.List < i+2 || s.properName(c) || !s.properName(d) || !s.definite(c) || !s.asideEnds(j) {
		return -1
	}
	return j
}

// behindOf is the of-phrase right behind an office at i, where a list goes on with it ("the king of A and the president of B, Y, …"),
// or i itself: alone, the office is left for the name to stand for.
func (s *Sentence) behindOf(i int) int {
	if l := s.Chunks[i].List; l < 0 || l == i || i+2 >= len(s.Chunks) || !s.Units[s.Chunks[i].Head].Has(Office) {
		return i
	}
	if s.Chunks[i+1].Kind == Preposition && s.Units[s.Chunks[i+1].First].Word == "of" && s.Chunks[i+2].Kind == NounPhrase {
		return i + 2
	}
	return i
}

// closedAdverbial is the comma before a subordinate clause that the comma at p closes in the midst of another one: "X, if it is true, comes";
// or -1.
func (s *Sentence) closedAdverbial(p int) int {
	if s.Chunks[p].Kind != Comma {
		return -1
	}
	finite := false
	for q := p - 1; q > 0; q-- {
		switch c := &s.Chunks[q]; c.Kind {
		case VerbGroup:
			finite = finite || c.Finite
		case Subordinator:
			if finite && s.Chunks[q-1].Kind == Comma && q > 1 && s.Units[c.First].Word != "that" {
				return q - 1
			}
			return -1
		case Relative, Semicolon, Comma, Colon:
			return -1
		}
	}
	return -1
}

// properName holds for a phrase whose head is a name.
func (s *Sentence) properName(c *Chunk) bool { return s.Units[c.Head].Tag == TagName }

// definite holds for a description that means one thing: with a possessor, "the" or "a".
func (s *Sentence) definite(c *Chunk) bool {
	return c.Gen >= 0 || c.Owner != "" || c.Det == "the" || c.Det == "a" || c.Det == "an"
}
