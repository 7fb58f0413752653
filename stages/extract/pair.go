package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// paired takes the state that the anchor's value is put beside: "A (31%)", "A 31%", "A: 31%", "A with 31 percent", "A's 31 percent",
// or the one at the same place of a list: "A and B sent 31 and 27 percent respectively".
func (m *match) paired(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	if set := m.r.InUnits(m.s, m.s.Chunks[m.chunk].First, m.unit-1); len(set.States) == 1 && m.isValue() {
		return value{set: set, chunk: m.chunk}, true // Russia 11.3
	}
	place, n := m.placeInValues()
	if i := m.partnerOfValue(m.chunk); i >= 0 && n > 1 {
		if set := m.r.Set(m.s, m.listHead(i)); len(set.States) == n && !set.Whole {
			return value{set: resolve.Set{States: set.States[place : place+1]}, chunk: i}, true
		}
	}
	if i := m.partnerOfValue(m.chunk); i >= 0 {
		if set := m.r.Alone(m.s, i); len(set.States) == 1 {
			return value{set: resolve.Set{States: set.States[:1]}, chunk: i}, true
		}
		for _, j := range m.equals(i) { // A is its second partner (13 percent)
			if set := m.r.Set(m.s, j); len(set.States) == 1 && !set.Context {
				return value{set: set, chunk: j}, true
			}
		}
	}
	if n < 2 {
		return value{}, false
	}
	if h := m.host(m.chunk); h >= 0 {
		if set := m.r.Set(m.s, m.listHead(h)); len(set.States) == n && !set.Whole && m.closesList(h) {
			return value{set: resolve.Set{States: set.States[place : place+1]}, chunk: h}, true
		}
	}
	if m.host(m.chunk) >= 0 {
		m.stopped = true // several values in the bracket of one state
		return value{}, false
	}
	v := m.verb(m.chunk)
	hangs := v >= 0 && v < m.chunk && !m.s.Chunks[v].Finite // were A, B and C, accounting for
	for _, j := range m.phrases(func(j int) bool {
		return m.s.Chunks[j].Clause == m.s.Chunks[m.chunk].Clause || hangs && j < v
	}) {
		set := m.r.Set(m.s, j)
		if len(set.States) == n && !set.Whole {
			return value{set: resolve.Set{States: set.States[place : place+1]}, chunk: j}, true
		}
	}
	m.stopped = true // which value is whose is not said
	return value{}, false
}

// partnerOfValue is the phrase that the value at chunk i stands right beside, or -1.
func (m *match) partnerOfValue(i int) int {
	s := m.s
	if h := m.host(i); h >= 0 && m.alone(i) && !m.ofPartner(h) && !m.severalIn(i) {
		if m.headsRegion(h) {
			return -1
		}
		return h
	}
	if g := s.Chunks[i].Gen; g >= 0 {
		return g
	}
	if a := s.Chunks[i].Appos; a >= 0 && m.follower(a) {
		return a
	}
	if k := i - 2; k > 0 && s.Chunks[i].Case < 0 && s.Chunks[i-1].Kind == annotate.Comma && m.verbLeftOut(k) && m.behindSemicolon(k) {
		return k // buys 27 percent; A, 18 percent; and B, 8 percent
	}
	if k := m.sumBefore(i); k >= 0 {
		return m.partnerOfValue(k) // A with $3 billion or 12 percent
	}
	k := i - 1
	if k >= 0 && s.Chunks[k].Kind == annotate.Preposition && k == s.Chunks[i].Case {
		switch w := s.Phrase(s.Chunks[k].First, s.Chunks[k].Last); {
		case w == "for" && m.verbLeftOut(k-1):
			return k - 1
		case w != "with" && w != "at":
			return -1
		}
		if k--; k >= 0 && s.Chunks[k].Kind == annotate.Comma {
			if k--; k >= 0 && s.Chunks[k].Case >= 0 && s.Units[s.Chunks[s.Chunks[k].Case].First].Word == "of" {
				return -1 // the supplier of A, with 20 percent
			}
		}
	} else if k >= 0 && (s.Chunks[k].Kind == annotate.Colon || s.Chunks[k].Kind == annotate.Dash) {
		k--
	}
	if k >= 0 && s.Chunks[k].Kind == annotate.Comma && m.opensRow(k-1) && cueAt(s, s.Chunks[i].First, "verbless") || k == 1 && s.Units[s.Chunks[k].First].Word == "|" {
		k-- // 1. Belgium, 12%; Belgium | 12%
	}
	k = m.beforeIncluded(k)
	if k > 0 && s.Chunks[k].Case < 0 && s.Chunks[k-1].Kind == annotate.NounPhrase && m.placeAlone(k) {
		k-- // A second at 20 percent
	}
	if k >= 0 && s.Chunks[k].Kind == annotate.NounPhrase && (s.Units[s.Chunks[k].Head].Has(annotate.Country) || m.placedName(k) || k == i-1 && oneOfTwo[s.Units[s.Chunks[k].Head].Word]) {
		return k
	}
	return -1
}

