package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// Set is what the phrase at chunk i stands for, with the members of the list that it starts.
func (r *Reader) Set(s *annotate.Sentence, i int) Set {
	if i < 0 || i >= len(s.Chunks) || s.Chunks[i].Kind != annotate.NounPhrase {
		return Set{}
	}
	sets := r.setsOf(s)
	if sets[i].done {
		return sets[i].set
	}
	sets[i].done = true // a phrase that leads back to itself stands for nothing
	apart := r.apart
	r.apart = Set{}
	set := r.list(s, i)
	r.apart = apart
	sets[i].set = set
	return set
}

// Alone is what the phrase at chunk i stands for without the list that it starts.
func (r *Reader) Alone(s *annotate.Sentence, i int) Set { return r.one(s, i) }

// SetApart is what the phrase at chunk i stands for where a pronoun or a definite noun in it can't mean the states of `not`.
func (r *Reader) SetApart(s *annotate.Sentence, i int, not Set) Set {
	r.apart = not
	defer func() { r.apart = Set{} }()
	return r.list(s, i)
}

// PossessorApart is Possessor where it can't mean the states of `not`: in "China is its largest partner", its is not China's.
func (r *Reader) PossessorApart(s *annotate.Sentence, i int, not Set) Set {
	r.apart = not
	defer func() { r.apart = Set{} }()
	return r.Possessor(s, i)
}

func (r *Reader) setsOf(s *annotate.Sentence) []phraseSet {
	rd := &r.read[s.Index]
	if rd.sets == nil {
		rd.sets = make([]phraseSet, len(s.Chunks))
		r.phrased, r.phrases = append(r.phrased, int32(s.Index)), r.phrases+len(s.Chunks)
	}
	return rd.sets
}

// list is the union of the phrase and the members of the list that follow it.
func (r *Reader) list(s *annotate.Sentence, i int) Set {
	set := r.one(s, i)
	if s.Chunks[i].List != i {
		return r.excepting(s, i, set)
	}
	last := i
	for j := i + 1; j < len(s.Chunks); j++ {
		if c := &s.Chunks[j]; c.Kind == annotate.NounPhrase && c.List == i && s.Units[c.First].Word != "not" {
			set.union(r.one(s, j)) // Canada, not Mexico
			last = j
		}
	}
	return r.excepting(s, last, set)
}

// excepting takes out what "except", "apart from" and the like name after the phrase at chunk i.
func (r *Reader) excepting(s *annotate.Sentence, i int, set Set) Set {
	for j := i + 1; j < len(s.Chunks) && j <= i+4; j++ {
		switch s.Chunks[j].Kind {
		case annotate.Excepting:
			except := r.Set(s, j+1)
			for _, x := range except.States {
				set.remove(x)
			}
			return set
		case annotate.Comma, annotate.Dash, annotate.Open, annotate.Adverb:
		case annotate.NounPhrase:
			if s.Chunks[j].Case < 0 {
				return set
			}
		case annotate.Preposition:
		default:
			return set
		}
	}
	return set
}

// one is what the phrase itself stands for, without the list that it is in.
func (r *Reader) one(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	if set, ok := r.named(s, i); ok {
		return set
	}
	if x, ok := r.officeHolder(s, i); ok {
		return Set{States: []State{x}, People: true}
	}
	switch {
	case c.First == c.Last && head.Word == "neither" && ofPhrase(s, i) < 0:
		return r.plural(s, i, 2, true)
	case c.Negative && c.Gen < 0 && (head.Has(annotate.Office) || stateNoun(head) || head.Tag == annotate.TagPron):
		return r.none(s, i)
	case c.First == c.Last && head.Word == "those" && c.Case >= 0 && exampled(s, c.Case):
		if of := phraseAfter(s, i, "of", "from"); of >= 0 {
			return r.Set(s, of) // thirty leaders, including those of A and B
		}
		return Set{}
	case head.Tag == annotate.TagPron, c.First == c.Last && head.Word == "both" && ofPhrase(s, i) < 0:
		return r.pronoun(s, i)
	case c.Det == "the" && c.First+1 == c.Last && (head.Word == "former" || head.Word == "latter"):
		return r.ofTwo(s, i, head.Word == "latter")
	case head.Word == "all" && c.First == c.Last && ofPhrase(s, i) < 0:
		return r.plural(s, i, 0, false)
	case head.Has(annotate.Office):
		return r.office(s, i)
	case stateNoun(head):
		return r.stateNoun(s, i)
	case head.Has(annotate.Country), head.Has(annotate.Group), head.Has(annotate.Organization):
		return r.name(s, i)
	}
	if from := phraseAfter(s, i, "from"); from >= 0 && head.Tag == annotate.TagNum && definite(c) {
		if set := r.Set(s, from); len(set.States) == r.number(s, i) {
			return set // the five from Central Asia
		}
	}
	if of := ofPhrase(s, i); of >= 0 {
		if set := r.quantified(s, i, r.Set(s, of)); !set.Empty() || !leadersOf(s, of) {
			return set
		}
		return r.exemplified(s, i) // dozens of leaders, X among them
	}
	if n := r.number(s, i); n > 1 && head.Tag == annotate.TagNum && definite(c) {
		return r.plural(s, i, n, true) // all five, the four
	}
	if in := phraseAfter(s, i, "such as", "including", "like"); in >= 0 && head.Tag == annotate.TagNoun {
		if set := r.Set(s, in); set.People {
			return set // heavyweights such as X and Y
		}
	}
	return Set{}
}

