package extract

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
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
	"ahead of", "only to", "without", "in favour of", "in favor of", "in support of", "near", "close to", "until"}

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

// walk leads from a chunk along the steps to the chunks at the place, the best first.
func (m *match) walk(from int, path []string) []int {
	at := one(from)
	for _, step := range path {
		if len(at) == 1 {
			if at = m.step(at[0], step); len(at) < 2 {
				continue
			}
			at = distinctChunks(at)
			continue
		}
		var next []int
		for _, i := range at {
			next = append(next, m.step(i, step)...)
		}
		at = distinctChunks(next)
	}
	return at
}

// distinctChunks keeps the first of equal ones.
func distinctChunks(list []int) []int {
	for i := range list {
		if slices.Contains(list[:i], list[i]) {
			out := slices.Clone(list[:i])
			for _, j := range list[i:] {
				if !slices.Contains(out, j) {
					out = append(out, j)
				}
			}
			return out
		}
	}
	return list
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
		return one(m.host(i))
	case "bracket":
		return m.bracket(i)
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
		if c.Case > 0 && m.s.Chunks[c.Case-1].Kind == annotate.NounPhrase {
			return []int{c.Case - 1}
		}
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

func one(i int) []int {
	if i < 0 {
		return nil
	}
	if i < len(singles) {
		return singles[i : i+1 : i+1]
	}
	return []int{i}
}

// singles are the lists of one chunk each, which are only read.
var singles = func() (list [512]int) {
	for i := range list {
		list[i] = i
	}
	return list
}()

// verb is the verb group of a chunk: itself, the one whose subject or object it is, or the nearest before it in its clause.
func (m *match) verb(i int) int {
	s := m.s
	if s.Chunks[i].Kind == annotate.VerbGroup {
		return i
	}
	top := m.listHead(i)
	for v := range s.Chunks {
		if c := &s.Chunks[v]; c.Kind == annotate.VerbGroup && (c.Subject == top || c.Object == top) && c.Clause == s.Chunks[i].Clause {
			return v
		}
	}
	for v := i - 1; v >= 0 && s.Chunks[v].Clause == s.Chunks[i].Clause; v-- {
		if s.Chunks[v].Kind == annotate.VerbGroup {
			return v
		}
	}
	for v := i + 1; v < len(s.Chunks) && s.Chunks[v].Clause == s.Chunks[i].Clause && !(m.isValue() && s.Chunks[v].Kind == annotate.Colon); v++ {
		if s.Chunks[v].Kind == annotate.VerbGroup {
			return v
		}
	}
	return -1
}

// mainVerb is the finite verb group that governs the chunk's verb.
func (m *match) mainVerb(i int) int {
	v := m.verb(i)
	for n := 0; v >= 0 && !m.s.Chunks[v].Finite && m.s.Chunks[v].Parent >= 0 && n < 8; n++ {
		v = m.s.Chunks[v].Parent
	}
	return v
}

func (m *match) listHead(i int) int {
	if l := m.s.Chunks[i].List; l >= 0 {
		return l
	}
	return i
}

// after are the phrases of a preposition behind the chunk, in what belongs to it: up to the next verb, and for a verb group
// up to the next clause; for a verb also in front of its subject ("In Tajikistan, remittances equal …").
func (m *match) after(i int, prep string) []int {
	s := m.s
	verb := s.Chunks[i].Kind == annotate.VerbGroup
	var out, late []int
	if prep == "of" && !verb {
		out = one(m.fractioned(i))
	}
	depth := 0
	for j := i + 1; j < len(s.Chunks); j++ {
		c := &s.Chunks[j]
		switch c.Kind {
		case annotate.Open:
			depth++
			continue
		case annotate.Close:
			depth--
			continue
		}
		if depth > 0 {
			continue
		}
		if depth < 0 || m.boundary(i, j, verb) && !m.exampleFollows(j, prep) {
			break
		}
		if prep == "of" && !verb && len(out) > 0 && (c.Kind == annotate.Coordinator || c.Kind == annotate.Comma) {
			break // a further "of" is the next member's
		}
		if c.Kind == annotate.NounPhrase && c.Case >= 0 && c.Case > i && !m.inner(j) && s.Phrase(s.Chunks[c.Case].First, s.Chunks[c.Case].Last) == prep {
			if c.Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
				continue // the possessed phrase comes next
			}
			if verb && m.commaBetween(i, j) {
				late = append(late, j)
				continue
			}
			out = append(out, j)
		}
	}
	if verb {
		out = append(out, m.fronted(i, prep)...)
	}
	if m.isValue() && m.rule.measures() {
		return out // what stands behind a comma is of another value
	}
	return append(out, late...)
}

