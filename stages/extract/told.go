package extract

import (
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// telling is a place of the document where a rule of the table took a fact.
type telling struct {
	sentence, paragraph, unit int
	year                      yearValue
	states                    map[string]string // codes by column, of the first row
	pair                      bool              // the states were put in alphabetical order: which of them the text speaks of is not known
	aside                     bool              // it looked back: a value held against another one, or in the pluperfect
	value                     bool              // the rule is anchored on a value
	half                      bool              // whose value it is was not known: another rule may know
	bracketed                 bool              // the value stands in a bracket with its year
}

// memory is what the tables' rules have taken from the document so far, by table, and the classes that it is known to be about.
type memory struct {
	told  map[string][]telling
	about map[string]bool
}

func newMemory() memory { return memory{map[string][]telling{}, map[string]bool{}} }

func (x memory) add(m *match, claims []schemas.Claim) {
	if len(claims) == 0 {
		x.addSilent(m)
		return
	}
	if m.isEarlier() {
		return // the text goes on from the value itself
	}
	year := yearValue{none: true}
	if i := m.rule.Table.Index("year"); i >= 0 {
		if y, ok := claims[0].Values[i].(int64); ok {
			year = yearValue{year: int(y)}
		}
	}
	states := map[string]string{}
	for i, column := range m.rule.Table.Columns {
		if code, ok := claims[0].Values[i].(string); ok {
			states[column.Name] = code
		}
	}
	pair := len(m.rule.Pair) > 0
	if owner, other, ok := m.ownerOfPair(); ok {
		states[m.rule.Pair[0]], states[m.rule.Pair[1]], pair = owner, other, false
	}
	table := m.rule.Table.Name
	x.told[table] = append(x.told[table], telling{sentence: m.s.Index, paragraph: m.s.Paragraph, unit: m.unit, year: year, states: states, pair: pair,
		aside: m.looksBack(), value: m.isValue(), bracketed: m.isValue() && m.ownBracket()})
}

// isEarlier holds for the value of an earlier year behind the anchor's.
func (m *match) isEarlier() bool {
	name := m.numberRole()
	return name != "" && m.values[name].when != nil
}

// ownerOfPair are the two states of a pair whose rule knows of whose ties the text speaks: each role has a state of its own.
func (m *match) ownerOfPair() (owner, other string, ok bool) {
	if len(m.rule.Pair) != 2 {
		return "", "", false
	}
	a, b := m.values[m.rule.Pair[0]].set, m.values[m.rule.Pair[1]].set
	if len(a.States) != 1 || len(b.States) != 1 {
		return "", "", false
	}
	return a.States[0].Code, b.States[0].Code, true
}

// addSilent remembers a value that the rules understood but that gives no row, so that the text can go on from it: what used to be,
// what is expected.
func (x memory) addSilent(m *match) {
	if !m.isValue() {
		return
	}
	states := map[string]string{}
	for name, v := range m.values {
		if len(v.set.States) == 1 {
			states[name] = v.set.States[0].Code
		}
	}
	t := telling{sentence: m.s.Index, paragraph: m.s.Paragraph, unit: m.unit, states: states, year: yearValue{none: true}, aside: true, half: m.half}
	if y, ok := m.stated(); ok && m.half {
		t.year, t.aside = y, m.looksBack() // "over 10 percent in four of them in 2020: A (20 percent), B (15 percent)"
	}
	x.told[m.rule.Table.Name] = append(x.told[m.rule.Table.Name], t)
}

// last is the latest telling of the rule's table, if it is no more than `back` sentences ago and not too many paragraphs.
func (m *match) last(back int) (telling, bool) {
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0; i-- {
		t := list[i]
		if t.sentence == m.s.Index && t.unit >= m.unit {
			continue
		}
		return t, m.s.Index-t.sentence <= back && m.s.Paragraph-t.paragraph <= reachParagraphs
	}
	return telling{}, false
}

// lastYear is the latest year that the tellings of the last paragraph with some are of, unless one of them has none.
func (m *match) lastYear() (yearValue, bool) {
	list := m.memory.told[m.rule.Table.Name]
	last, paragraph := yearValue{}, -1
	for i := len(list) - 1; i >= 0; i-- {
		t := list[i]
		if t.sentence == m.s.Index && t.unit >= m.unit || !t.value {
			continue
		}
		if m.s.Index-t.sentence > reach || m.s.Paragraph-t.paragraph > reachParagraphs || paragraph >= 0 && t.paragraph != paragraph {
			break
		}
		paragraph = t.paragraph
		if t.year.none {
			return yearValue{none: true}, true
		}
		last.year = max(last.year, t.year.year)
	}
	return last, last.year != 0
}

// looksBack holds for a value held against another one, and for one in the pluperfect.
func (m *match) looksBack() bool {
	if m.isCompared() {
		return true
	}
	v := m.verb(m.chunk)
	return v >= 0 && m.s.Chunks[v].Lemma != "have" && m.cueIn("had", m.s.Chunks[v].First, m.s.Chunks[v].Last)
}

// told holds where the table has taken a fact in this sentence or the ones right before it, and the text gave no value
// of the anchor's kind since that the table did not take: after that it speaks of something else.
func (m *match) told(back int) bool {
	t, ok := m.last(back)
	return ok && !m.brokenSince(t)
}

func (m *match) brokenSince(t telling) bool {
	for i := t.sentence; i <= m.s.Index; i++ {
		s := m.r.Doc.Sentence(i)
		if i > t.sentence && s.Question && sentenceHas(s, "carrier") && !sentenceHas(s, "whole_economy") {
			return true // "What share of their wages do they send?"
		}
		from, to := 0, len(s.Units)
		if i == t.sentence {
			from = t.unit + 1
		}
		if i == m.s.Index {
			to = m.unit
		}
		for u := from; u < to; u++ {
			if isAnchor(s, u, m.rule.Anchor) && !changed(s, u) && !heldAgainst(s, u) {
				return true
			}
		}
	}
	return false
}

// changed holds for a value of change, "by 5 percent", "5 percent more", which leaves the topic as it is.
func changed(s *annotate.Sentence, u int) bool {
	beside := func(v int) bool { return v >= 0 && v < len(s.Units) && s.Units[v].Cue("change") != nil }
	if beside(u-1) || beside(u+1) || u > 0 && s.Units[u-1].Word == "by" {
		return true
	}
	p := s.Chunks[chunkOf(s, u)].Case // a slump of 5 percent
	return p > 0 && s.Units[s.Chunks[p].First].Word == "of" && s.Units[s.Chunks[p-1].Head].Cue("change") != nil
}

// taken holds where the table has taken a fact at this very anchor.
func (m *match) taken() bool {
	list := m.memory.told[m.rule.Table.Name]
	for i := len(list) - 1; i >= 0 && list[i].sentence == m.s.Index; i-- {
		if list[i].unit == m.unit && !list[i].half {
			return true
		}
	}
	return false
}

// heldAgainst holds for a value with which another one is compared, "against 9 percent the year before", which leaves the topic as it is.
func heldAgainst(s *annotate.Sentence, u int) bool {
	i := chunkOf(s, u)
	if i < 0 || s.Chunks[i].Case < 0 {
		return false
	}
	p := &s.Chunks[s.Chunks[i].Case]
	return slices.Contains(comparisons, s.Phrase(p.First, p.Last))
}
