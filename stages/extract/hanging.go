package extract

import "ties.dev/ties/stages/annotate"

// objectOf holds where the anchor's phrase is the direct object of a verb of the class: "rose 5 percent".
func (m *match) objectOf(class string) bool {
	top := m.listHead(m.chunk)
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind == annotate.VerbGroup && (c.Object == m.chunk || c.Object == top) && m.cueIn(class, c.First, c.Last) {
			return true
		}
	}
	return false
}

// hangsOn holds where the phrase before the anchor's preposition has a word of the class: "a rise of 5 percent".
func (m *match) hangsOn(class string) bool {
	p := m.s.Chunks[m.chunk].Case
	return p > 0 && m.s.Chunks[p-1].Kind == annotate.NounPhrase && m.cueIn(class, m.s.Chunks[p-1].First, m.s.Chunks[p-1].Last)
}
