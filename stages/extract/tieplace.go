package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// readPlace is the tie of a partner whose place stands for itself: "A came second", "in third place was B", "C, fourth, …", "as a supplier
// D is first". The flow is that of the role or the flow beside the place, else the one told before.
func (m *match) readPlace() (tie, bool) {
	if !m.standingPlace() {
		return tie{}, false
	}
	t, ok := m.flowOfPlace()
	if !ok {
		if t, ok = m.flowBefore(); !ok || !m.goesOn() {
			return t, false
		}
	}
	if t.partner = m.placedState(); len(t.partner.States) != 1 || t.partner.Loose || t.partner.People || t.partner.Has("*") {
		return t, false
	}
	t.owner = m.ownerOfPlace(&t)
	return t, len(t.owner.States) == 1 && !t.owner.Within(t.partner)
}

// standingPlace holds for a place without the noun of a role: "second", "the second-largest", "third place".
func (m *match) standingPlace() bool {
	c := &m.s.Chunks[m.chunk]
	if c.Kind != annotate.NounPhrase || m.unit < c.First {
		return false
	}
	if c.Case >= 0 && !m.word(c.Case, placingWords) || m.elsewherePlaced() {
		return false
	}
	for u := m.unit + 1; u <= c.Last; u++ {
		if x := &m.s.Units[u]; x.Cue("superlative") == nil && x.Cue("place_noun") == nil && x.Cue("number_sign") == nil {
			return false
		}
	}
	return true
}

// placingWords stand before a place that someone has: "in second place", and not "slipped to third place".
var placingWords = map[string]bool{"in": true, "at": true, "as": true}

// elsewherePlaced holds for a place in something else ("second in the race") or at another time ("second last year").
func (m *match) elsewherePlaced() bool {
	j := m.chunk + 1
	if j >= len(m.s.Chunks) {
		return false
	}
	if m.s.Chunks[j].Kind == annotate.When {
		return m.s.Chunks[m.chunk].Appos >= 0
	}
	if j+1 >= len(m.s.Chunks) || m.s.Chunks[j].Kind != annotate.Preposition || !m.word(j, map[string]bool{"in": true, "among": true}) || m.s.Chunks[j+1].Kind != annotate.NounPhrase {
		return false
	}
	_, ok := m.flowIn(j + 1)
	return !ok && len(m.r.Set(m.s, j+1).States) == 0
}

// flowOfPlace is the flow of the phrase that says among what the place is: "as a supplier", "among its markets", "in imports", "on the
// export side".
func (m *match) flowOfPlace() (tie, bool) {
	if t, ok := m.flowReversed(); ok {
		return t, true
	}
	for d := 1; d < len(m.s.Chunks); d++ {
		for _, i := range []int{m.chunk + d, m.chunk - d} {
			if i < 0 || i >= len(m.s.Chunks) || !m.ofPlace(i) {
				continue
			}
			if t, ok := m.flowIn(i); ok {
				return t, true
			}
		}
	}
	return tie{}, false
}

// flowReversed is the contrary of the flow told before: "in the other direction B is first".
func (m *match) flowReversed() (tie, bool) {
	t, ok := m.flowBefore()
	if !ok || !m.anyWord("reversed") || !m.goesOn() {
		return t, false
	}
	other := map[string]string{"exports": "imports", "imports": "exports"}[t.flow.Name]
	t.flow = m.flowNamed(other)
	return t, t.flow != nil
}

// ofPlace holds for a phrase behind a preposition of its field that no other place or clause parts from the anchor.
func (m *match) ofPlace(i int) bool {
	c := &m.s.Chunks[i]
	if c.Kind != annotate.NounPhrase || c.Case < 0 || m.s.Units[m.s.Chunks[c.Case].First].Cue("place_field") == nil {
		return false
	}
	if c.Case != m.chunk+1 && m.word(c.Case, map[string]bool{"of": true, "for": true}) && (i < m.chunk || m.s.Units[m.s.Chunks[c.Case-1].Head].Cue("side_noun") == nil) {
		return false // the Ministry of Trade, but "on the list of its partners"
	}
	for k := min(i, m.chunk) + 1; k < max(i, m.chunk); k++ {
		x := &m.s.Chunks[k]
		if x.Kind == annotate.Semicolon || x.Kind == annotate.Subordinator || m.cueIn("percent", x.First, x.Last) || m.cueIn("money", x.First, x.Last) || m.cueIn("standing", x.First, x.Last) && x.List != m.s.Chunks[m.chunk].List {
			return false
		}
	}
	return true
}

// flowIn is the flow that any word of the phrase means.
func (m *match) flowIn(i int) (tie, bool) {
	c := &m.s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		f, role := m.flowWord(m.s, u), false
		if f == nil {
			f, role = m.roleWord(m.s, u), true
		}
		if f == nil {
			continue
		}
		t := newTie(f, i)
		t.role = role
		side := u < c.Head && m.s.Units[c.Head].Cue("side_noun") != nil
		return t, side || !m.narrowed(i) && !m.alien(i) && !m.narrowedRole(i)
	}
	return tie{}, false
}

// goesOn holds where the fact before was told in the sentence, or just before it in the paragraph, and the place is no place of a region.
func (m *match) goesOn() bool {
	t, ok := m.last(2)
	return ok && m.current(t) && !m.ofRegionBefore() && (t.sentence == m.s.Index || t.paragraph == m.s.Paragraph || m.s.Index-t.sentence <= 1) && !sentenceHas(m.s, "region_word")
}

