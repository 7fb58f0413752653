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
	if class == "change" && m.isLed() {
		return false // a decline from 46 percent
	}
	return p > 0 && m.s.Chunks[p-1].Kind == annotate.NounPhrase && m.cueIn(class, m.s.Chunks[p-1].First, m.s.Chunks[p-1].Last)
}

// ofWhat holds where an "of" right behind the anchor has a phrase with a word of the class; one that leaves its noun out has none.
func (m *match) ofWhat(class string) bool {
	i := m.chunk + 1
	if i+1 >= len(m.s.Chunks) || m.s.Chunks[i].Kind != annotate.Preposition || m.s.Phrase(m.s.Chunks[i].First, m.s.Chunks[i].Last) != "of" {
		return false
	}
	j := i + 1
	if m.s.Chunks[j].Owned && j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Gen == j {
		j++
	}
	return m.chunkHas(j, class) && !(class == "phrase" && m.leftOut(j))
}

// opensWithOf holds where the sentence opens with the whole of which its values are parts, in a phrase with a word of the class: "Of the
// permits issued last year, …". States are no such whole: "Of the islands, Samoa …".
func (m *match) opensWithOf(class string) bool {
	return len(m.s.Chunks) > 1 && m.s.Chunks[0].Kind == annotate.Preposition && m.s.Tokens[m.s.Units[m.s.Chunks[0].First].First].Lower == "of" && m.chunkHas(1, class) && !m.chunkHas(1, "state_noun")
}

// accompanies holds for a value that "with" or "at" hangs on a phrase: no verb says it.
func (m *match) accompanies() bool {
	p := m.s.Chunks[m.chunk].Case
	if p < 1 || !m.cueIn("accompanying", m.s.Chunks[p].First, m.s.Chunks[p].Last) {
		return false
	}
	if m.s.Chunks[p-1].Kind == annotate.Comma && p > 1 {
		return m.s.Chunks[p-2].Kind == annotate.NounPhrase
	}
	return m.s.Chunks[p-1].Kind == annotate.NounPhrase
}
