package annotate

// opensClause holds for a date at the head of a clause, by itself or with "in": "In 2022 remittances …", "this year exports …".
func (s *Sentence) opensClause(i int) bool {
	if tag(s, i-1) == TagPrep && s.Units[i-1].Word != "of" {
		i--
	}
	switch tag(s, i-1) {
	case TagStop, TagComma, TagConj, TagSub, TagSemicolon, TagColon, TagDash:
		return true
	}
	return false
}

// leavesPlace holds where unit i is the subject after a state that opens the clause with a preposition and no comma:
// "In Kenya exports rose", "In Mali and Niger remittances fell".
func (s *Sentence) leavesPlace(i int) bool {
	if i > 0 && tag(s, i) == TagName && s.Units[i].Has(Country) && s.Units[i-1].Has(Organization) {
		return s.opensWithBody(i)
	}
	if tag(s, i) != TagNoun || i == 0 {
		return false
	}
	p := i - 1
	if noun := s.Units[p].Cue("state_noun"); noun != nil && noun.Plural && p > 0 && (tag(s, p-1) == TagPredet || tag(s, p-1) == TagDet || tag(s, p-1) == TagNum) {
		p-- // in both countries receipts fell
		return tag(s, p-1) == TagPrep && s.Units[p-1].Word == "in" && s.opensClause(p) && s.subjectFollows(i)
	}
	if !s.Units[i-1].Has(Country) || tag(s, i-1) != TagName {
		return false
	}
	for tag(s, p) == TagName || tag(s, p) == TagConj || tag(s, p) == TagComma {
		p--
	}
	return tag(s, p) == TagPrep && s.Units[p].Word == "in" && s.opensClause(p+1) && s.subjectFollows(i)
}

// opensWithBody holds where unit i is the subject after an organisation that opens the clause with a preposition: "In the CIS Turkmenistan is",
// "From NATO and the EU Switzerland has kept away".
func (s *Sentence) opensWithBody(i int) bool {
	p := i - 1
	for t := tag(s, p); t == TagName || t == TagConj || t == TagComma || t == TagDet; t = tag(s, p) {
		p--
	}
	return tag(s, p) == TagPrep && s.opensClause(p+1) && s.subjectFollows(i)
}

// verbBehindAside holds for a comma that opens an aside without a verb, right behind which the verb of its subject stands:
// "remittances, nearly all of them from miners, came".
func (s *Sentence) verbBehindAside(i int) bool {
	for n := 0; n < 16; n++ {
		i++
		switch tag(s, i) {
		case TagNoun, TagName, TagAdj, TagPrep, TagNum, TagDet, TagPredet, TagPron, TagConj, TagAdv, TagHyphen:
		case TagComma:
			switch t := tag(s, i+1); t {
			case TagBe, TagModal, TagHave:
				return true
			case TagVerb:
				return s.Units[i+1].Form&formPast != 0 || s.Units[i+1].Form&formS != 0
			}
			return false
		default:
			return false
		}
	}
	return false
}

// subjectFollows reports whether a noun phrase and then, with no more than an aside between, a finite verb stand at unit i.
func (s *Sentence) subjectFollows(i int) bool {
	for n := 0; i < len(s.Units) && n < 12; i, n = i+1, n+1 {
		switch t := tag(s, i); t {
		case TagBe, TagModal, TagHave, TagDo:
			return n > 0
		case TagVerb:
			return n > 0 && s.Units[i].Form&(formBase|formS|formPast) != 0
		case TagComma:
			return n > 0 && s.verbBehindAside(i)
		case TagNoun, TagName, TagAdj, TagGen, TagPrep, TagNum, TagDet, TagHyphen, TagPoss, TagAdv:
		default:
			return false
		}
	}
	return false
}

// besideOpener holds for the last phrase of what explains the phrase that opens the sentence: "Near Oslo, the capital of Norway, …".
func (s *Sentence) besideOpener(i int) bool {
	if p := s.Chunks[i].Case; p > 0 && p == i-1 && s.Units[s.Chunks[p].First].Word == "of" {
		i = p - 1
	}
	a := s.Chunks[i].Appos
	return a >= 0 && a < i && s.opener(a)
}

// rowOpensClause holds where a row of names of states from unit i on is the subject of a finite verb right behind it, one for several: "since A,
// B and C joined", not "after A and B is".
func (g *grammar) rowOpensClause(s *Sentence, i int) bool {
	joined := false
	for end := i + longestRow; i < len(s.Units) && i < end; i++ {
		u := &s.Units[i]
		switch {
		case u.Tag == TagConj && !joined:
			joined = true
		case u.Tag == TagComma, u.Tag == TagDet && u.Word == "the":
		case u.Tag == TagName && u.Has(Country):
			if t := tag(s, i+1); t != TagName && t != TagComma && t != TagConj {
				return joined && (t == TagVerb || t == TagHave || t == TagBe || t == TagModal || t == TagDo) && g.finiteAt(s, i+1) && !singular[s.Units[i+1].Word]
			}
		default:
			return false
		}
	}
	return false
}

// longestRow is up to how many units a row of states may have that is read before its verb.
const longestRow = 30

// singular are the verbs that no row of names has.
var singular = map[string]bool{"is": true, "was": true, "has": true, "does": true}

// behindParticiple holds for a phrase of what a sentence puts before its subject, where that starts with a participle: "Driven by the war in A, B came".
func (s *Sentence) behindParticiple(i int) bool {
	if first := &s.Chunks[0]; s.Chunks[i].Case < 0 || first.Kind != VerbGroup || first.Finite || first.Infinite {
		return false
	}
	for j := 1; j < i; j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case NounPhrase:
			if c.Case < 0 && !c.Owned && c.Gen < 0 {
				return false
			}
		case Preposition, When, Adverb:
		default:
			return false
		}
	}
	return true
}

// rowBeforeVerb holds where the phrases from chunk j on are a row that a coordinator ends right before a finite verb: "A, B and C have".
func (s *Sentence) rowBeforeVerb(j int) bool {
	joined := false
	for ; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case NounPhrase:
		case Comma:
			if joined {
				return false
			}
		case Coordinator:
			joined = true
		case VerbGroup:
			return joined && c.Finite
		default:
			return false
		}
	}
	return false
}
