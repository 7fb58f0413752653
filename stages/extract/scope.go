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

// verbOutcome follows the verb group at v and those that govern it.
func (m *match) verbOutcome(v int) string {
	out := m.ownOutcome(v)
	if m.opposed(v) {
		out = negate(out)
	}
	if v > 0 && m.s.Chunks[v].Gerund && m.s.Chunks[v-1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[v-1].Last].Word == "without" {
		return negate(out)
	}
	for n := 0; n < 8; n++ {
		if c := &m.s.Chunks[v]; c.Finite && !m.helped(v) {
			return combine(m.reported(v), out)
		}
		noun := m.governingNoun(v)
		if noun != "" {
			out = combine(noun, out)
		}
		parent := m.parent(v)
		if c := &m.s.Chunks[v]; parent < 0 && c.Gerund && v == 0 && !m.opensSentence(v) {
			return combine(Unsettled, out) // joining the EU is an aim
		}
		if parent < 0 {
			return out
		}
		if noun != "" && m.attitude(m.s.Chunks[parent].First, m.s.Chunks[parent].Last) == "" && m.underPreposition(v) {
			return out // had nothing to do with the decision of A not to go
		}
		out = m.governed(parent, v, out, noun != "")
		v = parent
	}
	return out
}

// opposed holds for what somebody votes or decides against: "voted against joining".
func (m *match) opposed(v int) bool {
	b := m.verbBefore(v)
	return m.s.Chunks[v].Gerund && b >= 0 && m.s.Chunks[v-1].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[v-1].Last].Word == "against" &&
		m.attitude(m.s.Chunks[b].First, m.s.Chunks[b].Last) == Planned
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
		out = m.able(v)
	}
	if c.Infinite && m.ahead(v) {
		out = Planned
	}
	if m.futurate(v) {
		out = Planned
	}
	if c.Neg && !m.barely(c) || c.Modal == "cannot" || m.negativeAround(v) {
		out = negate(out)
	}
	return m.phase(v, out)
}

// barely holds for a verb of a value that is only just reached: "remittances barely reach 1 percent".
func (m *match) barely(c *annotate.Chunk) bool {
	if !m.isValue() {
		return false
	}
	if c.Last+2 < len(m.s.Units) && m.s.Units[c.Last+1].Word == "far" && trailing[m.s.Units[c.Last+2].Word] {
		return true // is not far behind at 16 percent
	}
	for u := c.First; u <= c.Last; u++ {
		if m.s.Units[u].Tag == annotate.TagNeg && !scarcely[m.s.Units[u].Word] {
			return false
		}
	}
	return true
}

// futurate holds for a verb of motion in the progressive, which tells what is or was to come: "is not coming".
func (m *match) futurate(v int) bool {
	c := &m.s.Chunks[v]
	return c.Finite && !c.Perfect && c.Modal == "" && c.First < c.Head && moving[m.s.Units[c.Head].Word]
}

// able is what a modal of possibility makes of a statement: nothing, but what someone cannot do he will not do, and what he could not
// do he did not, where the table asks what became of it.
func (m *match) able(v int) string {
	c := &m.s.Chunks[v]
	if c.Modal == "could" && c.Passive && !c.Neg && m.s.Units[c.Head].Cue("could_see") != nil {
		return Asserted // could be seen
	}
	if m.rule.Column == "" || m.rule.Outcome[Refused] == "" && m.rule.Outcome[Negated] == "" || !c.Neg && c.Modal != "cannot" {
		return dropped
	}
	switch c.Modal {
	case "can", "ca", "cannot":
		return Planned
	case "could":
		return Asserted
	}
	return dropped
}

// phase is what the words of the verb group say of beginning and end: "no longer belongs", "ceased", "will remain".
func (m *match) phase(v int, out string) string {
	switch {
	case m.word(v, noMore) || v+1 < len(m.s.Chunks) && m.word(v+1, noMore):
		return Ended
	case m.cueIn("persist", m.s.Chunks[v].First, m.s.Chunks[v].Last) && out == Planned:
		return Asserted
	case m.word(v, yet) && m.s.Chunks[v].Lemma == "have" && out == Asserted:
		return Negated
	}
	return out
}

// finiteFor reports whether a finite verb has the phrase at i as its subject.
func (m *match) finiteFor(i int) bool {
	for v := range m.s.Chunks {
		if c := &m.s.Chunks[v]; c.Kind == annotate.VerbGroup && c.Finite && c.Subject == i {
			return true
		}
	}
	return false
}

// ahead holds for an infinitive that tells what is to come: "is to attend", and "X to attend" with no verb that governs it.
func (m *match) ahead(v int) bool {
	if v == 0 {
		return false
	}
	b, c := &m.s.Chunks[v-1], &m.s.Chunks[v]
	if m.isValue() && c.Lemma == "say" {
		return false // which is to say 8 percent
	}
	return b.Kind == annotate.VerbGroup && b.Lemma == "be" || c.Parent < 0 && c.Subject >= 0 && (c.Subject == v-1 || b.List == c.Subject) && !m.finiteFor(c.Subject) && !m.ordinal(b)
}

// would is what was to come for a speaker of the past ("said he would attend"); else a condition.
func (m *match) would(v int) string {
	if m.rule.Table.Outdates != nil && !m.s.Chunks[v].Neg || m.cueIn("gladness", m.s.Chunks[v].First, m.s.Chunks[v].Last) || v+1 < len(m.s.Chunks) && m.cueIn("gladness", m.s.Chunks[v+1].First, m.s.Chunks[v+1].Last) {
		return dropped // what was to be need not have come, would be glad to
	}
	if m.s.Chunks[v].Neg && m.rule.Outcome[Refused] != "" && m.opensAlone(v) {
		return Planned // would not come
	}
	for u := range m.s.Units[:m.s.Chunks[v].First] {
		if m.s.Units[u].Cue("said") != nil || m.s.Units[u].Cue("inform") != nil {
			return Planned
		}
	}
	return dropped
}

// opensAlone holds for a verb of a main clause behind its own subject, with no condition in the sentence.
func (m *match) opensAlone(v int) bool {
	for i := range m.s.Chunks {
		if k := m.s.Chunks[i].Kind; k == annotate.Subordinator || k == annotate.Relative && i < v {
			return false
		}
	}
	return m.s.Chunks[v].Subject >= 0
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

// combine puts a statement under an attitude.
func combine(outer, inner string) string {
	switch {
	case outer == dropped || inner == dropped:
		return dropped
	case outer == Asserted || outer == "", outer == Planned && inner == Ended, outer == Unsettled && inner != Asserted:
		return inner
	case inner == Asserted:
		return outer
	case inner == Refused && outer == Planned, inner == Negated && (outer == Planned || outer == Refused):
		return Refused
	case inner == Negated && outer == Negated:
		return Asserted
	}
	return outer
}

func (m *match) anyWord(class string) bool {
	clause := m.s.Chunks[m.chunk].Clause
	return m.anyChunk(class, func(i int) bool { return m.s.Chunks[i].Clause == clause })
}
