package extract

import (
	"ties.dev/ties/stages/resolve"
)

// implied is the topic where the anchor's phrase itself says of nothing else whose it is: not "the largest partner of the bloc".
func (m *match) implied(role *Role) (value, bool) {
	c := &m.s.Chunks[m.chunk]
	if c.Gen >= 0 || c.Owner != "" || m.heldBy(m.chunk, "of") || m.heldBy(m.chunk, "for") {
		return value{}, false
	}
	return m.theme(role)
}

// topic is what the paragraph is speaking of: for states the last single subject, for an event the last one named.
func (m *match) topic(role *Role) (value, bool) {
	switch role.Is {
	case "states":
		set, ok := m.r.TopicApart(m.s, m.chunk, m.values[role.Not].set)
		set = set.Without(m.values[role.Not].set)
		return value{set: set, chunk: -1}, ok && !set.Empty() && (!role.Single || len(set.States) == 1)
	case "event":
		if o, ok := m.r.LastOccasion(m.s, m.chunk); ok && (len(o.Years) > 0 || m.r.About(&o)) && !m.otherEvent() && !m.r.Speech() {
			return value{occasion: &o, chunk: -1}, true
		}
	case "organization":
		if code, ok := m.r.LastOrganization(m.s, m.chunk); ok {
			return value{codes: []string{code}, chunk: -1}, true
		}
	}
	return value{}, false
}

// focus is the state that the text is about at this place: the subject of the sentences before it in the paragraph, then the
// one that a heading above it names alone.
func (m *match) focus(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	not := m.values[role.Not].set
	for _, about := range []func() (resolve.Set, bool){
		func() (resolve.Set, bool) { return m.r.InParagraph(m.s) },
		func() (resolve.Set, bool) { return m.r.InHeading(m.s) }, m.r.Main,
	} {
		set, ok := about()
		if set = set.Without(not); ok && len(set.States) == 1 {
			set.Context = true
			return value{set: set, chunk: -1}, true
		}
	}
	return value{}, false
}

func (m *match) context(role *Role) (value, bool) { return m.topic(role) }
