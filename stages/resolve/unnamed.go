package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// unnamedBefore holds where the sentence speaks, before chunk i and behind the last state that it names, of several states that it does not
// name, as a subject or at its front: "for 19 countries they matter, as they …", "17 of its 54 states …, in their case". A plural pronoun
// behind them means those.
func (r *Reader) unnamedBefore(s *annotate.Sentence, i int) bool {
	for j := i - 1; j >= 0; j-- {
		c := &s.Chunks[j]
		if c.Kind != annotate.NounPhrase {
			continue
		}
		set, people := r.Set(s, j), r.Nationals(s, j)
		if !set.Empty() || !people.Empty() {
			return false
		}
		if !fronted(s, j) && !hasVerb(s, j) {
			continue
		}
		head := &s.Units[c.Head]
		if q := head.Quantity; q >= 0 && s.Quantities[q].Unit == quantity.None && ofStates(s, j) {
			return true
		}
		if x := head.Cue("state_noun"); x != nil && x.Plural && head.Tag == annotate.TagNoun {
			return true
		}
	}
	return false
}

// fronted holds for a phrase whose preposition opens the sentence.
func fronted(s *annotate.Sentence, j int) bool {
	p := s.Chunks[j].Case
	return p == 0 && s.Units[s.Chunks[0].First].Cue("placing") != nil
}

// hasVerb holds for the subject of a finite verb.
func hasVerb(s *annotate.Sentence, j int) bool {
	for v := j + 1; v < len(s.Chunks); v++ {
		if c := &s.Chunks[v]; c.Kind == annotate.VerbGroup && c.Finite && c.Subject == j {
			return true
		}
	}
	return false
}

// ofStates holds for a count behind which "of" or "out of" has a plural noun for states.
func ofStates(s *annotate.Sentence, j int) bool {
	if j+2 >= len(s.Chunks) || s.Chunks[j+1].Kind != annotate.Preposition {
		return false
	}
	if p := &s.Units[s.Chunks[j+1].First]; p.Word != "of" && p.Word != "out of" {
		return false
	}
	x := s.Units[s.Chunks[j+2].Head].Cue("state_noun")
	return x != nil && x.Plural
}
