package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// presentTag decides on base and -s forms, most of which are nouns as well.
func (g *grammar) presentTag(s *Sentence, i int, prev, next Tag, form verbForm) Tag {
	u := &s.Units[i]
	if first, _ := utf8.DecodeRuneInString(s.Tokens[u.First].Text); unicode.IsUpper(first) && i > 0 && !s.capitals {
		return TagName
	}
	if form == formBase && prev == TagNum && s.crowdAt(i-1) && (next == TagPrep || next == TagAdv) {
		return TagVerb // 2 million work in Russia
	}
	if prev == TagPrep || prev == TagNum && (u.known.nounish || form&formS != 0 && tag(s, i-2) == TagDet) || prev == TagExcept {
		return TagNoun
	}
	if prev == TagRel || form&formParticiple != 0 && (prev == TagHave || prev == TagBe && !u.known.nounish) {
		return TagVerb // have come, was set
	}
	if form&formS != 0 && s.afterAnything(i) {
		return TagVerb // of what Belarus exports
	}
	if u.nounCue() && (prev == TagNoun || prev == TagAdj || i == 1 && s.Units[0].Word == "what") && i+1 < len(s.Units) && s.Units[i+1].Word == "of" {
		return TagNoun // the average cost of sending money; what share of it
	}
	if form&formBase != 0 && i > 0 && s.Units[i-1].Tag == TagVerb && s.Units[i-1].Form&formGerund != 0 && !helpingVerbs[s.Units[i-1].Lemma] {
		return TagNoun // causing damage
	}
	if form == formBase && prev == TagName && u.nounCue() && s.Units[i-1].Has(Organization) {
		return TagNoun // takes over the ASEAN chair: no plain form agrees with one body
	}
	if form&formS != 0 && prev == TagVerb && next == TagPrep && (belongs(s.Units[i+1].Word) || s.Units[i+1].Word == "by") {
		return TagNoun // studied requests from them
	}
	if !u.known.nounish {
		if form&formBase != 0 && form&formPast == 0 && !g.baseSubject(s, i) {
			return TagNoun
		}
		return TagVerb
	}
	if form == formBase && g.afterIndefinite(s, i) {
		return TagNoun // a BRICS partner: no plain form agrees with one thing
	}
	subject := prev == TagPron || prev == TagName || prev == TagNoun || prev == TagClose || prev == TagComma
	if prev == TagConj && form&formS != 0 && (next == TagNum || next == TagDet || next == TagPoss) && g.verbEarlier(s, i) {
		return TagVerb // takes half of its exports and supplies 45 percent
	}
	if prev == TagConj && form&formS != 0 && next == TagNoun && s.Units[i+1].bareObject() && g.presentEarlier(s, i) {
		return TagVerb // sells goods to A and imports goods worth $3 billion
	}
	if prev == TagConj && form&formS != 0 && next == TagPrep && tag(s, i-1) == TagAdv && g.verbEarlier(s, i) {
		return TagVerb // has doubled and now stands at 15 percent
	}
	if form&formS != 0 && next == TagComma && prev == TagName && u.Cue("said") != nil && parenthetical(s, i) {
		return TagVerb // Last year, the Bank of Albania reports, they fell
	}
	if !subject {
		return TagNoun
	}
	switch next {
	case TagDet, TagPoss, TagPron, TagDate, TagNum, TagPredet:
		return TagVerb
	case TagPrep:
		if (form&formS != 0 || prev == TagPron || prev == TagName) && prev != TagComma && s.Units[i+1].Word == "to" && i+2 < len(s.Units) && s.Units[i+2].known.verb&formBase != 0 {
			return TagVerb // plans to attend
		}
	}
	switch next {
	case TagName, TagAdj, TagNoun, TagAdv:
		if s.capitals && prev == TagName && next != TagNoun {
			return TagVerb // a headline
		}
		if prev == TagPron || prev == TagName && tag(s, i-1) == TagName && s.Units[i-1].Has(Country) && !g.verbFollows(s, i+1) {
			return TagVerb
		}
	case TagPrep:
		if prev == TagPron || (u.Cue("") == nil && g.takesPreposition(u.Word) && !g.verbFollows(s, i+1)) {
			return TagVerb
		}
	}
	return TagNoun
}

// parenthetical holds where nothing but a name stands between unit i and a comma before it.
func parenthetical(s *Sentence, i int) bool {
	for i--; i >= 0; i-- {
		switch t := s.Units[i].Tag; {
		case t == TagComma:
			return true
		case t == TagName, t == TagDet, t == TagGen, t == TagPrep && s.Units[i].Word == "of":
		default:
			return false
		}
	}
	return false
}

// verbEarlier reports whether a finite verb form stands before unit i.
func (g *grammar) verbEarlier(s *Sentence, i int) bool {
	for i--; i >= 0; i-- {
		if s.Units[i].Tag == TagVerb && s.Units[i].Form&(formS|formPast) != 0 {
			return true
		}
	}
	return false
}

// presentEarlier reports whether a verb in the same form as that of "he sells" stands before unit i, so that "and" can add another.
func (g *grammar) presentEarlier(s *Sentence, i int) bool {
	for i--; i >= 0; i-- {
		if s.Units[i].Tag == TagVerb && s.Units[i].Form&formS != 0 {
			return true
		}
	}
	return false
}

// bareObject holds for a plural noun that no verb looks like: "goods", and not "shares".
func (u *Unit) bareObject() bool {
	return u.known.verb == 0 && strings.HasSuffix(u.Word, "s") && !strings.HasSuffix(u.Word, "ss")
}

// takesPreposition holds for words whose verb is as common as the noun before a preposition: trades with, ranks among.
func (g *grammar) takesPreposition(word string) bool {
	switch g.lemmas[word] {
	case "trade", "rank", "account", "figure", "lead", "host", "fight", "stand", "work", "fall", "rise", "drop", "decline", "result", "focus", "supply":
		return true
	}
	return false
}

// baseSubject holds where a plural, a list or a pronoun stands before a base form, or nothing does.
func (g *grammar) baseSubject(s *Sentence, i int) bool {
	switch prev := tag(s, i-1); prev {
	case TagNoun, TagName, TagPron, TagClose, TagComma, TagAdv, TagNeg, TagConj, TagStop, TagRel, TagDate, TagQuote, TagDash, TagNum, TagVerb:
		return true
	}
	return false
}

// verbFollows reports whether a finite verb stands between i and the end of the clause.
func (g *grammar) verbFollows(s *Sentence, i int) bool {
	for ; i < len(s.Units); i++ {
		u := &s.Units[i]
		switch u.Tag {
		case TagBe, TagModal, TagHave, TagDo:
			return true
		case TagRel, TagSub, TagSemicolon:
			return false
		case TagVerb:
			if f := u.known.verb; f&(formPast|formS) != 0 && !u.known.nounish && tag(s, i-1) != TagDet && tag(s, i-1) != TagHyphen && tag(s, i-1) != TagTo {
				return true
			}
		}
	}
	return false
}
