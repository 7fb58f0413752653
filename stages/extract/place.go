package extract

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
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

func (m *match) step(i int, step string) []int {
	s := m.s
	c := &s.Chunks[i]
	switch step {
	case "self":
		return []int{i}
	case "measure":
		return one(m.measure)
	case "of before":
		if v := m.verb(i); v >= 0 {
			before := m.valueBefore()
			return slices.DeleteFunc(m.fronted(v, "of"), func(j int) bool { return s.Chunks[j].First <= before })
		}
	case "verb":
		return one(m.verb(i))
	case "main":
		return one(m.mainVerb(i))
	case "subject":
		if v := m.verb(i); v >= 0 {
			return one(s.Chunks[v].Subject)
		}
	case "object":
		if v := m.verb(i); v >= 0 {
			return one(s.Chunks[v].Object)
		}
	case "equals":
		return m.equals(i)
	case "inverted":
		return m.inverted()
	case "speaker": // the subject, whatever its verb makes of what he speaks of
		return m.step(i, "subject")
	case "copula":
		return m.copula(i)
	case "apposition":
		return m.apposition(i)
	case "introduced":
		return m.introduced(i)
	case "trailing":
		return m.trailing(i)
	case "holder":
		return one(c.Gen)
	case "ascribed":
		return one(m.ascribed(i))
	case "gap":
		return one(m.gap(i))
	case "explained":
		if c.List == i {
			return one(c.Appos)
		}
	case "wider":
		return one(m.wider(i))
	case "antecedent":
		return one(m.antecedent(i))
	case "listed":
		return m.listed(i)
	case "owner":
		return one(c.Gen)
	case "case":
		return one(c.Case)
	case "standing":
		return one(m.standing(i))
	case "aside":
		return m.asides(i)
	case "directly": // of, right behind the phrase
		if i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Preposition && s.Units[s.Chunks[i+1].First].Word == "of" {
			return []int{i + 2}
		}
	case "mates":
		if l := c.List; l >= 0 && l < i {
			return []int{l}
		}
	case "chosen":
		return one(m.chosen(i))
	case "directly behind":
		return m.namesBehind(i)
	case "among them":
		return m.amongThem(i)
	case "creating":
		return one(m.creating(i))
	case "founded":
		return one(m.founded())
	case "along":
		return one(m.along(i))
	case "fronted inside":
		return one(m.frontedInside(i))
	case "but not of":
		return m.butNotOf(i)
	case "rest":
		return m.rest(i)
	case "inside", "outside", "gone", "subjected":
		return one(m.located(i, step))
	case "host":
		if h := m.host(i); h >= 0 && !m.verbIn(h, i) {
			return []int{h}
		}
	case "bracket":
		return m.bracket(i)
	case "enclosed":
		return m.enclosed(i)
	case "before":
		return m.near(i, -1)
	case "after":
		return m.near(i, 1)
	case "clause":
		return m.phrases(func(j int) bool { return j != i && s.Chunks[j].Clause == c.Clause })
	case "sentence":
		return m.phrases(func(j int) bool { return true })
	case "possessed":
		if c.Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i {
			return []int{i + 1}
		}
	case "behind":
		if i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.NounPhrase {
			return []int{i + 1}
		}
	case "beside":
		return one(m.beside(i))
	case "freely": // the verb of "what A produces"
		if s.Units[c.Head].Word == "what" {
			return m.step(i, "onward")
		}
	case "onward":
		for v := i + 1; v < len(s.Chunks) && v <= i+3; v++ {
			if s.Chunks[v].Kind == annotate.VerbGroup {
				return []int{v}
			}
		}
	case "abridged":
		return one(m.abridged(i))
	case "whereto":
		return one(m.whereto(i))
	case "underway":
		return one(m.underway(i))
	case "juxtaposed": // B in "A is a member and B an observer"
		if i > 1 && s.Chunks[i-1].Kind == annotate.NounPhrase && s.Chunks[i-1].List == i-1 && s.Chunks[i-2].Kind == annotate.Coordinator {
			return []int{i - 1}
		}
	case "dashed": // the bloc – A, B and C –
		if m.unit == c.Last && i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Dash && s.Chunks[i+2].Kind == annotate.NounPhrase {
			if end := listEnd(s, i+2); end < len(s.Chunks) && s.Chunks[end].Kind == annotate.Dash {
				return []int{i + 2}
			}
		}
	case "coupled": // A in "between the bloc and A"
		if i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Coordinator && s.Chunks[i+2].Kind == annotate.NounPhrase && s.Chunks[i+2].List == i+2 {
			return []int{i + 2}
		}
	case "teller":
		return one(m.teller(i))
	case "relative":
		return m.relative(c.Clause)
	case "front":
		first := 0
		if s.Chunks[0].Kind == annotate.Other { // a bullet
			first = 1
		}
		if len(s.Chunks) > first+1 && s.Chunks[first].Kind == annotate.Preposition && s.Phrase(s.Chunks[first].First, s.Chunks[first].Last) == "of" {
			return []int{first + 1}
		}
	case "leading": // between the value before, or the head of the sentence, and the chunk
		before := m.behindValue(m.valueBefore())
		return m.phrases(func(j int) bool { return j < i && s.Chunks[j].First > before })
	case "next":
		if i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.VerbGroup {
			return []int{i + 1}
		}
	case "doer":
		if v := m.verb(i); v >= 0 && s.Chunks[v].Object == m.listHead(i) {
			return one(s.Chunks[v].Subject)
		}
	case "placed":
		return one(m.placed(i))
	case "ouster":
		return m.ouster(i)
	case "beforehand":
		return one(m.beforehand(i))
	case "agent":
		return m.agent(m.verb(i))
	case "thither":
		return m.phrases(func(j int) bool {
			return j > i && s.Chunks[j].Clause == c.Clause && s.Chunks[j].First == s.Chunks[j].Last && s.Units[s.Chunks[j].Head].Word == "there"
		})
	case "described":
		return one(m.described(i))
	case "hung":
		return m.hung(i)
	case "ordinal":
		return m.ordinalBehind(i)
	default:
		if class, ok := strings.CutPrefix(step, "@"); ok {
			return m.withHead(i, class)
		}
		if prep, ok := strings.CutPrefix(step, "^"); ok && c.Kind == annotate.VerbGroup {
			return m.fronted(i, prep)
		}
		if prep, ok := strings.CutPrefix(step, "<"); ok {
			return one(m.latest(i, prep))
		}
		if prep, ok := strings.CutPrefix(step, "~"); ok {
			return m.after(i, prep)
		}
		return m.after(i, step)
	}
	return nil
}
