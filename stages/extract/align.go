package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// aligned is the state to which the anchor's value belongs where several states and values stand in a row: the one right
// before it ("A (31%)", "A, with 31 percent", "A: 31 percent", "A's 31 percent"), the one right behind it ("31 percent in A"),
// or the one at its place where the states are listed first and the values after them ("31 and 27 percent respectively").
func (m *match) aligned(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	if v, ok := m.inOrder(); ok {
		return v, true
	}
	order := []func() int{m.stateBefore, m.stateBehind}
	if m.bracketBehind() {
		slices.Reverse(order)
	}
	for _, find := range order {
		if i := find(); i >= 0 {
			set := m.statesAt(i)
			if i == m.chunk {
				set = m.inPhraseBefore()
			}
			if set := set.Without(m.values[role.Not].set); !set.Empty() {
				return value{set: set, chunk: i}, true
			}
		}
	}
	return value{}, false
}

// bracketBehind holds for a value right behind which a bracket names a state.
func (m *match) bracketBehind() bool {
	return m.chunk+1 < len(m.s.Chunks) && m.s.Chunks[m.chunk+1].Kind == annotate.Open && m.stateBehind() >= 0
}

// inPhraseBefore are the states before the anchor in its own phrase: those behind the value before it ("Tonga 44 Samoa 34"), or the one
// that stands before all values of a row ("Tonga 41 43 44").
func (m *match) inPhraseBefore() resolve.Set {
	first := m.s.Chunks[m.chunk].First
	for u := m.unit - 1; u >= first; u-- {
		if m.s.Units[u].Quantity < 0 {
			continue
		}
		if set := m.r.InUnits(m.s, u+1, m.unit-1); !set.Empty() {
			return set
		}
		if set := m.r.InUnits(m.s, first, m.unit-1); len(set.States) == 1 {
			return set
		}
		return resolve.Set{}
	}
	return m.r.InUnits(m.s, first, m.unit-1)
}

// statesAt is what the phrase at chunk i stands for: with the other members of its list where no value parts them.
func (m *match) statesAt(i int) resolve.Set {
	list := m.listHead(i)
	if m.r.Member(m.s, list).Context {
		return m.r.Member(m.s, i) // a fifth of the economy, and B, at a tenth
	}
	last := i
	for j := i + 1; j < len(m.s.Chunks); j++ {
		if m.s.Chunks[j].List == list && m.s.Chunks[j].Kind == annotate.NounPhrase && m.named(j) >= 0 {
			last = j
		}
	}
	for u := m.s.Chunks[list].First; u <= m.s.Chunks[last].Last; u++ {
		if isAnchor(m.s, u, m.rule.Anchor) && m.ofEach() {
			return m.sinceValue(list, i)
		}
		if isAnchor(m.s, u, m.rule.Anchor) {
			return m.r.Member(m.s, i)
		}
	}
	return m.r.Set(m.s, list)
}

// ofEach holds for a value with "each" behind it: "A and B (25 percent each)".
func (m *match) ofEach() bool {
	return m.unit+1 < len(m.s.Units) && m.s.Units[m.unit+1].Word == "each"
}

// sinceValue are the states of the list behind the last value before chunk i.
func (m *match) sinceValue(list, i int) (set resolve.Set) {
	for j := i; j >= list; j-- {
		c := &m.s.Chunks[j]
		if m.cueIn(m.rule.Anchor, c.First, c.Last) {
			break
		}
		if c.Kind == annotate.NounPhrase && c.List == list {
			set = m.r.Member(m.s, j).Union(set)
		}
	}
	return set
}

// stateBefore is the phrase of a state that only marks, "with", "at" and the like, a rank or a verb of being part from the
// anchor's value, or -1.
func (m *match) stateBefore() int {
	s := m.s
	if g := s.Chunks[m.chunk].Gen; g >= 0 {
		return m.named(g)
	}
	if m.cueIn("states", s.Chunks[m.chunk].First, m.unit-1) {
		return m.chunk // Tonga 41.3
	}
	comma := false
	for j := m.chunk - 1; j >= 0; j-- {
		c := &s.Chunks[j]
		switch c.Kind {
		case annotate.NounPhrase:
			if s.Units[c.Head].Tag == annotate.TagPron || m.isHost(j) {
				return -1
			}
			if j == m.measure {
				continue // with remittances worth 40 percent
			}
			if m.named(j) >= 0 {
				return m.unlessFollowed(j, comma)
			}
			if m.cueIn("carrier", c.Head, c.Head) {
				if c.Gen >= 0 {
					return m.named(c.Gen) // Senegal's figure, 10 percent
				}
				if c.Case >= 0 && m.isA(c) {
					continue // Honduras, with a ratio of 25 percent
				}
			}
			if !m.cueIn("place_in_ranking", c.First, c.Last) && !m.cueIn("ordinal", c.First, c.Last) {
				return -1
			}
		case annotate.Preposition:
			if !m.cueIn("beside_value", c.First, c.Last) {
				return -1
			}
		case annotate.VerbGroup:
			if c.Neg || c.Modal != "" || c.Lemma != "be" && c.Lemma != "have" && s.Units[c.Head].Cue("has_value") == nil {
				return -1
			}
		case annotate.Comma:
			comma = true
		case annotate.Colon, annotate.Dash, annotate.Open, annotate.Adverb, annotate.When, annotate.Semicolon:
		default:
			return -1
		}
	}
	return -1
}

