package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inContext mends the tag of unit i by its neighbours; units to the left have their final tags.
func (g *grammar) inContext(s *Sentence, i int) {
	u := &s.Units[i]
	if u.Tag == TagVerb && u.First < u.Last && g.tags[s.Tokens[u.First+1].Lower] == TagDet {
		return // heads the list: with its object it is no noun
	}
	if u.Word == "more" && g.moreThanDone(s, i) {
		u.Tag, s.Units[i+1].Tag = TagAdv, TagAdv
		return
	}
	if u.Word == "than" && u.Tag == TagAdv {
		return
	}
	if n := tag(s, i+1); (u.Word == "earlier" || u.Word == "later") && tag(s, i-1) == TagVerb && (n == TagComma || n == TagStop || n == TagConj) {
		u.Tag = TagAdv // had arrived earlier
	}
	if u.Word == "most" && tag(s, i+1) == TagAdv && tag(s, i-1) == TagComma {
		u.Tag = TagAdv // and, most recently, X
		return
	}
	switch u.Tag {
	case TagVerb:
		g.verbInContext(s, i)
	case TagPrep:
		switch {
		case u.Word == "since" && tag(s, i-1) == TagHave && i+1 < len(s.Units) && g.verbs[s.Tokens[s.Units[i+1].First].Lower]&formParticiple != 0:
			u.Tag = TagAdv // has since joined
		case u.known.verb&formGerund != 0 && g.governsNothing(s, i+1) && nounPhraseEnd(tag(s, i-1)):
			u.Tag, u.Lemma, u.Form = TagVerb, u.known.lemma, u.known.verb // with Cambodia following in 1999
		case u.known.verb&formGerund != 0 && tag(s, i-1) == TagDet:
			u.Tag = TagAdj // in the following five countries
		case u.Word == "to" && g.infinitive(s, i+1):
			u.Tag = TagTo
		case (u.Word == "as" && !s.verbless(i) || timeClauses[u.Word]) && u.First == u.Last && (g.opensClause(s, i+1) || timeClauses[u.Word] && g.rowOpensClause(s, i+1)):
			u.Tag = TagSub
		}
	case TagGen:
		if g.isContraction(s, i) {
			u.Tag = TagBe
		}
	case TagDet:
		switch before := tag(s, i-1); {
		case u.Word == "that":
			u.Tag = g.that(s, i)
		case u.Word == "each" && tag(s, i+1) == TagVerb && (before == TagNoun || before == TagName):
			u.Tag = TagAdv // A and B each confirmed
		case u.Word == "neither" && g.finiteAt(s, i+1):
			u.Tag = TagPron // neither came
		}
	case TagAdv:
		if tag(s, i-1) == TagDet && tag(s, i+1) != TagAdj && (u.Word == "back" || u.Word == "well" || u.Word == "far") {
			u.Tag = TagNoun
		}
	case TagSub:
		if before := tag(s, i-1); u.Word == "provided" && nounPhraseStart(tag(s, i+1)) && (nounPhraseStart(before) || before == TagConj || before == TagAdv) {
			u.Tag, u.Lemma, u.Form = TagVerb, "provide", formPast|formParticiple
			return
		}
		if u.Word == "once" && (tag(s, i-1) == TagBe || tag(s, i-1) == TagVerb || tag(s, i-1) == TagRel || tag(s, i-1) == TagComma && tag(s, i+1) == TagDet) {
			u.Tag = TagAdv
		}
	case TagPron:
		switch {
		case (u.Word == "who" || u.Word == "whom") && relativeAfter(tag(s, i-1)):
			u.Tag = TagRel
		case strings.HasSuffix(u.Word, "self") && tag(s, i-1) == TagHave && tag(s, i+1) == TagBe:
			u.Tag = TagAdv // has itself been suspended
		case strings.HasSuffix(u.Word, "self") && tag(s, i-1) == TagComma && tag(s, i+1) == TagDet:
			u.Tag = TagAdv // Haiti, itself a member
		case u.Word == "one" && (tag(s, i+1) == TagNoun || tag(s, i+1) == TagAdj):
			u.Tag = TagNum // one foreign leader
		case u.Word == "one" && i > 0 && s.Units[i-1].Word == "only":
			u.Tag = TagNoun // the only one of them
		}
	case TagAdj:
		if before := tag(s, i-1); u.known.verb&formBase != 0 && tag(s, i+1) == TagNum && (before == TagNoun || before == TagName) {
			u.Tag, u.Lemma, u.Form = TagVerb, u.known.lemma, u.known.verb // remittances equal a fifth
		}
		if u.known.verb&formPast != 0 && u.known.verb&formBase == 0 && g.tellsDoing(s, i) {
			u.Tag, u.Lemma, u.Form = TagVerb, u.known.lemma, u.known.verb // remittances increased 5 percent
		}
		if (tag(s, i+1) == TagPrep || tag(s, i+1) == TagBe && i == 0) && u.known.verb&formGerund != 0 && !nounish(tag(s, i-1)) && tag(s, i-1) != TagDet {
			u.Tag, u.Lemma, u.Form = TagVerb, u.known.lemma, u.known.verb // standing in the box
		}
		if tag(s, i-1) == TagComma && tag(s, i+1) == TagDet && u.known.verb&formGerund != 0 {
			u.Tag, u.Lemma, u.Form = TagVerb, u.known.lemma, u.known.verb // signed a charter, founding the bloc
		}
	case TagPredet:
		u.Tag = g.predeterminer(s, i)
	case TagName:
		if (tag(s, i+1) == TagConj || tag(s, i+1) == TagComma) && tag(s, i+2) == TagAdj && s.Units[i+2].Has(Country) && u.adjectival() {
			u.Tag = TagAdj // the US and British presidents
		}
	case TagNoun:
		if w := i - 1; w >= 0 && (s.Units[w].Word == "a" || s.Units[w].Word == "an") && tag(s, i+1) == TagNum && u.First == u.Last {
			u.Tag = TagAdj // a mere 4.6 percent
		}
	case TagConj:
		if u.Word == "but" && g.excepts(s, i) {
			u.Tag = TagExcept
		}
	case TagModal:
		if (u.Word == "may" || u.Word == "will") && tag(s, i-1) == TagDet {
			u.Tag = TagNoun
		}
	}
}

