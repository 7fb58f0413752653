package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// The outcomes that a statement can have, by the scopes that its verb stands in.
const (
	Asserted = "asserted" // it is so, or was
	Negated  = "negated"  // it is not so
	Planned  = "planned"  // it is to be so
	Refused  = "refused"  // someone will not have it so
	Invited  = "invited"  // someone is asked to
	Ended    = "ended"    // it was so and is no more
	dropped  = "dropped"  // a question, a condition, a wish, a possibility: no row
)

var outcomes = []string{Asserted, Negated, Planned, Refused, Invited, Ended}

// scope is what the words around a statement make of it.
type scope struct {
	outcome     string
	hedged      bool
	attribution string
}

// scope works out the outcome of the statement at the anchor: of the anchor's verb and of every verb that governs it.
func (m *match) scope() scope {
	sc := scope{outcome: Asserted}
	if m.s.Question {
		sc.outcome = dropped
		return sc
	}
	v := m.verb(m.chunk)
	if v >= 0 && m.governs(v) {
		sc.outcome = m.verbOutcome(v)
	}
	if m.s.Chunks[m.chunk].Negative {
		sc.outcome = negate(sc.outcome)
	}
	if m.conditional(m.chunk) {
		sc.outcome = dropped
	}
	sc.hedged = m.anyWord("hedge")
	sc.attribution = m.attribution()
	return sc
}

// governs reports whether the verb group says what becomes of the anchor: not where the anchor is an aside.
func (m *match) governs(v int) bool {
	c := &m.s.Chunks[m.chunk]
	if c.Kind == annotate.VerbGroup {
		return true
	}
	return c.Appos < 0 && m.host(m.chunk) < 0 && m.s.Chunks[v].Clause == c.Clause
}

// verbOutcome follows the verb group at v and those that govern it.
func (m *match) verbOutcome(v int) string {
	out := m.ownOutcome(v)
	for n := 0; n < 8; n++ {
		c := &m.s.Chunks[v]
		if c.Finite || c.Parent < 0 {
			break
		}
		if !c.Infinite && !c.Gerund {
			break
		}
		v = c.Parent
		out = m.governed(v, out)
	}
	if noun := m.governingNoun(v); noun != "" {
		out = combine(noun, out)
	}
	return out
}

// ownOutcome is what a verb group says by itself: negation, modal, tense, a negative subject or object.
func (m *match) ownOutcome(v int) string {
	c := &m.s.Chunks[v]
	out := Asserted
	switch c.Modal {
	case "will", "shall", "'ll", "wo":
		out = Planned
	case "would":
		out = m.would(v)
	case "may", "might", "could", "should", "must", "can", "ca", "cannot", "'d":
		out = dropped
	}
	if c.Infinite && v > 0 && m.s.Chunks[v-1].Kind == annotate.VerbGroup && m.s.Chunks[v-1].Lemma == "be" {
		out = Planned // is to attend
	}
	if c.Neg || m.negativeAround(v) {
		out = negate(out)
	}
	return out
}

// would is what was to come for a speaker of the past ("said he would attend"); else a condition.
func (m *match) would(v int) string {
	for u := range m.s.Units[:m.s.Chunks[v].First] {
		if m.s.Units[u].Cue("said") != nil {
			return Planned
		}
	}
	return dropped
}

func (m *match) negativeAround(v int) bool {
	c := &m.s.Chunks[v]
	return c.Subject >= 0 && m.s.Chunks[c.Subject].Negative || c.Object >= 0 && m.s.Chunks[c.Object].Negative
}

func negate(out string) string {
	switch out {
	case Asserted:
		return Negated
	case Planned, Invited:
		return Refused
	case Negated, Refused:
		return Asserted
	}
	return out
}

// attitudes are the cue classes of verbs and nouns that govern a statement, with what they make of it.
var attitudes = []struct{ class, outcome string }{
	{"plan", Planned}, {"refuse", Refused}, {"fail", Negated}, {"wish", dropped}, {"invite", Invited}, {"doubt", dropped}, {"end", Ended},
}