// isA holds for a phrase that "a" or "an" opens.
func (m *match) isA(c *annotate.Chunk) bool {
	w := m.s.Units[c.First].Word
	return w == "a" || w == "an"
}

// unlessFollowed is j, unless a bare comma alone parts the state from a value that has its own state behind it.
func (m *match) unlessFollowed(j int, comma bool) int {
	if comma && m.chunk == j+2 && m.stateBehind() >= 0 {
		return -1
	}
	return j
}

// named is i where the phrase names states itself or takes them up, else -1.
func (m *match) named(i int) int {
	if set := m.r.Member(m.s, i); set.Empty() || set.Loose || set.Whole && len(set.States) > 2 && !m.distributes(i) {
		return -1
	}
	return i
}

// stateBehind is the phrase of a state that "in" or "for" joins to the anchor's value, the value's own of-phrase between them, or -1.
func (m *match) stateBehind() int {
	s := m.s
	for j := m.chunk + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Preposition:
			if s.Phrase(c.First, c.Last) != "of" && s.Units[c.First].Cue("joins_state") == nil {
				return -1
			}
		case annotate.NounPhrase:
			behind := c.Case >= 0 && s.Phrase(s.Chunks[c.Case].First, s.Chunks[c.Case].Last) == "of"
			if i := m.named(j); i >= 0 && c.Case >= 0 && !behind && !c.Owned {
				return i
			}
			if !behind {
				return -1
			}
		case annotate.Open: // from 0.1 percent (Brazil) to 27 percent (Nepal)
			if i := j + 1; j == m.chunk+1 && i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Close && s.Chunks[i].Kind == annotate.NounPhrase {
				return m.named(i)
			}
			return -1
		case annotate.When:
		default:
			return -1
		}
	}
	return -1
}

// inOrder takes the state that stands in a list at the place where the anchor's value stands in a list of values.
func (m *match) inOrder() (value, bool) {
	place, n := m.placeInValues()
	if n < 2 {
		place, n = m.placeRespective()
	}
	if n < 2 || m.cueIn("states", m.s.Chunks[m.chunk].First, m.unit-1) {
		return value{}, false
	}
	for _, j := range m.phrases(func(j int) bool { return m.s.Chunks[j].List != m.s.Chunks[m.chunk].List }) {
		if set := m.r.Set(m.s, j); len(set.States) == n && !set.Whole && m.s.Units[m.s.Chunks[j].Head].Word != "it" {
			return value{set: resolve.Set{States: set.States[place : place+1]}, chunk: j}, true
		}
	}
	if set := m.phrasesJoined(); len(set.States) == n {
		return value{set: resolve.Set{States: set.States[place : place+1]}, chunk: -1}, true
	}
	return value{}, false
}

// placeRespective is the place of the anchor among the values of a sentence that "respectively" closes, each of them with its whole: "36 percent
// of GDP and 30 percent of GDP, respectively".
func (m *match) placeRespective() (place, n int) {
	said := false
	for u := m.unit + 1; u < len(m.s.Units); u++ {
		said = said || m.s.Units[u].Word == "respectively"
	}
	if !said {
		return 0, 0
	}
	for _, i := range m.valueChunks() {
		if i == m.chunk {
			place = n
		}
		n++
	}
	return place, n
}

// phrasesJoined are the states of phrases that "and" joins with their preposition before the anchor: "for A and for B".
func (m *match) phrasesJoined() (set resolve.Set) {
	s := m.s
	last := -1
	for j := 1; j < m.chunk; j++ {
		if c := &s.Chunks[j]; c.Kind != annotate.NounPhrase || c.Case != j-1 || m.named(j) < 0 {
			continue
		}
		if last < 0 || !m.joinedTo(last, j) {
			set = resolve.Set{}
		}
		set = set.With(m.r.Member(s, j))
		last = j
	}
	return set
}

// joinedTo holds where only "and" and the same preposition stand between two phrases.
func (m *match) joinedTo(i, j int) bool {
	s := m.s
	return j == i+3 && s.Chunks[i+1].Kind == annotate.Coordinator && s.Units[s.Chunks[j-1].First].Word == s.Units[s.Chunks[i-1].First].Word
}
