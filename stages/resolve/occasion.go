package resolve

import (
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// Occasion is an event that a phrase names, with the year of the edition that is meant.
type Occasion struct {
	Event string
	Years []int // more than one for "since 2022"; none where it could not be resolved
	Chunk int
	Span  bool   // the years sum up a period
	Shown bool   // by a picture from an archive
	Host  string // state in which it is held, "" where that is not known
}

// Occasions are the events that sentence s names, in order.
func (r *Reader) Occasions(s *annotate.Sentence) []Occasion { return r.events(s.Index) }

// occasions finds the events of a sentence: by their own names, by "summit" with an organisation or a city,
// and by definite nouns that take up one named before.
func (r *Reader) occasions(s *annotate.Sentence) []Occasion {
	var out []Occasion
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase {
			continue
		}
		code := r.event(s, i, out)
		if code == "" {
			code = r.site(s, i, out)
			if code == "" {
				code = r.convened(s, i)
			}
		}
		if code != "" {
			o := Occasion{Event: code, Chunk: i}
			o.Years, o.Span = r.eventYears(s, i, code)
			o.Host = r.host(s, &o)
			o.Shown = r.picture(s)
			out = append(out, o)
		}
	}
	return out
}

// event is the code of the event that the phrase at chunk i names, or "".
func (r *Reader) event(s *annotate.Sentence, i int, before []Occasion) string {
	c := &s.Chunks[i]
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Has(annotate.Event) {
			code := r.whichEvent(s, &s.Units[u])
			if r.elsewhere(s, i, code) {
				return ""
			}
			return code
		}
	}
	head := &s.Units[c.Head]
	if head.Cue("summit_noun") != nil || head.Cue("event_noun") != nil {
		if code := r.atItsPlace(s, i); code != "" {
			return code
		}
		if code := r.partOf(s, i); code != "" {
			return code
		}
		if code := r.placed(s, i); code != "" {
			return code
		}
	}
	if head.Cue("summit_noun") != nil {
		if code := r.summit(s, i); code != "" {
			return code
		}
	}
	if code, other := r.rite(s, i); code != "" || other {
		return code
	}
	if head.Cue("summit_noun") != nil || head.Cue("event_noun") != nil {
		return r.sameEvent(s, i, before)
	}
	return ""
}

// whichEvent is the event that a term means which several share: the one that the text has been speaking of, the one of its days,
// or the one held most often.
func (r *Reader) whichEvent(s *annotate.Sentence, u *annotate.Unit) string {
	best, most := "", -1
	for i := range u.Meanings {
		m := &u.Meanings[i]
		if m.Kind != annotate.Event {
			continue
		}
		n := len(editionsOf(r.gazetteer, m.Code))
		if r.held(m.Code) {
			n += 1000
		} else if r.inSeason(m.Code) {
			n += 500
		}
		switch {
		case n > most:
			best, most = m.Code, n
		case n == most:
			best = "" // two of one name: the text must say which
		}
	}
	if o, ok := r.spokenBefore(s); ok && most < 1000 && o.Event != best {
		for i := range u.Meanings {
			if m := &u.Meanings[i]; m.Kind == annotate.Event && m.Code == o.Event {
				return m.Code
			}
		}
	}
	return best
}

// partOf is the event of which the phrase names a part: "the plenary session of the St Petersburg forum".
func (r *Reader) partOf(s *annotate.Sentence, i int) string {
	of := ofPhrase(s, i)
	if g := s.Chunks[i].Gen; g >= 0 {
		of = g
	}
	if of < 0 {
		return ""
	}
	if m := s.Units[s.Chunks[of].Head].Meaning(annotate.Event); m != nil && !r.elsewhere(s, of, m.Code) {
		return m.Code
	}
	return ""
}

// otherBody holds where the phrase, or what is said right behind it, names an organisation that is not the event's:
// the General Assembly of the OAS.
func (r *Reader) otherBody(s *annotate.Sentence, i int, e *seeds.Event) bool {
	last := s.Chunks[i].Last
	if of := ofPhrase(s, i); of >= 0 {
		last = s.Chunks[of].Last
	}
	for u := s.Chunks[i].First; u <= last && e.Organization != ""; u++ {
		if m := s.Units[u].Meaning(annotate.Organization); m != nil && m.Code != e.Organization {
			return true
		}
	}
	return false
}

// elsewhere holds where an event of a fixed place is said to be held in another: the Victory Day parade in Minsk.
func (r *Reader) elsewhere(s *annotate.Sentence, i int, code string) bool {
	e := r.gazetteer.Event(code)
	if e == nil || e.Host == "" {
		return false
	}
	if r.otherBody(s, i, e) {
		return true
	}
	for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ { // the Kyiv parade
		if m := s.Units[u].Meaning(annotate.Country); m != nil && m.Code != e.Host {
			return true
		}
	}
	if g := s.Chunks[i].Gen; g >= 0 {
		if m := s.Units[s.Chunks[g].Head].Meaning(annotate.Country); m != nil && m.Code != e.Host {
			return true
		}
	}
	for j := i + 1; j+1 < len(s.Chunks) && j < i+6 && s.Chunks[j].Kind == annotate.Preposition; j += 2 {
		word := s.Units[s.Chunks[j].First].Word
		if s.Chunks[j+1].Kind != annotate.NounPhrase || word != "in" && word != "of" && word != "on" && word != "at" {
			break
		}
		if m := s.Units[s.Chunks[j+1].Head].Meaning(annotate.Country); m != nil && word == "in" && m.Code != e.Host {
			return true
		}
	}
	return false
}

// city is the city in the phrase or in "in X" after it, by its name among the editions.
func (r *Reader) city(s *annotate.Sentence, i int) string {
	c := &s.Chunks[i]
	for u := c.First; u < c.Head; u++ {
		if name := r.cityAt(s, u); name != "" {
			return name
		}
	}
	if in := phraseAfter(s, i, "in", "at"); in >= 0 {
		return r.cityAt(s, s.Chunks[in].Head)
	}
	for u := range s.Units { // a headline: "Bali: a summit of absences"
		if name := r.cityAt(s, u); name != "" && s.Heading {
			return name
		}
	}
	return ""
}

func (r *Reader) cityAt(s *annotate.Sentence, u int) string {
	if m := s.Units[u].Meaning(annotate.Place); m != nil {
		return m.Code
	}
	return ""
}
