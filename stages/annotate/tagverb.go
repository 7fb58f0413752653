package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate/quantity"
)

// verbInContext decides whether a word that can be a verb is one here, and otherwise makes it a noun or an adjective.
func (g *grammar) verbInContext(s *Sentence, i int) {
	u := &s.Units[i]
	form := u.known.verb
	if form == 0 && strings.HasSuffix(u.Word, "ed") { // a regular verb that is in no list
		form = formPast | formParticiple
		u.Lemma = strings.TrimSuffix(u.Word, "ed")
	}
	u.Form = form
	prev, next := g.before(s, i), tag(s, i+1)
	switch {
	case g.givenName(s, i):
		u.Tag, u.Form, u.Lemma = TagName, 0, ""
		return
	case prev == TagTo || prev == TagModal || prev == TagDo:
		return
	case prev == TagHave && form&formParticiple != 0 && form&formBase != 0 && !u.known.nounish:
		return // has become
	case u.Word == "last" && (nounish(next) || next == TagTo && i == 0):
		u.Tag = TagAdj // last night
	case form&formS != 0 && demonstrative(s, i-1) && (nounPhraseStart(next) && next != TagNoun || next == TagAdv): // this represents a tenth
		return
	case form&formPast != 0 && demonstrative(s, i-1) && s.opensAt(i-1) && (next == TagNum || next == TagPrep && tag(s, i+2) == TagNum):
		return // This constituted 17 percent, this fell to 16 percent
	case form == formBase && !u.known.nounish && s.wholeSubject(i-1):
		return // Both belong to the bloc
	case form&formBase != 0 && form&formPast == 0 && !u.known.nounish && i > 0 && (s.Units[i-1].Word == "these" || s.Units[i-1].Word == "those") && nounPhraseStart(next):
		return // these include Chad
	case prev == TagGen && form&formPast != 0 && form&formBase == 0 && (next == TagTo || next == TagPrep) && tag(s, i+2) == TagNum:
		return // Guatemala's came to 20 percent
	case prev == TagGen && form&formBase != 0 && !u.known.nounish && next == TagPrep && tag(s, i-4) == TagNum:
		return // and 9 percent of Georgia's depend on it
	case prev == TagDet || prev == TagPoss || prev == TagGen || prev == TagPredet && form&(formBase|formS) != 0:
		u.Tag = nominal(form, next)
	case form&formBase != 0 && u.known.nounish && ofGroup(s, i-1): // the first Central Asian state
		u.Tag = TagNoun
	case form == formS && tag(s, i-1) == TagNum && tag(s, i-2) == TagPrep && s.Units[i-2].Word == "of" && s.several(i-1):
		u.Tag = TagNoun // four neighbours, six partners
	case tag(s, i-1) == TagHyphen: // Russia-led, US-backed
		u.Tag = TagAdj
	case s.postposed(i-1) && form&formPast != 0 && form&formBase == 0:
		return // the leaders present included X
	case tag(s, i-1) == TagAdj && !g.afterBe(s, i-1):
		u.Tag = g.afterAdjective(s, i, form, next)
	case form&formGerund != 0:
		u.Tag = g.gerundTag(s, i, prev, next)
	case form&(formPast|formParticiple) != 0 && form&formBase == 0:
		u.Tag = g.participleTag(s, i, prev, next)
	default:
		u.Tag = g.presentTag(s, i, prev, next, form)
	}
}

// postposed holds for a word of presence behind the noun that it is said of.
func (s *Sentence) postposed(i int) bool {
	return tag(s, i) == TagAdj && (tag(s, i-1) == TagNoun || tag(s, i-1) == TagDet && s.Units[i-1].Word == "those") && (s.Units[i].Cue("present") != nil || s.Units[i].Cue("absent") != nil)
}

// givenName holds for the first half of a name of two that a hyphen joins, behind a name: "Han Seung-soo" is no act of singing.
func (g *grammar) givenName(s *Sentence, i int) bool {
	if s.capitals || tag(s, i-1) != TagName || tag(s, i+1) != TagHyphen || i+2 >= len(s.Units) {
		return false
	}
	first, second := &s.Tokens[s.Units[i].First], &s.Tokens[s.Units[i+2].First]
	if s.Tokens[s.Units[i+1].First].Space || second.Space {
		return false
	}
	r, _ := utf8.DecodeRuneInString(first.Text)
	small, _ := utf8.DecodeRuneInString(second.Text)
	return unicode.IsUpper(r) && unicode.IsLower(small) && s.Units[i+2].known.verb == 0
}

// wholeSubject holds for "both" or "all" that is a subject by itself: it opens its clause.
func (s *Sentence) wholeSubject(i int) bool {
	if i < 0 || s.Units[i].Tag != TagPredet || s.Units[i].Word != "both" && s.Units[i].Word != "all" {
		return false
	}
	t := tag(s, i-1)
	return i == 0 || t == TagSemicolon || t == TagStop
}

// opensAt holds where unit i opens the sentence or what follows a comma.
func (s *Sentence) opensAt(i int) bool {
	t := tag(s, i-1)
	return i == 0 || t == TagComma || t == TagSemicolon || t == TagStop || t == TagQuote
}

