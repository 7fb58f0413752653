package extract

import "ties.dev/ties/stages/annotate"

// attribution is the source that the sentence names: after "according to", or the subject of "said".
func (m *match) attribution() string {
	s := m.s
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind == annotate.Preposition && s.Phrase(c.First, c.Last) == "according to" && i+1 < len(s.Chunks) {
			return m.source(i + 1)
		}
		if c.Kind == annotate.VerbGroup && s.Units[c.Head].Cue("said") != nil && c.Subject >= 0 {
			if u := &s.Units[s.Chunks[c.Subject].Head]; u.Tag != annotate.TagPron {
				return m.source(c.Subject)
			}
		}
	}
	return ""
}

// source is the text of a source's phrase without its determiner, possessor included.
func (m *match) source(i int) string {
	s := m.s
	if s.Chunks[i].Kind != annotate.NounPhrase {
		return ""
	}
	first, last := s.Chunks[i].First, s.Chunks[i].Last
	if s.Chunks[i].Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i {
		last = s.Chunks[i+1].Last
	} else if g := s.Chunks[i].Gen; g >= 0 {
		first = s.Chunks[g].First
	}
	for first < last && s.Units[first].Tag == annotate.TagDet {
		first++
	}
	return m.s.Surface(m.r.Doc.Text, s.Units[first].First, s.Units[last].Last)
}
