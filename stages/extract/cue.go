package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// cueAt is the test for a class at a unit; the built-in classes are percent, money and those of the gazetteer.
func cueAt(s *annotate.Sentence, u int, class string) bool {
	switch class {
	case "states":
		return s.Units[u].Has(annotate.Country) || s.Units[u].Has(annotate.Group)
	case "verbless":
		return !slices.ContainsFunc(s.Chunks, func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
	case "group":
		return s.Units[u].Has(annotate.Group) || s.Units[u].Has(annotate.Organization)
	case "located":
		return s.Units[u].Has(annotate.Place) || s.Units[u].Has(annotate.Country)
	case "negation":
		return s.Units[u].Tag == annotate.TagNeg
	case "noun":
		return s.Units[u].Tag == annotate.TagNoun || s.Units[u].Tag == annotate.TagAdj
	case "ordinal":
		q := s.Units[u].Quantity
		return q >= 0 && s.Quantities[q].Unit == quantity.Ordinal
	case "phrase":
		return true // whatever stands there
	case "final":
		i := chunkOf(s, u)
		return i >= 0 && cutOff(s, i+1) && !(s.Chunks[i].Infinite && i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Coordinator && s.Chunks[i+2].Kind == annotate.VerbGroup)
	case "stranded": // came in in 2004, has been in since: a preposition with no phrase of its own
		return stranded(s, chunkOf(s, u)+1)
	case "undone":
		return undone(s, u)
	case "complete":
		i := chunkOf(s, u)
		return i >= 0 && s.Chunks[i].Kind == annotate.VerbGroup && complete(s, i)
	case "verb":
		return s.Units[u].Tag == annotate.TagVerb || s.Units[u].Tag == annotate.TagBe
	}
	return isAnchor(s, u, class)
}

func (m *match) cueIn(class string, first, last int) bool {
	for u := first; u <= last; u++ {
		if cueAt(m.s, u, class) {
			return true
		}
	}
	return false
}

// chunkHas looks through the chunk and the members of its list.
func (m *match) chunkHas(i int, class string) bool {
	if m.cueIn(class, m.s.Chunks[i].First, m.s.Chunks[i].Last) {
		return true
	}
	for j := i + 1; j < len(m.s.Chunks); j++ {
		if m.s.Chunks[j].List == i && m.s.Chunks[i].List == i && m.cueIn(class, m.s.Chunks[j].First, m.s.Chunks[j].Last) {
			return true
		}
	}
	return false
}

func (m *match) anyChunk(class string, accept func(int) bool) bool {
	for i := range m.s.Chunks {
		if accept(i) && m.cueIn(class, m.s.Chunks[i].First, m.s.Chunks[i].Last) {
			return true
		}
	}
	return false
}

// inContext looks in the sentence and the two before it in the same paragraph, or the last of the paragraph before.
func (m *match) inContext(class string) bool {
	for back := 0; back <= 2 && m.s.Index-back >= 0; back++ {
		t := m.r.Doc.Sentence(m.s.Index - back)
		if m.s.Paragraph-t.Paragraph > 1 {
			return false
		}
		if sentenceHas(t, class) {
			return true
		}
	}
	return false
}

func sentenceHas(s *annotate.Sentence, class string) bool {
	for u := range s.Units {
		if cueAt(s, u, class) {
			return true
		}
	}
	return false
}

func (m *match) inDocument(class string) bool {
	mask := m.r.Doc.Lexicon.ClassMask(class)
	return m.r.Doc.Mask().Meets(&mask)
}

// headingReach is how many sentences back a heading may lie: the nearest alone stands over a few, any over a section.
func headingReach(nearest int) int {
	if nearest == 1 {
		return 6
	}
	return 30
}

// inHeading looks in the nearest headings above the sentence.
func (m *match) inHeading(class string, nearest int) bool {
	seen := 0
	for i := m.s.Index - 1; i >= 0 && i > m.s.Index-headingReach(nearest) && seen < nearest; i-- {
		if !m.r.Doc.IsHeading(i) {
			continue
		}
		if t := m.r.Doc.Sentence(i); !givesFigure(t) {
			seen++
			if sentenceHas(t, class) {
				return true
			}
		}
	}
	return false
}
