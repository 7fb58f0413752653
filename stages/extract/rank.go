package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// rank reads the place that the phrase gives its head: "largest" is 1, "second-largest", "third most important", "No. 2" and
// "fifth" say it themselves. An ordinal that a superlative follows counts with it.
func (m *match) rank(i int) (value, bool) {
	c := &m.s.Chunks[i]
	best := false
	for u := c.First; u <= c.Last; u++ {
		unit := &m.s.Units[u]
		if place := m.placeAt(u, c.First); place > 0 {
			return value{rank: place}, true
		}
		best = best || unit.Cue("superlative") != nil || unit.Cue("unrivalled") != nil
	}
	return value{rank: 1}, best
}

// placeAt is the place that the number at unit u of a phrase says: an ordinal, or a count behind "number", "No." or "#".
func (m *match) placeAt(u, first int) float64 {
	q := m.s.Units[u].Quantity
	if q < 0 {
		return 0
	}
	n := &m.s.Quantities[q]
	switch {
	case n.Unit == quantity.Ordinal:
		return n.Value
	case n.Unit == quantity.None && u > first && m.s.Units[u-1].Cue("number_sign") != nil:
		return n.Value
	}
	return 0
}

// ordinalBehind is the phrase right behind a verb that is an ordinal alone: "came second", "ranked No. 4".
func (m *match) ordinalBehind(v int) []int {
	for j := v + 1; j < len(m.s.Chunks) && j <= v+2; j++ {
		c := &m.s.Chunks[j]
		if c.Kind == annotate.NounPhrase && m.placeAt(c.Last, c.First) > 0 && m.lead(c) {
			return []int{j}
		}
	}
	return nil
}

// lead holds for a phrase with nothing but "only", "just" and the like before its last word.
func (m *match) lead(c *annotate.Chunk) bool {
	for u := c.First; u < c.Last; u++ {
		if t := m.s.Units[u].Tag; t != annotate.TagPredet && t != annotate.TagAdv && m.s.Units[u].Cue("number_sign") == nil {
			return false
		}
	}
	return true
}

// order is the place of a state in the set that fills the role, from 1 on; 0 where the set is a group named as a whole.
func (m *match) order(role string, code string) float64 {
	set := m.values[role].set
	if set.Whole {
		return 0
	}
	for k, x := range set.States {
		if x.Code == code {
			return float64(k + 1)
		}
	}
	return 0
}

// placed is the name to which the ordinal of chunk i gives its place with no verb: "…, Hungary second and Italy third", "A No. 2"; or -1.
func (m *match) placed(i int) int {
	c := &m.s.Chunks[i]
	k := i
	if m.opensPlace(c) { // the ordinal is a phrase of its own
		k--
	}
	if !m.superlativesBehind(c) || k < 1 || m.s.Chunks[k].Kind != annotate.NounPhrase || m.s.Chunks[k].Case == k-1 && !m.word(k-1, accompanying) || !m.cueIn("states", m.s.Chunks[k].First, m.unit-1) {
		return -1
	}
	switch m.s.Chunks[k-1].Kind {
	case annotate.Comma, annotate.Coordinator, annotate.Semicolon:
		return k
	case annotate.Preposition: // with A second
		if m.word(k-1, accompanying) && k > 1 && m.s.Chunks[k-2].Kind == annotate.Comma {
			return k
		}
	}
	return -1
}

// opensPlace holds for a phrase in which nothing but a determiner and what qualifies the place stands before it: "a distant second".
func (m *match) opensPlace(c *annotate.Chunk) bool {
	for u := c.First; u < m.unit; u++ {
		if t := m.s.Units[u].Tag; t != annotate.TagDet && (t != annotate.TagAdj && t != annotate.TagAdv || m.s.Units[u].Has(annotate.Country) || u == c.First) {
			return false
		}
	}
	return true
}

// accompanying stands before a state and its place or its part: "with A second".
var accompanying = map[string]bool{"with": true}

// superlativesBehind holds where nothing but superlatives stands between the anchor and the end of its phrase: "the second largest".
func (m *match) superlativesBehind(c *annotate.Chunk) bool {
	for u := m.unit + 1; u <= c.Last; u++ {
		if m.s.Units[u].Cue("superlative") == nil {
			return false
		}
	}
	return true
}

// ranked is the place of a state in a list that the text ranks: by itself (order), behind the one whose rank is known (next:
// "followed by A and B"), or before it where all before it are listed (ahead: "third after A and B").
func (m *match) ranked(role, part, code string) any {
	k, rank := m.order(role, code), 0.
	for _, v := range m.values {
		rank = max(rank, v.rank)
	}
	switch {
	case k == 0:
		return nil
	case part == "next":
		return rank + k
	case part == "place":
		return m.listedPlace(int(k), len(m.values[role].set.States))
	case part == "ahead" && float64(len(m.values[role].set.States)) != rank-1:
		return nil
	}
	return k
}

// listedPlace is the k-th of the ordinals in the list that the anchor's phrase ends, where it has one for each of n states: "its second
// and third largest markets are A and B"; nil where it has not.
func (m *match) listedPlace(k, n int) any {
	var places []float64
	list := m.s.Chunks[m.chunk].List
	for i := max(list, 0); i <= m.chunk; i++ {
		c := &m.s.Chunks[i]
		for u := c.First; u <= c.Last && c.List == list; u++ {
			if place := m.placeAt(u, c.First); place > 0 {
				places = append(places, place)
			}
		}
	}
	if len(places) != n || n < 2 || k < 1 {
		return nil
	}
	return places[k-1]
}

// itemized are the states that follow the anchor as the items 1, 2, 3 … of a list, in that order.
func (m *match) itemized(role *Role) (value, bool) {
	var set resolve.Set
	next := 1.0
	for i := m.chunk + 1; i+1 < len(m.s.Chunks); i++ {
		n := m.itemNumber(i)
		if n == 0 {
			continue
		}
		j := i + 1
		for j < len(m.s.Chunks)-1 && m.s.Chunks[j].Kind == annotate.Other {
			j++
		}
		item := m.r.Alone(m.s, j)
		if n != next || len(item.States) != 1 {
			break
		}
		set = set.With(item)
		next++
	}
	return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) > 1
}

// itemNumber is the number that the phrase at chunk i is, or 0.
func (m *match) itemNumber(i int) float64 {
	c := &m.s.Chunks[i]
	if q := m.s.Units[c.First].Quantity; c.First == c.Last && q >= 0 && m.s.Quantities[q].Unit == quantity.None {
		return m.s.Quantities[q].Value
	}
	return 0
}

// plural holds for a phrase whose head is a cue in the plural.
func plural(s *annotate.Sentence, head int) bool {
	for i := range s.Units[head].Meanings {
		if m := &s.Units[head].Meanings[i]; m.Kind == annotate.Cue && m.Plural {
			return true
		}
	}
	return false
}
