package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// Envoys are the states whose envoys the phrase at chunk i and the members of its list name by persons that no gazetteer knows:
// "Bosnia's Milorad Dodik", "Vahagn Khachaturyan of Armenia".
func (r *Reader) Envoys(s *annotate.Sentence, i int) Set {
	var set Set
	for j := i; j < len(s.Chunks); j++ {
		if c := &s.Chunks[j]; c.Kind != annotate.NounPhrase || j != i && c.List != i {
			continue
		}
		if x, ok := r.envoy(s, j); ok {
			set.add(x)
			set.People = true
		}
	}
	return set
}

func (r *Reader) envoy(s *annotate.Sentence, i int) (State, bool) {
	name := properName(s, &s.Chunks[i])
	if name == "" {
		return State{}, false
	}
	at := s.Chunks[i].Gen
	if at < 0 {
		at = ofPhrase(s, i)
	}
	if at < 0 {
		at = inBracket(s, i)
	}
	if at < 0 || s.Chunks[at].List >= 0 && s.Chunks[at].List != at && s.Chunks[i].Gen < 0 {
		return State{}, false
	}
	u := s.Chunks[at].Head
	if !s.Units[u].Has(annotate.Country) || s.Units[u].Tag != annotate.TagName {
		return State{}, false
	}
	code, ok := r.country(s, u)
	return State{Code: code, Leader: name}, ok
}

// inBracket is the phrase that alone fills the bracket right behind chunk i, or -1: "Adama Barrow (Gambia)".
func inBracket(s *annotate.Sentence, i int) int {
	if i+3 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Open || s.Chunks[i+2].Kind != annotate.NounPhrase || s.Chunks[i+3].Kind != annotate.Close {
		return -1
	}
	return i + 2
}

// properName is the text of a phrase that is nothing but two to four capitalised words unknown to the lexicon, or "".
func properName(s *annotate.Sentence, c *annotate.Chunk) string {
	var words []string
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Tag != annotate.TagName || s.Units[u].Meanings != nil {
			return ""
		}
		for t := s.Units[u].First; t <= s.Units[u].Last; t++ {
			words = append(words, s.Tokens[t].Text)
		}
	}
	if len(words) < 2 || len(words) > 4 {
		return ""
	}
	return strings.Join(words, " ")
}
