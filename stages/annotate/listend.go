package annotate

import "ties.dev/ties/stages/annotate/quantity"

// fronted holds for a phrase that an excepting word joins to prepositional phrases at the front of the sentence.
func (s *Sentence) fronted(i int) bool {
	c := s.Chunks[i].Case
	if c < 0 || s.Chunks[c].Kind != Excepting || s.Chunks[0].Kind != Preposition && s.Chunks[0].Kind != Excepting {
		return false
	}
	for b := c - 1; b >= 0; b-- {
		switch s.Chunks[b].Kind {
		case Preposition, NounPhrase, Comma, When, Adverb, Excepting:
		default:
			return false
		}
	}
	return true
}

// startsClause reports whether the phrase at j is the subject of a new clause rather than a list's member:
// a finite verb follows it, and the phrase at i is no subject of that verb (it has a preposition, or a verb stands before it).
func (s *Sentence) startsClause(i, j int, conj bool) bool {
	start := i
	if s.Chunks[i].List >= 0 {
		start = s.Chunks[i].List
	}
	if conj && s.betweenTwo(start) {
		return false // trade between A and B reached
	}
	if s.Chunks[j-1].Kind == Semicolon && s.pairOpensClause(j) {
		return true // …, Russia and Tajikistan; Serbia and Afghanistan are observers
	}
	if c := s.Chunks[start].Case; s.opens(c) && !conj && start == i && s.pairOpensClause(j) {
		return true // As members, Kazakhstan and Russia are …
	}
	k := s.memberEnd(j)
	for k+1 < len(s.Chunks) && s.Chunks[k].Kind == Preposition && s.Units[s.Chunks[k].First].Word == "of" && s.Chunks[k+1].Kind == NounPhrase {
		k += 2
	}
	if k >= len(s.Chunks) || s.Chunks[k].Kind != VerbGroup || !s.Chunks[k].Finite {
		return false
	}
	if c := s.Chunks[start].Case; s.opens(c) && !conj {
		return true // In Russia, Kazakhstan joined …
	}
	if !conj && s.fronted(start) {
		return true // For all of them, except Russia, Kazakhstan is …
	}
	for b := start - 1; b >= 0; b-- {
		switch s.Chunks[b].Kind {
		case VerbGroup:
			return s.Chunks[b].Finite && !s.Chunks[b].Infinite && (s.Chunks[start].Case >= 0 || !s.reports(b, start))
		case Coordinator:
			if b == start-1 {
				return false // the list begins a clause of its own: "but A and B stayed away"
			}
		case Relative, Subordinator, Semicolon, Colon:
			return false
		}
	}
	return false
}

// betweenTwo holds for the phrase behind "between", which wants a second one.
func (s *Sentence) betweenTwo(i int) bool {
	c := s.Chunks[i].Case
	return c >= 0 && c == i-1 && s.Chunks[i].Kind == NounPhrase && s.Units[s.Chunks[c].First].Word == "between"
}

// opens holds for a preposition that opens the sentence, by itself or behind a participle: "In Russia", "Flanked by X".
func (s *Sentence) opens(c int) bool {
	if c < 1 || s.Chunks[c-1].Kind != VerbGroup {
		return c == 0
	}
	v := &s.Chunks[c-1]
	return v.First == v.Last && s.Units[v.First].Form&formParticiple != 0 && (c == 1 || s.Chunks[c-2].Kind == Dash || s.Chunks[c-2].Kind == Colon)
}

// pairOpensClause holds where the phrase at j and those that commas and a coordinator join to it stand right before a finite verb.
func (s *Sentence) pairOpensClause(j int) bool {
	k := s.memberEnd(j)
	for k+1 < len(s.Chunks) && s.Chunks[k].Kind == Comma && s.Chunks[k+1].Kind == NounPhrase {
		k = s.memberEnd(s.possessed(k + 1))
	}
	if k+1 < len(s.Chunks) && s.Chunks[k].Kind == Comma && s.Chunks[k+1].Kind == Coordinator {
		k++
	}
	if k+1 >= len(s.Chunks) || s.Chunks[k].Kind != Coordinator || s.Chunks[k+1].Kind != NounPhrase {
		return false
	}
	interposed := s.Chunks[k-1].Kind == Comma && s.Chunks[k].First < s.Chunks[k].Last // the president, along with his minister, will
	if k = s.memberEnd(s.possessed(k + 1)); interposed && k+1 < len(s.Chunks) && s.Chunks[k].Kind == Comma {
		k++
	}
	return k < len(s.Chunks) && s.Chunks[k].Kind == VerbGroup && s.Chunks[k].Finite
}

// asManyNames holds where the list from chunk `next` on has as many names of states as the phrase at i counts.
func (s *Sentence) asManyNames(i, next int) bool {
	count := 0
	for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ {
		if q := s.Units[u].Quantity; q >= 0 && s.Quantities[q].Unit == quantity.None {
			count = int(s.Quantities[q].Value)
		}
	}
	if count == 0 {
		return false
	}
	for j, conj := next, false; count > 0 && j >= 0; j, conj = s.nextMember(j) {
		if head := &s.Units[s.Chunks[j].Head]; head.Tag != TagName || !head.Has(Country) {
			return false
		}
		if count--; conj {
			break
		}
	}
	return count == 0
}

// introducesNames holds for a definite plural of a common noun beside a name that starts a list: the names are what it means.
func (s *Sentence) introducesNames(i, next int) bool {
	c := &s.Chunks[i]
	if s.pluralHead(c) && s.asManyNames(i, next) {
		return true // four NATO members, A, B, C and D
	}
	if !s.pluralHead(c) || c.Gen < 0 && c.Det != "the" && c.Owner == "" || !s.named(&s.Chunks[next]) {
		return false
	}
	for u := c.First; u <= c.Last; u++ {
		if x := &s.Units[u]; x.Has(Country) || x.Has(Group) || x.Has(Organization) && u == c.Head || x.Has(Person) || x.Has(Office) {
			return false
		}
	}
	return s.Chunks[next].Gen < 0 && !s.Chunks[next].Owned
}
