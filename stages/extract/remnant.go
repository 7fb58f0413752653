package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// remnants are the states of which the anchor's verb is told again with another date and without being repeated:
// "Hungary and Poland joined in 1999, Slovakia in 2004 and Albania in 2009".
func (m *match) remnants(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	var set resolve.Set
	first := -1
	for j := m.chunk + 1; j < len(m.s.Chunks) && m.s.Chunks[j].Kind != annotate.VerbGroup; j++ {
		if !m.remnant(j) {
			continue
		}
		if first < 0 {
			first = j
		}
		set.States = append(set.States, m.r.Set(m.s, j).Without(set).States...)
	}
	return value{set: set, chunk: first}, first >= 0
}

// remnant holds for the name of a state after a comma or coordinator with a date right behind it and no verb.
func (m *match) remnant(j int) bool {
	s := m.s
	c := &s.Chunks[j]
	if c.Kind != annotate.NounPhrase || c.Case > m.chunk && s.Chunks[c.Case].First > s.Units[s.Chunks[m.chunk].Last].First && c.Case == j-1 {
		return false
	}
	if k := s.Chunks[j-1].Kind; k != annotate.Comma && k != annotate.Coordinator && k != annotate.Semicolon {
		return false
	}
	if u := &s.Units[c.Head]; !u.Has(annotate.Country) || u.Tag != annotate.TagName || m.inner(j) {
		return false
	}
	end := j + 1
	for end < len(s.Chunks) && (s.Chunks[end].List == j || s.Chunks[end].Kind == annotate.Coordinator || s.Chunks[end].Kind == annotate.Comma && end+1 < len(s.Chunks) && s.Chunks[end+1].List == j) {
		end++
	}
	if end < len(s.Chunks) && s.Chunks[end].Kind == annotate.Preposition {
		end++
	}
	return end < len(s.Chunks) && s.Chunks[end].Kind == annotate.When
}

// butNotOf are the phrases that an exception with a preposition of its own sets against what the anchor is of:
// "a member of ECOWAS but not of UEMOA".
func (m *match) butNotOf(i int) []int {
	s := m.s
	for j := i + 1; j+2 < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case annotate.Excepting:
			if s.Units[s.Chunks[j].Last].Word == "not" && s.Chunks[j+1].Kind == annotate.Preposition && s.Chunks[j+2].Kind == annotate.NounPhrase {
				return []int{j + 2}
			}
			return nil
		case annotate.VerbGroup, annotate.Semicolon, annotate.Relative:
			return nil
		}
	}
	return nil
}

// standing is the subject of whose status the phrase at i tells: "has the status of a dialogue partner", "in the role of an observer"; or -1.
func (m *match) standing(i int) int {
	s := m.s
	p := s.Chunks[i].Case
	if p < 1 || s.Units[s.Chunks[p].First].Word != "of" || s.Chunks[p-1].Kind != annotate.NounPhrase || s.Units[s.Chunks[p-1].Head].Cue("standing_noun") == nil {
		return -1
	}
	if v := m.verb(p - 1); v >= 0 {
		return s.Chunks[v].Subject
	}
	return -1
}

// along is the list that a coordinator such as "along with" adds behind what the phrase at i is of: "a member of X along with A and B"; or -1.
func (m *match) along(i int) int {
	s := m.s
	for j := i + 1; j+1 < len(s.Chunks) && j <= i+6; j++ {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup, annotate.Semicolon, annotate.Relative:
			return -1
		case annotate.Coordinator:
			if adding[s.Phrase(s.Chunks[j].First, s.Chunks[j].Last)] && s.Chunks[j+1].Kind == annotate.NounPhrase {
				return m.listHead(j + 1)
			}
		}
	}
	return -1
}

// objects are the organisations that are the verb's object, with those of which it is told again with another date:
// "joined the United Nations in 1993 and the Council of Europe in October 2004".
func (m *match) objects() (value, bool) {
	s := m.s
	o := s.Chunks[m.chunk].Object
	if o < 0 {
		return value{}, false
	}
	v, ok := m.organizations(o, "")
	if v.chunk = o; !ok {
		return value{}, false
	}
	for j := o + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if k := s.Chunks[j-1].Kind; c.Case >= 0 || c.List == s.Chunks[o].List || k != annotate.Coordinator && k != annotate.Comma || c.Owned || c.Appos >= 0 {
				continue
			}
			if j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == annotate.VerbGroup {
				return v, true
			}
			if more, ok := m.organizations(j, ""); ok {
				v.codes = append(v.codes, more.codes...)
			}
		case annotate.VerbGroup, annotate.Relative, annotate.Subordinator, annotate.Semicolon, annotate.Colon:
			return v, true
		}
	}
	return v, true
}

// creating is what the verb's object is to create: "signed a treaty creating the EAEU", "signed an agreement on the creation of the EAEU"; or -1.
func (m *match) creating(i int) int {
	s := m.s
	for j := i + 1; j < len(s.Chunks) && j <= i+8; j++ {
		switch c := &s.Chunks[j]; {
		case c.Kind == annotate.VerbGroup && !c.Finite && m.cueIn("found", c.Head, c.Head):
			return c.Object
		case c.Kind == annotate.VerbGroup, c.Kind == annotate.Semicolon, c.Kind == annotate.Relative:
			return -1
		case c.Kind == annotate.NounPhrase && s.Units[c.Head].Cue("foundation") != nil:
			for _, of := range m.after(j, "of") {
				return of
			}
		}
	}
	return -1
}
