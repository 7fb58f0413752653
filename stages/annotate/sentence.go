package annotate

import (
	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/annotate/token"
)

// Tag is the part of speech of a unit.
type Tag uint8

// The parts of speech. Punctuation has its own, since commas, brackets and dashes carry lists and asides.
const (
	TagNoun Tag = iota
	TagName
	TagAdj
	TagNum
	TagDate
	TagDet
	TagPredet
	TagPron
	TagPoss
	TagGen // 's
	TagPrep
	TagExcept
	TagConj
	TagSub
	TagRel
	TagModal
	TagBe
	TagHave
	TagDo
	TagNeg
	TagAdv
	TagTo
	TagVerb
	TagComma
	TagColon
	TagSemicolon
	TagDash
	TagHyphen
	TagOpen
	TagClose
	TagQuote
	TagStop
	TagOther
)

// Unit is a token, or several that are one for the grammar: a name, a number with its unit, a date.
type Unit struct {
	First, Last int // tokens
	Tag         Tag
	Word        string    // lower case; of several tokens, the last
	Lemma       string    // of a verb
	Form        verbForm  // of a verb
	Meanings    []Meaning // what a term of the lexicon can stand for here; nil for other words
	Quantity    int       // index in Sentence.Quantities, or -1
	Date        int       // index in Sentence.Dates, or -1
	Chunk       int       // that it is in, or -1
	known       *known    // of Word
}

// Sentence is one sentence with its analysis.
type Sentence struct {
	Index, Paragraph int
	Start, End       int // bytes in the document's text
	Tokens           []token.Token
	Units            []Unit
	Quantities       []quantity.Quantity
	Dates            []dates.Expr
	Chunks           []Chunk
	Holds            Mask // what its units can stand for
	Question         bool
	capitals         bool // its words begin with capitals, as those of a headline do
	Heading          bool
	Row              bool // a line of a table or a list
	Series           bool // a line of a series: a year and its values
}

// Surface is the text of the tokens from first to last.
func (s *Sentence) Surface(text string, first, last int) string {
	return text[s.Tokens[first].Start:s.Tokens[last].End]
}

// Has reports whether the unit can stand for a thing of that kind.
func (u *Unit) Has(kind Kind) bool {
	for i := range u.Meanings {
		if u.Meanings[i].Kind == kind {
			return true
		}
	}
	return false
}

// Meaning is the first meaning of that kind, or nil.
func (u *Unit) Meaning(kind Kind) *Meaning {
	for i := range u.Meanings {
		if u.Meanings[i].Kind == kind {
			return &u.Meanings[i]
		}
	}
	return nil
}

// Cue is the meaning as a cue of the class, or nil. A verb cue counts where the unit is a verb, a noun cue where it is not.
func (u *Unit) Cue(class string) *Meaning {
	for i := range u.Meanings {
		m := &u.Meanings[i]
		if m.Kind != Cue || m.Code != class {
			continue
		}
		if (m.Verb && u.Tag != TagVerb && u.Tag != TagHave) || (m.Noun && u.Tag == TagVerb) {
			continue
		}
		return m
	}
	return nil
}

// Done holds for the participle of a verb of the class before a noun: "imported" of "imported goods".
func (u *Unit) Done(class string) bool {
	for i := range u.Meanings {
		if m := &u.Meanings[i]; m.Kind == Cue && m.Code == class && m.Verb && u.Tag == TagAdj {
			return true
		}
	}
	return false
}