// sumBefore is the sum that a percentage at chunk i gives once more behind "or", or -1.
func (m *match) sumBefore(i int) int {
	k := i - 2
	if k < 1 || m.s.Chunks[i-1].Kind != annotate.Coordinator || m.s.Units[m.s.Chunks[i-1].First].Word != "or" || m.s.Chunks[k].Kind != annotate.NounPhrase || m.host(k) >= 0 {
		return -1
	}
	if !m.cueIn("money", m.s.Chunks[k].First, m.s.Chunks[k].Last) || !m.cueIn("percent", m.s.Chunks[i].First, m.s.Chunks[i].Last) {
		return -1
	}
	return k
}

// behindSemicolon holds for a name with a semicolon before it, and "and" at most between.
func (m *match) behindSemicolon(k int) bool {
	k--
	if k > 0 && m.s.Chunks[k].Kind == annotate.Coordinator {
		k--
	}
	return k >= 0 && m.s.Chunks[k].Kind == annotate.Semicolon
}

// headsRegion holds for a name behind "led by": a value in brackets is that of the region it leads.
func (m *match) headsRegion(i int) bool {
	p := m.s.Chunks[i].Case
	return p > 0 && m.s.Units[m.s.Chunks[p].First].Word == "by" && m.s.Chunks[p-1].Kind == annotate.VerbGroup && m.cueIn("heads_list", m.s.Chunks[p-1].First, m.s.Chunks[p-1].Last)
}

// follower holds for a name behind "followed by", which a value can explain: "followed by A, 12 percent".
func (m *match) follower(i int) bool {
	p := m.s.Chunks[i].Case
	return p > 0 && m.s.Chunks[p].Kind == annotate.Preposition && m.s.Units[m.s.Chunks[p].First].Word == "by" && m.s.Chunks[p-1].Kind == annotate.VerbGroup && m.cueIn("follows", m.s.Chunks[p-1].First, m.s.Chunks[p-1].Last)
}

// beforeIncluded is the name to which an aside counts the one at k: "A, including B, with 20 percent"; else k itself.
func (m *match) beforeIncluded(k int) int {
	s := m.s
	if k < 2 || s.Chunks[k].Kind != annotate.NounPhrase || s.Chunks[k].Case != k-1 || s.Units[s.Chunks[k-1].First].Cue("counting_in") == nil {
		return k
	}
	if k -= 2; k > 0 && (s.Chunks[k].Kind == annotate.Comma || s.Chunks[k].Kind == annotate.Open) {
		k--
	}
	return k
}

// verbLeftOut holds for a name right behind a comma or coordinator, whose verb is that of the clause before: "…, B for 20 percent".
func (m *match) verbLeftOut(k int) bool {
	s := m.s
	if k < 1 || s.Chunks[k].Kind != annotate.NounPhrase || s.Chunks[k].Case >= 0 || !s.Units[s.Chunks[k].Head].Has(annotate.Country) {
		return false
	}
	switch s.Chunks[k-1].Kind {
	case annotate.Comma, annotate.Coordinator, annotate.Semicolon:
		return true
	}
	return false
}

// oneOfTwo are the words that take up one of two states.
var oneOfTwo = map[string]bool{"former": true, "latter": true}

