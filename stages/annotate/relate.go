package annotate

// relate links the chunks: possessors, prepositions, lists, appositions, clauses, subjects and objects.
func (s *Sentence) relate() {
	s.attach()
	s.lists()
	s.clauses()
	for i := range s.Chunks {
		if s.Chunks[i].Kind == VerbGroup {
			s.Chunks[i].Subject = s.subject(i)
			s.Chunks[i].Object = s.object(i)
		}
	}
}

// attach gives noun phrases their possessor and preposition.
func (s *Sentence) attach() {
	for i := 1; i < len(s.Chunks); i++ {
		c, prev := &s.Chunks[i], &s.Chunks[i-1]
		if c.Kind != NounPhrase && c.Kind != When {
			continue
		}
		switch {
		case prev.Kind == NounPhrase && prev.Owned:
			c.Gen, c.Case = i-1, prev.Case
		case prev.Kind == Preposition || prev.Kind == Excepting:
			c.Case = i - 1
		case prev.Kind == Adverb && i > 1 && s.Chunks[i-2].Kind == Preposition:
			c.Case = i - 2
		}
	}
}

// kindsIn is a set of what a noun phrase can stand for, to tell which ones can be listed together.
func (s *Sentence) kindsIn(c *Chunk) uint16 {
	var set uint16
	for i := c.First; i <= c.Last; i++ {
		u := &s.Units[i]
		for j := range u.Meanings {
			switch k := u.Meanings[j].Kind; k {
			case Country, Group, Person, Office:
				set |= 1
			case Organization:
				set |= 2
			case Event:
				set |= 4
			}
		}
		if u.Quantity >= 0 && s.Quantities[u.Quantity].Unit != 0 {
			set |= 8 << s.Quantities[u.Quantity].Unit
		}
	}
	if set == 0 {
		set = 1 << 15
		if s.Units[c.Head].Tag == TagName || s.Units[c.Head].Tag == TagPron {
			set |= 1 // an unknown name may be a person's
		}
	}
	return set
}

// lists joins noun phrases that commas and coordinators connect, and tells appositions from them.
func (s *Sentence) lists() {
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != NounPhrase || c.Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i && c.List < 0 && !s.ownedList(i) {
			continue
		}
		if c.List < 0 {
			c.List = i
		}
		if e := s.explanation(i); e >= 0 {
			s.Chunks[e].Appos = i
		}
		next, conj := s.nextMember(i)
		if next < 0 {
			continue
		}
		n := &s.Chunks[next]
		if !conj && !s.listGoesOn(next) && s.Chunks[c.List].List == c.List && !s.hasMembers(c.List, i) {
			n.Appos = i // two phrases with a bare comma between: the second explains the first
			if n.Case < 0 {
				n.Case = c.Case
			}
			continue
		}
		if n.Case >= 0 && s.Chunks[n.Case].First > s.Units[c.Last].First && n.Case > i {
			continue // it has a preposition of its own
		}
		n.List = c.List
		s.Chunks[c.List].Conj = s.Chunks[c.List].Conj || conj
		if n.Case < 0 {
			n.Case = c.Case
		}
	}
}

// ownedList holds for possessors in a row: "Uzbekistan's and Tajikistan's exports".
func (s *Sentence) ownedList(i int) bool {
	next, _ := s.nextMember(i)
	return next >= 0 && s.Chunks[next].Owned
}

// hasMembers reports whether a phrase before i is in the list already.
func (s *Sentence) hasMembers(list, i int) bool { return list != i }

// listGoesOn reports whether a further member with "and" follows the phrase at i.
func (s *Sentence) listGoesOn(i int) bool {
	for n := 0; n < 40; n++ {
		next, conj := s.nextMember(i)
		if next < 0 {
			return n >= 1
		}
		if conj {
			return true
		}
		i = next
	}
	return false
}

