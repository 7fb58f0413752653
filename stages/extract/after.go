package extract

import (
	"ties.dev/ties/stages/annotate"
)

// after are the phrases of a preposition behind the chunk, in what belongs to it: up to the next verb, and for a verb group
// up to the next clause; for a verb also in front of its subject ("In Tajikistan, remittances equal …").
func (m *match) after(i int, prep string) []int {
	s := m.s
	verb := s.Chunks[i].Kind == annotate.VerbGroup
	var out, late []int
	if prep == "of" && !verb {
		out = one(m.fractioned(i))
	}
	depth := 0
	for j := i + 1; j < len(s.Chunks); j++ {
		c := &s.Chunks[j]
		switch c.Kind {
		case annotate.Open:
			depth++
			continue
		case annotate.Close:
			depth--
			continue
		}
		if depth > 0 {
			continue
		}
		if prep == "by" && verb && c.Kind == annotate.VerbGroup {
			break // attended the meeting hosted by X
		}
		if depth < 0 || m.boundary(i, j, verb) && !m.exampleFollows(j, prep) {
			break
		}
		if prep == "of" && !verb && len(out) > 0 && (c.Kind == annotate.Coordinator || c.Kind == annotate.Comma) {
			break // a further "of" is the next member's
		}
		if c.Kind == annotate.NounPhrase && c.Case >= 0 && c.Case > i && !m.inner(j) && s.Phrase(s.Chunks[c.Case].First, s.Chunks[c.Case].Last) == prep {
			if c.Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
				continue // the possessed phrase comes next
			}
			if verb && m.commaBetween(i, j) {
				late = append(late, j)
				continue
			}
			out = append(out, j)
		}
	}
	if verb {
		out = append(out, m.fronted(i, prep)...)
	}
	if m.isValue() && m.rule.measures() {
		return out // what stands behind a comma is of another value
	}
	return append(out, late...)
}

// exampleFollows holds at a comma before examples: "sixteen members, including Angola".
func (m *match) exampleFollows(j int, prep string) bool {
	s := m.s
	return exampling[prep] && s.Chunks[j].Kind == annotate.Comma && j+1 < len(s.Chunks) &&
		s.Phrase(s.Chunks[j+1].First, s.Chunks[j+1].Last) == prep
}

// inner holds for a further member of a list: the first stands for all.
func (m *match) inner(j int) bool { l := m.s.Chunks[j].List; return l >= 0 && l < j }

func (m *match) boundary(i, j int, verb bool) bool {
	c := &m.s.Chunks[j]
	switch c.Kind {
	case annotate.VerbGroup:
		return !verb || c.Finite
	case annotate.Semicolon, annotate.Relative, annotate.Subordinator, annotate.Colon:
		return true
	case annotate.Excepting:
		return !verb
	case annotate.Comma:
		return !verb && !m.listComma(j)
	case annotate.Coordinator:
		return !verb && !m.listComma(j)
	}
	return false
}

// listComma holds for a comma or coordinator within a list.
func (m *match) listComma(j int) bool {
	s := m.s
	for k := j + 1; k < len(s.Chunks) && k <= j+3; k++ {
		if c := &s.Chunks[k]; c.Kind == annotate.NounPhrase {
			if c.Owned && k+1 < len(s.Chunks) && s.Chunks[k+1].Gen == k {
				c = &s.Chunks[k+1]
			}
			return c.List >= 0 && c.List < j && c.Case <= j
		}
	}
	return false
}

func (m *match) fronted(v int, prep string) []int {
	s := m.s
	var out []int
	for j := v - 1; j >= 0 && s.Chunks[j].Clause == s.Chunks[v].Clause; j-- {
		c := &s.Chunks[j]
		if c.Kind == annotate.NounPhrase && c.Case >= 0 && !m.inner(j) && s.Phrase(s.Chunks[c.Case].First, s.Chunks[c.Case].Last) == prep {
			if c.Case == 0 || opensClause(s.Chunks[c.Case-1].Kind) && !m.behindVerb(c.Case-1) {
				if c.Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
					continue
				}
				out = append(out, j)
			}
		}
	}
	if j := m.frontedOver(v, prep); len(out) == 0 && j >= 0 {
		out = append(out, j)
	}
	return out
}

// behindVerb holds for a time at chunk i that a verb of its clause stands before: what follows it goes with that verb, "landed on
// Thursday for the summit".
func (m *match) behindVerb(i int) bool {
	s := m.s
	if s.Chunks[i].Kind != annotate.When {
		return false
	}
	for j := i - 1; j >= 0 && s.Chunks[j].Clause == s.Chunks[i].Clause; j-- {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup:
			return true
		case annotate.Comma, annotate.Coordinator:
			return false
		}
	}
	return false
}

// frontedOver is the phrase with the preposition that opens the sentence before a relative clause, behind which the verb's own clause
// stands: "In Kazakhstan, which draws workers itself, remittances are low"; or -1.
func (m *match) frontedOver(v int, prep string) int {
	s := m.s
	j := v
	for j >= 0 && s.Chunks[j].Clause == s.Chunks[v].Clause {
		j--
	}
	for j > 2 && s.Chunks[j].Kind != annotate.Relative {
		if s.Chunks[j].Kind == annotate.Semicolon || s.Chunks[j].Kind == annotate.Colon {
			return -1
		}
		j--
	}
	if j < 3 || s.Chunks[j-1].Kind != annotate.Comma {
		return -1
	}
	p := s.Chunks[j-2].Case
	if s.Chunks[j-2].Kind != annotate.NounPhrase || p < 0 || s.Phrase(s.Chunks[p].First, s.Chunks[p].Last) != prep || p > 0 && !opensClause(s.Chunks[p-1].Kind) {
		return -1
	}
	return m.listHead(j - 2)
}

// opensClause holds for what can stand before the first phrase of a clause.
func opensClause(k annotate.ChunkKind) bool {
	switch k {
	case annotate.Comma, annotate.Subordinator, annotate.Coordinator, annotate.Semicolon, annotate.Colon, annotate.Dash, annotate.Adverb, annotate.Other, annotate.When:
		return true
	}
	return false
}
