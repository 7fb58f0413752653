package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// setApart is what the phrase stands for; a pronoun or a definite noun that could only mean the states of `not` is read further back.
func (m *match) setApart(i int, not resolve.Set) resolve.Set {
	if own := m.ownSubject(i); !own.Empty() {
		not = not.With(own)
	}
	if own := m.hungOwner(i); !own.Empty() {
		not = not.With(own)
	}
	if !not.Empty() {
		not = not.With(m.rivals(i))
	}
	if c := &m.s.Chunks[i]; c.First == c.Last && m.s.Units[c.Head].Word == "there" {
		return m.thither(i)
	}
	set := m.r.Set(m.s, i)
	if set.Empty() {
		set = m.besides(i)
	}
	if set.Empty() {
		set = m.neighbour(i, not)
	}
	if set.Context && !not.Empty() {
		return m.r.SetApart(m.s, i, not)
	}
	return set
}

// ownSubject is what the subject of its verb means where the phrase is a pronoun behind a preposition, which then means another:
// "A exported goods to B and imported as much from it".
func (m *match) ownSubject(i int) resolve.Set {
	c := &m.s.Chunks[i]
	if c.First != c.Last || c.Case < 0 || m.s.Units[c.Head].Tag != annotate.TagPron {
		return resolve.Set{}
	}
	v := m.verb(i)
	if v < 0 || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject == i {
		return resolve.Set{}
	}
	return m.r.Set(m.s, m.s.Chunks[v].Subject)
}

// besides is what the name in apposition to a description means: "its principal partner, the United States, which …".
func (m *match) besides(i int) resolve.Set {
	if a := m.s.Chunks[i].Appos; a >= 0 {
		return m.r.Set(m.s, a)
	}
	for j := i + 1; j < len(m.s.Chunks) && j <= i+4; j++ {
		if m.s.Chunks[j].Appos == i && !m.s.Chunks[j].Owned {
			return m.r.Set(m.s, j)
		}
	}
	return resolve.Set{}
}

// mixed holds for a list with a member that is no state: "China and the European Union".
func (m *match) mixed(i int) bool {
	if m.s.Chunks[i].List != i {
		return false
	}
	for j := i + 1; j < len(m.s.Chunks); j++ {
		c := &m.s.Chunks[j]
		if c.Kind == annotate.NounPhrase && c.List == i && !c.Owned {
			if set := m.r.Set(m.s, j); set.Empty() {
				return true
			}
		}
	}
	return false
}

// listOfOther holds for a list that starts with what is no state: "in Africa, together with Lesotho".
func (m *match) listOfOther(i int) bool {
	c := &m.s.Chunks[i]
	if c.List != i || c.Owned || c.Case < 0 || m.s.Units[m.s.Chunks[c.Case].First].Word != "in" {
		return false
	}
	set := m.r.Member(m.s, i)
	return set.Empty() && c.Gen < 0
}

// neighbour is the state that the text named last, where the phrase only says that it lies beside its owner: "its southern neighbour".
func (m *match) neighbour(i int, not resolve.Set) resolve.Set {
	c := &m.s.Chunks[i]
	if m.s.Units[c.Head].Cue("neighbour_noun") == nil || c.Gen < 0 && c.Owner == "" {
		return resolve.Set{}
	}
	if c.Gen >= 0 {
		not = not.With(m.r.Set(m.s, c.Gen))
	} else {
		not = not.With(m.r.PossessorApart(m.s, i, resolve.Set{}))
	}
	set, _ := m.r.Before(m.s, i, func(x resolve.Mention, _ int) bool {
		return len(x.Set.States) == 1 && !x.Set.Has("*") && !x.Set.Within(not)
	})
	set.Context = true
	return set
}

// hungOwner is whose the noun is to which the phrase hangs, which the phrase itself then does not mean: "A's exports to the kingdom".
func (m *match) hungOwner(i int) resolve.Set {
	p := m.s.Chunks[i].Case
	if p < 1 || m.s.Chunks[p-1].Kind != annotate.NounPhrase || m.s.Units[m.s.Chunks[p].First].Word == "of" {
		return resolve.Set{}
	}
	if g := m.s.Chunks[p-1].Gen; g >= 0 {
		return m.r.Set(m.s, g)
	}
	if m.ownedAgain(p - 1) {
		return m.resumed(&Role{Name: "country"})
	}
	return m.r.Modifiers(m.s, p-1)
}

// rivals are the states of which one took the place of the other before chunk i: "A overtook B to become the country's largest market".
func (m *match) rivals(i int) resolve.Set {
	var set resolve.Set
	for v := range i {
		c := &m.s.Chunks[v]
		if c.Kind != annotate.VerbGroup || !m.cueIn("overtakes", c.First, c.Last) {
			continue
		}
		for _, j := range append(m.agent(v), c.Subject, c.Object) {
			if j >= 0 && j != i {
				set = set.With(m.r.Set(m.s, j))
			}
		}
	}
	return set
}
