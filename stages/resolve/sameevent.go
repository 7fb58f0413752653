package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// sameEvent is the event that "the parade", "the summit" or "the event" takes up: the last one named that such a noun fits.
func (r *Reader) sameEvent(s *annotate.Sentence, i int, before []Occasion) string {
	c := &s.Chunks[i]
	if c.Det == "any" || c.Det == "every" || c.Det == "each" {
		return ""
	}
	if code := r.byDay(s, i); code != "" {
		return code
	}
	if !r.takesUp(s, i) {
		return ""
	}
	word := s.Units[c.Head].Word
	for u := c.First; u < c.Head; u++ {
		if s.Units[u].Cue("press_word") != nil || s.Units[u].Has(annotate.Organization) || s.Units[u].Tag == annotate.TagName && s.Units[u].Meanings == nil {
			return ""
		}
	}
	for k := len(before) - 1; k >= 0; k-- {
		if r.fits(word, before[k].Event) && !leftBehind(s, before[k].Chunk) {
			return before[k].Event
		}
	}
	for back := 1; back <= 12 && s.Index-back >= 0; back++ {
		list := r.events(s.Index - back)
		for k := len(list) - 1; k >= 0; k-- {
			o := list[k]
			if r.fits(word, o.Event) && !r.elsewhere(s, i, o.Event) {
				return o.Event
			}
		}
	}
	if o, ok := r.titleOccasion(); ok && r.fits(word, o.Event) {
		return o.Event
	}
	if o, ok := r.mainOccasion(); ok && r.fits(word, o.Event) {
		return o.Event
	}
	return ""
}

// leftBehind holds for an event from which or after which someone comes to another: "fresh from his own summit, he skipped the meeting".
func leftBehind(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	if c.Case < 0 {
		return false
	}
	switch s.Units[s.Chunks[c.Case].First].Word {
	case "from", "after":
		return c.Owner != "" || c.Det == "a" || c.Det == "an"
	}
	return false
}

// takesUp holds for a phrase that speaks of what has been named: "the summit", "this year's parade", "its forum".
func (r *Reader) takesUp(s *annotate.Sentence, i int) bool {
	c := &s.Chunks[i]
	switch c.Det {
	case "the", "this", "that", "these", "those", "both":
		return true
	case "":
		return c.Gen >= 0 || c.Owner != "" && !ofItsOwn(s, c) || r.dateIn(s, i) != 0
	}
	return false
}

// ofItsOwn holds for what someone has for himself: "its own parade" is another one.
func ofItsOwn(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		if s.Units[u].Word == "own" {
			return true
		}
	}
	return false
}

// kindsOf says which kinds of event a common noun can take up; one that is not here can be any of them.
var kindsOf = map[string]map[string]bool{
	"parade": {"parade": true}, "parades": {"parade": true}, "procession": {"parade": true}, "march-past": {"parade": true}, "review": {"parade": true},
	"summit": {"summit": true}, "summits": {"summit": true}, "meeting": {"summit": true, "council": true, "forum": true}, "session": {"summit": true, "council": true, "forum": true}, "talks": {"summit": true, "council": true},
	"leaders' meeting": {"summit": true}, "forum": {"forum": true}, "conference": {"forum": true, "summit": true}, "council": {"council": true}, "forums": {}, "meetings": {}, "sessions": {},
	"conferences": {}, "councils": {}, "gatherings": {}, "celebration": {"parade": true}, "celebrations": {"parade": true}, "festivities": {"parade": true},
	"commemoration": {"parade": true, "ceremony": true}, "commemorations": {"parade": true, "ceremony": true},
	"ceremony": {"parade": true, "ceremony": true}, "ceremonies": {"parade": true, "ceremony": true},
	"inauguration": {"ceremony": true}, "swearing-in": {"ceremony": true}, "funeral": {"ceremony": true},
}

// fits reports whether a common noun can take up an event of that kind.
func (r *Reader) fits(word, event string) bool {
	e := r.gazetteer.Event(event)
	flag := "summit"
	if _, ok := r.rites[event]; ok {
		flag = "ceremony"
	}
	if e != nil && len(e.Flags) > 0 {
		flag = e.Flags[0]
	}
	if kinds, ok := kindsOf[word]; ok {
		return kinds[flag]
	}
	return true // event, gathering, occasion
}
