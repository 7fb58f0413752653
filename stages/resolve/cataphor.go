package resolve

import "ties.dev/ties/stages/annotate"

// ahead is the one state that a pronoun in front of its name stands for: the subject of the clause that a gerund with what depends on it
// opens, "By announcing that it would quit the bloc, Niger …".
func (r *Reader) ahead(s *annotate.Sentence, i int) (Set, bool) {
	j := mainSubject(s, i)
	if j < 0 || s.Units[s.Chunks[j].Head].Tag != annotate.TagName {
		return Set{}, false
	}
	set := r.Set(s, j)
	return set, len(set.States) == 1 && !set.Has("*")
}

// mainSubject is the subject behind chunk i, and outside of brackets, of a clause that a gerund before i opens; or -1.
func mainSubject(s *annotate.Sentence, i int) int {
	opens, depth := false, 0
	for v := range s.Chunks {
		switch c := &s.Chunks[v]; {
		case c.Kind == annotate.Open:
			depth++
		case c.Kind == annotate.Close:
			depth--
		case c.Kind != annotate.VerbGroup || depth > 0:
		case v < i && !opens:
			if opens = c.Gerund; !opens {
				return -1
			}
		case v > i && opens && c.Finite && c.Subject > i:
			return c.Subject
		}
	}
	return -1
}