// tellsDoing holds for a participle that is as common as an adjective where its neighbours make a verb of it: behind a noun or an
// auxiliary and before a number, a date or a determiner, with a preposition or without: "inflows reduced to 5 percent", "have increased".
func (g *grammar) tellsDoing(s *Sentence, i int) bool {
	prev, next := g.before(s, i), tag(s, i+1)
	if next == TagPrep {
		next = tag(s, i+2)
	}
	counted := next == TagNum || next == TagDate || next == TagPredet
	switch prev {
	case TagHave:
		return !nounish(tag(s, i+1))
	case TagNoun, TagName, TagClose, TagPron:
		return counted || tag(s, i+1) == TagDet || tag(s, i+1) == TagPoss || g.gerundAt(s, i+1) // proposed raising it
	case TagBe:
		return counted && tag(s, i+1) == TagPrep
	}
	return false
}

// gerundAt holds for a gerund at i that is no noun as well.
func (g *grammar) gerundAt(s *Sentence, i int) bool {
	return i < len(s.Units) && s.Units[i].known.verb&formGerund != 0 && !s.Units[i].known.nounish
}

// moreThanDone holds for "more than" before a participle: "has more than doubled".
func (g *grammar) moreThanDone(s *Sentence, i int) bool {
	if i+2 >= len(s.Units) || s.Units[i+1].Word != "than" || s.Units[i+2].Tag != TagVerb {
		return false
	}
	return g.verbs[s.Units[i+2].Word]&formPast != 0 || strings.HasSuffix(s.Units[i+2].Word, "ed")
}

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

// infinitive reports whether unit i, after adverbs, can be the verb of "to".
func (g *grammar) infinitive(s *Sentence, i int) bool {
	for tag(s, i) == TagAdv || tag(s, i) == TagNeg {
		i++
	}
	if i >= len(s.Units) {
		return false
	}
	u := &s.Units[i]
	if u.Tag == TagBe && u.Word == "be" || u.Tag == TagHave && u.Word == "have" || u.Tag == TagDo && u.Word == "do" {
		return true
	}
	if u.Tag != TagVerb || u.known.verb&formBase == 0 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s.Tokens[u.First].Text); unicode.IsUpper(first) && !s.capitals {
		return false
	}
	if tag(s, i+1) == TagVerb && s.Units[i+1].known.nounish {
		return true // to increase trade
	}
	return !u.known.nounish || nounPhraseStart(tag(s, i+1)) || tag(s, i+1) == TagAdv || i+1 >= len(s.Units) || tag(s, i+1) == TagStop || tag(s, i+1) == TagPrep
}

// relativeAfter holds for what "who" refers back to: a noun, a name or the comma behind it.
func relativeAfter(t Tag) bool {
	return t == TagNoun || t == TagName || t == TagComma || t == TagClose || t == TagNum || t == TagPron
}

// degrees are the predeterminers that also say how far a verb goes.
var degrees = map[string]bool{"nearly": true, "almost": true, "roughly": true, "just": true, "even": true, "approximately": true}

