package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// walk leads from a chunk along the steps to the chunks at the place, the best first.
func (m *match) walk(from int, path []string) []int {
	at := one(from)
	for _, step := range path {
		if len(at) == 1 {
			if at = m.step(at[0], step); len(at) < 2 {
				continue
			}
			at = distinctChunks(at)
			continue
		}
		var next []int
		for _, i := range at {
			next = append(next, m.step(i, step)...)
		}
		at = distinctChunks(next)
	}
	return at
}

// distinctChunks keeps the first of equal ones.
func distinctChunks(list []int) []int {
	for i := range list {
		if slices.Contains(list[:i], list[i]) {
			out := slices.Clone(list[:i])
			for _, j := range list[i:] {
				if !slices.Contains(out, j) {
					out = append(out, j)
				}
			}
			return out
		}
	}
	return list
}

func one(i int) []int {
	if i < 0 {
		return nil
	}
	if i < len(singles) {
		return singles[i : i+1 : i+1]
	}
	return []int{i}
}

// singles are the lists of one chunk each, which are only read.
var singles = func() (list [512]int) {
	for i := range list {
		list[i] = i
	}
	return list
}()

// verb is the verb group of a chunk: itself, the one whose subject or object it is, or the nearest before it in its clause.
func (m *match) verb(i int) int {
	s := m.s
	if s.Chunks[i].Kind == annotate.VerbGroup {
		return i
	}
	top := m.listHead(i)
	for v := range s.Chunks {
		if c := &s.Chunks[v]; c.Kind == annotate.VerbGroup && (c.Subject == top || c.Object == top) && c.Clause == s.Chunks[i].Clause {
			return v
		}
	}
	for v := i - 1; v >= 0 && s.Chunks[v].Clause == s.Chunks[i].Clause; v-- {
		if s.Chunks[v].Kind == annotate.VerbGroup {
			return v
		}
	}
	for v := i + 1; v < len(s.Chunks) && s.Chunks[v].Clause == s.Chunks[i].Clause && !(m.isValue() && s.Chunks[v].Kind == annotate.Colon); v++ {
		if s.Chunks[v].Kind == annotate.VerbGroup {
			return v
		}
	}
	return -1
}

// mainVerb is the finite verb group that governs the chunk's verb.
func (m *match) mainVerb(i int) int {
	v := m.verb(i)
	for n := 0; v >= 0 && !m.s.Chunks[v].Finite && m.s.Chunks[v].Parent >= 0 && n < 8; n++ {
		v = m.s.Chunks[v].Parent
	}
	return v
}

func (m *match) listHead(i int) int {
	if l := m.s.Chunks[i].List; l >= 0 {
		return l
	}
	return i
}
