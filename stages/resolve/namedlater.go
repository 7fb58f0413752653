package resolve

import "ties.dev/ties/stages/annotate"

// namedLater are the states that the text names only behind the phrase at chunk i, which speaks of them by their number or as several.
func (r *Reader) namedLater(s *annotate.Sentence, i int) Set {
	for _, find := range []func(*annotate.Sentence, int) Set{r.namedInBracket, r.enumeratedAtEnd, r.namedByVerb, r.namedNext} {
		if set := find(s, i); !set.Empty() {
			return set
		}
	}
	return Set{}
}

// namedInBracket is the list of states that a bracket right behind the phrase at chunk i holds, as many as it counts: "two countries (Chad and
// Niger)", "the neighbours (Chad, Niger and Mali)".
func (r *Reader) namedInBracket(s *annotate.Sentence, i int) Set {
	if i+2 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Open || s.Chunks[i+2].Kind != annotate.NounPhrase {
		return Set{}
	}
	set := r.Set(s, i+2)
	if n := r.number(s, i); len(set.States) < 2 || n > 0 && n != len(set.States) || set.Whole || set.Context || set.People {
		return Set{}
	}
	return set
}

// enumeratedAtEnd is the list of states behind the colon or dash that ends the sentence, as many as the phrase at chunk i counts: "three countries
// have applied: Chad, Niger and Mali", or the list of several: "countries that joined later are: Chad and Niger".
func (r *Reader) enumeratedAtEnd(s *annotate.Sentence, i int) Set {
	n := r.number(s, i)
	if n < 2 && !severalStates(s, i) {
		return Set{}
	}
	for k := len(s.Chunks) - 2; k > i; k-- {
		switch s.Chunks[k].Kind {
		case annotate.Colon, annotate.Dash:
			if n < 2 && s.Chunks[k-1].Kind != annotate.VerbGroup {
				return Set{}
			}
			if set := r.Set(s, k+1); (len(set.States) == n || n < 2) && !set.Whole && !set.Context && !figured(s, k+1) {
				return set
			}
		case annotate.VerbGroup, annotate.Relative, annotate.Semicolon:
			return Set{}
		}
	}
	return Set{}
}

// figured holds for a list from chunk i on of which a member has a bracket behind it, with a figure of its own.
func figured(s *annotate.Sentence, i int) bool {
	for j := i; j < len(s.Chunks); j++ {
		if j > i && s.Chunks[j].List != i && s.Chunks[j].Kind != annotate.Comma && s.Chunks[j].Kind != annotate.Coordinator {
			return s.Chunks[j].Kind == annotate.Open
		}
	}
	return false
}

// severalStates holds for a plural of states that no number, possessor or name tells from others: "countries", "several other states".
func severalStates(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	m := s.Units[c.Head].Cue("state_noun")
	if m == nil || !m.Plural || c.Gen >= 0 || c.Owner != "" || c.Negative {
		return false
	}
	return c.Det == "the" || unspecific[c.Det]
}

// unspecific are the determiners of a plural that leave open who is meant.
var unspecific = map[string]bool{"": true, "some": true, "several": true, "many": true, "few": true, "various": true, "numerous": true, "other": true, "certain": true}

// namedByVerb are the states that a verb puts behind several of whom a relative clause tells: "countries that joined later include Chad".
func (r *Reader) namedByVerb(s *annotate.Sentence, i int) Set {
	if i+1 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Relative || !severalStates(s, i) {
		return Set{}
	}
	for v := i + 2; v < len(s.Chunks); v++ {
		c := &s.Chunks[v]
		if c.Kind != annotate.VerbGroup || c.Subject != i || !c.Finite || c.Neg || c.Object < v || !naming(s, c) {
			continue
		}
		if set := r.Set(s, c.Object); !set.Whole && !set.Context && !set.People {
			return set
		}
	}
	return Set{}
}

// naming holds for a verb by which a sentence says who is meant: "are", "include".
func naming(s *annotate.Sentence, c *annotate.Chunk) bool {
	return !c.Passive && (c.Lemma == "be" || c.Lemma == "include")
}

// namedNext are the states of whom the next sentence says that they are those: "Several countries have not joined. These include Chad and Niger".
func (r *Reader) namedNext(s *annotate.Sentence, i int) Set {
	n := r.number(s, i)
	if s.Chunks[i].Det == "the" || n < 2 && !severalStates(s, i) || s.Index+1 >= r.Doc.Len() {
		return Set{}
	}
	t := r.Doc.Sentence(s.Index + 1)
	if len(t.Chunks) < 3 || t.Chunks[0].Kind != annotate.NounPhrase || !takesUp[t.Units[t.Chunks[0].First].Word] {
		return Set{}
	}
	v := &t.Chunks[1]
	if v.Kind != annotate.VerbGroup || v.Neg || !naming(t, v) || v.Object < 0 {
		return Set{}
	}
	set := r.Set(t, v.Object)
	if set.Whole || set.Context || set.People || n > 1 && len(set.States) != n {
		return Set{}
	}
	return set
}

// takesUp are the words by which a sentence goes on to name those of whom the one before spoke.
var takesUp = map[string]bool{"these": true, "they": true, "those": true}
