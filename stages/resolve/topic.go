package resolve

import "ties.dev/ties/stages/annotate"

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

// Organizations are the codes of the organisations that the phrase at chunk i and the members of its list name.
func (r *Reader) Organizations(s *annotate.Sentence, i int) []string {
	var out []string
	add := func(codes []string) {
		for _, c := range codes {
			if !contains(out, c) {
				out = append(out, c)
			}
		}
	}
	add(r.organization(s, i))
	if s.Chunks[i].List == i {
		for j := i + 1; j < len(s.Chunks); j++ {
			if s.Chunks[j].Kind == annotate.NounPhrase && s.Chunks[j].List == i {
				add(r.organization(s, j))
			}
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// organization is what the phrase itself names: an organisation as its head, or "the bloc" for the one named last.
func (r *Reader) organization(s *annotate.Sentence, i int) []string {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	if m := head.Meaning(annotate.Organization); m != nil {
		return []string{m.Code}
	}
	if head.Cue("bloc_noun") != nil {
		if codes := r.OrganizationsIn(s, c.First, c.Head-1); len(codes) > 0 {
			return codes
		}
		if in := phraseAfter(s, i, "such as", "like", "including"); in >= 0 {
			return r.Organizations(s, in)
		}
		if definite(c) {
			if code, ok := r.LastOrganization(s, i); ok {
				return []string{code}
			}
		}
	}
	if head.Tag == annotate.TagPron && head.Word == "it" {
		if code, ok := r.LastOrganization(s, i); ok {
			return []string{code}
		}
	}
	return nil
}

// OrganizationsIn are the organisations named by units first to last.
func (r *Reader) OrganizationsIn(s *annotate.Sentence, first, last int) []string {
	var out []string
	for u := first; u <= last; u++ {
		if m := s.Units[u].Meaning(annotate.Organization); m != nil && !contains(out, m.Code) {
			out = append(out, m.Code)
		}
	}
	return out
}

// LastOrganization is the one that the text named last before chunk i, within the paragraph and the one before it.
func (r *Reader) LastOrganization(s *annotate.Sentence, i int) (string, bool) {
	if i >= 0 && i < len(s.Chunks) {
		if codes := r.OrganizationsIn(s, 0, s.Chunks[i].First-1); len(codes) > 0 {
			return codes[len(codes)-1], true
		}
	}
	for back := 1; back <= 3 && s.Index-back >= 0; back++ {
		t := r.Doc.Sentence(s.Index - back)
		if codes := r.OrganizationsIn(t, 0, len(t.Units)-1); len(codes) > 0 {
			if len(codes) > 1 {
				return codes[0], len(codes) == 1
			}
			return codes[0], true
		}
	}
	return "", false
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
