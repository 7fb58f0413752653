package annotate

import (
	"strings"
)

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

// relativeAfter holds for what "who" refers back to: a noun, a name or the comma behind it.
func relativeAfter(t Tag) bool {
	return t == TagNoun || t == TagName || t == TagComma || t == TagClose || t == TagNum || t == TagPron
}
