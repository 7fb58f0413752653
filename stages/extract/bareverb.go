package extract

import (
	"ties.dev/ties/stages/annotate"
)

// bareVerb holds for a verb without an object or a place, with a date behind it.
func (m *match) bareVerb(c *annotate.Chunk) bool {
	object := c.Object
	if object > m.chunk && m.s.Chunks[object-1].Kind == annotate.Colon {
		object = -1 // three more have joined: A, B and C
	}
	if m.objectRelative(m.chunk) >= 0 || object >= 0 && !m.bareMembership(object) && !m.longLater(object) {
		return false
	}
	if object >= 0 {
		return true
	}
	for j := m.pastCompany(m.chunk + 1); j < len(m.s.Chunks) && j <= m.chunk+8; j++ {
		switch k := &m.s.Chunks[j]; k.Kind {
		case annotate.When:
			return true
		case annotate.Adverb:
		case annotate.Preposition:
			if m.word(j, completing) && m.s.Chunks[j-1].Kind == annotate.NounPhrase && m.s.Units[m.s.Chunks[j].First].Word == "of" {
				continue // within a week of one another
			}
			if j == m.chunk+1 && m.s.Units[m.s.Chunks[j].First].Word == "in" && j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Kind == annotate.NounPhrase {
				return m.inWave(j + 1) // joined in the criticism
			}
			if m.word(j, completing) {
				return m.s.Units[m.s.Chunks[j].First].Word == "for" && m.bareMembership(j+1)
			}
		case annotate.NounPhrase:
			if m.s.Chunks[j].Case != j-1 || j-1 == m.chunk {
				return false
			}
		default:
			return (m.endsClause(j) || m.closedByVerb(j) || c.Infinite && k.Kind == annotate.VerbGroup && k.Lemma == "be") && (m.cueIn("entering", m.s.Chunks[m.chunk].Head, m.s.Chunks[m.chunk].Head) || c.Infinite && m.cueIn("exiting", m.s.Chunks[m.chunk].Head, m.s.Chunks[m.chunk].Head) || m.datedBefore())
		}
	}
	return false
}

// inWave holds for the phrase at i, or what it owns, that means a round of entries: "joined in the bloc's first enlargement".
func (m *match) inWave(i int) bool {
	if m.s.Chunks[i].Owned && i+1 < len(m.s.Chunks) {
		i++
	}
	return m.s.Units[m.s.Chunks[i].Head].Cue("entry_wave") != nil
}

// longLater holds for a length of time that says how much later something was, and is no object: "joined some years after gaining
// independence".
func (m *match) longLater(i int) bool {
	c := &m.s.Chunks[i]
	if i+1 >= len(m.s.Chunks) || !m.cueIn("length_of_time", c.First, c.Last) {
		return false
	}
	next := &m.s.Chunks[i+1]
	w := m.s.Units[next.First].Word
	return w == "after" || w == "before" || w == "later" || w == "earlier"
}

// closedByVerb holds where the verb of the main clause at chunk j ends the anchor's relative clause: "countries that joined later include".
func (m *match) closedByVerb(j int) bool {
	v := &m.s.Chunks[j]
	return v.Kind == annotate.VerbGroup && v.Finite && v.Subject >= 0 && v.Subject == m.s.Chunks[m.chunk].Subject && v.Subject+1 < m.chunk && m.s.Chunks[v.Subject+1].Kind == annotate.Relative
}

// pastCompany steps over who else did it: "left along with it", "joined together with them".
func (m *match) pastCompany(j int) int {
	if j+1 < len(m.s.Chunks) && m.s.Chunks[j].Kind == annotate.Coordinator && adding[m.s.Phrase(m.s.Chunks[j].First, m.s.Chunks[j].Last)] {
		return listEnd(m.s, j+1)
	}
	return j
}

// complemented holds for a verb with an object or a phrase that says what of, from, for or to.
func (m *match) complemented() bool {
	if m.s.Chunks[m.chunk].Object >= 0 {
		return true
	}
	for _, prep := range []string{"of", "from", "for", "to", "with"} {
		if len(m.after(m.chunk, prep)) > 0 {
			return true
		}
	}
	return false
}

// inDoing holds for a verb whose object is joined in an act: "joined the EU in condemning the vote".
func (m *match) inDoing() bool {
	s := m.s
	for j := m.chunk + 1; j+1 < len(s.Chunks) && j <= m.chunk+8; j++ {
		switch s.Chunks[j].Kind {
		case annotate.Preposition:
			if s.Units[s.Chunks[j].First].Word == "in" && s.Chunks[j+1].Kind == annotate.VerbGroup && s.Chunks[j+1].Gerund {
				return true
			}
		case annotate.VerbGroup, annotate.Semicolon:
			return false
		}
	}
	return false
}
