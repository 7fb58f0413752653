package resolve

import (
	"fmt"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// person resolves the person's name at unit u of the phrase: by the state named beside it, then by who was in office
// at the day of the document.
func (r *Reader) person(s *annotate.Sentence, c *annotate.Chunk, u int) (State, bool) {
	state := r.beside(s, c, u)
	best, found := -1, 0
	codes := map[string]bool{}
	for i := range s.Units[u].Meanings {
		m := &s.Units[u].Meanings[i]
		if m.Kind != annotate.Person || state != "" && m.Code != state {
			continue
		}
		codes[m.Code] = true
		if score := r.likely(m.Leader, m.Short); best < 0 || score > found {
			best, found = m.Leader, score
		}
	}
	if best < 0 {
		return State{}, false
	}
	short := s.Units[u].Meaning(annotate.Person).Short
	if short && (r.namesake(s, c, u, best) || !r.supported(s, c, u, best, codes)) {
		return State{}, false
	}
	l := &r.gazetteer.Leaders[best]
	office, said := r.officeBeside(s, c, u, best)
	return State{Code: l.Code, Leader: l.Name, Office: office, Former: former(s, c), Assumed: !said}, true
}

// day is the day by which offices are looked up: that of the document, as an ISO date.
func (r *Reader) day() string {
	a := r.Anchor
	switch {
	case a.Year == 0:
		return ""
	case a.Month == 0:
		return fmt.Sprintf("%04d", a.Year)
	}
	return fmt.Sprintf("%04d-%02d-%02d", a.Year, a.Month, max(a.Day, 1))
}

// likely ranks the leaders that a name can mean: in office at the day, named in full in this document, the later in office.
func (r *Reader) likely(leader int, short bool) int {
	l := &r.gazetteer.Leaders[leader]
	score := 0
	if day := r.day(); day != "" && l.InOffice(day) {
		score += 1000
	}
	if r.persons[leader] {
		score += 3000
	}
	if len(l.Start) >= 4 {
		var year int
		fmt.Sscanf(l.Start[:4], "%d", &year)
		if r.Anchor.Year == 0 || year <= r.Anchor.Year {
			score += year - 1900
		}
	}
	switch {
	case strings.Contains(l.Office, "foreign") || strings.Contains(l.Office, "vice"):
		score -= 200
	case l.Common:
		score -= 50 // Obama of the United States
	case l.Office == "president":
		score += 100 // of two of one name the president is meant
	}
	return score
}

// supported reports whether a family name alone can be taken for the leader: the document has the full name or an office or
// state stands beside it, or one state only has a well-known leader of that name.
func (r *Reader) supported(s *annotate.Sentence, c *annotate.Chunk, u, best int, codes map[string]bool) bool {
	for i := range s.Units[u].Meanings {
		if m := &s.Units[u].Meanings[i]; m.Kind == annotate.Person && r.persons[m.Leader] {
			return true
		}
	}
	if r.beside(s, c, u) != "" {
		return true
	}
	for v := c.First; v <= c.Last; v++ {
		if s.Units[v].Has(annotate.Office) {
			return len(codes) == 1
		}
	}
	if r.givenName(s, c, u, best) {
		return true
	}
	if u > c.First && s.Units[u-1].Tag == annotate.TagName || u < c.Last && s.Units[u+1].Tag == annotate.TagName {
		return false // part of another name
	}
	return !r.gazetteer.Leaders[best].Common && r.wellKnown(s, u) == 1
}

// wellKnown is of how many states a leader bears the name at unit u who is not marked as one of many of that name.
func (r *Reader) wellKnown(s *annotate.Sentence, u int) int {
	codes := map[string]bool{}
	for i := range s.Units[u].Meanings {
		if m := &s.Units[u].Meanings[i]; m.Kind == annotate.Person && !r.gazetteer.Leaders[m.Leader].Common {
			codes[m.Code] = true
		}
	}
	return len(codes)
}

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

// otherOffice holds where the office beside the name is not the leader's, or was not at the day of the document.
func (r *Reader) otherOffice(s *annotate.Sentence, c *annotate.Chunk, u, leader int) bool {
	l := &r.gazetteer.Leaders[leader]
	office, said := r.officeBeside(s, c, u, leader)
	return said && office != l.Office || r.day() != "" && !l.InOffice(r.day())
}

// plainName holds for a name that means nothing else, and is no title: "Mr. Macron".
func plainName(s *annotate.Sentence, u int) bool {
	return s.Units[u].Tag == annotate.TagName && s.Units[u].Meanings == nil && !strings.HasSuffix(s.Units[u].Word, ".") && !titles[s.Units[u].Word]
}

// titles are those before a family name that are no office.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "lt": true, "col": true, "sir": true, "comrade": true, "prof": true, "mme": true, "sheikh": true, "marshal": true, "señor": true, "don": true, "hon": true}

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

// beside is the state named in the phrase or as its possessor: "Kyrgyz President X", "Kazakhstan's X".
func (r *Reader) beside(s *annotate.Sentence, c *annotate.Chunk, u int) string {
	for v := c.First; v <= c.Last; v++ {
		if v != u && s.Units[v].Has(annotate.Country) && !s.Units[v].Has(annotate.Person) {
			if code, ok := r.country(s, v); ok {
				return code
			}
		}
	}
	if c.Gen >= 0 {
		g := &s.Chunks[c.Gen]
		if s.Units[g.Head].Has(annotate.Country) && !s.Units[g.Head].Has(annotate.Person) {
			if code, ok := r.country(s, g.Head); ok {
				return code
			}
		}
	}
	return r.behindName(s, c, u)
}

// behindName is the state of "King Abdullah of Saudi Arabia", where an of-phrase with nothing but its name follows the person.
func (r *Reader) behindName(s *annotate.Sentence, c *annotate.Chunk, u int) string {
	if u != c.Last || s.Units[u].Chunk < 0 {
		return ""
	}
	of := ofPhrase(s, s.Units[u].Chunk)
	if of < 0 || s.Chunks[of].First != s.Chunks[of].Last {
		return ""
	}
	if x := &s.Units[s.Chunks[of].Head]; !x.Has(annotate.Country) || x.Tag != annotate.TagName {
		return ""
	}
	code, _ := r.country(s, s.Chunks[of].Head)
	return code
}

// officeBeside is the office that the text gives the person, else the one that the person held at the day.
func (r *Reader) officeBeside(s *annotate.Sentence, c *annotate.Chunk, u, leader int) (office string, said bool) {
	for v := c.First; v <= c.Last; v++ {
		if m := s.Units[v].Meaning(annotate.Office); m != nil && m.Code != "" {
			return m.Code, true
		}
	}
	return r.gazetteer.Leaders[leader].Office, false
}

// personLikely tells Jordan the person from Jordan the state: an office or a first name stands before it.
func (r *Reader) personLikely(s *annotate.Sentence, u int) bool {
	return u > 0 && (s.Units[u-1].Has(annotate.Office) || s.Units[u-1].Tag == annotate.TagName && s.Units[u-1].Meanings == nil)
}

// partsOfStates are the closed class of words before a state's name with which it means a part of it, or another one of old.
var partsOfStates = map[string]bool{"northern": true, "southern": true, "eastern": true, "western": true, "north": true, "south": true, "east": true, "west": true,
	"northeastern": true, "southeastern": true, "northwestern": true, "southwestern": true, "upper": true, "lower": true, "kurdish": true, "soviet": true, "occupied": true}

// country is the state that the term at unit u stands for, unless it can be told that it means something else
// or two states share it.
func (r *Reader) country(s *annotate.Sentence, u int) (string, bool) {
	unit := &s.Units[u]
	code := ""
	if u > 0 && partsOfStates[s.Units[u-1].Word] && unit.Meaning(annotate.Country).Form == annotate.Name {
		return "", false // Northern Ireland, eastern Ukraine, South Vietnam
	}
	if unit.First < unit.Last && unit.Word == "republic" && u+1 < len(s.Units) && s.Units[u+1].Word == "of" {
		return "", false // the Federal People's Republic of Yugoslavia
	}
	for i := range unit.Meanings {
		m := &unit.Meanings[i]
		if m.Kind != annotate.Country || m.Code == code {
			continue
		}
		if code != "" {
			if code = r.namedOf(code, m.Code); code == "" {
				return "", false // Congolese, Guinean: which of the two is not said
			}
			continue
		}
		if m.Ambiguous && r.meansOther(s, unit.Word) {
			return "", false
		}
		code = m.Code
	}
	return code, code != ""
}

// namedOf is the one of two states that share a word which the text names by a name of its own, "" where it names both or neither.
func (r *Reader) namedOf(a, b string) string {
	if r.ownNames == nil {
		r.ownNames = map[string]bool{}
		for _, h := range r.Doc.Hits {
			if code := soleCountry(r.Doc.Meanings(h)); code != "" {
				r.ownNames[code] = true
			}
		}
	}
	switch {
	case r.ownNames[a] && !r.ownNames[b]:
		return a
	case r.ownNames[b] && !r.ownNames[a]:
		return b
	}
	return ""
}

// soleCountry is the one state that the meanings of a term name, "" for none or several.
func soleCountry(meanings []annotate.Meaning) string {
	code := ""
	for i := range meanings {
		m := &meanings[i]
		if m.Kind != annotate.Country || m.Code == code {
			continue
		}
		if code != "" {
			return ""
		}
		code = m.Code
	}
	return code
}

// meansOther holds where the sentence has the name for something else once: "Georgia's governor said that Georgia would".
func (r *Reader) meansOther(s *annotate.Sentence, word string) bool {
	for u := range s.Units {
		if s.Units[u].Word == word && s.Units[u].Has(annotate.Country) && r.otherMeaning(s, u) {
			return true
		}
	}
	return false
}

// otherMeaning tells an ambiguous name from the state: a first or family name beside it, or a word that goes with the other thing.
func (r *Reader) otherMeaning(s *annotate.Sentence, u int) bool {
	if u > 0 {
		prev := &s.Units[u-1]
		if prev.Tag == annotate.TagName && prev.Meanings == nil && !prev.Has(annotate.Office) {
			return true // Michael Jordan
		}
	}
	if u+1 < len(s.Units) {
		next := &s.Units[u+1]
		if next.Tag == annotate.TagName && next.Meanings == nil && s.Tokens[next.First].Space && s.Units[u].Meaning(annotate.Country).Form == annotate.Name {
			return true // Chad Smith, Georgia Tech
		}
		if next.Cue("not_a_state") != nil || r.besideOther(s, u) {
			return true // Georgia governor, Turkey sandwich; Georgia's governor; Georgia, the US state
		}
	}
	return false
}

// besideOther holds where a possessive or a comma alone stands between the name and a word that goes with another thing of the name.
func (r *Reader) besideOther(s *annotate.Sentence, u int) bool {
	for v := u + 1; v < len(s.Units) && v <= u+3; v++ {
		switch unit := &s.Units[v]; {
		case unit.Cue("not_a_state") != nil:
			return true
		case unit.Tag != annotate.TagGen && unit.Tag != annotate.TagComma && unit.Tag != annotate.TagDet:
			return false
		}
	}
	return false
}
