package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// isRemnant holds for the head of a name of a state, or of the first in a list of them, of which the sentence tells again with another
// date what it told before, the verb left out: "Hungary joined in 1999, Slovakia in 2004 and, since 2009, Albania".
func isRemnant(s *annotate.Sentence, u int) bool {
	if head := &s.Units[u]; len(s.Dates) == 0 || head.Tag != annotate.TagName || !head.Has(annotate.Country) {
		return false
	}
	j := chunkOf(s, u)
	if j < 1 || s.Chunks[j].Head != u || s.Chunks[j].Kind != annotate.NounPhrase {
		return false
	}
	c := &s.Chunks[j]
	if c.List >= 0 && c.List != j || c.Owned && j+1 < len(s.Chunks) && s.Chunks[j+1].Gen == j {
		return false
	}
	if placed(s, c.Appos) {
		return false
	}
	if j > 1 && s.Chunks[j-1].Kind == annotate.Adverb && s.Units[s.Chunks[j-1].First].Word == "then" {
		return opensRemnant(s.Chunks[j-2].Kind) && datedRemnant(s, j, false) // then Laos in 1997
	}
	return opensRemnant(s.Chunks[j-1].Kind) && datedRemnant(s, j, false) || datedInFront(s, j-1) && datedRemnant(s, j, true)
}

// placed holds for a phrase that says where, so that a state beside it only says in which one: "at Cholpon-Ata, Kyrgyz Republic, in 2018".
func placed(s *annotate.Sentence, i int) bool {
	if i < 0 || s.Chunks[i].Case < 0 {
		return false
	}
	head := &s.Units[s.Chunks[i].Head]
	w := s.Units[s.Chunks[s.Chunks[i].Case].First].Word
	return (w == "in" || w == "at") && (head.Has(annotate.Place) || head.Tag == annotate.TagName && head.Meanings == nil)
}

func opensRemnant(k annotate.ChunkKind) bool {
	return k == annotate.Comma || k == annotate.Coordinator || k == annotate.Semicolon
}

// datedInFront holds where a date behind a coordinator ends at chunk i: "and, since 2024, Bolivia", "and in 2009 Albania".
func datedInFront(s *annotate.Sentence, i int) bool {
	if s.Chunks[i].Kind == annotate.Comma {
		i--
	}
	if i < 1 || s.Chunks[i].Kind != annotate.When {
		return false
	}
	for i--; i > 0 && (s.Chunks[i].Kind == annotate.Preposition || s.Chunks[i].Kind == annotate.Comma); i-- {
	}
	return s.Chunks[i].Kind == annotate.Coordinator || s.Chunks[i].Kind == annotate.Semicolon
}

// datedRemnant holds where a date follows the states at chunk j, or has been stepped over before them, and no verb of theirs comes.
func datedRemnant(s *annotate.Sentence, j int, dated bool) bool {
	k := listEnd(s, j)
	for n := 0; k < len(s.Chunks) && n < 6; n++ {
		switch c := &s.Chunks[k]; c.Kind {
		case annotate.When:
			dated = true
		case annotate.Preposition, annotate.Adverb:
		case annotate.Comma:
			if dated || k+1 >= len(s.Chunks) || s.Chunks[k+1].Kind != annotate.Preposition && s.Chunks[k+1].Kind != annotate.When && s.Chunks[k-1].Kind != annotate.NounPhrase {
				return dated // but "Ecuador, for the second time, a year later"
			}
		case annotate.NounPhrase:
			if !numbersOnly(s, c) {
				return dated && s.Chunks[k-1].Kind == annotate.Preposition // in 2022 after the coup
			}
		case annotate.VerbGroup, annotate.Open, annotate.Relative:
			return false
		default:
			return dated
		}
		k++
	}
	return dated
}

// numbersOnly holds for a phrase such as "the 32nd", "a year", that says no more than which one or how much.
func numbersOnly(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Quantity >= 0 {
			return true
		}
	}
	return false
}

// listEnd is the chunk behind the last member of the list that starts at chunk j.
func listEnd(s *annotate.Sentence, j int) int {
	end := j + 1
	for k := j + 1; k < len(s.Chunks); k++ {
		switch c := &s.Chunks[k]; {
		case c.List == j:
			end = k + 1
		case c.Kind != annotate.Coordinator && c.Kind != annotate.Comma:
			return end
		}
	}
	return end
}

// gapped is what the sentence told last, for a remnant: no finite verb may stand between the two but one that only goes on.
func (m *match) gapped(role *Role) (value, bool) {
	t, ok := m.last(0)
	if set := m.r.Set(m.s, m.chunk); !ok || set.Has(t.states["country"]) {
		return value{}, false
	}
	from := chunkOf(m.s, t.unit)
	own := m.verb(from)
	for k := from + 1; k < m.chunk; k++ {
		if c := &m.s.Chunks[k]; k != own && c.Kind == annotate.VerbGroup && c.Finite && !m.cueIn("follow", c.First, c.Last) {
			return value{}, false
		}
	}
	return m.again(role)
}

// butNotOf are the phrases that an exception with a preposition of its own sets against what the anchor is of:
// "a member of ECOWAS but not of UEMOA".
func (m *match) butNotOf(i int) []int {
	s := m.s
	for j := i + 1; j+2 < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case annotate.Excepting:
			if s.Units[s.Chunks[j].Last].Word == "not" && s.Chunks[j+1].Kind == annotate.Preposition && s.Chunks[j+2].Kind == annotate.NounPhrase {
				return []int{j + 2}
			}
			return nil
		case annotate.VerbGroup, annotate.Semicolon, annotate.Relative:
			return nil
		}
	}
	return nil
}

