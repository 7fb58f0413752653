package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// officeAlone holds for a family name that is the name of an office as well, with no office before it: "the King of Tonga".
func officeAlone(s *annotate.Sentence, c *annotate.Chunk, u int) bool {
	if !s.Units[u].Has(annotate.Office) || !s.Units[u].Meaning(annotate.Person).Short {
		return false
	}
	for v := c.First; v < u; v++ {
		if s.Units[v].Has(annotate.Office) {
			return false
		}
	}
	return true
}

// whoDo holds for several of whom a relative clause right behind says who is meant: "the leaders who attended" are none of those before.
func whoDo(s *annotate.Sentence, i int) bool {
	m := s.Units[s.Chunks[i].Head].Meaning(annotate.Office)
	return m != nil && m.Plural && i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Relative
}

// ofBody holds for a person whose office is that of a body of states: "European Council President Donald Tusk" does not act for Poland.
func ofBody(s *annotate.Sentence, c *annotate.Chunk, u int) bool {
	for v := u - 1; v > c.First; v-- {
		m := s.Units[v].Meaning(annotate.Office)
		if m == nil || m.Code != "president" && m.Code != "vice president" {
			continue
		}
		b := &s.Units[v-1]
		if b.Has(annotate.Country) {
			return false
		}
		return b.Has(annotate.Organization) || b.Cue("body_word") != nil
	}
	return false
}

// office resolves "the presidents of A and B", "the Kyrgyz president", "Armenia's prime minister", "the other leaders".
func (r *Reader) office(s *annotate.Sentence, i int) Set {
	c := &s.Chunks[i]
	office := s.Units[c.Head].Meaning(annotate.Office)
	if set, ok := r.following(s, i); ok {
		set.People = true
		return set
	}
	set := r.modifiers(s, i)
	if set.Empty() && c.Gen >= 0 {
		set = r.Set(s, r.listStart(s, c.Gen))
	}
	if set.Empty() {
		if of := phraseAfter(s, i, "of", "from"); of >= 0 {
			if set = r.Set(s, of); set.Empty() && office.Plural && c.Det == "the" {
				set = r.body(s, of)
			}
			for further := of; set.Empty() && s.Units[s.Chunks[further].Head].Cue("office_word") != nil; {
				if further = ofPhrase(s, further); further < 0 {
					break
				}
				set = r.Set(s, further) // the speaker of the Senate of Kazakhstan
			}
			if set.Empty() && s.Units[s.Chunks[of].Head].Cue("office_word") != nil {
				set = r.modifiers(s, of) // the speaker of the Moroccan House
			}
			if office.Plural {
				r.furtherOf(s, of, &set)
			}
		}
	}
	if (set.Empty() || set.Context) && office.Plural {
		if list := r.enumerated(s, i); !list.Empty() {
			set = list
		}
	}
	if set.Empty() && (c.Owner != "" && s.Units[c.First].Word != "whose" || definite(c) && !whoDo(s, i)) {
		set = r.context(s, i)
	}
	if set.Empty() {
		if in := phraseAfter(s, i, "including", "such as", "like", "namely", "among them"); in >= 0 {
			set = r.Set(s, in)
		}
	}
	if set.Empty() && office.Plural {
		set = r.exemplified(s, i)
	}
	set = r.count(s, i, set)
	for k := range set.States {
		if set.States[k].Office == "" {
			set.States[k].Office = office.Code
		}
		if name := unknownName(s, c); name != "" && len(set.States) == 1 && set.States[k].Leader == "" {
			set.States[k].Leader = name
		}
	}
	set.People = true
	return set
}

// furtherOf adds what further of-phrases behind the one at chunk i say: "the presidents of Belarus and of the Central Asian states".
func (r *Reader) furtherOf(s *annotate.Sentence, i int, set *Set) {
	joined := false
	for j := i + 1; j+1 < len(s.Chunks); j++ {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Comma, annotate.Coordinator:
			joined = true
		case annotate.NounPhrase:
			if s.Chunks[i].List < 0 || c.List != s.Chunks[i].List {
				return
			}
			joined = false
		case annotate.Preposition:
			if !joined || s.Units[c.First].Word != "of" || s.Chunks[j+1].Kind != annotate.NounPhrase {
				return
			}
			for _, x := range r.Set(s, j+1).States {
				set.add(x)
			}
			j++
			i, joined = j, false
		default:
			return
		}
	}
}

// unknownName is the proper name that follows an office in its phrase or beside it: "Dominican President Luis Abinader".
func unknownName(s *annotate.Sentence, c *annotate.Chunk) string {
	var words []string
	for u := c.Head + 1; u <= c.Last; u++ {
		if s.Units[u].Tag == annotate.TagName && s.Units[u].Meanings == nil {
			for t := s.Units[u].First; t <= s.Units[u].Last; t++ {
				words = append(words, s.Tokens[t].Text)
			}
		}
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// listStart is the first member of the list that chunk i is in.
func (r *Reader) listStart(s *annotate.Sentence, i int) int {
	if l := s.Chunks[i].List; l >= 0 && l < i {
		return l
	}
	return i
}
