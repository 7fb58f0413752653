package annotate

import "strings"

// relate links the chunks: possessors, prepositions, lists, appositions, clauses, subjects and objects.
func (s *Sentence) relate() {
	s.attach()
	s.lists()
	s.asides()
	s.clefts()
	s.clauses()
	for i := range s.Chunks {
		if s.Chunks[i].Kind == VerbGroup {
			s.stillSo(i)
			s.Chunks[i].Subject = s.subject(i)
			s.Chunks[i].Object = s.object(i)
			if c := &s.Chunks[i]; c.Object >= 0 && c.Object == c.Subject && c.Lemma != "be" {
				c.Object = -1 // the subject stands behind its verb
			}
		}
	}
}

// stillSo makes a participle behind "remain" or "stay" the passive that it is: "Guinea remains suspended from the bloc".
func (s *Sentence) stillSo(v int) {
	if v == 0 || s.Chunks[v-1].Kind != VerbGroup || s.Units[s.Chunks[v].Head].Form&formParticiple == 0 || s.Chunks[v].Infinite {
		return
	}
	if l := s.Chunks[v-1].Lemma; l == "remain" || l == "stay" {
		s.Chunks[v].Passive, s.Chunks[v].Finite = true, false
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
			c.Negative = c.Negative || prev.Negative // neither A's president nor B's
		case prev.Kind == Preposition || prev.Kind == Excepting:
			c.Case = i - 1
		case prev.Kind == Adverb && i > 1 && s.Chunks[i-2].Kind == Preposition:
			c.Case = i - 2
		case c.Kind == NounPhrase && i > 3 && prev.Kind == Comma && s.Chunks[i-2].Kind == Adverb && s.Chunks[i-3].Kind == Comma && s.Chunks[i-4].Kind == Preposition:
			c.Case = i - 4 // filled by, among others, X
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
	if s.Units[c.Head].Cue("state_noun") != nil {
		set |= 1 // Kenya, Uganda and six other countries
	}
	if set == 0 {
		set = 1 << 15
		if s.Units[c.Head].Tag == TagName || s.Units[c.Head].Tag == TagPron {
			set |= 1 // an unknown name may be a person's
		}
		if s.unknownBody(c) {
			set |= 2
		}
	}
	return set
}

// unknownBody holds for a name that is in no gazetteer and can be that of an organisation: "the Danube Club", "PABSEC".
func (s *Sentence) unknownBody(c *Chunk) bool {
	if s.Units[c.Head].Tag != TagName || c.Owned {
		return false
	}
	name := s.Tokens[s.Units[c.Head].First].Text
	return c.Det == "the" || s.Units[c.Head].Cue("bloc_noun") != nil || c.First == c.Last && len(name) > 2 && strings.ToUpper(name) == name
}

// clauses numbers the clauses: a subordinator, a relative or a semicolon starts one, and so does a coordinator before a verb
// or before a phrase that is the subject of one.
func (s *Sentence) clauses() {
	n, depth := 0, 0
	for i := range s.Chunks {
		switch s.Chunks[i].Kind {
		case Open:
			depth++
		case Close:
			depth = max(depth-1, 0)
		case Semicolon:
			if depth == 0 { // "(2020: 15.7 percent; 2019: 16 percent)" is one aside
				n++
			}
		case Subordinator, Relative:
			n++
		case Colon:
			if depth == 0 && s.verbBefore(i) && s.finiteBehind(i) {
				n++
			}
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
	if j+2 < len(s.Chunks) && s.timeFollows(j) && (s.Chunks[j+2].Kind == VerbGroup || s.Chunks[i].Kind == Coordinator && s.Chunks[j+2].Kind == NounPhrase) {
		j += 2 // and in 2021 only X came
	}
	if j >= len(s.Chunks) {
		return false
	}
	if s.Chunks[j].Kind == VerbGroup {
		return s.Chunks[j].Finite && (s.Chunks[i].Kind == Coordinator || s.closedAdverbial(i) >= 0) || s.Chunks[j].Gerund && s.Chunks[i].Kind == Comma
	}
	if s.Chunks[i].Kind == Coordinator && s.Chunks[j].Kind == NounPhrase && s.Chunks[j].Case < 0 {
		j = s.possessed(j)
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

// timeFollows holds for the preposition of a date: "and on Friday is to meet".
func (s *Sentence) timeFollows(j int) bool {
	return s.Chunks[j].Kind == Preposition && j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == When
}

// finiteBehind reports whether a finite verb follows chunk i before the next mark or word that ends a clause.
func (s *Sentence) finiteBehind(i int) bool {
	for i++; i < len(s.Chunks); i++ {
		switch c := &s.Chunks[i]; c.Kind {
		case VerbGroup:
			if c.Finite {
				return true
			}
		case Semicolon, Relative, Subordinator, Colon:
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