// helpingVerbs are followed by the plain form of another verb: "helping rebuild".
var helpingVerbs = map[string]bool{"help": true, "let": true, "make": true, "see": true, "watch": true, "go": true, "come": true, "have": true}

// several holds for a count of two or more at unit i.
func (s *Sentence) several(i int) bool {
	q := s.Units[i].Quantity
	return q >= 0 && s.Quantities[q].Unit == quantity.None && s.Quantities[q].Value >= 2 && s.Quantities[q].Value < 300
}

// ofGroup holds for an adjective that names a group of states: Central Asian, Baltic.
func ofGroup(s *Sentence, i int) bool {
	if i < 0 || !s.Units[i].Has(Group) {
		return false
	}
	w := s.Units[i].Word
	return strings.HasSuffix(w, "an") || strings.HasSuffix(w, "ic") || strings.HasSuffix(w, "ish")
}

// demonstrative holds for "this" and "that", which can stand alone as a subject.
func demonstrative(s *Sentence, i int) bool {
	return i >= 0 && s.Units[i].Tag == TagDet && (s.Units[i].Word == "this" || s.Units[i].Word == "that")
}

// before is the tag before i, adverbs and negations skipped.
func (g *grammar) before(s *Sentence, i int) Tag {
	for i--; i >= 0 && (s.Units[i].Tag == TagAdv || s.Units[i].Tag == TagNeg); i-- {
	}
	return tag(s, i)
}

func (g *grammar) afterBe(s *Sentence, i int) bool { return g.before(s, i) == TagBe }

// nominal is the tag of a verb form after a determiner: an adjective before a noun, else a noun.
func nominal(form verbForm, next Tag) Tag {
	if form&(formParticiple|formPast|formGerund) != 0 && form&formBase == 0 && nounish(next) {
		return TagAdj
	}
	return TagNoun
}

func nounish(t Tag) bool { return t == TagNoun || t == TagName || t == TagAdj || t == TagVerb }

// afterAdjective: "Kyrgyz exports", "all visiting leaders" are nouns; "the Chinese said" and "the rich invest" are verbs.
func (g *grammar) afterAdjective(s *Sentence, i int, form verbForm, next Tag) Tag {
	u := &s.Units[i]
	if form&(formPast|formParticiple) != 0 && form&formBase == 0 {
		if nounish(next) && !s.Units[i-1].Has(Country) && !stands(u, next) { // to his left sat X
			return TagAdj
		}
		return TagVerb
	}
	if form&formGerund != 0 {
		if nounish(next) {
			return TagAdj
		}
		return TagNoun
	}
	if form == formBase && (tag(s, i-2) == TagDet || tag(s, i-2) == TagPoss || tag(s, i-2) == TagGen) {
		return TagNoun // its main transit route
	}
	if u.known.nounish || next == TagPrep || next == TagVerb || next == TagBe || next == TagModal || next == TagHave {
		return TagNoun
	}
	return TagVerb
}

func (g *grammar) gerundTag(s *Sentence, i int, prev, next Tag) Tag {
	switch {
	case prev == TagBe:
		return TagVerb
	case prev == TagNum && tag(s, i-1) == TagNum && tag(s, i-2) == TagPrep && next == TagNoun && s.countAt(i-1):
		return TagAdj // for 19 receiving countries
	case s.Units[i].known.nounish && (prev == TagPrep || prev == TagNoun || prev == TagName || next == TagVerb || next == TagBe || next == TagModal):
		return TagNoun
	}
	return TagVerb
}

// crowdAt holds for a count of thousands, which is of people where no noun follows.
func (s *Sentence) crowdAt(i int) bool {
	return i >= 0 && s.countAt(i) && s.Quantities[s.Units[i].Quantity].Value >= 10000
}

// countAt holds for a bare number, which is no share and no sum.
func (s *Sentence) countAt(i int) bool {
	q := s.Units[i].Quantity
	return q >= 0 && s.Quantities[q].Unit == quantity.None
}

func (g *grammar) participleTag(s *Sentence, i int, prev, next Tag) Tag {
	switch {
	case prev == TagBe || prev == TagHave:
		return TagVerb
	case prev == TagPrep && nounish(next) && tag(s, i+2) != TagDet && !stands(&s.Units[i], next):
		return TagAdj // of banned goods
	case prev == TagNum && tag(s, i-1) == TagNum && tag(s, i-2) == TagDet && s.Units[i].Form&formPast != 0 && !g.verbFollows(s, i+1):
		return TagVerb // the two exchanged goods
	case (prev == TagNum || prev == TagConj && tag(s, i-2) == TagAdj) && nounish(next):
		return TagAdj
	}
	return TagVerb
}

// stands holds for the past form of a verb of place before a name, which follows it as its subject: "close behind came X".
func stands(u *Unit, next Tag) bool { return next == TagName && invertible[u.known.lemma] }

// afterIndefinite holds where the names and adjectives right before unit i follow "a" or "an".
func (g *grammar) afterIndefinite(s *Sentence, i int) bool {
	for i--; i >= 0; i-- {
		switch s.Units[i].Tag {
		case TagName, TagAdj, TagNoun, TagHyphen:
		case TagDet:
			return s.Units[i].Word == "a" || s.Units[i].Word == "an"
		default:
			return false
		}
	}
	return false
}
