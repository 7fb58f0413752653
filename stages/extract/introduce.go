package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// introduced are phrases right behind a colon or dash that follows the chunk, or right before a dash that precedes it.
func (m *match) introduced(i int) []int {
	s, far := m.s, false
	for j := i + 1; j < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case annotate.Colon, annotate.Dash:
			j = pastNumber(s, j)
			if j+3 < len(s.Chunks) && s.Chunks[j+1].Kind == annotate.Open && s.Chunks[j+3].Kind == annotate.Close && numbersOnly(s, &s.Chunks[j+2]) {
				j += 3 // members - (3) A, B and C
			}
			for k := j + 1; k < len(s.Chunks) && k < j+3; k++ {
				if s.Chunks[k].Kind == annotate.NounPhrase && (s.Chunks[k].Case < 0 || s.Chunks[k].Case == j+1) {
					if far && (numbersOnly(s, &s.Chunks[k]) || k+1 < len(s.Chunks) && numbersOnly(s, &s.Chunks[k+1])) {
						return nil // each with a value of its own
					}
					return []int{k}
				}
			}
			return nil
		case annotate.NounPhrase:
			if s.Chunks[j].Case < 0 && s.Chunks[j].Gen < 0 {
				return nil
			}
		case annotate.Preposition, annotate.When, annotate.Adverb:
		case annotate.VerbGroup: // partners have remained the same: A, B
			if j = m.sameBeforeColon(j); j < 0 {
				return nil
			}
		case annotate.Open: // partners (2022): A, B
			far = true
			for j < len(s.Chunks)-1 && s.Chunks[j].Kind != annotate.Close {
				j++
			}
		case annotate.Comma: // partners, by turnover: A, B
			if j+1 >= len(s.Chunks) || s.Chunks[j+1].Kind != annotate.Preposition {
				return nil
			}
			far = true
		default:
			return nil
		}
	}
	return nil
}

// pastNumber is the last chunk of a bracket with nothing but a number behind the mark at j, else j: "members - (12) A, B …".
func pastNumber(s *annotate.Sentence, j int) int {
	if j+3 < len(s.Chunks) && s.Chunks[j+1].Kind == annotate.Open && numbersOnly(s, &s.Chunks[j+2]) && s.Chunks[j+3].Kind == annotate.Close {
		return j + 3
	}
	return j
}

// closing are the states behind the last colon of the sentence, which says who they are of whom it spoke: "Nine guests sat beside him: A,
// B and C".
func (m *match) closing() resolve.Set {
	var all resolve.Set
	s := m.s
	for j := len(s.Chunks) - 1; j >= 0; j-- {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup:
			if !s.Chunks[j].Infinite {
				return resolve.Set{}
			}
		case annotate.Relative:
			return resolve.Set{}
		case annotate.Colon, annotate.Dash:
			if s.Units[s.Chunks[j].First].Tag == annotate.TagHyphen {
				continue
			}
			for k := j + 1; k < len(s.Chunks); k++ {
				if c := &s.Chunks[k]; c.Kind == annotate.NounPhrase && c.Case < 0 && c.List == k {
					all = all.Union(m.r.Set(s, k))
				}
			}
			return all
		}
	}
	return resolve.Set{}
}

// trailing is the phrase or list that ends the sentence behind its last comma, and says who the subject is: "one guest took a seat, X".
func (m *match) trailing(i int) []int {
	s := m.s
	last := len(s.Chunks) - 1
	for last > i && s.Chunks[last].Kind == annotate.Other {
		last--
	}
	for j := last; j > i; j-- {
		c := &s.Chunks[j]
		switch c.Kind {
		case annotate.Comma:
			if j == last {
				return nil
			}
			k := j + 1
			if s.Chunks[k].Owned && k < last {
				k++
			}
			if s.Chunks[k].List != k && s.Chunks[k].List >= 0 {
				continue // within the list
			}
			return []int{k}
		case annotate.NounPhrase, annotate.Preposition, annotate.Coordinator:
		default:
			return nil
		}
	}
	return nil
}

// host is the phrase before the bracket that the chunk is in, or -1.
func (m *match) host(i int) int {
	s := m.s
	for j := i; j >= 0; j-- {
		if k := s.Chunks[j].Kind; (k == annotate.Close || k == annotate.VerbGroup && s.Chunks[j].Finite && !m.linking(j)) && j != i {
			return -1
		}
		if s.Chunks[j].Kind == annotate.Open {
			for k := j - 1; k >= 0; k-- {
				if s.Chunks[k].Kind == annotate.NounPhrase {
					return k
				}
				if s.Chunks[k].Kind != annotate.When && s.Chunks[k].Kind != annotate.Preposition {
					return -1
				}
			}
		}
	}
	return -1
}

// verbIn holds where a finite verb stands between two chunks: "A (which five members left)".
func (m *match) verbIn(from, to int) bool {
	for j := from + 1; j < to; j++ {
		if m.s.Chunks[j].Kind == annotate.VerbGroup && m.s.Chunks[j].Finite {
			return true
		}
	}
	return false
}