// ofPartner holds for the owner in "the largest partner of A (21 percent)", where the value is the partner's.
func (m *match) ofPartner(h int) bool {
	c := m.s.Chunks[h].Case
	return c > 0 && m.s.Units[m.s.Chunks[c].First].Word == "of" && m.s.Units[m.s.Chunks[c-1].Head].Cue("trade_role") != nil
}

// severalIn holds for a value in a list of values.
func (m *match) severalIn(i int) bool {
	if i != m.chunk {
		return false
	}
	_, n := m.placeInValues()
	return n > 1
}

// alone holds for the first value of its bracket that is of the anchor's kind.
func (m *match) alone(i int) bool {
	for j := i - 1; j >= 0 && m.s.Chunks[j].Kind != annotate.Open; j-- {
		if m.cueIn(m.rule.Anchor, m.s.Chunks[j].First, m.s.Chunks[j].Last) {
			return false
		}
	}
	return true
}

// placeInValues is the place of the anchor among the values of its kind in its list, and how many there are.
func (m *match) placeInValues() (place, n int) {
	list := m.s.Chunks[m.chunk].List
	if list < 0 {
		return 0, 0
	}
	for i := list; i < len(m.s.Chunks); i++ {
		if m.s.Chunks[i].List != list || m.flowBeside(i) != nil {
			continue
		}
		for u := m.s.Chunks[i].First; u <= m.s.Chunks[i].Last; u++ {
			if isAnchor(m.s, u, m.rule.Anchor) || m.bareValue(u, list) {
				if u == m.unit {
					place = n
				}
				n++
			}
		}
	}
	return place, n
}

// bareValue holds for a number in a list of values that leaves the unit to the last one: "7 and 4 percent".
func (m *match) bareValue(u, list int) bool {
	q := m.s.Units[u].Quantity
	return q >= 0 && m.s.Quantities[q].Unit == quantity.None && m.s.Chunks[list].Conj
}

// duo takes the two states of which the text speaks where it names no third: those of the sentence, else of the ones before it
// in the paragraph. "The presidents of A and B met. Bilateral trade reached …".
func (m *match) duo(role *Role) (value, bool) {
	var set resolve.Set
	leads, third := false, false
	pair, titled := m.r.TitledPair()
	for i := m.s.Index; i >= 0 && i > m.s.Index-4; i-- {
		t := m.r.Doc.Sentence(i)
		if m.s.Paragraph-t.Paragraph > 1 {
			break
		}
		for _, mention := range m.r.Focus(i) {
			set = set.With(mention.Set)
			if mention.Role == resolve.Subject {
				leads, third = true, third || !mention.Set.Within(pair)
			}
		}
		if len(set.States) >= 2 {
			break
		}
	}
	if titled && !third && (len(set.States) != 2 || !leads) {
		set = pair // what is bilateral in a text on the relations of two states is theirs
	}
	if len(set.States) != 2 || slices.Contains(set.Codes(), "*") {
		return value{}, false
	}
	set.Context = true
	return value{set: set, chunk: -1}, true
}

// closesList holds for the last member of a list, so that what stands in brackets behind it is said of all of them.
func (m *match) closesList(h int) bool {
	list := m.listHead(h)
	if slices.ContainsFunc(m.s.Chunks[list:h], func(c annotate.Chunk) bool { return c.Kind == annotate.Open }) {
		return false // each has a bracket of its own
	}
	return !slices.ContainsFunc(m.s.Chunks[h+1:], func(c annotate.Chunk) bool { return c.List == list })
}

// opensRow holds for the first phrase of its line, the line's number apart: "1. Belgium, 12%".
func (m *match) opensRow(k int) bool {
	return k == 0 || k == 2 && m.s.Chunks[1].Kind == annotate.Other && m.s.Units[m.s.Chunks[0].First].Quantity >= 0
}

// placeAlone holds for a phrase that is an ordinal and nothing else.
func (m *match) placeAlone(k int) bool {
	c := &m.s.Chunks[k]
	return c.Kind == annotate.NounPhrase && c.First == c.Last && isAnchor(m.s, c.Head, "ordinal")
}