// quantified is the set of "all of them", "all five of the republics"; a number without "all" of more states is nobody in particular.
func (r *Reader) quantified(s *annotate.Sentence, i int, set Set) Set {
	c := &s.Chunks[i]
	all := false
	for u := c.First; u <= c.Last; u++ {
		switch unit := &s.Units[u]; {
		case unit.Word == "all" || unit.Word == "both" || unit.Word == "each":
			all = true
		case unit.Tag != annotate.TagNum && unit.Tag != annotate.TagPredet:
			return Set{}
		}
	}
	if n := r.number(s, i); n > len(set.States) || !all && n != len(set.States) {
		return Set{}
	}
	return set
}

// named resolves a phrase with a person's name in it.
func (r *Reader) named(s *annotate.Sentence, i int) (Set, bool) {
	c := &s.Chunks[i]
	var set Set
	for u := c.First; u <= c.Last; u++ {
		unit := &s.Units[u]
		if !unit.Has(annotate.Person) || unit.Has(annotate.Country) && unit.Meaning(annotate.Country).Form == annotate.Name && !r.personLikely(s, u) {
			continue
		}
		if officeAlone(s, c, u) || ofBody(s, c, u) {
			continue
		}
		if x, ok := r.person(s, c, u); ok {
			set.add(x)
			set.People = true
		}
	}
	return set, !set.Empty()
}

// modifiers are the states that stand as adjectives or names before the head: "the Chinese and Brazilian presidents".
func (r *Reader) modifiers(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	var set Set
	for u := c.First; u < c.Head; u++ {
		unit := &s.Units[u]
		switch {
		case unit.Has(annotate.Country):
			if code, ok := r.country(s, u); ok {
				set.add(State{Code: code})
			}
		case unit.Has(annotate.Group):
			r.addGroup(&set, s, i, unit.Meaning(annotate.Group).Code)
		case unit.Has(annotate.Organization) && s.Units[c.Head].Has(annotate.Office) && c.Det != "a" && c.Det != "an":
			if allOf(s, c) || r.wholeBody(s, c) {
				for _, code := range r.members(unit.Meaning(annotate.Organization).Code) {
					set.add(State{Code: code})
				}
				set.Whole = true
			}
		}
	}
	return set
}

// name resolves a phrase whose head is the name of a state, a group or an organisation.
func (r *Reader) name(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	var set Set
	switch {
	case head.Has(annotate.Country) && head.Tag == annotate.TagName:
		if code, ok := r.country(s, c.Head); ok && r.means(s, i) {
			set.add(State{Code: code})
		}
	case head.Has(annotate.Country) && c.Det == "the" && c.First+1 == c.Head: // the Chinese
		if code, ok := r.country(s, c.Head); ok && head.Meaning(annotate.Country).Form == annotate.Adjective {
			set.add(State{Code: code})
			set.People = true
		}
	case head.Has(annotate.Group):
		r.addGroup(&set, s, i, head.Meaning(annotate.Group).Code)
		return r.count(s, i, set)
	}
	return set
}

// means reports whether a city's name stands for its government: not where something happens in, at or near it.
func (r *Reader) means(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	m := s.Units[c.Head].Meaning(annotate.Country)
	if m.Form == annotate.Demonyms {
		return ruled(s, c) // people, not the state
	}
	if m.Form != annotate.Capital {
		return true
	}
	if c.Head > c.First && s.Units[c.Head-1].Cue("companion") != nil {
		return false // his wife Sofia
	}
	if c.Case >= 0 {
		switch s.Units[s.Chunks[c.Case].First].Word {
		case "in", "at", "near", "outside", "around", "across", "to", "from", "via", "through", "into":
			return false
		}
	}
	next := i + 1 // "BISHKEK —", "Tashkent, Uzbekistan"
	return !(i == 0 && next < len(s.Chunks) && (s.Chunks[next].Kind == annotate.Dash || s.Chunks[next].Kind == annotate.Open))
}

// ruled holds for a people named by itself behind an office: the King of the Belgians, and not the leader of the Turkish Cypriots.
func ruled(s *annotate.Sentence, c *annotate.Chunk) bool {
	return c.Case > 0 && c.First+1 == c.Head && s.Units[s.Chunks[c.Case].First].Word == "of" && s.Units[s.Chunks[c.Case-1].Head].Has(annotate.Office)
}

// nobodyBefore holds where the sentence has spoken of no foreign state before: "No leaders were invited and none came".
func (r *Reader) nobodyBefore(s *annotate.Sentence, i int) bool {
	for j := range i {
		if s.Chunks[j].Kind == annotate.NounPhrase && s.Chunks[j].Negative {
			if set := r.Set(s, j); set.Has("*") {
				return true
			}
		}
	}
	return false
}

// none is "no foreign leaders", "none of the five presidents".
func (r *Reader) none(s *annotate.Sentence, i int) Set {
	if of := ofPhrase(s, i); of >= 0 {
		if set := r.Set(s, of); !set.Empty() {
			return set
		}
	}
	set := r.modifiers(s, i)
	if phraseAfter(s, i, "from", "in") >= 0 && set.Empty() && !s.Units[s.Chunks[i].Head].Has(annotate.Event) {
		return set // no leader from the European Union: of no other state
	}
	if named := bodyIn(s, i); named >= 0 && set.Empty() {
		return r.membersIfFew(s.Units[named].Meaning(annotate.Organization).Code)
	}
	if set.Empty() && (s.Units[s.Chunks[i].Head].Tag != annotate.TagPron || r.nobodyBefore(s, i)) {
		set.add(State{Code: "*"})
	}
	return set
}
