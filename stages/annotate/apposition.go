package annotate

import "strings"

// explanation is the phrase with a common noun that stands beside the name at i and says what it is, or -1: "Norway, a founding
// member of NATO, …", "the EAEU — a bloc led by Russia —". It has a determiner or none, and its aside ends before any verb of the clause.
func (s *Sentence) explanation(i int) int {
	c := &s.Chunks[i]
	j := s.afterBracket(i + 1)
	if !s.named(c) && !s.meansState(c) || c.Owned || j+1 >= len(s.Chunks) || s.frontedWith(c) {
		return -1
	}
	if k := s.Chunks[j].Kind; k != Comma && k != Dash {
		return -1
	}
	for j++; j < len(s.Chunks) && s.Chunks[j].Kind == Adverb; j++ {
	}
	if j >= len(s.Chunks) || s.Chunks[j].Kind != NounPhrase || s.named(&s.Chunks[s.possessed(j)]) && !s.Units[s.Chunks[s.possessed(j)].Head].Has(Office) || s.Units[s.Chunks[j].Head].Tag == TagPron || s.Units[s.Chunks[j].First].Word == "whose" || s.pairs(j) {
		return -1
	}
	if s.bareState(i) && s.envoy(s.possessed(j)) {
		return -1 // beside a state its leader is no name for it
	}
	if s.asideEnds(j) {
		return s.possessed(j)
	}
	return -1
}

// explained is what the phrase at e beside the name at i says something of: the whole list that the name ends where the phrase
// is a plural ("Tunisia and Libya, both members of …"), else the name.
func (s *Sentence) explained(i, e int) int {
	c := &s.Chunks[e]
	if l := s.Chunks[i].List; l >= 0 && l < i && (c.Det == "both" || c.Det == "all" || s.pluralHead(c)) {
		return l
	}
	return i
}

func (s *Sentence) pluralHead(c *Chunk) bool {
	w := s.Units[c.Head].Word
	return s.Units[c.Head].Tag == TagNoun && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && c.Det != "a" && c.Det != "an"
}

// named holds for a phrase whose head is a name.
func (s *Sentence) named(c *Chunk) bool {
	u := &s.Units[c.Head]
	return u.Tag == TagName || u.Has(Country) || u.Has(Organization) || u.Has(Person) || u.Has(Group)
}

// meansState holds for a definite noun that takes a state up: "the country", "both countries".
func (s *Sentence) meansState(c *Chunk) bool {
	return c.Case < 0 && (c.Det == "the" || c.Det == "this" || c.Det == "both") && s.Units[c.Head].Cue("own_state") != nil && c.Last == c.First+1
}

// frontedWith holds for a name with a preposition that opens the sentence: "In Georgia, a party …".
func (s *Sentence) frontedWith(c *Chunk) bool {
	return c.Case >= 0 && (c.Case == 0 || s.Chunks[c.Case-1].Kind == Coordinator || s.Chunks[c.Case-1].Kind == Subordinator)
}

// pairs holds where a coordinator and a name follow the phrase at j, which is then a member of a list; with another description
// behind it ("an EU candidate and traditional ally of Moscow") it is not.
func (s *Sentence) pairs(j int) bool {
	if j+1 >= len(s.Chunks) || s.Chunks[j+1].Kind != Coordinator {
		return false
	}
	return j+2 >= len(s.Chunks) || s.Chunks[j+2].Kind != NounPhrase || s.named(&s.Chunks[j+2]) || !s.asideEnds(j+2) || s.endsSentence(j+2)
}

// endsSentence holds where no mark closes what the phrase at j belongs to before the end.
func (s *Sentence) endsSentence(j int) bool {
	for j++; j < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case Comma, Dash, Close:
			return false
		}
	}
	return true
}

// possessed is the phrase that the possessor at j belongs to, or j itself.
func (s *Sentence) possessed(j int) int {
	for s.Chunks[j].Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == NounPhrase {
		j++
	}
	return j
}

// asideEnds reports whether what starts at j is closed by a comma, a dash, a bracket, a relative clause, a coordinator that goes on
// with another clause, or the end of the sentence, with phrases and reduced participles alone in it.
func (s *Sentence) asideEnds(j int) bool {
	for k := j + 1; k < len(s.Chunks); k++ {
		switch c := &s.Chunks[k]; c.Kind {
		case Comma, Dash, Close, Relative, Semicolon, Open:
			return true
		case VerbGroup:
			if !c.Reduced && !c.Infinite {
				return false
			}
		case Other:
			return s.Units[c.First].Tag == TagStop
		case Subordinator:
			return s.Units[c.First].Word == "that" && s.Chunks[k-1].Kind == NounPhrase // a bloc that Russia leads
		case Colon:
			return false
		}
	}
	return true
}
