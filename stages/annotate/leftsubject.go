package annotate

// leftSubject walks left over of-phrases, asides and relative clauses to the phrase without a preposition.
func (s *Sentence) leftSubject(v, p int) int {
	clause := -1
	if q := s.asideStart(p); q >= 0 {
		p = q
	}
	for p >= 0 {
		c := &s.Chunks[p]
		switch c.Kind {
		case NounPhrase:
			if q := s.beforeQuotative(p); q != p {
				p = q
				continue
			}
			if s.placed(v, p) {
				return s.inverted(v)
			}
			if c.Gen >= 0 {
				clause = p
				if c.Case < 0 && c.Appos < 0 && s.modifying(p) < 0 {
					return s.listHead(p)
				}
				if m := s.modifying(p); m >= 0 {
					p = m - 1
					continue
				}
				p = c.Gen - 1
				continue
			}
			switch {
			case c.Appos >= 0:
				p = c.Appos
				continue
			case c.Case < 0 && p >= 2 && s.Chunks[p-1].Gerund && s.Chunks[p-2].Kind == Preposition: // the cost of sending $200 was
				p -= 2
				continue
			case c.Case < 0 && !c.Owned && s.modifying(p) >= 0:
				p = s.modifying(p) - 1
				continue
			case c.Case < 0 && s.relativeObject(p) >= 0:
				p = s.relativeObject(p) - 1
				continue // the treaty that created it was
			case c.Case < 0 && !c.Owned && s.company(s.listHead(p)):
				p = s.listHead(p) - 2
				continue // X, which together with Y does
			case c.Case < 0 && !c.Owned:
				return s.listHead(p)
			case c.Case >= 0:
				p = min(c.Case, p)
			}
		case Close:
			p = s.bracketStart(p)
		case VerbGroup:
			if rel := s.relativeOf(p); rel >= 0 { // X, which is Y, did Z
				p = rel - 1
				continue
			}
			if c.Subject >= 0 && c.Subject < p && s.Units[s.Chunks[c.Subject].First].Word == "whose" { // X, whose country is Y, did Z
				p = c.Subject - 1
				continue
			}
			if c.Reduced || c.Gerund || c.Infinite {
				break
			}
			if clause >= 0 {
				return clause
			}
			return c.Subject
		case Subordinator, Semicolon, Colon:
			return s.inverted(v)
		case Relative:
			return s.agreeing(v, s.antecedent(p))
		}
		p--
	}
	return s.inverted(v)
}

// behindOpener holds for a phrase between a comma and its verb where a preposition opens the sentence and no verb stands between.
func (s *Sentence) behindOpener(p int) bool {
	if p < 4 || s.Chunks[p].Kind != NounPhrase || s.Chunks[p].Gen >= 0 || s.Chunks[p-1].Kind != Comma || s.Chunks[0].Kind != Preposition {
		return false
	}
	commas := 0
	for _, c := range s.Chunks[1 : p-1] {
		switch c.Kind {
		case NounPhrase, Preposition, Coordinator, Adverb:
		case Comma:
			commas++
		default:
			return false
		}
	}
	return commas > 0 || s.named(&s.Chunks[p]) && !s.named(&s.Chunks[p-2])
}

// company holds for a list that a coordinator joins to a relative pronoun: "which, together with Y".
func (s *Sentence) company(p int) bool {
	return p > 1 && s.Chunks[p-1].Kind == Coordinator && s.Chunks[p-2].Kind == Relative
}

// listHead is the first member of the list of p, or what p's possessor belongs to.
func (s *Sentence) listHead(p int) int {
	if l := s.Chunks[p].List; l >= 0 && l < p {
		return l
	}
	return p
}

// wholeList is the list that ends with the phrase at n, before an aside on its last member: "A and B, who met the day before, sat down".
func (s *Sentence) wholeList(n int) int {
	if n < 0 || s.Chunks[n].List < 0 || !s.Chunks[s.Chunks[n].List].Conj {
		return n
	}
	return s.listHead(n)
}

func (s *Sentence) bracketStart(p int) int {
	for q := p; q >= 0; q-- {
		if s.Chunks[q].Kind == Open {
			return q
		}
	}
	return p
}
