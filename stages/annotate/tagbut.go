package annotate

// excepts tells "all but Turkmenistan" and "every state but one" from the coordinator: a word for all stands before "but" in its phrase.
func (g *grammar) excepts(s *Sentence, i int) bool {
	if t := tag(s, i+1); t != TagName && t != TagNum && t != TagDet && t != TagPron {
		return false
	}
	if g.butOne(s, i) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch s.Units[k].Word {
		case "all", "every", "everyone", "everybody", "nobody", "none", "anything", "nothing", "each":
			return true
		}
		switch s.Units[k].Tag {
		case TagNoun, TagName, TagAdj, TagNum, TagPrep, TagPron, TagDet:
		default:
			return false
		}
	}
	return false
}

// butReach is how many words before "but" the negation may stand that it makes an exception to.
const butReach = 14

// butOne tells "no leader came to Moscow but Igor Dodon" from a clause that "but" opens: a negative subject stands before it in its
// clause, and no verb behind it.
func (g *grammar) butOne(s *Sentence, i int) bool {
	for j := i + 1; j < len(s.Units) && s.Units[j].Tag != TagStop && s.Units[j].Tag != TagComma; j++ {
		switch s.Units[j].Tag {
		case TagVerb, TagBe, TagModal, TagHave, TagDo, TagNeg, TagRel:
			return false
		}
	}
	for k := i - 1; k >= 0 && k >= i-butReach; k-- {
		switch s.Units[k].Word {
		case "no", "nobody", "none", "no one":
			return true
		}
		switch s.Units[k].Tag {
		case TagComma, TagSub, TagRel, TagSemicolon, TagConj:
			return false
		}
	}
	return false
}