// predeterminer tells "not a single one" from "did not", and "all the leaders" from "the leaders all came", "have all come".
func (g *grammar) predeterminer(s *Sentence, i int) Tag {
	u, prev, next := &s.Units[i], tag(s, i-1), tag(s, i+1)
	auxiliary := prev == TagModal || prev == TagBe || prev == TagHave || prev == TagDo
	verb := next == TagVerb || next == TagBe || next == TagHave || next == TagDo || next == TagModal
	switch {
	case (u.Word == "about" || u.Word == "around") && next != TagNum && next != TagDate && next != TagPredet && next != TagAdv:
		return TagPrep // around the president
	case u.Word == "not" && (auxiliary || verb || i+1 < len(s.Units) && s.Units[i+1].Word == "to"):
		return TagNeg
	case (u.Word == "all" || u.Word == "both") && auxiliary && !nounPhraseStart(next) && (i+1 >= len(s.Units) || s.Units[i+1].Word != "of"),
		(u.Word == "all" || u.Word == "both") && auxiliary && i+1 < len(s.Units) && s.Units[i+1].Word == "there":
		return TagAdv // they were all in Moscow, were all there
	case u.Word == "just" && auxiliary && next == TagVerb:
		return TagAdv // has just welcomed
	case degrees[u.Word] && next == TagVerb && (prev == TagNoun || prev == TagName || prev == TagClose || prev == TagPron):
		return TagAdv // nearly doubled
	case (u.Word == "all" || u.Word == "both" || u.Word == "each") && verb && (auxiliary || prev == TagNoun || prev == TagName || prev == TagClose):
		return TagAdv
	}
	return TagPredet
}

// verbless holds behind the noun phrase that opens a sentence: its verb is still to come, so that "as" opens no clause there: "remittances as
// a share of GDP are high".
func (s *Sentence) verbless(i int) bool {
	if i == 0 || !nounPhraseEnd(s.Units[i-1].Tag) {
		return false
	}
	for j := range i {
		switch s.Units[j].Tag {
		case TagNoun, TagName, TagDet, TagAdj, TagPoss, TagGen, TagNum, TagPredet, TagConj, TagPrep:
		default:
			return false
		}
	}
	return true
}

// opensClause reports whether one noun phrase and then a finite verb stand at i: "as troops marched", not "as president, he".
func (g *grammar) opensClause(s *Sentence, i int) bool {
	for start := i; i < len(s.Units) && i < start+10; i++ {
		switch u := &s.Units[i]; u.Tag {
		case TagBe, TagHave, TagDo, TagModal:
			return i > start
		case TagVerb:
			f := u.known.verb
			if before := tag(s, i-1); f == formBase && !u.known.nounish && i > start && (before == TagPron || before == TagNoun && strings.HasSuffix(s.Units[i-1].Word, "s")) {
				return true // as they rely on it
			}
			if f == 0 || f&(formPast|formS) != 0 && !u.known.nounish {
				return i > start && tag(s, i-1) != TagDet && tag(s, i-1) != TagAdj && !(f&formPast == 0 && tag(s, i-1) == TagNum && s.several(i-1))
			}
		case TagNoun, TagName, TagDet, TagAdj, TagPron, TagPoss, TagGen, TagNum, TagPredet, TagAdv:
		case TagPrep:
			if u.Word != "of" && u.Word != "out of" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

func nounPhraseStart(t Tag) bool {
	switch t {
	case TagDet, TagPredet, TagPron, TagPoss, TagName, TagNum, TagAdj, TagNoun, TagDate:
		return true
	}
	return false
}

// isContraction tells "it's" and "he's" from the genitive.
func (g *grammar) isContraction(s *Sentence, i int) bool {
	if s.Units[i].Word != "'s" || i == 0 {
		return false
	}
	switch s.Units[i-1].Word {
	case "it", "he", "she", "that", "what", "there", "here", "who":
		return s.Units[i-1].Tag == TagPron || s.Units[i-1].Tag == TagRel || s.Units[i-1].Tag == TagDet
	}
	return false
}

// that tells the determiner from the relative and the subordinator.
func (g *grammar) that(s *Sentence, i int) Tag {
	next := tag(s, i+1)
	for j := i + 1; next == TagAdv; j++ {
		next = tag(s, j+1)
	}
	nominal := next == TagNoun || next == TagVerb && s.Units[i+1].known.nounish
	if tag(s, i-1) == TagPrep && s.Units[i-1].Word == "of" && nominal {
		return TagDet // 95 percent of that figure
	}
	if tag(s, i-1) == TagVerb && s.Units[i-1].Cue("said") == nil && nominal && tag(s, i+2) == TagPrep {
		return TagDet // topped that list with 34 percent
	}
	switch {
	case next == TagVerb || next == TagModal || next == TagBe || next == TagHave || next == TagDo:
		if tag(s, i-1) == TagVerb {
			return TagSub
		}
		if i == 0 || tag(s, i-1) == TagOther {
			return TagPron
		}
		return TagRel
	case next == TagPrep && tag(s, i-1) == TagVerb && s.Units[i-1].Cue("said") == nil && s.Units[i-1].Cue("has_value") != nil:
		return TagDet // exceeds that with A
	case tag(s, i-1) == TagVerb || next == TagDet || next == TagPoss || next == TagPron || next == TagName:
		return TagSub
	}
	return TagDet
}
