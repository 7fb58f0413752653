package annotate

import "ties.dev/ties/stages/annotate/quantity"

// lists joins noun phrases that commas and coordinators connect, and tells appositions from them.
func (s *Sentence) lists() {
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != NounPhrase || c.List < 0 && s.owns(i) {
			continue
		}
		if c.List < 0 {
			c.List = i
		}
		if e := s.explanation(i); e >= 0 {
			s.Chunks[e].Appos = s.explained(i, e)
		}
		next, conj := s.nextMember(i)
		if next < 0 {
			continue
		}
		n := &s.Chunks[next]
		if !conj && s.Chunks[c.List].Conj && s.behindSemicolon(next) && (s.startsSentence(next) || s.newClause(next)) {
			continue // A and B belong; C and D do not
		}
		if !conj && s.Chunks[c.List].Conj && n.Owned && s.owns(next) && !s.listGoesOn(next) {
			continue // Chile and Mexico, Peru's partners: the list ended with "and"
		}
		if !conj && s.figureBeside(next, next+1) && !s.figureBeside(i, i+1) {
			continue // sends 39 percent to A, B 31 percent
		}
		if conj && s.gapped(i, next) {
			continue // A is a member and B an observer
		}
		if !conj && s.interposed(i) {
			continue // is, like Malawi, a member
		}
		if !conj && (s.opener(i) || s.besideOpener(i)) && next+1 < len(s.Chunks) && s.Chunks[next+1].Kind == VerbGroup && s.Chunks[next+1].Finite && s.Chunks[next-1].Kind == Comma {
			continue // In 2018, before the crash, the share was; near Oslo, the capital of Norway, Sweden runs
		}
		if !conj && s.behindParticiple(i) && s.rowBeforeVerb(next) {
			continue // Driven by the war in Ukraine, Sweden and Finland have applied
		}
		if !conj && s.behindSemicolon(next) && (!s.listGoesOn(next) || s.verbBefore(i)) && s.newClause(next) {
			continue // A came to B; C, who had been ill, did not
		}
		if !conj && !s.listGoesOn(next) && !s.hasMembers(c.List, i) && !s.enumerates(i, next) {
			n.Appos = i // two phrases with a bare comma between: the second explains the first
			if n.Case < 0 {
				n.Case = c.Case
			}
			continue
		}
		if n.Case >= 0 && s.Chunks[n.Case].First > s.Units[c.Last].First && n.Case > i {
			continue // it has a preposition of its own
		}
		if !conj && s.Chunks[c.List].Conj && !s.listGoesOn(next) {
			continue // Chile and Mexico, Peru's partners
		}
		if !conj && c.List == i && s.introducesNames(i, next) {
			n.Appos = i // the country's neighbours, Serbia and Montenegro
			continue
		}
		n.List = c.List
		s.Chunks[c.List].Conj = s.Chunks[c.List].Conj || conj
		if n.Case < 0 {
			n.Case = c.Case
		}
	}
}

// datedAside is the comma that closes a date between commas which starts at chunk j, or -1.
func (s *Sentence) datedAside(j int) int {
	k := j + 1
	if s.Chunks[j].Kind != Comma || k >= len(s.Chunks) {
		return -1
	}
	if s.Chunks[k].Kind == Preposition {
		k++
	}
	if k+1 < len(s.Chunks) && s.Chunks[k].Kind == When && s.Chunks[k+1].Kind == Comma {
		return k + 1
	}
	return -1
}

// startsSentence holds where the phrases in a row from chunk j on stand right before a finite verb.
func (s *Sentence) startsSentence(j int) bool {
	for ; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case NounPhrase, Comma, Coordinator, Adverb, Preposition:
		case VerbGroup:
			return c.Finite
		default:
			return false
		}
	}
	return false
}

// behindSemicolon holds for a phrase with a semicolon before it and its possessor.
func (s *Sentence) behindSemicolon(i int) bool {
	if g := s.Chunks[i].Gen; g >= 0 {
		i = g
	}
	return i > 0 && s.Chunks[i-1].Kind == Semicolon
}

// newClause holds where a finite verb follows the phrase at j, behind its possessed noun, its of-phrase and a relative clause at most.
func (s *Sentence) newClause(j int) bool {
	relative := false
	for ; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case Relative:
			relative = true
		case VerbGroup:
			if c.Finite && !relative {
				return true
			}
		case Comma:
			relative = relative && s.closedRelative(j) < 0
		case Semicolon, Colon, Subordinator:
			return false
		}
	}
	return false
}

