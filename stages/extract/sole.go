package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// sole is the one state that the sentence names in any way, by its people too; one from which something comes does not count.
func (m *match) sole(role *Role) (value, bool) {
	var set resolve.Set
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || m.isHost(i) {
			continue
		}
		for _, found := range []resolve.Set{m.r.Member(m.s, i), m.r.Nationals(m.s, i)} {
			set.States = append(set.States, found.Without(m.values[role.Not].set).Without(set).States...)
		}
	}
	return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) == 1
}

// since is the first state that the sentence names behind the value before, or from its start on.
func (m *match) since(role *Role) (value, bool) {
	from := m.behindValue(m.valueBefore())
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.First <= from || c.Kind != annotate.NounPhrase || m.s.Units[c.Head].Tag == annotate.TagPron {
			continue
		}
		if c.First > m.unit {
			break
		}
		if set := m.r.Member(m.s, i).Without(m.values[role.Not].set); !set.Empty() && !m.isHost(i) {
			return value{set: set, chunk: i}, len(set.States) == 1 && role.Is == "states"
		}
	}
	return value{}, false
}

// behindValue is the last unit of what belongs to the value at the unit: its of-phrase and the like.
func (m *match) behindValue(unit int) int {
	if unit < 0 {
		return unit
	}
	last := unit
	for j := chunkOf(m.s, unit) + 1; j < len(m.s.Chunks); j++ {
		c := &m.s.Chunks[j]
		if c.Kind != annotate.Preposition && c.Kind != annotate.When && (c.Kind != annotate.NounPhrase || c.Case < 0) {
			break
		}
		if c.Last < m.unit {
			last = c.Last
		}
	}
	return last
}

// toldOf is the state of the last fact that the table has taken, here or just before.
func (m *match) toldOf(role *Role) (value, bool) {
	t, ok := m.last(reach)
	if ok && role.Is == "word" && t.states[role.Name] != "" {
		return value{codes: []string{t.states[role.Name]}, chunk: -1}, true
	}
	if !ok || role.Is != "states" || t.states[role.Name] == "" {
		return value{}, false
	}
	return value{set: resolve.Set{States: []resolve.State{{Code: t.states[role.Name]}}, Context: true}, chunk: -1}, true
}

// isCompared holds for a value against which another one is held: "up from 24 percent", "against 22 percent".
func (m *match) isCompared() bool {
	p := m.s.Chunks[m.chunk].Case
	return p >= 0 && m.cueIn("comparing", m.s.Chunks[p].First, m.s.Chunks[p].Last)
}

// retold is the state of the last fact told, unless the sentence or those before it in the paragraph speak of another one.
func (m *match) retold(role *Role) (value, bool) {
	t, _ := m.last(reach)
	if m.elsewhere() || m.namesOther(t) {
		return value{}, false
	}
	if set, ok := m.asked(); ok && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	if set, ok := m.r.InParagraph(m.s); ok && t.sentence < m.s.Index && t.paragraph < m.s.Paragraph && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	return m.toldOf(role)
}

// asked is the one state that a question or a fragment right before the sentence names: "And Georgia?"
func (m *match) asked() (resolve.Set, bool) {
	if m.s.Index == 0 {
		return resolve.Set{}, false
	}
	t := m.r.Doc.Sentence(m.s.Index - 1)
	if !t.Question && saysSomething(t) {
		return resolve.Set{}, false
	}
	set := m.r.InUnits(t, 0, len(t.Units)-1)
	return set, len(set.States) == 1
}

// where is what a clause that "where" opens is about: "in Tonga, where they equal 40 percent", "countries such as Haiti and Nepal, where …".
func (m *match) where(role *Role) (value, bool) {
	p := m.chunk
	for p >= 0 && m.s.Chunks[p].Kind != annotate.Relative {
		if p < m.chunk && m.s.Chunks[p].Kind == annotate.VerbGroup && m.s.Chunks[p].Finite && p != m.verb(m.chunk) {
			return value{}, false
		}
		p--
	}
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "where" {
		return value{}, false
	}
	if m.s.Chunks[p-1].Kind == annotate.Coordinator { // Uzbekistan, which …, and where …
		for p--; p > 0 && m.s.Chunks[p].Kind != annotate.Relative; p-- {
		}
	}
	for p--; p >= 0 && m.s.Chunks[p].Kind != annotate.VerbGroup; p-- {
		if c := &m.s.Chunks[p]; c.Kind == annotate.NounPhrase && m.named(p) >= 0 {
			set := m.r.Set(m.s, m.listHead(p))
			return value{set: set, chunk: p}, role.Is == "states" && !set.Empty() && !set.Loose
		}
	}
	return value{}, false
}

// someOf holds for a count of states that are not named.
func (m *match) someOf(i int) bool {
	if i+2 >= len(m.s.Chunks) || m.s.Units[m.s.Chunks[i+1].First].Word != "of" {
		return false
	}
	x := m.s.Units[m.s.Chunks[i+2].Head].Cue("state_noun")
	return x != nil && x.Plural
}

// topical is the state that the text is about at this place, in the last resort the one that its first sentences name.
func (m *match) topical(role *Role) (value, bool) {
	v, ok := m.focus(role)
	if set, asked := m.asked(); asked {
		v, ok = value{set: set, chunk: -1}, true
	}
	if !ok {
		v.chunk = -1
		v.set, ok = m.r.Lead()
	}
	if !ok || role.Is != "states" || m.namesOther(telling{sentence: -1, states: map[string]string{"country": v.set.States[0].Code}}) {
		return value{}, false
	}
	return v, true
}