// nextMember is the noun phrase that follows the one at i in a list, or -1, and whether a coordinator connects them.
// What belongs to the member itself is stepped over: of-phrases, brackets, a possessed noun.
func (s *Sentence) nextMember(i int) (next int, conj bool) {
	kinds := s.kindsIn(&s.Chunks[i])
	j := i + 1
	if s.Chunks[i].Owned && j < len(s.Chunks) && s.Chunks[j].Gen == i {
		kinds |= s.kindsIn(&s.Chunks[j])
	}
	j = s.afterBracket(j)
	sep := false
	for ; j < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case Comma, Semicolon:
			if sep {
				return -1, false
			}
			sep = true
			continue
		case Coordinator:
			if conj || s.adversative(j) {
				return -1, false
			}
			sep, conj = true, true
			continue
		case Adverb:
			if sep {
				continue
			}
		case NounPhrase:
			if !sep || s.kindsIn(&s.Chunks[j])&kinds == 0 || s.startsClause(i, j, conj) {
				return -1, false
			}
			return j, conj
		}
		return -1, false
	}
	return -1, false
}

func (s *Sentence) adversative(j int) bool { return s.Units[s.Chunks[j].First].Word == "but" }

// afterBracket steps over a bracket that opens at j.
func (s *Sentence) afterBracket(j int) int {
	if j >= len(s.Chunks) || s.Chunks[j].Kind != Open {
		return j
	}
	for k := j; k < len(s.Chunks); k++ {
		if s.Chunks[k].Kind == Close {
			return k + 1
		}
	}
	return j
}

// startsClause reports whether the phrase at j is the subject of a new clause rather than a list's member:
// a finite verb follows it, and the phrase at i is no subject of that verb (it has a preposition, or a verb stands before it).
func (s *Sentence) startsClause(i, j int, conj bool) bool {
	k := s.afterBracket(j + 1)
	if k >= len(s.Chunks) || s.Chunks[k].Kind != VerbGroup || !s.Chunks[k].Finite {
		return false
	}
	start := i
	if s.Chunks[i].List >= 0 {
		start = s.Chunks[i].List
	}
	if c := s.Chunks[start].Case; c == 0 && !conj {
		return true // In Russia, Kazakhstan joined …
	}
	for b := start - 1; b >= 0; b-- {
		switch s.Chunks[b].Kind {
		case VerbGroup:
			return s.Chunks[b].Finite && (conj || true) && !s.Chunks[b].Infinite
		case Relative, Subordinator, Semicolon, Colon:
			return false
		}
	}
	return false
}

// clauses numbers the clauses: a subordinator, a relative or a semicolon starts one, and so does a coordinator before a verb
// or before a phrase that is the subject of one.
func (s *Sentence) clauses() {
	n := 0
	for i := range s.Chunks {
		switch s.Chunks[i].Kind {
		case Subordinator, Relative, Semicolon:
			n++
		case Coordinator, Comma:
			if i+1 < len(s.Chunks) && s.newClauseAfter(i) {
				n++
			}
		}
		s.Chunks[i].Clause = n
	}
}

func (s *Sentence) newClauseAfter(i int) bool {
	j := i + 1
	for j < len(s.Chunks) && (s.Chunks[j].Kind == Adverb || s.Chunks[j].Kind == Coordinator) {
		j++
	}
	if j >= len(s.Chunks) {
		return false
	}
	if s.Chunks[j].Kind == VerbGroup {
		return s.Chunks[j].Finite && s.Chunks[i].Kind == Coordinator || s.Chunks[j].Gerund && s.Chunks[i].Kind == Comma
	}
	if s.Chunks[j].Kind != NounPhrase || s.Chunks[j].List != j || s.Chunks[j].Case >= 0 {
		return false
	}
	for k := j; k < len(s.Chunks); k++ {
		switch s.Chunks[k].Kind {
		case VerbGroup:
			return s.Chunks[k].Finite && s.verbBefore(i)
		case NounPhrase, Coordinator, Comma, Preposition, Open, Close, When, Adverb:
		default:
			return false
		}
	}
	return false
}

func (s *Sentence) verbBefore(i int) bool {
	for ; i >= 0; i-- {
		if s.Chunks[i].Kind == VerbGroup && s.Chunks[i].Finite {
			return true
		}
	}
	return false
}
