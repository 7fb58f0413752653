package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

func (m *match) organizations(i int, mode string) (value, bool) {
	var codes []string
	if mode == "owner" {
		if g := m.s.Chunks[i].Gen; g >= 0 {
			codes = m.r.Organizations(m.s, m.listHead(g))
		}
		if len(codes) == 0 {
			if of := m.after(i, "of"); len(of) > 0 {
				codes = m.withFurther(of[0], m.r.Organizations(m.s, of[0]))
			}
		}
	}
	if c := &m.s.Chunks[i]; mode == "owner" && len(codes) == 0 && c.Owner == "its" && m.s.Units[c.Head].Cue("member_noun") != nil {
		codes = m.ownedBy(i) // the bloc and its member states
	}
	if g := m.s.Chunks[i].Gen; mode == "genitive" && g >= 0 {
		codes = m.r.Organizations(m.s, m.listHead(g))
	}
	if mode == "noun" && m.s.Units[m.s.Chunks[i].Head].Tag != annotate.TagPron {
		codes = m.r.Organizations(m.s, i)
	}
	if mode == "adjacent" {
		before := m.unit - 1
		if before > 0 && m.s.Units[before].Tag == annotate.TagClose {
			before-- // the Gulf Cooperation Council (GCC) countries
		}
		codes = m.r.OrganizationsIn(m.s, max(before, 0), before)
	}
	if mode == "itself" {
		codes = m.r.OrganizationsIn(m.s, m.unit, m.unit) // the anchor, whatever else its phrase holds
	}
	if mode == "modifier" || mode == "owner" && len(codes) == 0 {
		codes = m.r.OrganizationsIn(m.s, m.s.Chunks[i].First, m.s.Chunks[i].Head-1)
	}
	if mode == "alone" {
		codes = m.r.Organization(m.s, i)
	}
	if mode == "" && !m.owns(i) {
		codes = m.r.Organizations(m.s, i)
	}
	return value{codes: codes}, len(codes) > 0
}

// ownedBy is the organisation that the sentence names last before the phrase at i and its pronoun, where no state stands between.
func (m *match) ownedBy(i int) []string {
	for j := i - 1; j >= 0; j-- {
		if m.s.Chunks[j].Kind != annotate.NounPhrase || m.s.Chunks[j].Owned || m.s.Units[m.s.Chunks[j].Head].Tag == annotate.TagPron {
			continue // on the EU's pattern
		}
		if codes := m.r.Organization(m.s, j); len(codes) > 0 {
			return codes
		}
		if len(m.r.Set(m.s, j).States) > 0 {
			return nil
		}
	}
	return nil
}

// owns holds for a possessor with its noun behind it: what it names is only whose the noun is.
func (m *match) owns(i int) bool {
	return m.s.Chunks[i].Owned && i+1 < len(m.s.Chunks) && m.s.Chunks[i+1].Gen == i
}

// attributive holds for a phrase whose preposition ties it to another phrase that is no organisation: "out of much of the bloc's scheme".
func (m *match) attributive(i int) bool {
	b := m.s.Chunks[i].Case - 1
	if b < 0 || b == m.chunk || m.s.Chunks[b].Kind != annotate.NounPhrase {
		return false
	}
	_, named := m.organizations(b, "")
	return !named && len(m.r.Set(m.s, b).States) == 0
}

// allAfter are the organisations of all phrases of the preposition behind the verb: "belongs to A and, since 2009, to B".
func (m *match) allAfter(prep string) (value, bool) {
	v := value{chunk: -1}
	for _, i := range m.after(m.chunk, prep) {
		found, ok := m.organizations(i, "")
		if !ok || m.attributive(i) || m.butNot(i) {
			continue
		}
		if v.chunk < 0 {
			v.chunk = i
		}
		for _, code := range found.codes {
			if !slices.Contains(v.codes, code) {
				v.codes = append(v.codes, code)
			}
		}
	}
	return v, len(v.codes) > 0
}

// possessor is whose the phrase is by 's, a possessive pronoun, an adjective or "of"; for a pronoun in front of its clause,
// whose subject that is ("Since its accession …, Russia").
func (m *match) possessor(i int) resolve.Set {
	c := &m.s.Chunks[i]
	if m.s.Units[c.First].Word == "whose" {
		if a := m.antecedent(i); a >= 0 {
			return m.r.Set(m.s, a)
		}
		return resolve.Set{}
	}
	if c.Owner != "" {
		if f := m.clauseSubject(i); f >= 0 {
			return m.r.Set(m.s, f)
		}
	}
	if c.Gen >= 0 || c.Owner != "" {
		return m.owner(i, resolve.Set{})
	}
	if set := m.r.Modifiers(m.s, i); !set.Empty() {
		return set
	}
	for _, j := range m.after(i, "of") {
		return m.r.Set(m.s, j)
	}
	return resolve.Set{}
}
