package resolve

import "ties.dev/ties/stages/annotate"

// picture reports whether sentence s is the caption of a picture from an archive: it says nothing by a verb, and a credit stands in it
// or right behind it. The event that it shows may be an earlier one than the text is about.
func (r *Reader) picture(s *annotate.Sentence) bool {
	if r.creditBehind(s) {
		return true
	}
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Finite {
			return false
		}
	}
	return r.credited(s.Index) || s.Index+1 < r.Doc.Len() && r.Doc.Sentence(s.Index+1).Paragraph <= s.Paragraph+1 && r.credited(s.Index+1)
}

// creditBehind holds where nothing but a credit follows in the paragraph: "Flags flown at the 2018 summit. Photo: AFP".
func (r *Reader) creditBehind(s *annotate.Sentence) bool {
	i := s.Index + 1
	if i >= r.Doc.Len() || r.paragraphOf(i) != s.Paragraph || i+1 < r.Doc.Len() && r.paragraphOf(i+1) == s.Paragraph {
		return false
	}
	start, end, _ := r.Doc.Bounds(i)
	return end-start < longestCredit && r.credited(i)
}

// longestCredit is the length in bytes up to which a sentence can be a credit and nothing else.
const longestCredit = 40

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
