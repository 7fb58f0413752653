package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// namesake holds where the names beside a family name are another one's: "Li Hongzhong" is not Li Qiang, nor "Jorge Macri" Mauricio Macri.
// A given name in another spelling keeps its first letters, and an office that the leader holds says who is meant.
func (r *Reader) namesake(s *annotate.Sentence, c *annotate.Chunk, u, leader int) bool {
	l := &r.gazetteer.Leaders[leader]
	words := strings.Fields(strings.ToLower(l.Name))
	if words[0] == s.Units[u].Word && len(words) > 1 { // the family name comes first
		return u < c.Last && plainName(s, u+1) && !sharesStart(s.Units[u+1].Word, words[1:])
	}
	if r.goesOn(s, c, u, words) {
		return l.Common || r.otherOffice(s, c, u, leader)
	}
	if u == c.First || !plainName(s, u-1) {
		return false
	}
	for v := u - 1; v >= c.First && plainName(s, v); v-- {
		if sharesStart(s.Units[v].Word, words) {
			return false
		}
	}
	_, said := r.officeBeside(s, c, u, leader)
	return !said || r.otherOffice(s, c, u, leader)
}

// goesOn holds where names follow the name at unit u in its phrase that are none of the leader's: "Mohamed" in "Mohamed Ali Nafti".
func (r *Reader) goesOn(s *annotate.Sentence, c *annotate.Chunk, u int, words []string) bool {
	if u >= c.Last || u >= c.Head {
		return false
	}
	next := &s.Units[u+1]
	return (plainName(s, u+1) || next.Has(annotate.Person)) && !sharesStart(next.Word, words)
}

// sharesStart holds where the word starts as one of the names does.
func sharesStart(word string, names []string) bool {
	for _, name := range names {
		if len(word) > 1 && strings.HasPrefix(name, word[:2]) {
			return true
		}
	}
	return false
}

// givenName holds where the leader's given name stands before the family name, with other names between: "Jair Messias Bolsonaro".
func (r *Reader) givenName(s *annotate.Sentence, c *annotate.Chunk, u, leader int) bool {
	given, _, _ := strings.Cut(strings.ToLower(r.gazetteer.Leaders[leader].Name), " ")
	for v := u - 1; v >= c.First && s.Units[v].Tag == annotate.TagName; v-- {
		if s.Units[v].Word == given {
			return true
		}
	}
	return false
}