// bracket are the phrases in the bracket right behind the chunk.
func (m *match) bracket(i int) []int {
	s := m.s
	if i+1 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Open {
		return nil
	}
	var out []int
	for j := i + 2; j < len(s.Chunks) && s.Chunks[j].Kind != annotate.Close; j++ {
		if s.Chunks[j].Kind == annotate.NounPhrase && !m.inner(j) {
			out = append(out, j)
		}
	}
	return out
}

// enclosed is the phrase or list that alone fills the bracket right behind the chunk: "two members (Chad and Niger)".
func (m *match) enclosed(i int) []int {
	s := m.s
	if i+3 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Open || s.Chunks[i+2].Kind != annotate.NounPhrase {
		return nil
	}
	if end := listEnd(s, i+2); end >= len(s.Chunks) || s.Chunks[end].Kind != annotate.Close {
		return nil
	}
	return []int{i + 2}
}

// farthestInfinitive is how many chunks behind a noun its infinitive may stand: "requests by A and the Republic of B to join".
const farthestInfinitive = 14

// whereto is the infinitive that the noun at i takes, behind those whose it is; or -1.
func (m *match) whereto(i int) int {
	s := m.s
	for j := i + 1; j < len(s.Chunks) && j <= i+farthestInfinitive; j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase, annotate.Preposition, annotate.Coordinator, annotate.Comma, annotate.When:
		case annotate.VerbGroup:
			if c.Infinite {
				return j
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// abridged is the subject right before the comma before the phrase at i, in a clause that leaves its verb out: "A has one status, and B (and
// not C), another status"; or -1.
func (m *match) abridged(i int) int {
	s := m.s
	j := i - 2
	if j < 1 || s.Chunks[i-1].Kind != annotate.Comma {
		return -1
	}
	for s.Chunks[j].Kind == annotate.Close {
		for j > 0 && s.Chunks[j].Kind != annotate.Open {
			j--
		}
		j--
		if j < 1 {
			return -1
		}
	}
	if s.Chunks[j].Kind != annotate.NounPhrase {
		return -1
	}
	for b := m.listHead(j); b > 0; b-- {
		switch s.Chunks[b-1].Kind {
		case annotate.NounPhrase: // three | more countries
			if s.Chunks[b-1].First != s.Chunks[b-1].Last || s.Units[s.Chunks[b-1].First].Tag != annotate.TagNum {
				return -1
			}
		case annotate.Coordinator, annotate.Semicolon:
			return m.listHead(j)
		default:
			return -1
		}
	}
	return -1
}

// near are the phrases of the clause in one direction, the nearest first.
func (m *match) near(i, direction int) []int {
	s := m.s
	var out []int
	for j := i + direction; j >= 0 && j < len(s.Chunks); j += direction {
		if s.Chunks[j].Clause != s.Chunks[i].Clause {
			break
		}
		if s.Chunks[j].Kind == annotate.NounPhrase {
			out = append(out, m.listHead(j))
		}
	}
	return out
}

func (m *match) phrases(accept func(int) bool) []int {
	var out []int
	for j := range m.s.Chunks {
		if m.s.Chunks[j].Kind == annotate.NounPhrase && accept(j) && !m.inner(j) {
			out = append(out, j)
		}
	}
	return out
}

// fractioned is the phrase right behind a fraction that takes it with no "of": "half its imports", "a third the country's exports"; or -1.
func (m *match) fractioned(i int) int {
	s := m.s
	if q := s.Units[s.Chunks[i].Last].Quantity; i+1 >= len(s.Chunks) || q < 0 || s.Quantities[q].Unit != quantity.Percent {
		return -1
	}
	k := i + 1
	if s.Chunks[k].Owned && k+1 < len(s.Chunks) && s.Chunks[k+1].Gen == k {
		k++
	}
	if c := &s.Chunks[k]; c.Kind != annotate.NounPhrase || c.Owner == "" && c.Gen < 0 && s.Units[c.First].Tag != annotate.TagDet {
		return -1
	}
	return k
}

func (m *match) possessedBy(object, i int) bool { return object >= 0 && m.s.Chunks[i].Gen == object }

// sameBeforeColon is the chunk before a colon, where the verb at j says no more than that a list follows: "were as follows:", "have remained
// the same:", "include:"; or -1.
func (m *match) sameBeforeColon(j int) int {
	c := &m.s.Chunks[j]
	if c.Lemma != "be" && !m.cueIn("persist", c.First, c.Last) && !m.cueIn("includes", c.First, c.Last) {
		return -1
	}
	for k := j + 1; k < len(m.s.Chunks) && k <= j+3; k++ {
		if m.s.Chunks[k].Kind == annotate.Colon {
			return k - 1
		}
		if m.cueIn("states", m.s.Chunks[k].First, m.s.Chunks[k].Last) {
			break
		}
	}
	return -1
}