// governed is the outcome of a statement under the verb group at v.
func (m *match) governed(v int, inner string) string {
	c := &m.s.Chunks[v]
	out := m.ownOutcome(v)
	for _, a := range attitudes {
		for u := c.First; u <= c.Last; u++ {
			if m.s.Units[u].Cue(a.class) != nil {
				if out == dropped {
					return dropped
				}
				attitude := a.outcome
				if out == Negated || out == Refused { // did not plan to, refused to agree
					attitude = negate(attitude)
				}
				return combine(attitude, inner)
			}
		}
	}
	return combine(out, inner)
}

// combine puts a statement under an attitude.
func combine(outer, inner string) string {
	switch {
	case outer == dropped || inner == dropped:
		return dropped
	case outer == Asserted:
		return inner
	case inner == Asserted:
		return outer
	case inner == Negated && (outer == Planned || outer == Refused):
		return Refused
	case inner == Negated && outer == Negated:
		return Asserted
	}
	return outer
}

// governingNoun is the attitude of a noun that takes the infinitive: plans to attend, an invitation to join.
func (m *match) governingNoun(v int) string {
	c := &m.s.Chunks[v]
	if !c.Infinite || v == 0 {
		return ""
	}
	for p := v - 1; p >= 0 && p >= v-6; p-- {
		n := &m.s.Chunks[p]
		if n.Kind == annotate.VerbGroup || n.Kind == annotate.Subordinator || n.Kind == annotate.Relative {
			return ""
		}
		if n.Kind != annotate.NounPhrase {
			continue
		}
		for _, a := range attitudes {
			if m.s.Units[n.Head].Cue(a.class) != nil {
				return a.outcome
			}
		}
	}
	return ""
}

// conditional holds in a clause that "if", "unless" or "whether" opens.
func (m *match) conditional(i int) bool {
	clause := m.s.Chunks[i].Clause
	for j := i; j >= 0 && m.s.Chunks[j].Clause == clause; j-- {
		if m.s.Chunks[j].Kind == annotate.Subordinator {
			switch m.s.Units[m.s.Chunks[j].First].Word {
			case "if", "unless", "whether", "if only", "provided", "in case", "as if", "as though", "lest", "provided that", "assuming that":
				return true
			}
			if strings.HasSuffix(m.s.Units[m.s.Chunks[j].Last].Word, "if") {
				return true
			}
		}
	}
	return false
}

func (m *match) anyWord(class string) bool {
	clause := m.s.Chunks[m.chunk].Clause
	return m.anyChunk(class, func(i int) bool { return m.s.Chunks[i].Clause == clause })
}

// attribution is the source that the sentence names: after "according to", or the subject of "said".
func (m *match) attribution() string {
	s := m.s
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind == annotate.Preposition && s.Phrase(c.First, c.Last) == "according to" && i+1 < len(s.Chunks) {
			return m.source(i + 1)
		}
		if c.Kind == annotate.VerbGroup && s.Units[c.Head].Cue("said") != nil && c.Subject >= 0 {
			if u := &s.Units[s.Chunks[c.Subject].Head]; u.Tag != annotate.TagPron {
				return m.source(c.Subject)
			}
		}
	}
	return ""
}

// source is the text of a source's phrase without its determiner, possessor included.
func (m *match) source(i int) string {
	s := m.s
	if s.Chunks[i].Kind != annotate.NounPhrase {
		return ""
	}
	first, last := s.Chunks[i].First, s.Chunks[i].Last
	if s.Chunks[i].Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i {
		last = s.Chunks[i+1].Last
	} else if g := s.Chunks[i].Gen; g >= 0 {
		first = s.Chunks[g].First
	}
	for first < last && s.Units[first].Tag == annotate.TagDet {
		first++
	}
	return m.s.Surface(m.r.Doc.Text, s.Units[first].First, s.Units[last].Last)
}
