package resolve

import (
	"fmt"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// Held reports whether the leader held an office of the state in the year or the one before or after; one that the
// gazetteer does not know may have.
func (r *Reader) Held(x State, year int) bool {
	if x.Former || x.Leader == "" {
		return true
	}
	known := false
	for i := range r.gazetteer.Leaders {
		l := &r.gazetteer.Leaders[i]
		if l.Code != x.Code || l.Name != x.Leader {
			continue
		}
		known = true
		for y := year - 1; y <= year+1; y++ {
			if l.InOffice(fmt.Sprint(y)) {
				return true
			}
		}
	}
	return !known
}

// OfficeIn is the office that the leader held in the year, where the text gives none: that of the document's day if it was held then too.
func (r *Reader) OfficeIn(x State, year int) string {
	office := x.Office
	if !x.Assumed || x.Former {
		return office
	}
	for i := range r.gazetteer.Leaders {
		l := &r.gazetteer.Leaders[i]
		if l.Code != x.Code || l.Name != x.Leader || !l.InOffice(fmt.Sprint(year)) {
			continue
		}
		if l.Office == x.Office {
			return x.Office
		}
		office = l.Office
	}
	return office
}

// former holds for a phrase with "former", "ex-president" or "late" in it.
func former(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		unit := &s.Units[u]
		if m := unit.Meaning(annotate.Office); m != nil && strings.HasPrefix(m.Code, "former") {
			return true
		}
		switch unit.Word {
		case "former", "ex", "onetime", "one-time", "then", "late":
			return true
		}
	}
	return false
}
