package resolve

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// Modifiers are the states that stand as adjectives or names before the head of the phrase at chunk i.
func (r *Reader) Modifiers(s *annotate.Sentence, i int) Set { return r.modifiers(s, i) }

// Topic is the state or the set that the text is speaking of before chunk i: the subject of the sentences before,
// within the paragraph and the one before it.
func (r *Reader) Topic(s *annotate.Sentence, i int) (Set, bool) {
	set, ok := r.Before(s, i, func(m Mention, back int) bool {
		return back > 0 && m.Role <= Owner && !m.Set.Has("*") || back == 0 && m.Role == Subject
	})
	set.Context = true
	return set, ok
}

// TopicApart is Topic where it can't be one of the states of `not`.
func (r *Reader) TopicApart(s *annotate.Sentence, i int, not Set) (Set, bool) {
	r.apart = not
	defer func() { r.apart = Set{} }()
	return r.Topic(s, i)
}

// Belongs reports whether the gazetteer has the state among the members of the organisation.
func (r *Reader) Belongs(state, organization string) bool {
	return slices.Contains(r.members(organization), state)
}

// StateAt is the state that the unit at u of the sentence names, as a set.
func (r *Reader) StateAt(s *annotate.Sentence, u int) (set Set) {
	if code, ok := r.country(s, u); ok {
		set.add(State{Code: code})
	}
	return set
}

// Member is what the phrase at chunk i stands for by itself, without the other members of a list that it starts.
func (r *Reader) Member(s *annotate.Sentence, i int) Set {
	if s.Chunks[i].Kind != annotate.NounPhrase {
		return Set{}
	}
	return r.one(s, i)
}

// Nationals is the state whose people the phrase at chunk i speaks of: Haitians, Tajik migrants.
func (r *Reader) Nationals(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	if c.Kind != annotate.NounPhrase {
		return Set{}
	}
	set := r.modifiers(s, i)
	if m := s.Units[c.Head].Meaning(annotate.Country); set.Empty() && m != nil && (m.Form == annotate.Demonym || m.Form == annotate.Demonyms) {
		if code, ok := r.country(s, c.Head); ok {
			set.add(State{Code: code})
		}
	}
	set.People = true
	return set
}
