package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// guests leaves out the host where the role must not be the event's own state; an event whose host alone is named has none.
func (m *match) guests(role *Role, v value) (value, bool) {
	if role.Without != nil && m.ofLesser(v) || m.nobodyFrom(v) {
		return v, false
	}
	v.set = m.excepted(v.set.WithoutOffices(role.Without))
	o := m.values[role.Not].occasion
	if role.Spelled && v.set.Context && !m.meansPerson(v) && !m.meansCounted(v) && !m.opensWithName(v) || role.Same != "" && !sameState(v.set, m.values[role.Same].set) {
		return v, false
	}
	if o != nil && v.set.Loose {
		return v, false // what is said of a region is said of none of its states
	}
	if role.Is == "states" && (v.set.Empty() || role.Persons && !v.set.People && !v.set.Has("*")) {
		return v, false
	}
	if o == nil || o.Host == "" {
		return v, true
	}
	v.set = v.set.Without(resolve.Set{States: []resolve.State{{Code: o.Host}}})
	return v, !v.set.Empty()
}

// meansPerson holds for a pronoun of one person whom the text has named.
func (m *match) meansPerson(v value) bool {
	return v.chunk >= 0 && v.set.People && len(v.set.States) == 1 && v.set.States[0].Leader+v.set.States[0].Office != "" && m.s.Units[m.s.Chunks[v.chunk].Head].Tag == annotate.TagPron
}

// opensWithName holds for a list whose first member names a leader: "Tokayev and the other four presidents".
func (m *match) opensWithName(v value) bool {
	return v.chunk >= 0 && m.s.Units[m.s.Chunks[v.chunk].Head].Has(annotate.Person)
}

// meansCounted holds for a noun with the number of states that the text has named just so: "all four newcomers", "both presidents".
func (m *match) meansCounted(v value) bool {
	return v.chunk >= 0 && len(v.set.States) > 1 && m.r.Number(m.s, v.chunk) == len(v.set.States) && m.s.Units[m.s.Chunks[v.chunk].Head].Tag == annotate.TagNoun
}

// sameState reports whether two sets are of one state, and that the same.
func sameState(a, b resolve.Set) bool {
	return len(a.States) == 1 && len(b.States) == 1 && a.Has(b.States[0].Code)
}

// ofLesser holds for a phrase that means an envoy who stands for nobody there, though a leader owns it: "Tokayev's ambassador".
func (m *match) ofLesser(v value) bool {
	if v.chunk < 0 || m.s.Chunks[v.chunk].Gen < 0 && m.s.Chunks[v.chunk].Owner == "" {
		return false
	}
	return m.s.Units[m.s.Chunks[v.chunk].Head].Cue("lesser_noun") != nil
}

// nobodyFrom holds for "no guest" and the like where the clause says from where none came, or in whose place: it says nothing of the others.
func (m *match) nobodyFrom(v value) bool {
	if v.chunk < 0 || !v.set.Has("*") {
		return false
	}
	if m.holdsAt("instead", &place{name: "clause"}) {
		return true
	}
	for _, i := range m.after(m.chunk, "from") {
		if from := m.r.Set(m.s, i); !from.Empty() {
			return true
		}
	}
	return false
}
