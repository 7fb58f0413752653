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
