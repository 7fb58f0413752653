package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// officeHolder is the state whose office stands before the name of a person that no gazetteer knows: "Fijian Prime Minister Bai Lomu",
// "Iran's trade minister Ali Karimi", "President Oumar Bagayo of Mali".
func (r *Reader) officeHolder(s *annotate.Sentence, i int) (State, bool) {
	c := &s.Chunks[i]
	o := beforeName(s, c)
	if o < 0 {
		return State{}, false
	}
	if !s.Units[o].Has(annotate.Office) {
		return r.ofItsState(s, i, o)
	}
	code, ok := r.officeOf(s, i, o)
	return State{Code: code, Leader: s.Surface(r.Doc.Text, s.Units[o+1].First, s.Units[c.Last].Last), Office: s.Units[o].Meaning(annotate.Office).Code, Former: former(s, c)}, ok
}

// ofItsState is the state at unit o with the name behind it of who holds the office before the phrase: "Prime Minister of Fiji Bai Lomu".
func (r *Reader) ofItsState(s *annotate.Sentence, i, o int) (State, bool) {
	at := s.Chunks[i].Case
	if at < 1 || at != i-1 || s.Units[s.Chunks[at].First].Word != "of" || s.Units[o].Tag != annotate.TagName {
		return State{}, false
	}
	m := s.Units[s.Chunks[at-1].Head].Meaning(annotate.Office)
	if m == nil || m.Plural {
		return State{}, false
	}
	code, ok := r.country(s, o)
	return State{Code: code, Leader: s.Surface(r.Doc.Text, s.Units[o+1].First, s.Units[s.Chunks[i].Last].Last), Office: m.Code}, ok
}

// beforeName is the unit of the office, or of the state, with nothing but an unknown name behind it in the phrase, or -1.
func beforeName(s *annotate.Sentence, c *annotate.Chunk) int {
	o := c.Last
	for ; o > c.First && !s.Units[o].Has(annotate.Office) && !s.Units[o].Has(annotate.Country); o-- {
		if !partOfName(s, o) {
			return -1
		}
	}
	m := s.Units[o].Meaning(annotate.Office)
	if m == nil && !s.Units[o].Has(annotate.Country) || m != nil && m.Plural || o == c.Last || s.Units[o+1].Tag != annotate.TagName {
		return -1
	}
	return o
}

// partOfName holds for a part of a name that the lexicon knows for nothing else, the hyphen in one included.
func partOfName(s *annotate.Sentence, u int) bool {
	x := &s.Units[u]
	for k := range x.Meanings {
		if k := x.Meanings[k].Kind; k != annotate.Cue && k != annotate.Person {
			return false
		}
	}
	return x.Tag == annotate.TagName || roman(x.Word) || x.Tag == annotate.TagHyphen || s.Units[u-1].Tag == annotate.TagHyphen
}

// roman holds for the number behind a monarch's name.
func roman(word string) bool { return len(word) < 6 && strings.Trim(word, "ivx") == "" }

// officeOf is the state that stands before the office, as its possessor, or behind the name.
func (r *Reader) officeOf(s *annotate.Sentence, i, o int) (string, bool) {
	c := &s.Chunks[i]
	for u := o - 1; u >= c.First; u-- {
		switch x := &s.Units[u]; {
		case x.Has(annotate.Country):
			return r.country(s, u)
		case !ofAnOffice(s, u, o):
			return "", false // Iranian Football Federation President X
		}
	}
	at := c.Gen
	if at < 0 {
		at = ofPhrase(s, i)
	}
	if at < 0 || !s.Units[s.Chunks[at].Head].Has(annotate.Country) {
		return "", false
	}
	return r.country(s, s.Chunks[at].Head)
}

// ofAnOffice holds for a word that can stand between a state and its office: "first", "acting", "National Assembly", and whatever
// a minister is for.
func ofAnOffice(s *annotate.Sentence, u, o int) bool {
	x := &s.Units[u]
	switch x.Tag {
	case annotate.TagAdj, annotate.TagNum, annotate.TagDet, annotate.TagAdv, annotate.TagHyphen, annotate.TagConj, annotate.TagComma:
		return true
	}
	return x.Cue("office_word") != nil || strings.HasSuffix(s.Units[o].Meaning(annotate.Office).Code, "minister") && (x.Tag == annotate.TagName || x.Tag == annotate.TagNoun)
}