// exampleFollows holds at a comma before examples: "sixteen members, including Angola".
func (m *match) exampleFollows(j int, prep string) bool {
	s := m.s
	return exampling[prep] && s.Chunks[j].Kind == annotate.Comma && j+1 < len(s.Chunks) &&
		s.Phrase(s.Chunks[j+1].First, s.Chunks[j+1].Last) == prep
}

// inner holds for a further member of a list: the first stands for all.
func (m *match) inner(j int) bool { l := m.s.Chunks[j].List; return l >= 0 && l < j }

func (m *match) boundary(i, j int, verb bool) bool {
	c := &m.s.Chunks[j]
	switch c.Kind {
	case annotate.VerbGroup:
		return !verb || c.Finite
	case annotate.Semicolon, annotate.Relative, annotate.Subordinator, annotate.Colon:
		return true
	case annotate.Excepting:
		return !verb
	case annotate.Comma:
		return !verb && !m.listComma(j)
	case annotate.Coordinator:
		return !verb && !m.listComma(j)
	}
	return false
}

// listComma holds for a comma or coordinator within a list.
func (m *match) listComma(j int) bool {
	s := m.s
	for k := j + 1; k < len(s.Chunks) && k <= j+3; k++ {
		if c := &s.Chunks[k]; c.Kind == annotate.NounPhrase {
			if c.Owned && k+1 < len(s.Chunks) && s.Chunks[k+1].Gen == k {
				c = &s.Chunks[k+1]
			}
			return c.List >= 0 && c.List < j && c.Case <= j
		}
	}
	return false
}

func (m *match) fronted(v int, prep string) []int {
	s := m.s
	var out []int
	for j := v - 1; j >= 0 && s.Chunks[j].Clause == s.Chunks[v].Clause; j-- {
		c := &s.Chunks[j]
		if c.Kind == annotate.NounPhrase && c.Case >= 0 && !m.inner(j) && s.Phrase(s.Chunks[c.Case].First, s.Chunks[c.Case].Last) == prep {
			if c.Case == 0 || opensClause(s.Chunks[c.Case-1].Kind) && !m.behindVerb(c.Case-1) {
				if c.Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
					continue
				}
				out = append(out, j)
			}
		}
	}
	if j := m.frontedOver(v, prep); len(out) == 0 && j >= 0 {
		out = append(out, j)
	}
	return out
}

// behindVerb holds for a time at chunk i that a verb of its clause stands before: what follows it goes with that verb, "landed on
// Thursday for the summit".
func (m *match) behindVerb(i int) bool {
	s := m.s
	if s.Chunks[i].Kind != annotate.When {
		return false
	}
	for j := i - 1; j >= 0 && s.Chunks[j].Clause == s.Chunks[i].Clause; j-- {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup:
			return true
		case annotate.Comma, annotate.Coordinator:
			return false
		}
	}
	return false
}

// frontedOver is the phrase with the preposition that opens the sentence before a relative clause, behind which the verb's own clause
// stands: "In Kazakhstan, which draws workers itself, remittances are low"; or -1.
func (m *match) frontedOver(v int, prep string) int {
	s := m.s
	j := v
	for j >= 0 && s.Chunks[j].Clause == s.Chunks[v].Clause {
		j--
	}
	for j > 2 && s.Chunks[j].Kind != annotate.Relative {
		if s.Chunks[j].Kind == annotate.Semicolon || s.Chunks[j].Kind == annotate.Colon {
			return -1
		}
		j--
	}
	if j < 3 || s.Chunks[j-1].Kind != annotate.Comma {
		return -1
	}
	p := s.Chunks[j-2].Case
	if s.Chunks[j-2].Kind != annotate.NounPhrase || p < 0 || s.Phrase(s.Chunks[p].First, s.Chunks[p].Last) != prep || p > 0 && !opensClause(s.Chunks[p-1].Kind) {
		return -1
	}
	return m.listHead(j - 2)
}

// opensClause holds for what can stand before the first phrase of a clause.
func opensClause(k annotate.ChunkKind) bool {
	switch k {
	case annotate.Comma, annotate.Subordinator, annotate.Coordinator, annotate.Semicolon, annotate.Colon, annotate.Dash, annotate.Adverb, annotate.Other, annotate.When:
		return true
	}
	return false
}

func (m *match) possessedBy(object, i int) bool { return object >= 0 && m.s.Chunks[i].Gen == object }

