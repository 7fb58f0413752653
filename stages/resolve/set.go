// Package resolve says which states, organisations, events and years the phrases of a document stand for:
// lists, "all five", "the other four", "except", pronouns and definite nouns are worked out here, from the text alone.
package resolve

import "slices"

// State is one state that a phrase refers to, with who stands for it.
type State struct {
	Code   string // ISO 3166-1 alpha-3, or "*" for every foreign state
	Leader string // usual English name, "" where the text names no one
	Office string // "" where the text gives none
	Former bool   // the text says that he holds it no more

	Assumed bool // the office is the gazetteer's, and not the text's
}

// Set is what a phrase refers to, states in the order of the text, each once.
type Set struct {
	States  []State
	Except  []State // named as exceptions
	Whole   bool    // named as a group and not one by one
	Loose   bool    // the group is named in a way that states nothing of each member
	Context bool    // worked out from what the text said before
	People  bool    // named by its people or persons rather than as a state
}

// Empty reports whether the set holds no state.
func (s *Set) Empty() bool { return len(s.States) == 0 }

// Has reports whether the state is in the set.
func (s *Set) Has(code string) bool {
	return slices.ContainsFunc(s.States, func(x State) bool { return x.Code == code })
}

// Codes are the codes of the states, in order.
func (s *Set) Codes() []string {
	out := make([]string, len(s.States))
	for i, x := range s.States {
		out[i] = x.Code
	}
	return out
}

// add puts a state in, or completes the one that is in by its leader and office.
func (s *Set) add(x State) {
	for i := range s.States {
		if s.States[i].Code == x.Code {
			if s.States[i].Leader == "" {
				s.States[i].Leader = x.Leader
			}
			if s.States[i].Office == "" {
				s.States[i].Office = x.Office
			}
			return
		}
	}
	s.States = append(s.States, x)
}

func (s *Set) union(t Set) {
	if len(s.States) > 0 && t.Within(*s) {
		t.Context = false // "China's president and his wife" are of a state that is named
	}
	for _, x := range t.States {
		s.add(x)
	}
	for _, x := range t.Except {
		s.remove(x)
	}
	s.Whole = s.Whole || t.Whole
	s.Loose = s.Loose || t.Loose
	s.Context = s.Context || t.Context
	s.People = s.People || t.People
}

func (s *Set) remove(x State) {
	s.States = slices.DeleteFunc(slices.Clone(s.States), func(y State) bool { return y.Code == x.Code })
	if !slices.ContainsFunc(s.Except, func(y State) bool { return y.Code == x.Code }) {
		s.Except = append(s.Except, x)
	}
}

// Within reports whether every state of the set is in the other one.
func (s *Set) Within(t Set) bool {
	return len(t.States) > 0 && !slices.ContainsFunc(s.States, func(x State) bool { return !t.Has(x.Code) })
}

// without is the set less the states of another; it names no exceptions.
func (s Set) without(t Set) Set {
	s.States = slices.DeleteFunc(slices.Clone(s.States), func(x State) bool { return t.Has(x.Code) })
	return s
}

// With is the set and the states of another.
func (s Set) With(t Set) Set {
	s.States = slices.Clone(s.States)
	s.union(t)
	return s
}

// Completed is the set with what another says of the leaders of its states.
func (s Set) Completed(t Set) Set {
	s.States = slices.Clone(s.States)
	for _, x := range t.States {
		if s.Has(x.Code) {
			s.add(x)
			s.People = s.People || t.People
		}
	}
	return s
}

// WithoutOffices is the set less those who stand in it by one of the offices.
func (s Set) WithoutOffices(offices []string) Set {
	if len(offices) > 0 {
		s.States = slices.DeleteFunc(slices.Clone(s.States), func(x State) bool { return slices.Contains(offices, x.Office) })
	}
	return s
}

// Union is the set with the states of another.
func (s Set) Union(t Set) Set {
	s.States = slices.Clone(s.States)
	s.union(t)
	return s
}

// Without is the set less the states of another.
func (s Set) Without(t Set) Set { return s.without(t) }