// namesOther holds where the sentence names a state since the telling, or since it starts: the value may be that one's.
func (m *match) namesOther(t telling) bool {
	from := 0
	if t.sentence == m.s.Index {
		from = m.behindValue(t.unit) + 1
	}
	for u := from; u < m.unit; u++ {
		if x := m.s.Units[u].Meaning(annotate.Country); x != nil && x.Form != annotate.Capital && x.Code != t.states["country"] && !m.isHost(chunkOf(m.s, u)) {
			return true
		}
	}
	return false
}

// isHost holds for a state from which something comes, or in which migrants live and work.
func (m *match) isHost(i int) bool {
	if i < 0 {
		return false
	}
	p := m.s.Chunks[m.listHead(i)].Case
	if p < 0 {
		return false
	}
	if m.s.Units[m.s.Chunks[p].First].Word == "from" {
		return true
	}
	if p == 0 || m.s.Units[m.s.Chunks[p].First].Word != "in" {
		return false
	}
	c := &m.s.Chunks[p-1]
	return m.cueIn("migrant", c.First, c.Last) || m.cueIn("working", c.First, c.Last) || c.Kind == annotate.NounPhrase && isNational(m.s, c)
}

// isNational holds for a phrase that means the people of a state.
func isNational(s *annotate.Sentence, c *annotate.Chunk) bool {
	x := s.Units[c.Head].Meaning(annotate.Country)
	return x != nil && (x.Form == annotate.Demonym || x.Form == annotate.Demonyms)
}

// ownedByOther holds where the phrase behind the value's "of" belongs to something that is not resolved: "of the region's GDP",
// "of their countries' GDP", "of world GDP". "The country's" leaves it to the text.
func (m *match) ownedByOther() bool {
	for _, i := range m.after(m.chunk, "of") {
		c := &m.s.Chunks[i]
		if g := c.Gen; g >= 0 {
			head := &m.s.Units[m.s.Chunks[g].Head]
			return head.Cue("state_noun") == nil || head.Cue("state_noun").Plural || m.cueIn("partial", m.s.Chunks[g].First, m.s.Chunks[g].Last)
		}
		return c.Owner == "their" || m.cueIn("partial", c.First, c.Last)
	}
	return false
}

// elsewhere holds where the clause speaks of a place that is no state known here: "in Zacatecas", "for sub-Saharan Africa",
// "in low-income countries". What is said of it is not said of the state that the text is about.
func (m *match) elsewhere() bool {
	if m.unnamedSubject() {
		return true
	}
	for i := range m.s.Chunks {
		if c := &m.s.Chunks[i]; c.Kind == annotate.NounPhrase && (c.Clause == m.s.Chunks[m.chunk].Clause || c.Case == 0) && (m.fronts(i) || m.attached(i)) && m.isOtherPlace(i) {
			return true
		}
	}
	return false
}

// unnamedSubject holds where the subject is a count of states, or some of them, that are not named: "six get", "many countries get".
func (m *match) unnamedSubject() bool {
	v := m.verb(m.chunk)
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == m.chunk {
		return false
	}
	i := m.s.Chunks[v].Subject
	head := &m.s.Units[m.s.Chunks[i].Head]
	if q := head.Quantity; q >= 0 && m.s.Quantities[q].Unit == quantity.None {
		return true
	}
	if head.Tag == annotate.TagName && head.Meanings == nil && m.s.Units[m.s.Chunks[v].Head].Cue("said") == nil && i+1 == v {
		return true // Kerala gets
	}
	noun := head.Cue("state_noun")
	set := m.r.Set(m.s, i)
	return noun != nil && noun.Plural && set.Empty()
}

// fronts holds for a phrase whose preposition opens the clause or hangs on what the value measures.
func (m *match) fronts(i int) bool {
	p := m.s.Chunks[i].Case
	return i < m.chunk && (p == 0 || p > 0 && (opensClause(m.s.Chunks[p-1].Kind) || p-1 == m.measure && !m.inRanking(p-1)))
}

// inRanking holds for a phrase with a rank, whose place is the field of the ranking: "the second most dependent in the world".
func (m *match) inRanking(i int) bool {
	c := &m.s.Chunks[i]
	return m.cueIn("superlative", c.First, c.Last) || m.cueIn("ordinal", c.First, c.Last) || m.cueIn("most", c.First, c.Last)
}

// attached holds for a phrase behind the anchor that only phrases with prepositions part from it.
func (m *match) attached(i int) bool {
	if i <= m.chunk {
		return false
	}
	for j := m.chunk + 1; j <= i; j++ {
		switch c := &m.s.Chunks[j]; c.Kind {
		case annotate.Preposition, annotate.When:
		case annotate.NounPhrase:
			if c.Case < 0 && c.Gen < 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isOtherPlace holds for a phrase with "in", "for" and the like that means a place and no state, or parts of one.
func (m *match) isOtherPlace(i int) bool {
	c := &m.s.Chunks[i]
	if c.Case < 0 || m.s.Units[m.s.Chunks[c.Case].First].Cue("placing") == nil || m.cueIn(m.rule.Anchor, c.First, c.Last) {
		return false
	}
	if c.Negative {
		return true // in none of these
	}
	if c.Owned {
		return false // in the bank's reckoning
	}
	head := &m.s.Units[c.Head]
	noun := head.Cue("state_noun")
	set := m.r.Set(m.s, i)
	switch {
	case head.Quantity >= 0:
		return m.someOf(i) // for 19 of the receiving countries
	case head.Has(annotate.Group):
		return true
	case noun != nil && noun.Plural && len(set.States) == 1:
		return true // in some Mexican states
	case head.Tag == annotate.TagName && head.Meanings == nil, noun != nil, head.Cue("region_noun") != nil:
		return set.Empty() || set.Loose
	}
	return false
}
