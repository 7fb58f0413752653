package annotate

// asides finds the appositions that are no list of like things: a name and a description with commas around the second,
// "South Africa, its largest partner," and "the largest partner, South Africa,". A possessed phrase shares what its possessor has.
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

// aside is the phrase that explains the one at i from behind a comma, or -1.
func (s *Sentence) aside(i int) int {
	c := &s.Chunks[i]
	if c.Kind != NounPhrase || c.Owned || i+2 >= len(s.Chunks) || s.Chunks[i+1].Kind != Comma || s.Chunks[i+2].Kind != NounPhrase {
		return -1
	}
	j := i + 2
	if s.Chunks[j].Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
		j++
	}
	d := &s.Chunks[j]
	if d.Appos >= 0 || d.List >= 0 && d.List < i+2 || s.properName(c) == s.properName(d) || !s.definite(c) || !s.definite(d) {
		return -1
	}
	if !s.closesAside(j) {
		return -1
	}
	return j
}

// properName holds for a phrase whose head is a name.
func (s *Sentence) properName(c *Chunk) bool { return s.Units[c.Head].Tag == TagName }

// definite holds for a name, and for a description that means one thing: with a possessor, "the" or "a".
func (s *Sentence) definite(c *Chunk) bool {
	return s.properName(c) || c.Gen >= 0 || c.Owner != "" || c.Det == "the" || c.Det == "a" || c.Det == "an"
}

// closesAside reports whether the phrase at j and its prepositional phrases end at a mark: no verb takes them for its subject.
func (s *Sentence) closesAside(j int) bool {
	for j++; j < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case Comma, Dash, Semicolon, Close, Other:
			return true
		case Preposition, NounPhrase, When, Adverb:
		default:
			return false
		}
	}
	return true
}
