package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// Flow is one way in which things pass between states, with the classes of words that tell it. A statement on it has four parts: a
// measure (the anchor), the flow, whose it is and who stands at its other end. Each of them may stand in any place of the sentence or
// be left to the one before; `tie` puts them together.
type Flow struct {
	Name     string   `yaml:"flow"`
	Noun     string   `yaml:"noun"`     // the flow itself: exports
	Partners []string `yaml:"partners"` // who stands at the other end: export market, customer
	Maybe    []string `yaml:"maybe"`    // the same, where the text speaks of a flow anyway: source, recipient
	Toward   []string `yaml:"toward"`   // prepositions before the other end: exports to
	Whence   []string `yaml:"whence"`   // prepositions before the state itself: exports from
	Far      string   `yaml:"far"`      // the preposition before the other end behind a passive: destined for
	Takes    string   `yaml:"takes"`    // verbs whose subject is the other end: buys up
	Does     string   `yaml:"does"`     // verbs whose subject is the state itself: exports
	Goes     string   `yaml:"goes"`     // verbs whose subject is what passes: ends up
}

// tie is what a sentence says of the flow that the anchor's value measures.
type tie struct {
	flow    *Flow
	noun    int  // phrase of the flow or of the partner's role, or -1
	role    bool // noun is the role of the partner: "its largest market"
	does    int  // verb whose subject the state itself is, or -1
	again   bool // the flow is the one that was told before
	partner resolve.Set
	owner   resolve.Set
}

// newTie is a tie of which nothing but the flow and its phrase are known.
func newTie(flow *Flow, noun int) tie { return tie{flow: flow, noun: noun, does: -1} }

// tied fills a role from the tie of the anchor's value: its flow (word), its partner or the state whose flow it is.
func (m *match) tied(role *Role) (value, bool) {
	t, ok := m.tie()
	switch {
	case !ok:
		return value{}, false
	case role.Is == "word":
		return value{codes: []string{t.flow.Name}, chunk: m.chunk}, true
	case role.Name == "partner":
		return value{set: t.partner, chunk: m.chunk}, true
	}
	return value{set: t.owner, chunk: m.chunk}, true
}

// tie reads the tie once for all roles.
func (m *match) tie() (tie, bool) {
	if m.tieRead == nil {
		t, ok := m.readTie()
		m.tieRead, m.isTied = &t, ok
	}
	return *m.tieRead, m.isTied
}

func (m *match) readTie() (tie, bool) {
	if m.rule.Anchor == "standing" {
		return m.readPlace()
	}
	t, ok := m.flowMeasured()
	if !ok {
		return t, false
	}
	if m.ofBilateral(&t) || m.ofOtherFlow(&t) || m.tellsKind() || m.rule.Anchor == "percent" && (m.partOfGroup() || m.withinRegion()) {
		return t, false
	}
	m.ownerSaid(&t)
	if m.othersDo(&t) {
		return t, false
	}
	m.pairSaid(&t)
	if t.partner.Empty() {
		t.partner = m.tiePartner(&t)
	}
	if t.partner.Empty() {
		m.flowBack(&t)
	}
	if len(t.partner.States) != 1 || t.partner.Loose || t.partner.Has("*") {
		return t, false
	}
	if t.owner.Empty() {
		t.owner = m.tieOwner(&t)
	}
	return t, len(t.owner.States) == 1 && !t.owner.Within(t.partner)
}

// ofBilateral holds for a part of the trade with one partner only: "40 percent of its trade with A is settled in yuan".
func (m *match) ofBilateral(t *tie) bool {
	v := m.verb(m.chunk)
	if m.rule.Anchor != "percent" || t.role || t.noun < 0 || t.noun != m.whole() || t.noun+2 >= len(m.s.Chunks) || !m.leadsTo(t.flow, t.noun+2) || m.s.Chunks[t.noun+2].Case != t.noun+1 {
		return false
	}
	return v > m.chunk && m.s.Chunks[v].Subject == m.chunk
}

