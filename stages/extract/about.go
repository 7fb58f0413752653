package extract

import "ties.dev/ties/stages/annotate"

// measuredBack is how many sentences back the text may have said what is measured.
const measuredBack = 10

// before looks for the class in the sentences before and the headings above; the nearest sentence with a rival ends the search,
// in a text that is about the class only where the rival is what the sentence just before speaks of.
func (m *match) before(class, rival, weak string, about bool) bool {
	if h := m.headingAbove(); h != nil && h.Index == m.s.Index-1 && !saysSomething(m.s) && !about && m.stateBefore() < 0 {
		return false
	}
	for back := 1; back <= measuredBack && m.s.Index-back >= 0; back++ {
		t := m.r.Doc.Sentence(m.s.Index - back)
		if m.speaks(t, class, weak) {
			return true
		}
		switch {
		case about && back == 1 && t.Paragraph == m.s.Paragraph && speaksOf(t, rival):
			return false
		case !about && sentenceHas(t, rival) && (back > 1 || m.s.Paragraph == t.Paragraph):
			return m.inHeading(class, 2)
		}
	}
	return about || m.inHeading(class, 2)
}

// speaksOf holds where the subject of the first verb of the sentence is a word of the class.
func speaksOf(t *annotate.Sentence, class string) bool {
	for v := range t.Chunks {
		c := &t.Chunks[v]
		if c.Kind == annotate.VerbGroup && c.Finite && c.Subject >= 0 {
			return cueAt(t, t.Chunks[c.Subject].Head, class)
		}
	}
	return false
}

// about holds for a text in whose title or first sentences a word of the class stands, and for a section under a heading with one.
func (m *match) about(class, weak string) bool {
	if h := m.headingAbove(); h != nil {
		if sentenceHas(h, class) {
			return true
		}
		if h.Index == m.s.Index-1 && !saysSomething(m.s) {
			return false // a telegraphic line is of its own heading
		}
	}
	known, ok := m.memory.about[class]
	if !ok {
		known = m.speaksMostly(class, weak)
		m.memory.about[class] = known
	}
	return known
}

// speaksMostly holds where one of the first sentences has a word of the class, or one sentence in twelve, and two at the least.
func (m *match) speaksMostly(class, weak string) bool {
	n := 0
	wanted := m.r.Doc.Lexicon.ClassMask(class, "sends")
	for i := range m.r.Doc.Len() {
		if mask := m.r.Doc.SentenceMask(i); !mask.Meets(&wanted) {
			continue // not analysed
		}
		if !m.speaks(m.r.Doc.Sentence(i), class, weak) {
			continue
		}
		if n++; i < leadSentences {
			return true
		}
	}
	return n >= 2 && n*12 >= m.r.Doc.Len()
}

// speaks holds for a sentence with a word of the class, or with a verb of the weaker one whose subject is people: "emigrants sent".
func (m *match) speaks(t *annotate.Sentence, class, weak string) bool {
	if sentenceHas(t, class) {
		return true
	}
	for u := range t.Units {
		if weak != "" && m.peopleSend(t, u) {
			return true
		}
	}
	return false
}

// peopleSend holds for a verb of sending whose subject is migrants or nationals.
func (m *match) peopleSend(t *annotate.Sentence, u int) bool {
	if t.Units[u].Cue("sends") == nil {
		return false
	}
	i := chunkOf(t, u)
	if i < 0 || t.Chunks[i].Subject < 0 {
		return false
	}
	c := &t.Chunks[t.Chunks[i].Subject]
	return t.Units[c.Head].Cue("migrant") != nil || isNational(t, c)
}

// headingAbove is the nearest heading above the sentence, or nil.
func (m *match) headingAbove() *annotate.Sentence {
	for i := m.s.Index - 1; i >= 0 && i > m.s.Index-sectionSentences; i-- {
		if t := m.r.Doc.Sentence(i); t.Heading && !t.Row {
			return t
		}
	}
	return nil
}

// sectionSentences is how long a section may be.
const sectionSentences = 30

// leadSentences is how many sentences at its start tell what a text is about.
const leadSentences = 3

// inAside holds for a word in a relative clause that a comma closes before the anchor.
func (m *match) inAside(u int) bool {
	relative, closed := false, false
	if chunkOf(m.s, u) < 0 {
		return false
	}
	for j := chunkOf(m.s, u); j >= 0 && !relative; j-- {
		switch m.s.Chunks[j].Kind {
		case annotate.Relative:
			relative = true
		case annotate.NounPhrase:
			relative = m.s.Units[m.s.Chunks[j].First].Word == "whose"
		case annotate.Comma, annotate.Semicolon, annotate.Colon:
			return false
		}
	}
	for j := chunkOf(m.s, u); j < m.chunk && !closed; j++ {
		closed = m.s.Chunks[j].Kind == annotate.Comma
	}
	return relative && closed
}
