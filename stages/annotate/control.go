package annotate

// controller finds whose act an infinitive is: the object of "invited X to", the owner of "X's decision to", else the subject.
func (s *Sentence) controller(v, p int) int {
	c := &s.Chunks[v]
	first := p
	for q := p; q >= 0; q-- {
		switch s.Chunks[q].Kind {
		case VerbGroup:
			if s.Chunks[q].Gerund && q != p && !s.objectControl(q) {
				c.Parent = q
				return s.Chunks[q].Subject
			}
			c.Parent = q
			if o := s.Chunks[q].Object; o >= 0 && o < v && s.objectControl(q) && !s.Chunks[q].Passive {
				return o
			}
			return s.Chunks[q].Subject
		case Subordinator, Relative, Semicolon:
			return -1
		case NounPhrase:
			if owner := s.ownerOf(q, v); owner >= 0 {
				if g := s.governing(q); g >= 0 {
					c.Parent = g
				}
				return owner
			}
		}
	}
	if s.Chunks[first].Kind == NounPhrase && s.Chunks[first].Case < 0 {
		return s.listHead(first) // a headline: X to attend
	}
	return -1
}

// ownerOf is the possessor or of-phrase of a noun that takes an infinitive: the decision of A or by A to join, B's refusal to come.
func (s *Sentence) ownerOf(q, v int) int {
	switch s.Units[s.Chunks[q].Head].Word {
	case "decision", "plan", "plans", "refusal", "bid", "intention", "willingness", "desire", "promise", "pledge", "move", "choice", "readiness", "failure", "reluctance", "invitation", "attempt", "effort", "application", "request":
	default:
		return -1
	}
	if g := s.Chunks[q].Gen; g >= 0 {
		return g
	}
	if q+2 < v && s.Chunks[q+1].Kind == Preposition && s.leadsToOwner(q) && s.Chunks[q+2].Kind == NounPhrase {
		return q + 2
	}
	return -1
}

// leadsToOwner holds for the preposition behind the noun at q that says whose it is: the decision by A.
func (s *Sentence) leadsToOwner(q int) bool {
	word := s.Units[s.Chunks[q+1].First].Word
	return word == "of" || word == "by" && s.Units[s.Chunks[q].Head].Word == "decision"
}

// governing is the verb group before q in its clause, or -1.
func (s *Sentence) governing(q int) int {
	for p := q - 1; p >= 0; p-- {
		if s.Chunks[p].Kind == VerbGroup {
			return p
		}
	}
	return -1
}

// objectControl holds for verbs whose object does what the infinitive behind it says: "invited X to attend".
func (s *Sentence) objectControl(v int) bool {
	switch s.Chunks[v].Lemma {
	case "invite", "ask", "urge", "allow", "persuade", "convince", "force", "encourage", "press", "call", "permit", "enable", "want", "expect", "order", "lead", "prompt", "cause", "help", "send", "dispatch":
		return true
	}
	return false
}

// sharesPassive holds for a bare participle without an object that is joined to a passive: "was suspended in 2009 and readmitted in 2011".
func (s *Sentence) sharesPassive(v, q int) bool {
	c := &s.Chunks[v]
	if !s.Chunks[q].Passive || c.First != c.Last || s.Units[c.Head].Form&formParticiple == 0 {
		return false
	}
	return v+1 >= len(s.Chunks) || s.Chunks[v+1].Kind != NounPhrase
}

// shared is the subject of a verb that a coordinator joins to the one before it.
func (s *Sentence) shared(v, p int) int {
	for q := p; q >= 0; q-- {
		if s.Chunks[q].Kind == VerbGroup && !s.quotative(q) {
			if s.sharesAuxiliary(v, q) {
				return s.Chunks[q].Subject
			}
			if s.Chunks[v].Finite && s.freeRelative(q) {
				continue
			}
			if s.Chunks[v].Finite && (s.Chunks[q].Infinite || s.Chunks[q].Gerund) && q > 0 {
				continue
			}
			if s.Chunks[v].Finite && p > 0 && s.Chunks[p-1].Kind == Comma && (s.relativeOf(q) >= 0 || s.temporalOf(q)) {
				continue
			}
			s.Chunks[v].Parent = s.Chunks[q].Parent
			s.Chunks[v].Passive = s.Chunks[v].Passive || s.sharesPassive(v, q)
			return s.Chunks[q].Subject
		}
	}
	return -1
}

// temporalOf holds for a verb in a clause of time or place that a comma closes: "left, when Britain recognised Bangladesh, and returned".
func (s *Sentence) temporalOf(v int) bool {
	for p := v - 1; p >= 0 && s.Chunks[p].Clause == s.Chunks[v].Clause; p-- {
		if s.Chunks[p].Kind == Subordinator {
			w := s.Units[s.Chunks[p].First].Word
			return (w == "when" || w == "where" || w == "while" || w == "after" || w == "before") && p > 0 && s.Chunks[p-1].Kind == Comma
		}
	}
	return false
}
