package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// stateNoun holds for nouns that mean a state itself or its government: "the Kyrgyz side", "these countries", "the republic".
func stateNoun(u *annotate.Unit) bool { return u.Cue("state_noun") != nil }

// stateNoun resolves a phrase with such a head: by its modifiers or possessor, else by what the text has spoken of.
func (r *Reader) stateNoun(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	if set, ok := r.following(s, i); ok {
		return set
	}
	set := r.modifiers(s, i)
	if set.Whole && c.Det != "each" && c.Det != "every" && !s.Units[c.Head].Cue("state_noun").Plural {
		return r.memberOf(s, i, set)
	}
	if set.Empty() && c.Gen >= 0 {
		if owner := r.Set(s, r.listStart(s, c.Gen)); len(owner.States) == 1 && s.Units[c.Head].Cue("government") != nil {
			set = owner
		}
	}
	if set.Empty() {
		if of := ofPhrase(s, i); of >= 0 {
			set = r.Set(s, of)
			if head := &s.Units[s.Chunks[of].Head]; set.Empty() && head.Tag == annotate.TagName && (head.Meanings == nil || head.Has(annotate.Organization)) {
				return Set{} // the state of Guanajuato, the members of the European Council
			}
		}
	}
	if set.Empty() {
		if in := phraseAfter(s, i, "including", "such as", "like", "namely", "among them"); in >= 0 {
			set = r.Set(s, in)
		}
	}
	if set.Empty() {
		set = r.bracketed(s, i)
	}
	if set.Empty() {
		set = r.apposed(s, i)
	}
	if set.Empty() || set.Whole && unspecific[c.Det] {
		if named := r.namedLater(s, i); !named.Empty() {
			return named
		}
	}
	if set.Empty() && unknownBefore(s, c) {
		return Set{} // the Inner Six states
	}
	if set.Empty() && c.Gen < 0 && (definite(c) || c.Owner != "" || s.Units[c.First].Word == "whose" || r.number(s, i) > 0 && !r.introduces(s, i)) && !restricted(s, i) && !ofUnknown(s, c) {
		set = r.context(s, i)
		set.People = set.People && s.Units[c.Head].Cue("own_state") == nil // his country is no person
	}
	if set.Empty() && c.Gen < 0 && c.Det == "the" && !s.Units[c.Head].Cue("state_noun").Plural && !other(s, c) && !restricted(s, i) {
		set = r.subjectMatter(s)
	}
	return r.count(s, i, set)
}

// ofUnknown holds for several states of a body by its name, by which none that the text has spoken of are meant: "the CEFTA countries".
func ofUnknown(s *annotate.Sentence, c *annotate.Chunk) bool {
	if c.Head == c.First || !s.Units[c.Head].Cue("state_noun").Plural {
		return false
	}
	u := &s.Units[c.Head-1]
	return u.Tag == annotate.TagName && !u.Has(annotate.Country) && !u.Has(annotate.Group)
}

// unknownBefore holds for a phrase with a name before its head that nothing is known of.
func unknownBefore(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First + 1; u < c.Head; u++ {
		if unit := &s.Units[u]; unit.Tag == annotate.TagName && unit.Meanings == nil {
			return true
		}
	}
	return false
}

// introduces holds for a bare number of states that opens a paragraph: it speaks of others than those before, or is yet to say of whom. "Three
// countries left."
func (r *Reader) introduces(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	return i == 0 && c.Det == "" && s.Units[c.First].Quantity >= 0 && s.Index > 0 && r.Doc.Sentence(s.Index-1).Paragraph != s.Paragraph
}

