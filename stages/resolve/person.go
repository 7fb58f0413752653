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
