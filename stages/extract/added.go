package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// excepted is a group less those whom the sentence excepts anywhere behind it: "they all boycotted it, apart from Latvia's president".
func (m *match) excepted(set resolve.Set) resolve.Set {
	if !set.Whole {
		return set
	}
	return set.Without(m.spared())
}

// spared are those whom the sentence excepts.
func (m *match) spared() (set resolve.Set) {
	for j := range m.s.Chunks {
		if m.s.Chunks[j].Kind != annotate.Excepting && !m.cueIn("without", m.s.Chunks[j].First, m.s.Chunks[j].First) || j+1 >= len(m.s.Chunks) {
			continue
		}
		k := j + 1
		if m.s.Chunks[k].Owned && k+1 < len(m.s.Chunks) && m.s.Chunks[k+1].Gen == k {
			k++
		}
		set = set.Union(m.r.Set(m.s, k))
	}
	return set
}

// sparedOutcome is what is true of those who are excepted from what is said of everyone: "no leader came but X".
func (m *match) sparedOutcome(outcome string) string {
	switch outcome {
	case Negated:
		return m.rule.Outcome[Asserted]
	case Refused:
		return m.rule.Outcome[Planned]
	}
	return ""
}

// joined is the set of a subject with those whom a coordinator behind the verb adds to it: "all five were there, as well as
// the president of Belarus".
func (m *match) joined(i int, set resolve.Set) resolve.Set {
	v := m.verb(m.chunk)
	if v < 0 || set.Empty() || m.s.Chunks[v].Subject != i {
		return set
	}
	for j := v + 1; j+1 < len(m.s.Chunks); j++ {
		switch c := &m.s.Chunks[j]; {
		case c.Kind == annotate.VerbGroup && c.Finite, c.Kind == annotate.Subordinator, c.Kind == annotate.Relative, c.Kind == annotate.Semicolon:
			return set
		case c.Kind == annotate.Coordinator && c.First == c.Last && m.s.Units[c.First].First < m.s.Units[c.First].Last:
			k := j + 1
			if m.s.Chunks[k].Owned && k+1 < len(m.s.Chunks) {
				k++
			}
			if n := &m.s.Chunks[k]; n.Kind == annotate.NounPhrase && n.List == k {
				if more := m.r.Set(m.s, k); more.People || !set.People {
					return set.Union(more)
				}
			}
		}
	}
	return set
}
