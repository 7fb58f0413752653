package extract

import (
	"slices"
	"ties.dev/ties/stages/annotate"

	"ties.dev/ties/stages/resolve"
)

// page is the one state that the document's title is about, else the heading above; for lists and tables that name it nowhere else.
func (m *match) page(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	for _, about := range []func() (resolve.Set, bool){m.r.Titled, func() (resolve.Set, bool) { return m.r.InHeading(m.s) }} {
		if set, ok := about(); ok && len(set.States) == 1 && set.States[0].Code != "*" {
			set.Context = true
			return value{set: set, chunk: -1}, true
		}
	}
	return value{}, false
}

// again is what the last statement of the rule's table told: the organisation for a role of that kind, the status for a name.
// "Uzbekistan and Cuba followed in December 2020" tells of them what was told before.
func (m *match) again(role *Role) (value, bool) { return m.againWithin(role, 2) }

// againSince looks back as far as the place says.
func (m *match) againSince(role *Role, place string) (value, bool) {
	if place == "again lately" {
		return m.againLately(role)
	}
	return m.again(role)
}

// againLately looks further back, for the rest of those of whom the text told; the rest of those who left are another matter.
func (m *match) againLately(role *Role) (value, bool) {
	if t, ok := m.last(fartherBack); !ok || t.states["status"] == "former" || t.states["status"] == "non_member" {
		return value{}, false
	}
	return m.againWithin(role, fartherBack)
}

// fartherBack is how many sentences back a list may have begun whose rest is told.
const fartherBack = 5

// againWithin looks back over so many sentences.
func (m *match) againWithin(role *Role, back int) (value, bool) {
	t, ok := m.last(back)
	column := map[string]string{"organization": "organization", "name": "status"}[role.Is]
	if !ok || t.states[column] == "" || m.otherSince(t) || m.echoesHere(t) {
		return value{}, false
	}
	return value{codes: []string{t.states[column]}, chunk: -1}, true
}

// echoesHere holds for an echo of what its own sentence tells, where the telling is of one before: "Peru trades with it, as does Chile".
func (m *match) echoesHere(t telling) bool {
	if m.rule.Anchor != "echo" || t.sentence == m.s.Index {
		return false
	}
	return slices.ContainsFunc(m.s.Chunks[:m.chunk], func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
}

// otherSince holds where the text has named another organisation since the telling: it may have gone on to that one.
func (m *match) otherSince(t telling) bool {
	for i := t.sentence; i <= m.s.Index; i++ {
		s := m.r.Doc.Sentence(i)
		from, to := 0, len(s.Units)-1
		if i == t.sentence {
			from = t.unit
		}
		if i == m.s.Index {
			to = m.unit - 1
		}
		for _, code := range m.r.OrganizationsIn(s, from, to) {
			if code != t.states["organization"] {
				return true
			}
		}
	}
	return false
}

// longestTitle is how many words and marks a line may have that stands above a list of members.
const longestTitle = 24

// introBloc is the organisation that the line above a list names, else the one that the text was speaking of there.
func (m *match) introBloc() (value, bool) {
	t := m.intro()
	if t == nil || len(t.Tokens) > longestTitle || headline(t) {
		return value{}, false
	}
	if codes := m.r.OrganizationsIn(t, 0, len(t.Units)-1); len(codes) == 1 {
		return value{codes: codes, chunk: -1}, true
	}
	code, ok := m.r.LastOrganization(t, 0)
	return value{codes: []string{code}, chunk: -1}, ok
}

// againIf is the organisation of the last statement where that told one of the statuses.
func (m *match) againIf(statuses ...string) (value, bool) {
	t, ok := m.last(1)
	if !ok || t.states["organization"] == "" || !slices.Contains(statuses, t.states["status"]) {
		return value{}, false
	}
	return value{codes: []string{t.states["organization"]}, chunk: -1}, true
}

// headline holds for a heading that tells of a state what it did, and so is no label of the list below it.
func headline(t *annotate.Sentence) bool {
	if t.Question || endsInColon(t) || !hasVerb(t) {
		return false
	}
	for u := range t.Units {
		if t.Units[u].Has(annotate.Country) {
			return true
		}
	}
	return false
}