// standing is the subject of whose status the phrase at i tells: "has the status of a dialogue partner", "in the role of an observer"; or -1.
func (m *match) standing(i int) int {
	s := m.s
	p := s.Chunks[i].Case
	if p < 1 || s.Units[s.Chunks[p].First].Word != "of" || s.Chunks[p-1].Kind != annotate.NounPhrase || s.Units[s.Chunks[p-1].Head].Cue("standing_noun") == nil {
		return -1
	}
	if v := m.verb(p - 1); v >= 0 {
		return s.Chunks[v].Subject
	}
	return -1
}

// along is the list that a coordinator such as "along with" adds behind what the phrase at i is of: "a member of X along with A and B"; or -1.
func (m *match) along(i int) int {
	s := m.s
	for j := i + 1; j+1 < len(s.Chunks) && j <= i+6; j++ {
		switch s.Chunks[j].Kind {
		case annotate.VerbGroup, annotate.Semicolon, annotate.Relative:
			return -1
		case annotate.Coordinator:
			if adding[s.Phrase(s.Chunks[j].First, s.Chunks[j].Last)] && s.Chunks[j+1].Kind == annotate.NounPhrase && !m.nounBefore(&s.Chunks[j+1]) {
				return m.listHead(j + 1)
			}
		}
	}
	return -1
}

// objects are the organisations that are the verb's object, with those of which it is told again with another date:
// "joined the United Nations in 1993 and the Council of Europe in October 2004".
func (m *match) objects() (value, bool) {
	s := m.s
	o := s.Chunks[m.chunk].Object
	if o < 0 {
		return value{}, false
	}
	v, ok := m.organizations(o, "")
	if v.chunk = o; !ok {
		return value{}, false
	}
	for j := o + 1; j < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if k := s.Chunks[j-1].Kind; c.Case >= 0 || c.List == s.Chunks[o].List || k != annotate.Coordinator && k != annotate.Comma || c.Owned || c.Appos >= 0 {
				continue
			}
			if j+1 < len(s.Chunks) && s.Chunks[j+1].Kind == annotate.VerbGroup {
				return v, true
			}
			if more, ok := m.organizations(j, ""); ok {
				v.codes = append(v.codes, more.codes...)
			}
		case annotate.VerbGroup, annotate.Relative, annotate.Subordinator, annotate.Semicolon, annotate.Colon:
			return v, true
		}
	}
	return v, true
}

// creating is what the verb's object is to create: "signed a treaty creating the EAEU", "signed an agreement on the creation of the EAEU"; or -1.
func (m *match) creating(i int) int {
	s := m.s
	for j := i + 1; j < len(s.Chunks) && j <= i+8; j++ {
		switch c := &s.Chunks[j]; {
		case c.Kind == annotate.VerbGroup && (!c.Finite || m.inRelative(j)) && m.cueIn("found", c.Head, c.Head):
			return c.Object
		case c.Kind == annotate.VerbGroup, c.Kind == annotate.Semicolon, c.Kind == annotate.Relative && j > i+1:
			return -1
		case c.Kind == annotate.NounPhrase && s.Units[c.Head].Cue("foundation") != nil:
			for _, of := range m.after(j, "of") {
				return of
			}
		}
	}
	return -1
}

// inRelative holds for a verb right behind its relative pronoun: "the treaty that created it".
func (m *match) inRelative(v int) bool {
	if v < 2 {
		return false
	}
	p := &m.s.Chunks[v-1]
	return p.Kind == annotate.Relative || p.Kind == annotate.Subordinator && m.s.Units[p.First].Word == "that" && m.s.Chunks[v-2].Kind == annotate.NounPhrase
}

// founded is what the sentence tells of as founded: the subject of a passive of founding, the object of its active; or -1.
func (m *match) founded() int {
	for v := range m.s.Chunks {
		c := &m.s.Chunks[v]
		if c.Kind != annotate.VerbGroup || !m.cueIn("found", c.Head, c.Head) {
			continue
		}
		if c.Passive {
			return c.Subject
		}
		return c.Object
	}
	return -1
}

// alike is the status that a statement without its verb repeats: "Norway joined and so did Denmark", "Norway did not join, Denmark did".
func (m *match) alike(role *Role) (value, bool) {
	v, ok := m.again(role)
	if ok && v.codes[0] == "non_member" {
		v.codes = []string{"member"}
	}
	return v, ok
}

// chosen is the superlative that is taken from the phrase at i, "the smallest" of "the smallest of its members", or -1.
func (m *match) chosen(i int) int {
	p := m.s.Chunks[i].Case
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "of" || m.s.Chunks[p-1].Kind != annotate.NounPhrase {
		return -1
	}
	c := &m.s.Chunks[p-1]
	if strings.HasSuffix(m.s.Units[c.Head].Word, "est") || m.s.Units[c.Head].Cue("latest") != nil || m.s.Units[c.Head].Word == "one" || m.ordinal(c) {
		return p - 1
	}
	return -1
}

// namesBehind are the names that stand behind the phrase at i and a comma, and start no clause: "two observers, A and B, and …".
func (m *match) namesBehind(i int) []int {
	s := m.s
	j := i + 2
	if m.amongOthers(i) || j >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Comma || s.Chunks[j].Kind != annotate.NounPhrase || s.Chunks[j].List == i || s.Chunks[j].Case > i {
		return nil
	}
	if end := listEnd(s, j); end < len(s.Chunks) && s.Chunks[end].Kind == annotate.VerbGroup {
		return nil
	}
	return []int{j}
}