// ofOtherFlow holds for a ratio of two flows: "exports to A were 52 percent of imports from A".
func (m *match) ofOtherFlow(t *tie) bool {
	v := m.verb(m.chunk)
	if m.rule.Anchor != "percent" || t.noun < m.chunk || m.whole() < 0 || v < 0 || v > m.chunk || m.valueBefore() > m.s.Chunks[v].First || m.s.Chunks[v].Lemma != "be" || m.s.Chunks[v].Subject < 0 {
		return false
	}
	for _, j := range append([]int{m.s.Chunks[v].Subject}, m.after(m.s.Chunks[v].Subject, "of")...) {
		if f := m.flowWord(m.s, m.s.Chunks[j].Head); f != nil && f != t.flow && t.flow.Name != "total" && f.Name != "total" {
			return true
		}
	}
	return false
}

// flowMeasured is the flow that the anchor's value measures: the whole of which it is a part, the word on which it hangs, the last one
// before it that tells a flow, else the flow of the fact before.
func (m *match) flowMeasured() (tie, bool) {
	if m.blocsShare() || m.isChange() {
		return tie{}, false
	}
	if whole := m.whole(); whole >= 0 {
		if t, ok := m.flowOfWhole(whole); ok || m.rule.Anchor == "percent" || !m.allThings(whole) {
			return t, ok
		}
	}
	if m.rule.Anchor == "percent" && m.risesBy() {
		return tie{}, false
	}
	if t, ok := m.flowSaidOf(); ok {
		return t, true
	}
	if m.countsOther() || m.rule.Anchor == "percent" && (m.anyWord("other_money") || sentenceHas(m.s, "sent_money")) {
		return tie{}, false
	}
	for _, find := range []func() (tie, bool){m.flowOfPart, m.flowHung, m.flowOfGoods, m.flowInSentence, m.flowBehind, m.flowAgain, m.flowOfPartner} {
		if t, ok := find(); ok {
			return t, true
		}
		if m.stopped {
			break
		}
	}
	return tie{}, false
}

// isChange holds for a value that counts a change: "a 22 percent increase in purchases".
func (m *match) isChange() bool {
	c := &m.s.Chunks[m.chunk]
	head := &m.s.Units[c.Head]
	return c.Head > m.unit && head.Cue("change") != nil && head.Cue("yearly") == nil
}

// countsOther holds for a value that counts what its phrase or its verb names: "a 2 percent gain", "two thirds were imports".
func (m *match) countsOther() bool {
	if m.rule.Anchor == "percent" && m.host(m.chunk) >= 0 && m.growthBefore() {
		return true
	}
	c := &m.s.Chunks[m.chunk]
	if v := m.verb(m.chunk); v > m.chunk && m.s.Chunks[v].Subject == m.chunk && m.s.Chunks[v].Object >= 0 && m.flowWord(m.s, m.s.Chunks[m.s.Chunks[v].Object].Head) != nil {
		return true
	}
	head := &m.s.Units[c.Head]
	return c.Head > m.unit && head.Quantity < 0 && head.Date < 0 && head.Cue("time_noun") == nil && head.Cue("volume_noun") == nil && head.Cue("yearly") == nil && head.Cue("share_noun") == nil && head.Cue("total_noun") == nil && m.flowWord(m.s, c.Head) == nil
}

// risesBy holds for a percentage to which something that is no share is said to rise, with no whole: a growth in a foreigner's English, "exports
// increased to 28 percent compared to 2017".
func (m *match) risesBy() bool {
	if p := m.s.Chunks[m.chunk].Case; p > 0 && m.s.Chunks[p-1].Kind == annotate.NounPhrase && m.s.Units[m.s.Chunks[p-1].Head].Done("change") {
		return true
	}
	v := m.verb(m.chunk)
	if p := m.s.Chunks[m.chunk].Case; p >= 0 && p != v+1 {
		return false
	}
	if v < 0 || v > m.chunk || m.s.Chunks[v].Subject < 0 || m.host(m.chunk) >= 0 || !m.cueIn("change", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return false
	}
	head := &m.s.Units[m.s.Chunks[m.s.Chunks[v].Subject].Head]
	return head.Cue("goods") != nil || head.Has(annotate.Country) && m.s.Chunks[m.s.Chunks[v].Subject].Gen < 0 || head.Cue("flow_noun") != nil && head.Cue("share_noun") == nil || m.cueIn("money", m.s.Chunks[m.s.Chunks[v].Subject].First, m.s.Chunks[m.s.Chunks[v].Subject].Last)
}