// opener holds for a phrase with a preposition before which nothing but dates stands in the sentence.
func (s *Sentence) opener(i int) bool {
	p := s.Chunks[i].Case
	if p < 0 || p != i-1 {
		return false
	}
	for j := range p {
		switch c := &s.Chunks[j]; c.Kind {
		case Preposition, When, Comma, Adverb:
		case NounPhrase: // in terms of remittances as a share of GDP
			if j == 0 || s.Chunks[j-1].Kind != Preposition || s.named(c) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// gapped holds where the phrase behind a coordinator is the subject of a clause that leaves its linking verb out.
func (s *Sentence) gapped(i, next int) bool {
	c, n := &s.Chunks[i], &s.Chunks[next]
	if c.Det != "a" && c.Det != "an" || n.Det != "" || next+1 >= len(s.Chunks) {
		return false
	}
	x := &s.Chunks[next+1]
	return x.Kind == NounPhrase && (x.Det == "a" || x.Det == "an") && x.Gen < 0
}

// interposed holds for a phrase that stands with its preposition between the commas behind a linking verb.
func (s *Sentence) interposed(i int) bool {
	p := s.Chunks[i].Case
	if p < 2 || s.Chunks[p-1].Kind != Comma || s.Units[s.Chunks[p].First].Word != "like" {
		return false
	}
	b := p - 2
	for b > 0 && s.Chunks[b].Kind == Adverb {
		b--
	}
	return s.Chunks[b].Kind == VerbGroup
}

// enumerates holds for two names of states behind a colon or dash, or in a bracket: "Members: India, Pakistan", "two members (India, Pakistan)".
func (s *Sentence) enumerates(i, next int) bool {
	if i == 0 || s.Chunks[i-1].Kind != Colon && s.Chunks[i-1].Kind != Dash && s.Chunks[i-1].Kind != Open {
		return false
	}
	for _, j := range []int{i, next} {
		m := s.Units[s.Chunks[j].Head].Meaning(Country)
		if m == nil || m.Form != Name || s.Chunks[j].Owned {
			return false
		}
	}
	return true
}

// hasMembers reports whether a phrase before i is in the list already.
func (s *Sentence) hasMembers(list, i int) bool { return list != i }

// owns holds for a possessor with its noun right behind it: "Armenia's prime minister", not "Uzbekistan's and …".
func (s *Sentence) owns(i int) bool {
	return s.Chunks[i].Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i
}

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

// figureAside is the comma behind a percentage between commas that is said of the name of a state at i: "A, with 60 percent, and B"; or -1.
func (s *Sentence) figureAside(i, j int) int {
	if j != i+1 || j+3 >= len(s.Chunks) || s.Chunks[j].Kind != Comma || s.Chunks[j+1].Kind != Preposition || s.Chunks[j+3].Kind != Comma || !s.Units[s.Chunks[i].Head].Has(Country) || s.Chunks[i].Owned {
		return -1
	}
	q := s.Units[s.Chunks[j+2].Last].Quantity
	if w := s.Units[s.Chunks[j+1].First].Word; w != "with" && w != "at" || q < 0 || s.Quantities[q].Unit != quantity.Percent {
		return -1
	}
	return j + 3
}

// saidTwice is the chunk behind an "or" and a figure at chunk k, else k: "with $3 billion or 12 percent".
func (s *Sentence) saidTwice(k int) int {
	if k+1 >= len(s.Chunks) || s.Chunks[k].Kind != Coordinator || s.Units[s.Chunks[k].First].Word != "or" || s.Units[s.Chunks[k+1].Last].Quantity < 0 {
		return k
	}
	return k + 2
}

// figureWith holds for a percentage or a sum behind "with" that is said of the name of a state at i in a list: "A with $3 billion, B with $2 billion".
func (s *Sentence) figureWith(i, j int) bool {
	if j != i+1 || j+3 >= len(s.Chunks) || s.Chunks[j].Kind != Preposition || s.Units[s.Chunks[j].First].Word != "with" || !s.Units[s.Chunks[i].Head].Has(Country) || s.Chunks[i].Owned {
		return false
	}
	q := s.Units[s.Chunks[j+1].Last].Quantity
	if q < 0 || s.Quantities[q].Unit != quantity.Percent && s.Quantities[q].Unit != quantity.Money {
		return false
	}
	for k := s.saidTwice(j + 2); k < len(s.Chunks) && k <= j+7; k++ {
		switch s.Chunks[k].Kind {
		case Comma, Coordinator:
		case NounPhrase: // the next one of the list, with a figure of its own
			w := k + 1
			return s.Chunks[k-1].Kind != NounPhrase && s.Units[s.Chunks[k].Head].Has(Country) && w < len(s.Chunks) && s.Chunks[w].Kind == Preposition && s.Units[s.Chunks[w].First].Word == "with"
		default:
			return false
		}
	}
	return false
}
