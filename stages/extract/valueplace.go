package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// Steps and classes of rules that are anchored on a value. Conditions:
//
//	told@sentence told@context told@self   the table has taken a fact before in the sentence, just before it, at this anchor
//	class/rival@measured    what the value measures is of the class and not of its rival: see measured
//	class@above             in the lines above the table, down to the last row of the one before it
//	class@caption           in the lines above a table or list
//	class@under title       in the heading of the text, where the table's header only says "Year, value"
//	class@column            in the cell of the table's header above the anchor; where no cell has it, as caption
//	class@ofwhat            in the phrase of an "of" right behind the anchor
//	class@next of           in the of-phrase of the next value, where the anchor's leaves its noun out
//	class@behind class@ahead    the unit right after the anchor, or right before it
//	class@opening of        in the phrase of an "of" that opens the sentence: "Of the permits, …"
//	class@objectof          of a verb whose direct object the anchor is      class@hanging   of the phrase on which its preposition hangs
//
// Places of roles: unowned (none; it ends the search where the whole of which the value is a share belongs to something that is no state
// known here), measure (the phrase that says what the value measures), sole (the one state that the sentence names), told alone (the one state of
// which the table has taken every fact so far), since (the first state that the sentence
// names behind the value before, or from its start on), told (the
// state of the last fact that the table has taken), compared (the same, for a value against which another one is held), focus (the
// state that the paragraph, the heading or the whole text is about), retold and topical (as told
// and focus, where the sentence names no other state and no other place), host (the state in which migrants
// live), where (what a clause with "where" is about), people (whose nationals the phrase speaks of), genitive (as owner,
// but by no pronoun), noun (the phrase itself, unless it is a pronoun), headed (the state over a figure of a
// series), senders (the states whose
// migrants the sentence speaks of), "of before" (the phrase of an
// "of" that opens the clause), aligned (the state beside the value, or at its place in a list), counted (the number in a cell, with the unit that the header of its
// table gives), tabled (of whose ties the table tells), verb left out (the state right before the anchor whose verb is left out: "and B the main source"), lined (the one state that the line names before the number).
var (
	valueSteps   = []string{"measured", "ahead", "objectof", "hanging", "measure", "sole", "told", "compared", "focus", "aligned", "caption", "under title", "noun", "people", "genitive", "host", "where", "since", "topical", "retold", "told alone", "since value", "gone on", "unowned", "ordered", "column", "ofwhat", "of before", "senders", "next of", "headed", "counted", "above", "tabled", "lined", "verb left out", "opening of", "hosts above", "givers"}
	valueClasses = []string{"noun", "told", "cell", "figure", "number", "relative"}
)

// reach is how many sentences, and paragraphs, back a value may go on with what was told.
const reach, reachParagraphs = 5, 3

// holdsOfValue tests the conditions above; known is false for any other.
func (m *match) holdsOfValue(class, place string) (holds, known bool) {
	if class == "told" {
		switch place {
		case "self":
			return m.taken(), true
		case "sentence":
			return m.told(0), true
		}
		return m.told(reach), true
	}
	switch place {
	case "measured":
		return m.measured(class), true
	case "tie":
		t, ok := m.tie()
		return ok && "="+t.flow.Name == class, true
	case "caption":
		return m.inCaption(class), true
	case "above":
		return slices.ContainsFunc(m.ownCaptions(), func(t *annotate.Sentence) bool { return sentenceHas(t, class) }), true
	case "ofwhat":
		return m.ofWhat(class), true
	case "next of":
		return m.sharesWhole(class), true
	case "under title":
		return m.underTitle(class), true
	case "column":
		return m.inColumn(class), true
	case "ahead":
		return m.unit > 0 && (cueAt(m.s, m.unit-1, class) || class == "change" && m.s.Signed(m.unit)), true
	case "opening of":
		return m.opensWithOf(class), true
	case "objectof":
		return m.objectOf(class), true
	case "hanging":
		return m.hangsOn(class), true
	}
	return false, false
}
