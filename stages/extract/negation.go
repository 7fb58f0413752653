package extract

import "ties.dev/ties/stages/annotate"

// underVerb is what the verb at v makes of a noun that it takes: "seeks membership", "refused the status". Linking verbs take none.
func (m *match) underVerb(v int) string {
	c := &m.s.Chunks[v]
	if v == m.chunk || m.rule.Column == "" || m.linking(v) || m.s.Chunks[m.chunk].Kind != annotate.NounPhrase {
		return ""
	}
	return m.attitude(c.Head, c.Head)
}

// negativeRole holds where an organisation is named with "neither" behind a preposition: "belongs to neither the EU nor NATO".
func (m *match) negativeRole(v int) bool {
	for i := range m.rule.Roles {
		x, ok := m.values[m.rule.Roles[i].Name]
		if !ok || m.rule.Roles[i].Is != "organization" || x.chunk < 0 || x.chunk == m.s.Chunks[v].Object {
			continue
		}
		if m.s.Chunks[x.chunk].Negative && m.s.Chunks[x.chunk].Case >= 0 {
			return true
		}
	}
	return false
}

// butNot holds for a phrase that an exception sets against the rest: "in the EU but not in NATO", "a candidate but not a member".
func (m *match) butNot(i int) bool {
	p := m.s.Chunks[i].Case
	if p > 0 && m.s.Chunks[p].Kind != annotate.Excepting {
		p-- // with a preposition of its own
	}
	return p > 0 && m.s.Chunks[p].Kind == annotate.Excepting && m.s.Units[m.s.Chunks[p].Last].Word == "not"
}

func (m *match) negativeAround(v int) bool {
	c := &m.s.Chunks[v]
	if first := &m.s.Chunks[0]; c.Subject > v && first.First == first.Last && m.s.Units[first.First].Word == "not" && v > 1 && m.word(1, amid) {
		return true // not among them was X
	}
	return c.Subject >= 0 && m.s.Chunks[c.Subject].Negative || c.Object >= 0 && m.s.Chunks[c.Object].Negative
}

// amid are the prepositions of those among whom someone is not: "not among the guests was X", but "not far from him sat X".
var amid = set("among amongst on in at")

// notAmong holds where the subject of the verb at v is put equal to a role by a verb that is denied: "X was not among the leaders who came".
func (m *match) notAmong(v int) bool {
	subject := m.s.Chunks[v].Subject
	if v != m.chunk || subject < 0 {
		return false
	}
	for q := range m.s.Chunks {
		if c := &m.s.Chunks[q]; q == v || c.Kind != annotate.VerbGroup || !c.Neg {
			continue
		}
		if k := m.across(q, subject); k >= 0 && m.fillsRole(k) {
			return true
		}
	}
	return false
}

// fillsRole holds for a phrase or list from which a role has its value.
func (m *match) fillsRole(k int) bool {
	for i := range m.rule.Roles {
		if x, ok := m.values[m.rule.Roles[i].Name]; ok && x.chunk >= 0 && (x.chunk == k || m.listHead(x.chunk) == k) {
			return true
		}
	}
	return false
}
