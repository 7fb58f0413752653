package annotate

// subject is the noun phrase that does, or under a passive suffers, what the verb group at v says; -1 if none is found.
// It also sets Parent where the verb takes its subject from another one.
func (s *Sentence) subject(v int) int {
	c := &s.Chunks[v]
	p := v - 1
	for p >= 0 && (s.Chunks[p].Kind == Adverb || s.Chunks[p].Kind == When) {
		p--
	}
	if s.quotative(v) {
		return s.firstPhrase(v + 1)
	}
	if c.Finite && (c.Lemma == "be" || invertible[c.Lemma]) && s.opensBare(v) && s.namesBehind(v) {
		return s.inverted(v) // last to arrive was X
	}
	if c.Finite && invertible[c.Lemma] && s.allFronted(v) && s.namesBehind(v) {
		return s.inverted(v) // on the other side, speaking German, sat X
	}
	if p < 0 && (c.Reduced || c.Gerund) {
		return s.mainSubject(v, p) // Founded by A and B, the bloc …
	}
	if p < 0 {
		return s.inverted(v)
	}
	switch {
	case c.Finite && s.Chunks[p].Kind == NounPhrase && s.Chunks[p].Case < 0 && s.Units[s.Chunks[p].First].Word == "whose":
		return p // X, whose country has applied
	case c.Finite && s.Chunks[p].Kind == Comma && s.closedRelative(p) >= 0:
		return s.wholeList(s.antecedent(s.closedRelative(p))) // Senegal, which surrounds the Gambia, had …
	case c.Finite && s.Chunks[p].Kind == Comma && s.participial(p) >= 0:
		return s.Chunks[s.participial(p)].Subject // X, first set to skip the summit, came
	case c.Finite && s.Chunks[p].Kind == Comma && s.inSeries(v, p) >= 0:
		return s.Chunks[s.inSeries(v, p)].Subject // A borders B, owns its railway, and is …
	case c.Finite && s.closedAdverbial(p) > 0:
		return s.leftSubject(v, s.closedAdverbial(p)-1) // leaders who, if it is true, come; X, as it says, is
	case c.Infinite:
		return s.controller(v, p)
	case s.Chunks[p].Kind == Coordinator:
		return s.shared(v, p)
	case s.Chunks[p].Kind == Relative:
		return s.agreeing(v, s.antecedent(p))
	case s.Chunks[p].Kind == Preposition && c.Gerund && s.blamed(p) >= 0:
		return s.blamed(p) // thanked X for coming
	case s.Chunks[p].Kind == Preposition && c.Gerund, s.Chunks[p].Kind == Subordinator && !c.Finite:
		return s.mainSubject(v, p)
	case s.Chunks[p].Kind == VerbGroup && c.Finite && c.Lemma == "be" && s.frontedRelative(p):
		return s.inverted(v) // Among those who came were …
	case s.Chunks[p].Kind == VerbGroup:
		if !c.Gerund || !s.Chunks[p].Reduced { // transfers received amounting to 3 percent
			c.Parent = p
		}
		return s.Chunks[p].Subject
	case c.Reduced && s.Chunks[p].Kind == Comma && s.ranked(v, p):
		return s.mainSubject(v, p) // A accounts for 20 percent, followed by B
	case c.Reduced && s.Chunks[p].Kind == Comma && p > 0 && s.Chunks[p-1].Kind != VerbGroup && s.nearestPhrase(p) >= 0:
		return s.nearestPhrase(p) // Niger, suspended from the bloc, …
	case c.Gerund && s.Chunks[p].Kind == Comma && s.gerundAside(v):
		return s.listHead(s.nearestPhrase(p)) // Malta, being a member of A, …
	case (c.Gerund || c.Reduced) && s.Chunks[p].Kind == Comma:
		return s.mainSubject(v, p)
	case c.Gerund && s.behindWord(p, "as"):
		return s.mainSubject(v, p) // A stands as its main partner, taking or supplying …
	case c.Gerund && s.behindWord(p, "with"):
		return s.listHead(p) // with A, B and C being …
	case c.Gerund || c.Reduced:
		if n := s.nearestPhrase(p); n < 0 || !c.Perfect || !s.ofEnvoy(n) {
			if n >= 0 && s.withList(n) {
				return s.listHead(n) // with the presidents of A and B pulling out
			}
			return n
		} else {
			return s.listHead(s.Chunks[s.listHead(n)].Case - 1) // the president of A having landed
		}
	}
	if c.Finite && s.behindOpener(p) {
		return p // after years of talks, two votes and a change of government, A joined
	}
	return s.leftSubject(v, p)
}

