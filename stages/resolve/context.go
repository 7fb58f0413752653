package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// Number is the count that the phrase at chunk i states, or 0.
func (r *Reader) Number(s *annotate.Sentence, i int) int { return r.number(s, i) }

// number is the count in the phrase ("the five states"), "both" as 2, or 0.
func (r *Reader) number(s *annotate.Sentence, i int) int {
	c := &s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		unit := &s.Units[u]
		if unit.Word == "both" {
			return 2
		}
		if unit.Quantity >= 0 {
			if q := &s.Quantities[unit.Quantity]; q.Unit == quantity.None && q.Value < 300 {
				return int(q.Value)
			}
		}
	}
	return 0
}

// other holds where the phrase means those not named before: "the other four", "the remaining states", "the rest".
func other(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		switch s.Units[u].Word {
		case "other", "others", "remaining", "rest":
			return true
		}
	}
	return false
}

// count fits a group to "the other four", "the remaining", and leaves it out where a stated number does not agree with it.
func (r *Reader) count(s *annotate.Sentence, i int, set Set) Set {
	c := &s.Chunks[i]
	n := r.number(s, i)
	if set.Empty() || !set.Whole {
		return set
	}
	if other(s, c) {
		rest := r.complement(s, i, set)
		if n > 0 && len(rest.States) != n {
			return Set{}
		}
		return rest
	}
	if n > 0 && n != len(set.States) {
		return Set{} // three Central Asian leaders: which ones is not said here
	}
	return set
}

// complement is the group less those of it that the text spoke of one by one just before.
func (r *Reader) complement(s *annotate.Sentence, i int, group Set) Set {
	named, ok := r.Before(s, i, func(m Mention, back int) bool {
		if m.Set.Whole || len(m.Set.States) >= len(group.States) {
			return false
		}
		for _, x := range m.Set.States {
			if group.Has(x.Code) {
				return true
			}
		}
		return false
	})
	if !ok {
		return Set{}
	}
	rest := group.without(named)
	rest.Whole, rest.Context = true, true
	for k := range rest.States {
		rest.States[k].Leader = ""
	}
	return rest
}

// context resolves a definite phrase: "the five presidents", "both countries", "these states", "the country", "his Kyrgyz counterpart".
func (r *Reader) context(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	n := r.number(s, i)
	pluralHead := head.Has(annotate.Office) && head.Meaning(annotate.Office).Plural || stateNoun(head) && head.Cue("state_noun").Plural
	if other(s, c) {
		return r.rest(s, i, n)
	}
	if head.Cue("one_state") != nil && n == 0 {
		return r.singular(s, i, false)
	}
	if s.Units[c.First].Word == "whose" && head.Cue("own_state") != nil {
		return r.whose(s, i).impersonal()
	}
	if c.Owner == "their" && head.Cue("own_state") != nil && pluralHead {
		return r.plural(s, i, n, false).impersonal() // their countries
	}
	if c.Owner == "their" && head.Cue("own_state") != nil {
		if set := r.Possessor(s, i); len(set.States) == 1 { // the people of one state: their country
			set.People = false
			return set
		}
	}
	if c.Owner != "" && head.Cue("own_state") != nil && !pluralHead && c.Owner != "its" {
		set, _ := r.Before(s, i, func(m Mention, _ int) bool { return len(m.Set.States) == 1 && m.Set.oneOffice() }) // his country
		return Set{States: set.States, Context: true}.impersonal()
	}
	if c.Owner != "" && !head.Has(annotate.Office) {
		return Set{} // its neighbours
	}
	if pluralHead || n > 1 {
		return r.plural(s, i, n, false)
	}
	if c.Owner != "" {
		return r.Possessor(s, i)
	}
	return r.singular(s, i, head.Has(annotate.Office))
}

// rest is "the other four" without a group named in the phrase: the group that the text spoke of, less those named since.
func (r *Reader) rest(s *annotate.Sentence, i, n int) Set {
	group, ok := r.Before(s, i, func(m Mention, _ int) bool { return m.Set.Whole && len(m.Set.States) > max(n, 1) })
	if !ok {
		return Set{}
	}
	left := r.complement(s, i, group)
	if n > 0 && len(left.States) != n {
		return Set{}
	}
	return left
}
