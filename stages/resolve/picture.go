package resolve

import "ties.dev/ties/stages/annotate"

// picture reports whether sentence s is the caption of a picture from an archive: it says nothing by a verb, and a credit stands in it
// or right behind it. The event that it shows may be an earlier one than the text is about.
func (r *Reader) picture(s *annotate.Sentence) bool {
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Finite {
			return false
		}
	}
	return r.credited(s.Index) || s.Index+1 < r.Doc.Len() && r.Doc.Sentence(s.Index+1).Paragraph <= s.Paragraph+1 && r.credited(s.Index+1)
}

// credited holds for a sentence that names whose picture it is.
func (r *Reader) credited(i int) bool {
	if mask := r.Doc.SentenceMask(i); !mask.Meets(&r.credits) {
		return false
	}
	s := r.Doc.Sentence(i)
	for u := range s.Units {
		if s.Units[u].Cue("credit") != nil {
			return true
		}
	}
	return false
}
