package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// bodyIn is the unit that names an organisation before the head of the phrase, "no G7 leader", or -1.
func bodyIn(s *annotate.Sentence, i int) int {
	for u := s.Chunks[i].First; u < s.Chunks[i].Head; u++ {
		if s.Units[u].Has(annotate.Organization) {
			return u
		}
	}
	return -1
}

// membersIfFew are the members of an organisation that has few.
func (r *Reader) membersIfFew(organization string) (set Set) {
	if len(r.members(organization)) > few {
		return set
	}
	for _, code := range r.members(organization) {
		set.add(State{Code: code})
	}
	set.Whole, set.People = len(set.States) > 0, len(set.States) > 0
	return set
}

// body are the members of the organisation that the phrase names, where they are few: "the leaders of the G7".
func (r *Reader) body(s *annotate.Sentence, i int) (set Set) {
	m := s.Units[s.Chunks[i].Head].Meaning(annotate.Organization)
	if m == nil || len(r.members(m.Code)) > few {
		return set
	}
	for _, code := range r.members(m.Code) {
		set.add(State{Code: code})
	}
	set.Whole = true
	return set
}

// few is up to how many members an organisation has where "its leaders" are each of them; of a larger one some may be meant.
const few = 12

// wholeBody holds for "the G7 leaders", without a number.
func (r *Reader) wholeBody(s *annotate.Sentence, c *annotate.Chunk) bool {
	m := s.Units[c.Head].Meaning(annotate.Office)
	if c.Det != "the" || m == nil || !m.Plural {
		return false
	}
	for u := c.First; u < c.Head; u++ {
		if o := s.Units[u].Meaning(annotate.Organization); o != nil {
			return len(r.members(o.Code)) <= few
		}
		if s.Units[u].Quantity >= 0 {
			return false
		}
	}
	return false
}

func (r *Reader) members(org string) []string {
	if o := r.gazetteer.Organization(org); o != nil {
		return o.Members
	}
	return nil
}

// allOf holds where the phrase says that it means every one: "all five", "both", or a count.
func allOf(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		switch s.Units[u].Word {
		case "all", "both", "every", "each":
			return true
		}
	}
	return false
}

func (r *Reader) addGroup(set *Set, s *annotate.Sentence, i int, code string) {
	g := r.gazetteer.Group(code)
	if g == nil {
		return
	}
	for _, member := range g.Members {
		set.add(State{Code: member})
	}
	set.Whole = true
	if g.Loose && !allOf(s, &s.Chunks[i]) && r.number(s, i) != len(g.Members) {
		set.Loose = true
	}
}
