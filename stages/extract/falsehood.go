package extract

import "ties.dev/ties/stages/annotate"

// falsified holds for a statement that the sentence calls untrue, or that nobody makes: "it is a myth that", "the report that X came was
// denied", "no one would say that". What is true instead the sentence does not say.
func (m *match) falsified() bool {
	if m.anyChunk("falsehood", func(int) bool { return true }) {
		return true
	}
	claimed := false
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		switch {
		case c.Kind == annotate.NounPhrase:
			claimed = claimed || i < m.chunk && m.cueIn("claim_noun", c.Head, c.Head) && m.s.Chunks[i+1].Kind == annotate.Subordinator
		case c.Kind != annotate.VerbGroup:
		case i > m.chunk && claimed && c.Passive && m.cueIn("doubt", c.First, c.Last):
			return true
		case i < m.chunk && c.Clause < m.s.Chunks[m.chunk].Clause && c.Subject >= 0 && m.negative(c.Subject) && m.cueIn("said", c.First, c.Last):
			return true
		}
	}
	return false
}

// negative holds for nobody, no one, no minister.
func (m *match) negative(i int) bool {
	c := &m.s.Chunks[i]
	return c.Negative || m.s.Tokens[m.s.Units[c.First].First].Lower == "no"
}