// flowNamed is the flow of the name.
func (m *match) flowNamed(name string) *Flow {
	for i := range m.rule.flows {
		if m.rule.flows[i].Name == name {
			return &m.rule.flows[i]
		}
	}
	return nil
}

// flowAt is the flow that the head of the phrase means, where the phrase speaks of all of it and not of one good or one firm's.
func (m *match) flowAt(i int) *Flow {
	f := m.flowWord(m.s, m.s.Chunks[i].Head)
	if f == nil || m.narrowed(i) || m.alien(i) || m.verbInDisguise(i) {
		return nil
	}
	return f
}

// verbInDisguise holds for a phrase that ends with people and a verb: "companies export".
func (m *match) verbInDisguise(i int) bool {
	c := &m.s.Chunks[i]
	return c.Head > c.First && !plural(m.s, c.Head) && m.s.Units[c.Head-1].Cue("end_noun") != nil
}

// flowWord is the flow that a noun means.
func (m *match) flowWord(s *annotate.Sentence, u int) *Flow {
	for k := range m.rule.flows {
		if f := &m.rule.flows[k]; s.Units[u].Cue(f.Noun) != nil || s.Units[u].Cue("consignment") != nil && m.consigned(s, u, f) {
			return f
		}
	}
	return nil
}

// consigned holds for goods on their way whose preposition says that they are of the flow: "deliveries to A"; "shipments from B" only where
// the phrase has an owner, to whom they come.
func (m *match) consigned(s *annotate.Sentence, u int, f *Flow) bool {
	i := chunkOf(s, u)
	if i < 0 || i+1 >= len(s.Chunks) || s.Chunks[i].Head != u || s.Chunks[i+1].Kind != annotate.Preposition {
		return false
	}
	if c := &s.Chunks[i]; f.Name != "exports" && c.Gen < 0 && c.Owner == "" && !m.cueAdjective(s, c) {
		return false
	}
	return slices.Contains(f.Toward, s.Phrase(s.Chunks[i+1].First, s.Chunks[i+1].Last))
}

// cueAdjective holds for a phrase with the adjective of a state before its head.
func (m *match) cueAdjective(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		if s.Units[u].Meaning(annotate.Country) != nil {
			return true
		}
	}
	return false
}

// roleWord is the flow at whose other end the noun puts someone: a market, a supplier.
func (m *match) roleWord(s *annotate.Sentence, u int) *Flow {
	has := func(class string) bool { return s.Units[u].Cue(class) != nil }
	for k := range m.rule.flows {
		f := &m.rule.flows[k]
		if slices.ContainsFunc(f.Partners, has) || slices.ContainsFunc(f.Maybe, has) && m.speaksOfFlow(s) {
			return f
		}
	}
	return nil
}

// speaksOfFlow holds where the sentence names a flow, or goes on with one that was told in its paragraph.
func (m *match) speaksOfFlow(s *annotate.Sentence) bool {
	if sentenceHas(s, "flow_noun") {
		return true
	}
	for i := s.Index - 1; i >= 0 && i >= s.Index-2; i-- {
		if b := m.r.Doc.Sentence(i); (s.Paragraph-b.Paragraph <= 1 || b.Heading) && sentenceHas(b, "flow_noun") {
			return true
		}
	}
	t, ok := m.last(1)
	return ok && t.paragraph == s.Paragraph && m.current(t)
}

// current holds unless the text has gone over to what another table tells since.
func (m *match) current(t telling) bool {
	for name, list := range m.memory.told {
		if n := len(list); name != m.rule.Table.Name && n > 0 && list[n-1].value && list[n-1].sentence > t.sentence {
			return false
		}
	}
	return true
}

// doing is the flow that the verb group does.
func (m *match) doing(v int) *Flow {
	c := &m.s.Chunks[v]
	for k := range m.rule.flows {
		if f := &m.rule.flows[k]; c.Kind == annotate.VerbGroup && m.cueIn(f.Does, c.First, c.Last) {
			return f
		}
	}
	return nil
}

// assume fills a role beforehand, so that another one can be looked for apart from it.
func (m *match) assume(role string, set resolve.Set) {
	if m.values == nil {
		m.values = make(map[string]value, len(m.rule.Roles))
	}
	m.values[role] = value{set: set}
}
