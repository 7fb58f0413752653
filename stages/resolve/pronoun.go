package resolve

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// pronoun resolves they, it, he and the like.
func (r *Reader) pronoun(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	switch s.Units[c.Head].Word {
	case "they", "them", "themselves", "these", "those":
		if set := r.sayers(s, i); !set.Empty() {
			return set
		}
		return r.plural(s, i, 0, true)
	case "he", "she", "him", "himself", "herself":
		if set := r.teller(s, i); !set.Empty() {
			return set
		}
		return r.singular(s, i, true)
	case "it", "itself":
		return r.singular(s, i, false)
	case "i":
		return r.speaker(s)
	case "both":
		return r.plural(s, i, 2, true)
	case "others":
		if i > 0 && s.Units[s.Chunks[i-1].Last].Word == "the" {
			return r.rest(s, i, 0)
		}
	case "one", "ones", "none":
		return Set{}
	}
	return Set{}
}

// Possessor is what a possessive pronoun in the phrase at chunk i stands for.
func (r *Reader) Possessor(s *annotate.Sentence, i int) Set {
	switch s.Chunks[i].Owner {
	case "its":
		return r.singular(s, i, false)
	case "his", "her":
		if set := r.ofRelative(s, i); !set.Empty() {
			return set
		}
		return r.singular(s, i, true)
	case "whose":
		return r.whose(s, i)
	case "their":
		if set := r.plural(s, i, 0, false); !set.Empty() {
			return set
		}
	}
	if s.Chunks[i].Owner == "their" && !r.unnamedBefore(s, i) {
		return r.singular(s, i, false)
	}
	return Set{}
}

// plural is the last set of more than one state (of n, where n is given) that the text spoke of.
func (r *Reader) plural(s *annotate.Sentence, i, n int, subjectsFirst bool) Set {
	set, ok := r.Before(s, i, func(m Mention, back int) bool {
		size := len(m.Set.States)
		return size > 1 && (n == 0 || size == n) && !m.Set.Has("*")
	})
	if !ok && n > 2 && s.Chunks[i].Det == "the" {
		set = r.countedUp(s, i)
		ok = len(set.States) == n
	}
	if !ok || n == 0 && r.unnamedBefore(s, i) {
		return Set{}
	}
	set.Context = true
	set.Except = nil
	return set
}

// teller is who tells somebody else of himself: "X told Y, who is to be the host, that he will not come".
func (r *Reader) teller(s *annotate.Sentence, i int) Set {
	if i < 2 || s.Chunks[i-1].Kind != annotate.Subordinator || s.Units[s.Chunks[i-1].First].Word != "that" {
		return Set{}
	}
	for v := i - 2; v >= 0; v-- {
		c := &s.Chunks[v]
		if c.Kind != annotate.VerbGroup || s.Units[c.Head].Cue("inform") == nil || c.Passive || c.Subject < 0 || c.Object < 0 {
			continue
		}
		if set := r.Set(s, c.Subject); set.oneOffice() && set.People {
			set.Context = true
			return set
		}
		return Set{}
	}
	return Set{}
}

// sayers are those of one state who say something of themselves: "Armenia's leaders said that they would not come".
func (r *Reader) sayers(s *annotate.Sentence, i int) Set {
	v := i - 1
	if v > 0 && s.Chunks[v].Kind == annotate.Subordinator {
		v--
	}
	for v > 0 && s.Chunks[v].Kind == annotate.When {
		v--
	}
	if v < 1 || s.Chunks[v].Kind != annotate.VerbGroup || s.Units[s.Chunks[v].Head].Cue("said") == nil || s.Chunks[v].Subject < 0 {
		return Set{}
	}
	at := s.Chunks[v].Subject
	m := s.Units[s.Chunks[at].Head].Meaning(annotate.Office)
	several := m != nil && m.Plural
	for j := at + 1; j < v; j++ {
		several = several || s.Chunks[j].Kind == annotate.NounPhrase && s.Chunks[j].List == at
	}
	set := r.Set(s, at)
	if !several || len(set.States) != 1 && !set.People {
		return Set{}
	}
	set.Context = true
	return set
}

// ofRelative is who a relative clause is about, whose "his" in it is: "a challenge to X, who upset the others by his absence".
func (r *Reader) ofRelative(s *annotate.Sentence, i int) Set {
	for v := i - 1; v > 0; v-- {
		c := &s.Chunks[v]
		if c.Kind == annotate.VerbGroup && s.Chunks[v-1].Kind == annotate.Relative && s.Units[s.Chunks[v-1].First].Word == "who" && c.Subject >= 0 && c.Subject < v {
			if set := r.Set(s, c.Subject); set.oneOffice() && set.People {
				set.Context = true
				return set
			}
			return Set{}
		}
		if c.Kind == annotate.VerbGroup && c.Finite || c.Kind == annotate.Semicolon || c.Kind == annotate.Subordinator {
			return Set{}
		}
	}
	return Set{}
}