// following are the states behind the next colon of the sentence for a phrase that announces them: "the following countries stayed
// away: A, B and C". Such a phrase takes up nothing said before.
func (r *Reader) following(s *annotate.Sentence, i int) (set Set, ok bool) {
	c := &s.Chunks[i]
	for u := c.First; u < c.Head; u++ {
		ok = ok || s.Units[u].Word == "following"
	}
	j := i + 1
	if !ok || c.Det != "the" || j < len(s.Chunks) && s.Chunks[j].Kind == annotate.Colon {
		return Set{}, false // what follows at once may give each a value of its own
	}
	for j < len(s.Chunks) && s.Chunks[j].Kind != annotate.Colon {
		j++
	}
	depth := 0
	for j++; j < len(s.Chunks); j++ {
		switch k := &s.Chunks[j]; k.Kind {
		case annotate.Open:
			depth++
		case annotate.Close:
			depth--
		case annotate.NounPhrase:
			if depth <= 0 {
				set.union(r.one(s, j))
			}
		}
	}
	return set, true
}

// ofLeaders holds for the states whose leaders are meant: "the leaders of the states".
func ofLeaders(s *annotate.Sentence, i int) bool {
	at := s.Chunks[i].Case
	return at > 0 && s.Units[s.Chunks[at].First].Word == "of" && s.Units[s.Chunks[at-1].Head].Has(annotate.Office)
}

// bracketed are the states in a bracket behind a plural and what belongs to it: "leaders of the states with observer status (Iran and
// Mongolia)".
func (r *Reader) bracketed(s *annotate.Sentence, i int) Set {
	if m := s.Units[s.Chunks[i].Head].Cue("state_noun"); m == nil || !m.Plural || !ofLeaders(s, i) {
		return Set{}
	}
	open := i + 1
	if open+1 < len(s.Chunks) && s.Chunks[open].Kind == annotate.Preposition && s.Chunks[open+1].Kind == annotate.NounPhrase {
		open += 2
	}
	if open+1 >= len(s.Chunks) || s.Chunks[open].Kind != annotate.Open || s.Chunks[open+1].Kind != annotate.NounPhrase {
		return Set{}
	}
	for j := open + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Close:
			return r.Set(s, open+1)
		case annotate.Comma, annotate.Coordinator:
		case annotate.NounPhrase:
			if u := &s.Units[c.Head]; !u.Has(annotate.Country) || u.Tag != annotate.TagName {
				return Set{}
			}
		default:
			return Set{}
		}
	}
	return Set{}
}

// restricted holds for a phrase that what follows it tells from others, so that it takes up nothing: "the countries forming the bloc",
// "the states that join it".
func restricted(s *annotate.Sentence, i int) bool {
	if i+1 >= len(s.Chunks) {
		return false
	}
	next := &s.Chunks[i+1]
	return next.Kind == annotate.Relative || next.Kind == annotate.VerbGroup && (next.Gerund || next.Reduced) && !next.Finite
}

// apposed is what the phrase beside the one at chunk i names: "the two neighbours, Thailand and Malaysia".
func (r *Reader) apposed(s *annotate.Sentence, i int) Set {
	for j := i + 1; j < len(s.Chunks) && j <= i+3; j++ {
		if s.Chunks[j].Kind == annotate.NounPhrase && s.Chunks[j].Appos == i && !s.Chunks[j].Owned {
			return r.Set(s, j)
		}
	}
	if i+3 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Comma && s.Units[s.Chunks[i+2].First].Word == "namely" && s.Chunks[i+3].Kind == annotate.NounPhrase {
		return r.Set(s, i+3) // these states, namely A and B
	}
	return Set{}
}

// subjectMatter is the state that the heading above or the whole text is about.
func (r *Reader) subjectMatter(s *annotate.Sentence) Set {
	set, ok := r.InHeading(s)
	if !ok {
		set, ok = r.Main()
	}
	if !ok || len(set.States) != 1 {
		return Set{}
	}
	set.Context = true
	return set
}

// memberOf is one state of a group: "the Central Asian republic of Kyrgyzstan", or the one that the text speaks of.
func (r *Reader) memberOf(s *annotate.Sentence, i int, group Set) Set {
	if of := ofPhrase(s, i); of >= 0 {
		return r.Set(s, of)
	}
	if set := r.singular(s, i, false); len(set.States) == 1 && group.Has(set.States[0].Code) {
		return set
	}
	return Set{}
}
