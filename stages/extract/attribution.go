package extract

import "ties.dev/ties/stages/annotate"

// attribution is the source that the sentence names for what the match tells: after "according to", or the subject of "said".
func (m *match) attribution() string {
	s := m.s
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind == annotate.Preposition && s.Phrase(c.First, c.Last) == "according to" && i+1 < len(s.Chunks) {
			return m.source(i + 1)
		}
		if c.Kind == annotate.VerbGroup && s.Units[c.Head].Cue("said") != nil && c.Subject >= 0 && m.toldBy(i) {
			return m.source(c.Subject)
		}
	}
	return ""
}

// toldBy holds where what the match tells is said by the subject of the verb at v, who says it of something else than of an act of
// its own: the verb has no object, and stands in a clause before it, or behind a comma at its end.
func (m *match) toldBy(v int) bool {
	s := m.s
	c := &s.Chunks[v]
	if u := &s.Units[s.Chunks[c.Subject].Head]; u.Tag == annotate.TagPron || c.Object >= 0 || c.Clause == s.Chunks[m.chunk].Clause {
		return false
	}
	if v < m.chunk {
		return true
	}
	return c.Subject > m.chunk && s.Chunks[c.Subject-1].Kind == annotate.Comma
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
