package extract

import (
	"fmt"
	"slices"
	"strings"
)

// A place is a path from the anchor's chunk, steps separated by dots: `of.owner`, `verb.subject`, `verb.to`.
// Each step leads from chunks to chunks; the last may say how the phrase there is taken:
//
//	self       the phrase itself            owner      whose it is: 's, its, an adjective, an of-phrase
//	of to …    the phrase after that preposition, behind the chunk; ~after, ~before: where the word alone means another step;
//	           ^of, ^in: of a verb, only what stands in front of its clause
//	subject object verb                     of the clause
//	equals     the other side of is, became, remains (copula); an apposition; what a colon or dash introduces
//	inside outside   the linking verb of "is in …", "remained outside …"
//	host       the phrase before the bracket that the chunk is in; bracket: the phrases in the bracket behind it
//	before after   the nearest phrases in the clause, the nearest first
//	clause sentence    any phrase there     context    what the text spoke of before (conditions: its paragraph)
//	modifier   in the phrase, before its head      measure   the phrase that says what the anchor's value measures
//	@class     the phrases of the sentence whose head is a word of the class: those of the clause, then the others, the nearest first
//	case       the preposition that the phrase follows      beside   what stands right before the phrase and its possessor
//	tie        the flow, the partner or the owner in what the sentence says of the flow that the value measures: see Flow
//	duo        the two states that the text speaks of, where it names no third
//	hung       the phrase whose preposition the chunk follows: exports of $3 billion     ordinal   behind a verb: came second
//	thither    the word "there" behind the chunk in its clause
//	common     of states: the theme, where it is one of the two of the last fact taken
//	teller     the verb that a prepositional phrase goes with: behind it where it opens its clause, else before it
//	flowing    of states: the owner of the exports, imports or trade that the text spoke of just before     onward   the next verb
//	relative   what "with which", "to which" or "from which" takes up     front   the phrase of an "of" that opens the sentence
//	holder     the possessor before the phrase: "only A's" of "only A's president"
//	named flow the flow that the sentence names (word)
//	leading    the phrases between the value before, or the head of the sentence, and the chunk
//	next       the verb group right behind the chunk: 10 percent going to A
//	worth      of states: those of the fact taken at the sum right before (beforehand) the anchor
//	opposite   of states: the other one of the last fact taken within reach
//	doer       the subject of the verb whose object the chunk is; placed: of "… and the United States third", the name
//	of late    of states: the one of the last fact taken in the paragraph, or at its head: "Iceland."
//	itemized   of states: those that follow as 1., 2., 3. …
//	agent      the by-phrase of a passive verb
//	spoken     the word of a flow that the text used last (conditions)
//	over       the nearest heading alone (conditions)
//	theme      of states: the one of whose ties the text goes on to speak; counterpart: the other one of the last fact taken
//	implied    the theme, where the anchor's phrase says of nothing else whose it is
//	sole       of states: the one that the sentence names, where it names no other
//	told       of states: that of the last fact that the table has taken; compared: the same, where the value is held against another
//	described  the name that an aside is about: "X, also in attendance, said"
//	focus      of states: the one that the paragraph, the heading or the whole text is about
//	scene      of events: the one that the text is a report on, for what can only be seen there; apart: for what is done elsewhere that day
//	aligned    of states: the one that stands beside the value, or at its place in a list
//
// A condition `=as@case` asks for the very words of the phrase, which no cue could stand for without breaking "as well as".
var steps = []string{"self", "owner", "subject", "object", "verb", "equals", "host", "bracket", "before", "after", "clause", "sentence",
	"context", "modifier", "topic", "pair", "duo", "heading", "document", "possessed", "behind", "main", "phrase", "beside", "head",
	"last", "there", "meanwhile", "inverted", "hosting", "joining", "numbered", "saying", "speaker", "intro", "label", "entry", "implied",
	"named", "led", "copula", "apposition", "inside", "outside", "possessor", "introduced", "closing", "holder", "listed", "case", "resumed", "city", "alone", "reported", "scene", "apart", "trailing", "described"}

var prepositions = []string{"of", "to", "from", "with", "for", "in", "at", "by", "among", "between", "on", "as", "into", "including", "such as", "against", "within",
	"in time for", "alongside", "like", "besides", "apart from", "in addition to", "since", "during", "under", "beside", "via", "out of", "next to", "over", "than", "about", "around", "behind", "after", "before",
	"ahead of", "only to", "without", "in favour of", "in favor of", "in support of", "near", "close to", "until", "in terms of", "towards", "toward"}

func checkPlace(place string) error {
	for step := range strings.SplitSeq(place, ".") {
		step = strings.TrimLeft(step, "~^<")
		if !strings.HasPrefix(step, "@") && !slices.Contains(steps, step) && !slices.Contains(flowSteps, step) && !slices.Contains(valueSteps, step) && !slices.Contains(nearSteps, step) && !slices.Contains(prepositions, step) {
			return fmt.Errorf("place %q: step %q is not known: %swrite a preposition or one of %s; docs/own-tables.md says where each leads", place, step, nearestStep(step), strings.Join(plainSteps, ", "))
		}
	}
	return nil
}

// plainSteps are those that docs/own-tables.md describes: the others are for what ties itself has met in the language of its tables.
var plainSteps = []string{"self", "verb", "subject", "object", "owner", "modifier", "equals", "before", "after", "clause", "sentence",
	"topic", "context", "heading", "document", "phrase", "head", "agent"}

// nearestStep suggests the step that is meant, one that is described before any other.
func nearestStep(step string) string {
	if said := suggested(step, slices.Concat(plainSteps, prepositions)); said != "" {
		return said
	}
	return suggested(step, slices.Concat(steps, flowSteps, valueSteps, nearSteps))
}

func checkCondition(cond string) error {
	_, places, ok := strings.Cut(cond, "@")
	if !ok {
		return fmt.Errorf("condition %q: write class@place, or class@place|place", cond)
	}
	for place := range strings.SplitSeq(places, "|") {
		if err := checkPlace(place); err != nil {
			return fmt.Errorf("condition %q: %w", cond, err)
		}
	}
	return nil
}
