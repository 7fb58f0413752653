package annotate

import "ties.dev/ties/stages/annotate/quantity"

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
		if e := s.adverbAside(j); conj && e >= 0 {
			j = e // and, most recently, Ecuador
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

// adverbAside is the comma that closes adverbs between commas, the first of them at j, or -1.
func (s *Sentence) adverbAside(j int) int {
	k := j + 1
	for s.Chunks[j].Kind == Comma && k < len(s.Chunks) && s.Chunks[k].Kind == Adverb {
		k++
	}
	if k > j+1 && k < len(s.Chunks) && s.Chunks[k].Kind == Comma {
		return k
	}
	return -1
}

// carrier is the phrase to which the one at i belongs by its prepositions: "a signatory" of "of the law of the sea".
func (s *Sentence) carrier(i int) int {
	for p := s.Chunks[i].Case; p > 0 && s.Chunks[p-1].Kind == NounPhrase; p = s.Chunks[i].Case {
		i = p - 1
	}
	return i
}

func indefiniteDet(c *Chunk) bool { return c.Det == "a" || c.Det == "an" }

// adversative holds for "but", unless it is that of "not only X but also Y".
func (s *Sentence) adversative(j int) bool {
	return s.Units[s.Chunks[j].First].Word == "but" && !(j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == Adverb && s.Units[s.Chunks[j+1].First].Word == "also")
}

// member is the phrase at j, or what it possesses, where that can stand in a list with the phrase at i; else -1.
func (s *Sentence) member(i, j int, conj bool) int {
	kinds := s.kindsIn(&s.Chunks[i])
	m := j
	if conj && s.Chunks[i].List == i && s.heldIn(i) && s.envoy(j) {
		return -1 // X came to the summit in Minsk, along with the president of Y
	}
	if conj && s.bareState(i) && indefiniteDet(&s.Chunks[j]) {
		return -1 // an ally of A, and a member of B
	}
	if conj && indefiniteDet(&s.Chunks[j]) && !indefiniteDet(&s.Chunks[i]) && indefiniteDet(&s.Chunks[s.carrier(i)]) {
		return -1 // a signatory of the treaty and a member of A
	}
	if s.owns(j) && !s.Chunks[i].Owned && s.envoy(j+1) {
		m = j + 1
	}
	if s.owns(j) && m == j && !conj {
		return -1 // "A and B, C's partners": an apposition
	}
	if !conj && s.Chunks[i].List == i && (s.bareState(i) || s.Units[s.Chunks[i].Head].Has(Place)) && s.envoy(m) && !s.amongStates(i, m) {
		return -1 // In Minsk, President X …
	}
	if s.kindsIn(&s.Chunks[m])&kinds == 0 && !s.unionAmong(i, m, conj) && !(conj && s.kin(&s.Chunks[m]) && s.envoy(i)) && !(conj && s.manyMore(m)) || s.ofEnvoy(i) && s.envoy(m) && !s.amongStates(i, m) && !(s.stateAndName(i) && s.stateAndName(m)) || s.startsClause(i, m, conj) {
		return -1
	}
	return m
}

// amongStates holds for an unknown name between the names of states, which is then no person's: "of Chile, Patagonia and Peru".
func (s *Sentence) amongStates(i, m int) bool {
	if !s.bareState(i) && !s.unknownName(i) || !s.unknownName(m) || m+2 >= len(s.Chunks) {
		return false
	}
	if k := s.Chunks[m+1].Kind; k != Comma && k != Coordinator {
		return false
	}
	n := m + 2
	if s.Chunks[n].Kind == Coordinator && n+1 < len(s.Chunks) {
		n++
	}
	return s.Chunks[n].Kind == NounPhrase && s.bareState(n)
}

// unknownName holds for a name of one or two words of which nothing is known.
func (s *Sentence) unknownName(i int) bool {
	c := &s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		if x := &s.Units[u]; x.Meanings != nil && onlyNamed(x) || x.Tag != TagName && x.Tag != TagAdj {
			return false
		}
	}
	return c.Last <= c.First+1 && s.Units[c.Head].Tag == TagName
}

// onlyNamed holds for a unit that names something: a cue alone does not.
func onlyNamed(u *Unit) bool { return !onlyCues(u.Meanings) }

// stateAndName holds for a state with the name of its leader behind it: "presidents of Belarus Alexander Lukashenko, Mongolia Ukhnaa Khurelsukh".
func (s *Sentence) stateAndName(i int) bool {
	c := &s.Chunks[i]
	first := c.First
	if s.Units[first].Tag == TagDet {
		first++
	}
	return first < c.Last && s.Units[first].Has(Country) && s.Units[first].Tag == TagName && s.Units[c.Last].Tag == TagName
}

// heldIn holds for a place behind "in" or "at", with no list before it.
func (s *Sentence) heldIn(i int) bool {
	c := &s.Chunks[i]
	if c.Case < 0 || c.Case != i-1 || !s.Units[c.Head].Has(Place) {
		return false
	}
	w := s.Units[s.Chunks[c.Case].First].Word
	return w == "in" || w == "at"
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
	if s.figureWith(i, j) {
		return s.saidTwice(j + 2)
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
		if j == end || !s.bareState(j) && !(j < len(s.Chunks) && s.Chunks[j].Kind == NounPhrase && s.amongStates(k, j)) || s.verbBehind(j) && s.verbBefore(k) {
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
