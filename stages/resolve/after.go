package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// exampled holds for a preposition that brings in examples.
func exampled(s *annotate.Sentence, p int) bool {
	word := s.Phrase(s.Chunks[p].First, s.Chunks[p].Last)
	return word == "including" || word == "such as"
}

// ofPhrase is the noun phrase of "of" right after chunk i, or -1.
func ofPhrase(s *annotate.Sentence, i int) int { return phraseAfter(s, i, "of") }

// phraseAfter is the noun phrase after one of the prepositions right behind chunk i, or -1.
func phraseAfter(s *annotate.Sentence, i int, words ...string) int {
	j := i + 1
	if j < len(s.Chunks) && (s.Chunks[j].Kind == annotate.Comma || s.Chunks[j].Kind == annotate.Dash) && words[0] != "of" {
		j++
	}
	if j+1 >= len(s.Chunks) || s.Chunks[j].Kind != annotate.Preposition || s.Chunks[j+1].Kind != annotate.NounPhrase {
		return -1
	}
	word := s.Phrase(s.Chunks[j].First, s.Chunks[j].Last)
	for _, w := range words {
		if w == word {
			return possessed(s, j+1, w)
		}
	}
	return -1
}

// possessed is what the phrase at i possesses, where an example is given by it: "including Vietnam's To Lam".
func possessed(s *annotate.Sentence, i int, prep string) int {
	if prep != "of" && s.Chunks[i].Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i {
		return i + 1
	}
	return i
}

func definite(c *annotate.Chunk) bool {
	switch c.Det {
	case "the", "these", "those", "both", "all", "this", "that", "each":
		return true
	}
	return false
}
