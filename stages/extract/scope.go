package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// The outcomes that a statement can have, by the scopes that its verb stands in.
const (
	Asserted  = "asserted"  // it is so, or was
	Negated   = "negated"   // it is not so
	Planned   = "planned"   // it is to be so
	Refused   = "refused"   // someone will not have it so
	Invited   = "invited"   // someone is asked to
	Early     = "early"     // it is so, told before the day of the event
	Ended     = "ended"     // it was so and is no more
	Unsettled = "unsettled" // told as a purpose, or under a verb that does not say whether it came about; asserted unless a rule declares it
	dropped   = "dropped"   // a question, a condition, a wish, a possibility: no row
)

var outcomes = []string{Asserted, Negated, Planned, Refused, Invited, Early, Ended, Unsettled}

// scope is what the words around a statement make of it.
type scope struct {
	outcome     string
	hedged      bool
	attribution string
}

// scope works out the outcome of the statement at the anchor: of the verb that says it and of every verb that governs that one.
func (m *match) scope() scope {
	sc := scope{outcome: Asserted}
	if m.s.Question || m.falsified() {
		sc.outcome = dropped
		return sc
	}
	v := m.governor()
	if v >= 0 {
		sc.outcome = combine(m.underVerb(v), m.verbOutcome(v))
		if m.conditional(v) || m.isValue() && (m.wanted(v) || m.upTo(v)) {
			sc.outcome = dropped
		}
	}
	switch {
	case v < 0 && m.s.Units[m.s.Chunks[m.chunk].First].Word == "not":
		sc.outcome = Negated // Peru, not a member, voted against
	case v < 0 && m.onceBefore():
		sc.outcome = Ended
	case v < 0 && m.s.Chunks[m.chunk].Negative:
		sc.outcome = dropped // no member, such as …, has agreed
	case m.s.Chunks[m.chunk].Negative && m.s.Chunks[v].Object != m.chunk && m.s.Chunks[v].Subject != m.chunk || m.butNot(m.chunk):
		sc.outcome = negate(sc.outcome)
	}
	switch {
	case sc.outcome == Negated && m.onlyThen():
		sc.outcome = Asserted
	case sc.outcome == Asserted && m.over():
		sc.outcome = Ended
	}
	if v >= 0 && (m.negativeRole(v) || m.notAmong(v)) {
		sc.outcome = negate(sc.outcome)
	}
	sc.hedged = m.anyWord("hedge")
	sc.attribution = m.attribution()
	return sc
}

// governor is the verb group that says what becomes of the statement, or -1 where no verb does: in "NATO member Turkey
// did not vote" the phrase alone tells the fact.
func (m *match) governor() int {
	c := &m.s.Chunks[m.chunk]
	if c.Kind == annotate.VerbGroup {
		return m.chunk
	}
	if m.isValue() && m.rule.measures() {
		return m.clauseVerb()
	}
	for i := range m.rule.Roles {
		v, ok := m.values[m.rule.Roles[i].Name]
		if !ok || v.chunk < 0 {
			continue
		}
		if v.copula >= 0 {
			return v.copula
		}
		if !attached(v.place) {
			return m.clauseVerb()
		}
	}
	for _, cond := range m.rule.When {
		if _, places, _ := strings.Cut(cond, "@"); m.rule.Column == "" && !attached(places) {
			return m.clauseVerb()
		}
	}
	return -1
}

// wanted holds for a verb by which a value is wished for and not stated: "inflows of 12 percent of GDP are needed".
func (m *match) wanted(v int) bool {
	u := &m.s.Units[m.s.Chunks[v].Head]
	return (u.Cue("wish") != nil || u.Cue("plan") != nil) && u.Cue("said") == nil && u.Cue("amounts_to") == nil && u.Cue("directed") == nil
}

// clauseVerb is the verb group of the anchor's clause, unless the anchor is an aside.
func (m *match) clauseVerb() int {
	c := &m.s.Chunks[m.chunk]
	v := m.verb(m.chunk)
	if v < 0 || m.isValue() && (m.accompanies() || v < m.chunk && m.colonBetween(v)) || m.s.Chunks[v].Clause != c.Clause {
		return -1
	}
	if aside := max(c.Appos, m.host(m.chunk)); aside >= 0 && !(m.isValue() && m.cueIn("money", m.s.Chunks[aside].First, m.s.Chunks[aside].Last)) {
		return -1 // what explains a sum is under the verb of the sum
	}
	return v
}

// attached holds for places that lie with the anchor in one phrase or aside, with no verb between.
func attached(places string) bool {
	for place := range strings.SplitSeq(places, "|") {
		for step := range strings.SplitSeq(place, ".") {
			if step[0] == '@' {
				return false
			}
			switch step {
			case "subject", "object", "verb", "main", "before", "after", "clause", "sentence", "pair", "tie", "duo", "implied", "theme", "of late", "common", "flowing", "counterpart", "worth", "opposite", "bare owner", "beside it", "placed", "doer", "itemized", "focus", "topic", "inside", "outside", "gone", "subjected", "ascribed", "measured", "told", "sole", "aligned", "counted", "tabled", "lined", "verb left out":
				return false
			}
		}
	}
	return true
}

func (m *match) anyWord(class string) bool {
	clause := m.s.Chunks[m.chunk].Clause
	return m.anyChunk(class, func(i int) bool { return m.s.Chunks[i].Clause == clause })
}
