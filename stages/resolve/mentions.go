package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// mentions are the sets of a sentence by prominence.
func (r *Reader) mentions(s *annotate.Sentence) []Mention {
	byRole := [4][]Mention{}
	subjects := map[int]bool{}
	verbless := true
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Finite {
			verbless = false
			if c.Subject >= 0 {
				subjects[c.Subject] = true
			}
		}
	}
	if verbless && len(s.Chunks) > 0 {
		subjects[afterBullet(s)] = true // "Tunisia (12 million)."
	}
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.List >= 0 && c.List != i && r.inSameList(s, i) {
			continue
		}
		set := r.Set(s, i)
		if set.Empty() || set.States[0].Code == "*" {
			if set = r.modifiers(s, i); set.Empty() {
				continue
			}
			role := Oblique
			if subjects[i] {
				role = Owner // Tajik exports fell
			}
			byRole[role] = append(byRole[role], Mention{set, role, i})
			continue
		}
		role := Oblique
		switch {
		case subjects[i]:
			role = Subject
		case c.Owned || c.Case >= 0 && s.Units[s.Chunks[c.Case].First].Word == "of":
			role = Owner
		case c.Case < 0:
			role = Object
		}
		byRole[role] = append(byRole[role], Mention{set, role, i})
	}
	var out []Mention
	for _, list := range byRole {
		out = append(out, list...)
	}
	return out
}

// afterBullet is the first chunk behind a bullet that opens the sentence.
func afterBullet(s *annotate.Sentence) int {
	if s.Chunks[0].Kind == annotate.Other && len(s.Chunks) > 1 {
		return 1
	}
	return 0
}

func (r *Reader) inSameList(s *annotate.Sentence, i int) bool {
	return s.Chunks[i].List >= 0 && s.Chunks[i].List < i
}

// Before yields the sets that the text spoke of before chunk `chunk` of sentence s, the nearest and most prominent first.
// Those of the sentence itself come first where they stand before the chunk.
func (r *Reader) Before(s *annotate.Sentence, chunk int, accept func(Mention, int) bool) (Set, bool) {
	apart := r.apart
	r.apart = Set{} // what other phrases mean doesn't depend on it
	defer func() { r.apart = apart }()
	for _, m := range r.earlier(s, chunk) {
		if !m.Set.Within(apart) && accept(m, 0) {
			return m.Set, true
		}
	}
	for back := 1; back <= lookback && s.Index-back >= 0; back++ {
		if t := r.Doc.Sentence(s.Index - back); t.Row && !s.Row && t.Paragraph != s.Paragraph && len(t.Numbers()) > 1 {
			continue // the last row of a table is not what the text below speaks of
		}
		for _, m := range r.Focus(s.Index - back) {
			if !m.Set.Within(apart) && accept(m, back) {
				return m.Set, true
			}
		}
	}
	return Set{}, false
}

// earlier are the sets of the same sentence that stand before the chunk, subjects first, then the nearest.
func (r *Reader) earlier(s *annotate.Sentence, chunk int) []Mention {
	var subjects, others []Mention
	for i := chunk - 1; i >= 0; i-- {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.Negative || r.inSameList(s, i) {
			continue
		}
		set := r.Set(s, i)
		if set.Empty() {
			set = r.Nationals(s, i)
		}
		if set.Empty() {
			if set = r.modifiers(s, i); !set.Empty() { // Canadian exports
				others = append(others, Mention{set, Oblique, i})
			}
			continue
		}
		if c.Case < 0 && !c.Owned {
			subjects = append(subjects, Mention{set, Subject, i})
		} else {
			others = append(others, Mention{set, Oblique, i})
		}
	}
	return append(doersFirst(s, subjects), others...)
}

// doersFirst puts those who do something before those to whom it is done: "X told Y that he would come".
func doersFirst(s *annotate.Sentence, list []Mention) []Mention {
	does := func(m Mention) bool {
		for i := range s.Chunks {
			if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Finite && c.Subject == m.Chunk {
				return true
			}
		}
		return false
	}
	var doers, rest []Mention
	for _, m := range list {
		if does(m) {
			doers = append(doers, m)
		} else {
			rest = append(rest, m)
		}
	}
	return append(doers, rest...)
}