// introduced are phrases right behind a colon or dash that follows the chunk, or right before a dash that precedes it.
func (m *match) introduced(i int) []int {
	s, far := m.s, false
	for j := i + 1; j < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case annotate.Colon, annotate.Dash:
			for k := j + 1; k < len(s.Chunks) && k < j+3; k++ {
				if s.Chunks[k].Kind == annotate.NounPhrase && (s.Chunks[k].Case < 0 || s.Chunks[k].Case == j+1) {
					if far && (numbersOnly(s, &s.Chunks[k]) || k+1 < len(s.Chunks) && numbersOnly(s, &s.Chunks[k+1])) {
						return nil // each with a value of its own
					}
					return []int{k}
				}
			}
			return nil
		case annotate.NounPhrase:
			if s.Chunks[j].Case < 0 && s.Chunks[j].Gen < 0 {
				return nil
			}
		case annotate.Preposition, annotate.When:
		case annotate.Open: // partners (2022): A, B
			far = true
			for j < len(s.Chunks)-1 && s.Chunks[j].Kind != annotate.Close {
				j++
			}
		case annotate.Comma: // partners, by turnover: A, B
			if j+1 >= len(s.Chunks) || s.Chunks[j+1].Kind != annotate.Preposition {
				return nil
			}
			far = true
		default:
			return nil
		}
	}
	return nil
}

// closing are the states behind the last colon of the sentence, which says who they are of whom it spoke: "Nine guests sat beside him: A,
// B and C".
func (m *match) closing() resolve.Set {
	var all resolve.Set
	s := m.s
	for j := len(s.Chunks) - 1; j >= 0; j-- {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup:
			if !s.Chunks[j].Infinite {
				return resolve.Set{}
			}
		case annotate.Relative:
			return resolve.Set{}
		case annotate.Colon:
			for k := j + 1; k < len(s.Chunks); k++ {
				if c := &s.Chunks[k]; c.Kind == annotate.NounPhrase && c.Case < 0 && c.List == k {
					all = all.Union(m.r.Set(s, k))
				}
			}
			return all
		}
	}
	return resolve.Set{}
}

// trailing is the phrase or list that ends the sentence behind its last comma, and says who the subject is: "one guest took a seat, X".
func (m *match) trailing(i int) []int {
	s := m.s
	last := len(s.Chunks) - 1
	for last > i && s.Chunks[last].Kind == annotate.Other {
		last--
	}
	for j := last; j > i; j-- {
		c := &s.Chunks[j]
		switch c.Kind {
		case annotate.Comma:
			if j == last {
				return nil
			}
			k := j + 1
			if s.Chunks[k].Owned && k < last {
				k++
			}
			if s.Chunks[k].List != k && s.Chunks[k].List >= 0 {
				continue // within the list
			}
			return []int{k}
		case annotate.NounPhrase, annotate.Preposition, annotate.Coordinator:
		default:
			return nil
		}
	}
	return nil
}

// host is the phrase before the bracket that the chunk is in, or -1.
func (m *match) host(i int) int {
	s := m.s
	for j := i; j >= 0; j-- {
		if s.Chunks[j].Kind == annotate.Close && j != i {
			return -1
		}
		if s.Chunks[j].Kind == annotate.Open {
			for k := j - 1; k >= 0; k-- {
				if s.Chunks[k].Kind == annotate.NounPhrase {
					return k
				}
				if s.Chunks[k].Kind != annotate.When && s.Chunks[k].Kind != annotate.Preposition {
					return -1
				}
			}
		}
	}
	return -1
}

// bracket are the phrases in the bracket right behind the chunk.
func (m *match) bracket(i int) []int {
	s := m.s
	if i+1 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Open {
		return nil
	}
	var out []int
	for j := i + 2; j < len(s.Chunks) && s.Chunks[j].Kind != annotate.Close; j++ {
		if s.Chunks[j].Kind == annotate.NounPhrase && !m.inner(j) {
			out = append(out, j)
		}
	}
	return out
}

// near are the phrases of the clause in one direction, the nearest first.
func (m *match) near(i, direction int) []int {
	s := m.s
	var out []int
	for j := i + direction; j >= 0 && j < len(s.Chunks); j += direction {
		if s.Chunks[j].Clause != s.Chunks[i].Clause {
			break
		}
		if s.Chunks[j].Kind == annotate.NounPhrase {
			out = append(out, m.listHead(j))
		}
	}
	return out
}

func (m *match) phrases(accept func(int) bool) []int {
	var out []int
	for j := range m.s.Chunks {
		if m.s.Chunks[j].Kind == annotate.NounPhrase && accept(j) && !m.inner(j) {
			out = append(out, j)
		}
	}
	return out
}

// fractioned is the phrase right behind a fraction that takes it with no "of": "half its imports", "a third the country's exports"; or -1.
func (m *match) fractioned(i int) int {
	s := m.s
	if q := s.Units[s.Chunks[i].Last].Quantity; i+1 >= len(s.Chunks) || q < 0 || s.Quantities[q].Unit != quantity.Percent {
		return -1
	}
	k := i + 1
	if s.Chunks[k].Owned && k+1 < len(s.Chunks) && s.Chunks[k+1].Gen == k {
		k++
	}
	if c := &s.Chunks[k]; c.Kind != annotate.NounPhrase || c.Owner == "" && c.Gen < 0 && s.Units[c.First].Tag != annotate.TagDet {
		return -1
	}
	return k
}
