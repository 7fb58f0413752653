package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// complete holds for a verb with nothing behind it that says what else is attended, joined or gone to: what follows in its clause tells
// when, how, for how long or with whom, or where in the hall ("took part as usual", "attended for a day", "was there in person").
func complete(s *annotate.Sentence, v int) bool {
	for j := v + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Adverb, annotate.When:
		case annotate.NounPhrase:
			if c.Case < 0 && !atTime(s, c) && !manner(s, j) {
				return false
			}
		case annotate.Preposition:
			if leads(s, c) && !(j+1 < len(s.Chunks) && (aside(s, &s.Chunks[j+1]) || s.Units[c.Last].Word != "in" && bareManner(s, j+1))) {
				return false
			}
		case annotate.VerbGroup:
			return c.Gerund || c.Reduced
		default:
			return true
		}
	}
	return true
}

// leads holds for the prepositions that lead to what the verb is about.
func leads(s *annotate.Sentence, c *annotate.Chunk) bool {
	switch s.Phrase(c.First, c.Last) {
	case "in", "at", "to", "of", "on", "into", "from", "against":
		return true
	}
	return false
}

// aside holds for what such a preposition may lead to without naming another occasion: a place in the hall, a day, "person".
func aside(s *annotate.Sentence, c *annotate.Chunk) bool {
	return c.Kind == annotate.When || s.Units[c.Head].Cue("venue") != nil || atTime(s, c)
}

// thither holds for "there" and "here" behind a verb.
func thither(s *annotate.Sentence, i int) bool {
	word := s.Units[s.Chunks[i].Head].Word
	return s.Chunks[i].First == s.Chunks[i].Last && (word == "there" || word == "here")
}

// manner holds for an adjective or an ordinal alone: "arrived late", "spoke first".
func manner(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	u := &s.Units[c.Head]
	return c.First == c.Last && (u.Tag == annotate.TagAdj && !u.Has(annotate.Country) || u.Quantity >= 0 && s.Quantities[u.Quantity].Unit == quantity.Ordinal)
}

// counted holds for a phrase that says how far and not what: "one row", "a few seats", "an hour".
func counted(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	tag := s.Units[c.First].Tag
	return (tag == annotate.TagNum || tag == annotate.TagDet && c.Det != "the") && !c.Negative && head.Cue("stretch") != nil
}

func atTime(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Date >= 0 {
			return true
		}
	}
	word := s.Units[c.Head].Word
	return c.First == c.Last && (word == "himself" || word == "themselves" || word == "herself" || word == "there" || word == "too")
}