// ofRegionBefore holds where the sentence before ranks the states of a region: "Among the European countries, A topped the list".
func (m *match) ofRegionBefore() bool {
	b := m.r.Doc.Sentence(m.s.Index - 1)
	return b != nil && b.Paragraph == m.s.Paragraph && sentenceHas(b, "region_word") && len(b.Tokens) > 0 && b.Tokens[0].Lower == "among"
}

// placedState is the state that has the place: the name right before it, the one that hangs before "in second place", the one
// beside which it stands, the subject of its verb, of several the one at the same place in their list.
func (m *match) placedState() resolve.Set {
	if i := m.placed(m.chunk); i >= 0 {
		return m.r.Alone(m.s, i)
	}
	c := &m.s.Chunks[m.chunk]
	if i := m.beforeBracket(); i >= 0 {
		return m.r.Alone(m.s, i)
	}
	if c.Appos >= 0 && m.chunk > 1 && m.s.Chunks[m.chunk-1].Kind == annotate.Comma {
		return m.r.Alone(m.s, c.Appos)
	}
	for _, i := range m.step(m.chunk, "hung") {
		if set := m.r.Set(m.s, i); len(set.States) == 1 && m.s.Chunks[i].Last+1 == m.s.Chunks[c.Case].First {
			return set
		}
	}
	v := m.verb(m.chunk)
	if v < 0 || m.cueIn("change", m.s.Chunks[v].First, m.s.Chunks[v].Last) && c.Case < 0 {
		return resolve.Set{}
	}
	if i := m.s.Chunks[v].Subject; i >= 0 && anaphor(m.s, i) && c.Case < 0 {
		for _, j := range m.fronted(v, "for") {
			return m.r.Set(m.s, j) // for A this means second place
		}
	}
	for _, i := range []int{m.s.Chunks[v].Subject, m.s.Chunks[v].Object} {
		if i < 0 || i == m.chunk || m.s.Chunks[i].List == m.chunk {
			continue
		}
		set := m.r.Set(m.s, i)
		if k, n := m.placeInList(); n > 1 && len(set.States) == n && !set.Whole {
			return resolve.Set{States: set.States[k : k+1]}
		}
		return set
	}
	return resolve.Set{}
}

// beforeBracket is the name before the bracket right before the place: "and B ($3 billion) third"; or -1.
func (m *match) beforeBracket() int {
	i := m.chunk - 1
	if i < 0 || m.s.Chunks[i].Kind != annotate.Close {
		return -1
	}
	for ; i > 0 && m.s.Chunks[i].Kind != annotate.Open; i-- {
	}
	if i--; i < 0 || m.s.Chunks[i].Kind != annotate.NounPhrase || m.s.Chunks[i].Case >= 0 {
		return -1
	}
	return i
}

// placeInList is which of the places in a list the anchor is, and how many there are: "second and third".
func (m *match) placeInList() (k, n int) {
	list := m.s.Chunks[m.chunk].List
	for i := max(list, 0); i < len(m.s.Chunks) && list >= 0; i++ {
		if m.s.Chunks[i].List == list {
			if i == m.chunk {
				k = n
			}
			n++
		}
	}
	return k, n
}

// ownerOfPlace is the state among whose partners the place is: "for A", the owner of the phrase of the flow, the one told before.
func (m *match) ownerOfPlace(t *tie) resolve.Set {
	m.assume("partner", t.partner)
	if v := m.verb(m.chunk); v >= 0 {
		for _, i := range append(m.fronted(v, "for"), m.after(v, "for")...) {
			if set := m.r.Set(m.s, i).Without(t.partner); !set.Empty() {
				return set
			}
		}
	}
	if t.noun >= 0 && m.ownedAgain(t.noun) {
		if set := m.takenUp(t, &Role{Is: "states", Name: "country", Not: "partner"}); !set.Empty() {
			return set
		}
		if set := m.ownerBy(t.noun, t.partner, "of").Without(t.partner); !set.Empty() {
			return set
		}
		return m.tieOwner(&tie{flow: t.flow, noun: -1, does: -1, partner: t.partner, again: true})
	}
	if t.noun >= 0 {
		if set := m.ownerBy(t.noun, t.partner, "of", "for").Without(t.partner); !set.Empty() {
			return set
		}
		if set := m.otherEnd(t); !set.Empty() {
			return set
		}
		for _, prep := range []string{"of", "for"} {
			for _, j := range m.after(t.noun, prep) {
				if set := m.ownerBy(j, t.partner, m.goodsOf(t, j)...).Without(t.partner); !set.Empty() {
					return set
				}
			}
		}
	}
	return m.tieOwner(t)
}

// otherEnd is the state with which a place in trade is told: "second in terms of trade with A".
func (m *match) otherEnd(t *tie) resolve.Set {
	for _, prep := range t.flow.Toward {
		for _, j := range m.after(t.noun, prep) {
			if t.flow.Name == "total" && !t.role && m.s.Chunks[j].Case == t.noun+1 {
				return m.r.Set(m.s, j).Without(t.partner)
			}
		}
	}
	return resolve.Set{}
}

// goodsOf are the prepositions behind the goods that a buyer or supplier deals in, before the state itself: "suppliers of goods to A".
func (m *match) goodsOf(t *tie, j int) []string {
	if !t.role || m.s.Units[m.s.Chunks[j].Head].Cue("goods") == nil {
		return []string{"of"}
	}
	return append([]string{"of"}, t.flow.Whence...)
}

// isStanding holds for an ordinal, a count behind "number", or a word such as "unrivalled".
func isStanding(s *annotate.Sentence, u int) bool {
	q := s.Units[u].Quantity
	return isAnchor(s, u, "ordinal") || s.Units[u].Cue("unrivalled") != nil || q >= 0 && u > 0 && s.Units[u-1].Cue("number_sign") != nil
}
