package resolve

import "ties.dev/ties/stages/annotate"

// exemplified are the persons whom a sentence names out of the leaders at chunk i, or all of them where it says how many they are:
// "two dozen leaders, among them X", "dozens of leaders, X among them", "two presidents came: X and Y".
func (r *Reader) exemplified(s *annotate.Sentence, i int) Set {
	for j := i + 1; j+1 < len(s.Chunks); j++ {
		if r.mostNotably(s, j) && r.lastPeople(s, i, j-2) {
			if set := r.Set(s, possessed(s, j+1, "including")); set.People {
				return set
			}
		}
		if s.Chunks[j].Kind != annotate.Preposition {
			continue
		}
		switch s.Phrase(s.Chunks[j].First, s.Chunks[j].Last) {
		case "among them":
			if s.Chunks[j+1].Kind == annotate.NounPhrase {
				return r.Set(s, possessed(s, j+1, "among them"))
			}
			return r.asideBefore(s, i, j)
		case "including", "such as":
			if s.Chunks[j-1].Kind == annotate.Comma && r.lastPeople(s, i, j) {
				if set := r.Set(s, possessed(s, j+1, "including")); set.People {
					return set // leaders watched the parade, including X
				}
			}
		case "among":
			if s.Units[s.Chunks[j+1].Head].Word == "them" {
				return r.asideBefore(s, i, j)
			}
		}
	}
	return r.asMany(s, i)
}

// mostNotably holds for "most notably" and the like at chunk j, set off from what it exemplifies: "leaders were absent; most notably X and Y".
func (r *Reader) mostNotably(s *annotate.Sentence, j int) bool {
	if s.Chunks[j].Kind != annotate.Adverb || s.Units[s.Chunks[j].Last].Cue("exemplifying") == nil || s.Chunks[j+1].Kind != annotate.NounPhrase {
		return false
	}
	if j--; j > 0 && s.Chunks[j].First == s.Chunks[j].Last && s.Units[s.Chunks[j].First].Word == "most" {
		j--
	}
	k := s.Chunks[j].Kind
	return k == annotate.Comma || k == annotate.Semicolon || k == annotate.Dash
}

// lastPeople holds where no phrase between the leaders at chunk i and chunk j is of states or persons, of whom an example could be.
func (r *Reader) lastPeople(s *annotate.Sentence, i, j int) bool {
	for k := i + 1; k < j; k++ {
		c := &s.Chunks[k]
		if c.Kind == annotate.Semicolon || c.Kind == annotate.Relative {
			return false
		}
		head := &s.Units[c.Head]
		if c.Kind == annotate.NounPhrase && (head.Has(annotate.Office) || head.Has(annotate.Country) || head.Has(annotate.Group) || head.Has(annotate.Organization) || head.Has(annotate.Person) || stateNoun(head)) && !head.Has(annotate.Place) {
			return false
		}
	}
	return true
}

// enumerated are the persons of a list behind the colon that follows the leaders at chunk i: "the leaders were received: X, Y and Z",
// "the presidents: of A X, B Y".
func (r *Reader) enumerated(s *annotate.Sentence, i int) Set {
	for j := i + 1; j+1 < len(s.Chunks); j++ {
		if s.Chunks[j].Kind != annotate.Colon {
			continue
		}
		k := j + 1
		if s.Chunks[k].Kind == annotate.Preposition && s.Units[s.Chunks[k].First].Word == "of" && k+1 < len(s.Chunks) {
			k++
		}
		if s.Chunks[k].Kind != annotate.NounPhrase {
			return Set{}
		}
		set := r.Set(s, possessed(s, k, ""))
		n := r.number(s, i)
		if of := ofPhrase(s, i); of >= 0 && n == 0 {
			n = r.number(s, of)
		}
		if len(set.States) < 2 || n > 1 && n != len(set.States) || n < 2 && !set.People {
			return Set{}
		}
		return set
	}
	return Set{}
}

// asideBefore is what an aside that "among them" closes at chunk j names: ", X among them,".
func (r *Reader) asideBefore(s *annotate.Sentence, i, j int) Set {
	for p := j - 1; p > i; p-- {
		if s.Chunks[p].Kind != annotate.Comma || s.Chunks[p+1].Kind != annotate.NounPhrase {
			continue
		}
		if k := possessed(s, p+1, ""); s.Chunks[k].List < 0 || s.Chunks[k].List == k {
			return r.Set(s, k)
		} else {
			return r.one(s, k)
		}
	}
	return Set{}
}

// asMany are the persons of a list behind a mark that are as many as the phrase at chunk i says.
func (r *Reader) asMany(s *annotate.Sentence, i int) Set {
	n := r.number(s, i)
	for j := i + 2; n > 1 && j < len(s.Chunks); j++ {
		switch s.Chunks[j-1].Kind {
		case annotate.Comma, annotate.Colon, annotate.Dash, annotate.Open:
			if c := &s.Chunks[j]; c.Kind != annotate.NounPhrase || c.List >= 0 && c.List != j || c.Case >= 0 {
				continue
			}
			if set := r.Set(s, possessed(s, j, "")); set.People && len(set.States) == n {
				return set
			}
		}
	}
	return Set{}
}

// leadersOf holds for a plural of leaders: "of world leaders".
func leadersOf(s *annotate.Sentence, i int) bool {
	m := s.Units[s.Chunks[i].Head].Meaning(annotate.Office)
	return m != nil && m.Plural
}