// countedUp are all whom the sentences before named by their persons, one by one: "the five leaders". The host of the event that the
// text is about is none of the foreign ones.
func (r *Reader) countedUp(s *annotate.Sentence, i int) Set {
	var all Set
	for back := min(lookback, s.Index); back > 0; back-- {
		for _, m := range r.Focus(s.Index - back) {
			if m.Set.People && !m.Set.Whole && !m.Set.Loose && !m.Set.Has("*") {
				all.union(m.Set)
			}
		}
	}
	if o, ok := r.RecentOccasion(s, i); ok && o.Host != "" && foreign(s, &s.Chunks[i]) {
		all = all.without(Set{States: []State{{Code: o.Host}}})
	}
	all.People = true
	return all
}

// foreign holds for a phrase that tells its leaders from the host.
func foreign(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Cue("foreign") != nil {
			return true
		}
	}
	return false
}

// singular is the last single state that the text spoke of as a subject; a person's pronoun wants one named by a person.
func (r *Reader) singular(s *annotate.Sentence, i int, person bool) Set {
	if set, ok := r.ahead(s, i); ok && !person {
		return set
	}
	at := s.Index
	set, ok := r.Before(s, i, func(m Mention, back int) bool {
		at = s.Index - back
		if len(m.Set.States) != 1 || m.Set.Has("*") {
			return false
		}
		if back == 0 && !person && setBeside(s, m.Chunk) {
			return false
		}
		if back == 0 {
			return m.Role == Subject && (!person || m.Set.oneOffice()) || person == m.Set.People && !isSource(s, m.Chunk) && (!person || m.Set.oneOffice())
		}
		return m.Role <= Owner && (!person || m.Set.People)
	})
	if !ok && !person {
		set, ok = r.Before(s, i, func(m Mention, back int) bool { return back == 1 && len(m.Set.States) == 1 && !m.Set.Has("*") })
	}
	if !ok {
		return Set{}
	}
	set.Context = true
	set.Except = nil
	if !person {
		set.People = false
		set.States = []State{{Code: set.States[0].Code}}
		return r.returned(s, set, at)
	}
	return set
}

// setBeside holds for what is named only to liken another to it, or to tell it from it: "Unlike Russia, the country …".
func setBeside(s *annotate.Sentence, i int) bool {
	p := s.Chunks[i].Case
	if p < 0 {
		return false
	}
	w := s.Units[s.Chunks[p].First].Word
	return w == "unlike" || w == "like"
}

// whose is the state or the person that "whose" at chunk i follows: "Viktor Orban, whose plan", "Egypt, for whose economy".
func (r *Reader) whose(s *annotate.Sentence, i int) Set {
	for j := i - 1; j >= 0; j-- {
		switch s.Chunks[j].Kind {
		case annotate.NounPhrase:
			set := r.Set(s, j)
			if len(set.States) != 1 {
				return Set{}
			}
			return Set{States: set.States, People: set.People, Context: true}
		case annotate.Comma, annotate.Close, annotate.Relative, annotate.Preposition:
		default:
			return Set{}
		}
	}
	return Set{}
}

// impersonal is the set without the persons by whom its states were named: "Viktor Orban, whose country".
func (s Set) impersonal() Set {
	s.States, s.People = slices.Clone(s.States), false
	for k := range s.States {
		s.States[k].Leader, s.States[k].Office = "", ""
	}
	return s
}

// oneOffice holds for a single state named by a person or an office, and not by its people or their things.
func (s *Set) oneOffice() bool {
	return len(s.States) == 1 && (s.States[0].Leader != "" || s.States[0].Office != "")
}

// isSource holds for what something only comes from, or where migrants live: "remittances from Russia equal a tenth of its GDP".
func isSource(s *annotate.Sentence, i int) bool {
	p := s.Chunks[i].Case
	if p < 0 {
		return false
	}
	word := s.Units[s.Chunks[p].First].Word
	if word == "in" && p > 0 {
		before := &s.Units[s.Chunks[p-1].Head]
		return before.Cue("migrant") != nil || before.Cue("working") != nil && s.Chunks[p-1].Kind == annotate.VerbGroup
	}
	return word == "from"
}