// behindWord holds for a noun phrase behind the preposition.
func (s *Sentence) behindWord(p int, word string) bool {
	c := &s.Chunks[p]
	return c.Kind == NounPhrase && c.Case >= 0 && s.Units[s.Chunks[c.Case].First].Word == word
}

// ranked holds for a participle that says who comes next behind a value, which nobody follows.
func (s *Sentence) ranked(v, p int) bool {
	n := s.nearestPhrase(p)
	return n >= 0 && comingNext[s.Chunks[v].Lemma] && s.Units[s.Chunks[n].Head].Quantity >= 0
}

// comingNext are verbs whose participle says who has the next place.
var comingNext = map[string]bool{"follow": true, "trail": true, "tail": true}

// withList holds for the last of a list of those who hold offices behind "with".
func (s *Sentence) withList(n int) bool {
	if l := s.ofHolder(n); l >= 0 {
		n = l
	}
	h := s.listHead(n)
	p := s.Chunks[h].Case
	return h != n && p >= 0 && p < h && s.Units[s.Chunks[p].First].Word == "with" && s.envoy(h)
}

// ofHolder is the office whose of-phrase or its list the phrase at n is in: "the president" of "the president of A"; or -1.
func (s *Sentence) ofHolder(n int) int {
	if !s.ofEnvoy(n) {
		return -1
	}
	return s.Chunks[s.listHead(n)].Case - 1
}

// participial is the verb, with the look of a past form, of an aside between commas right behind a subject, which the comma at p closes: the
// participle that it then is; or -1.
func (s *Sentence) participial(p int) int {
	for q := p - 1; q > 1; q-- {
		switch c := &s.Chunks[q]; c.Kind {
		case VerbGroup:
			if c.Infinite || c.Gerund {
				continue
			}
			last := &s.Units[c.Last]
			if s.Chunks[q-1].Kind != Comma || s.Chunks[q-2].Kind != NounPhrase || c.Subject < 0 || c.Subject > q-2 || c.Reduced || c.Passive || last.Tag != TagVerb || last.Form&formParticiple == 0 || s.Chunks[c.Subject].Case >= 0 {
				return -1
			}
			for u := c.First; u < c.Last; u++ {
				if s.Units[u].Tag != TagAdv {
					return -1
				}
			}
			return q
		case NounPhrase, Preposition, Adverb, When:
		default:
			return -1
		}
	}
	return -1
}

// mainSubject is the subject of the main verb for a clause without one of its own: "After joining NATO, Finland …", "…, accounting for".
func (s *Sentence) mainSubject(v, p int) int {
	for q := p; q >= 0; q-- {
		if s.Chunks[q].Kind == VerbGroup && s.Chunks[q].Finite {
			return s.Chunks[q].Subject
		}
	}
	if q := s.invertedBe(v); p < 0 && q >= 0 { // Standing beside him were …
		return q
	}
	for q := v + 1; q < len(s.Chunks); q++ { // fronted: the subject comes after the comma
		if s.Chunks[q].Kind == Comma {
			for r := q + 1; r < len(s.Chunks); r++ {
				if s.Chunks[r].Kind == NounPhrase && s.Chunks[r].Case < 0 && !s.Chunks[r].Owned && !s.ofObject(v, r) {
					return r
				}
				if s.Chunks[r].Kind == VerbGroup {
					break
				}
			}
			break
		}
	}
	return -1
}
