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

// enumerates holds for two names of states behind a colon or dash: "Members: India, Pakistan".
func (s *Sentence) enumerates(i, next int) bool {
	if i == 0 || s.Chunks[i-1].Kind != Colon && s.Chunks[i-1].Kind != Dash {
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

// nextMember is the noun phrase that follows the one at i in a list, or -1, and whether a coordinator connects them.
// What belongs to the member itself is stepped over: of-phrases, brackets, a possessed noun.
func (s *Sentence) nextMember(i int) (next int, conj bool) {
	sep := false
	if w := s.Units[s.Chunks[i].Head].Word; w == "there" || w == "here" {
		return -1, false
	}
	for j := s.memberEnd(i); j < len(s.Chunks); j++ {
		if e := s.datedAside(j); conj && e >= 0 {
			j = e // and, since June, Vietnam
			continue
		}
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
			if sep {
				return s.member(i, j, conj), conj
			}
		}
		return -1, false
	}
	return -1, false
}

// adversative holds for "but", unless it is that of "not only X but also Y".
func (s *Sentence) adversative(j int) bool {
	return s.Units[s.Chunks[j].First].Word == "but" && !(j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == Adverb && s.Units[s.Chunks[j+1].First].Word == "also")
}

// member is the phrase at j, or what it possesses, where that can stand in a list with the phrase at i; else -1.
func (s *Sentence) member(i, j int, conj bool) int {
	kinds := s.kindsIn(&s.Chunks[i])
	m := j
	if conj && s.bareState(i) && (s.Chunks[j].Det == "a" || s.Chunks[j].Det == "an") {
		return -1 // an ally of A, and a member of B
	}
	if s.owns(j) && !s.Chunks[i].Owned && s.envoy(j+1) {
		m = j + 1
	}
	if s.owns(j) && m == j && !conj {
		return -1 // "A and B, C's partners": an apposition
	}
	if !conj && s.Chunks[i].List == i && (s.bareState(i) || s.Units[s.Chunks[i].Head].Has(Place)) && s.envoy(m) {
		return -1 // In Minsk, President X …
	}
	if s.kindsIn(&s.Chunks[m])&kinds == 0 && !(conj && s.kin(&s.Chunks[m]) && s.envoy(i)) && !(conj && s.manyMore(m)) || s.ofEnvoy(i) && s.envoy(m) || s.startsClause(i, m, conj) {
		return -1
	}
	return m
}

// manyMore holds for a number of others that ends a list: "China, India and dozens of other countries".
func (s *Sentence) manyMore(i int) bool {
	return s.Units[s.Chunks[i].Head].Cue("multitude") != nil && i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == Preposition && belongs(s.Units[s.Chunks[i+1].First].Word)
}

// kin holds for who comes along with someone: "his wife", "her delegation".
func (s *Sentence) kin(c *Chunk) bool {
	return (c.Owner == "his" || c.Owner == "her") && s.Units[c.Head].Cue("companion") != nil
}

// envoy holds for a phrase that names a person or an office, as far as can be told: an unknown name may be a person's.
func (s *Sentence) envoy(i int) bool {
	c := &s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Has(Person) || s.Units[u].Has(Office) {
			return true
		}
	}
	return s.Units[c.Head].Tag == TagName && s.Units[c.Head].Meanings == nil
}

// ofEnvoy holds for the states of an office or person: the presidents of A, B and C, and the prime minister of D.
func (s *Sentence) ofEnvoy(i int) bool {
	at := s.Chunks[s.listHead(i)].Case
	return at > 0 && at < i && belongs(s.Units[s.Chunks[at].First].Word) && s.Chunks[at-1].Kind == NounPhrase && s.envoy(at-1)
}

func belongs(prep string) bool { return prep == "of" || prep == "from" }

// memberEnd is the chunk after the phrase at i and what belongs to it.
func (s *Sentence) memberEnd(i int) int {
	j := s.afterBracket(i + 1)
	if s.figureBeside(i, j) {
		return j + 1
	}
	if k := s.figureAside(i, j); k >= 0 {
		return k
	}
	if !s.envoy(i) || j+1 >= len(s.Chunks) {
		return j
	}
	if s.Chunks[j].Kind == Preposition && belongs(s.Units[s.Chunks[j].First].Word) {
		j = s.afterStates(j + 1)
	}
	return s.afterAside(j)
}

// figureBeside holds for a percentage right behind the name of a state, its figure in a list: "A 36%, B 15% and C 7%".
func (s *Sentence) figureBeside(i, j int) bool {
	if j != i+1 || j+1 >= len(s.Chunks) || s.Chunks[j].Kind != NounPhrase || s.Chunks[j].First != s.Chunks[j].Last || s.Chunks[i].Owned || !s.Units[s.Chunks[i].Head].Has(Country) {
		return false
	}
	q := s.Units[s.Chunks[j].First].Quantity
	return q >= 0 && s.Quantities[q].Unit == quantity.Percent
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

// afterAside steps over a relative clause between commas: "X, who looked unwell, and the prime minister of Y".
func (s *Sentence) afterAside(j int) int {
	if j+1 >= len(s.Chunks) || s.Chunks[j].Kind != Comma || s.Chunks[j+1].Kind != Relative && s.Chunks[j+1].Owner != "whose" {
		return j
	}
	verb := false
	for k := j + 2; k+1 < len(s.Chunks); k++ {
		switch c := &s.Chunks[k]; c.Kind {
		case VerbGroup:
			verb = verb || c.Finite
		case Semicolon, Colon, Dash:
			return j
		case Comma:
			if next := &s.Chunks[k+1]; verb && (next.Kind == Coordinator || next.Kind == NounPhrase && s.envoy(k+1)) {
				return k
			}
		}
	}
	return j
}

// afterStates is the chunk after the states in a row from k on: A, B and C.
func (s *Sentence) afterStates(k int) int {
	if !s.bareState(k) {
		return k + 1
	}
	for {
		end := s.afterBracket(k + 1)
		j := end
		for j < len(s.Chunks) && j < end+2 && (s.Chunks[j].Kind == Comma || s.Chunks[j].Kind == Coordinator && !s.adversative(j)) {
			j++
		}
		if j == end || !s.bareState(j) || s.verbBehind(j) && s.verbBefore(k) {
			return end
		}
		k = j
	}
}

// verbBehind holds where the phrase at j is right before a finite verb.
func (s *Sentence) verbBehind(j int) bool {
	j = s.afterBracket(j + 1)
	return j < len(s.Chunks) && s.Chunks[j].Kind == VerbGroup && s.Chunks[j].Finite
}

// bareState holds for a phrase that names a state or a group of states, and nobody in it.
func (s *Sentence) bareState(k int) bool {
	if k >= len(s.Chunks) || s.Chunks[k].Kind != NounPhrase || s.owns(k) {
		return false
	}
	return s.kindsIn(&s.Chunks[k]) == 1 && !s.envoy(k)
}

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

// pairOpensClause holds where the phrase at j and those that a coordinator joins to it stand right before a finite verb.
func (s *Sentence) pairOpensClause(j int) bool {
	k := s.memberEnd(j)
	if k+1 >= len(s.Chunks) || s.Chunks[k].Kind != Coordinator || s.Chunks[k+1].Kind != NounPhrase {
		return false
	}
	k = s.memberEnd(k + 1)
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
