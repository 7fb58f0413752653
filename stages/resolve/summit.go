package resolve

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// summit is the event of "the SCO summit", "a gathering of the CIS", "the summit in Samarkand".
func (r *Reader) summit(s *annotate.Sentence, i int) string {
	c := &s.Chunks[i]
	for u := c.First; u < c.Head; u++ {
		if m := s.Units[u].Meaning(annotate.Organization); m != nil {
			return r.meetingOf(s, i, m.Code)
		}
	}
	if c.Gen >= 0 {
		if codes := r.organization(s, c.Gen); len(codes) == 1 {
			return r.meetingOf(s, i, codes[0])
		}
	}
	if c.Owner == "its" {
		if org, ok := r.LastOrganization(s, i); ok {
			return r.meetingOf(s, i, org)
		}
	}
	if org := r.convening(s, i); org != "" {
		return r.meetingOf(s, i, org)
	}
	if org := r.holders(s, i); org != "" {
		return r.meetingOf(s, i, org)
	}
	return r.summitAt(s, i)
}

// convening is the organisation named behind a summit: "of the CIS", "of leaders of SCO member states".
func (r *Reader) convening(s *annotate.Sentence, i int) string {
	for j := i + 1; j < len(s.Chunks) && j < i+8; j++ {
		n := &s.Chunks[j]
		if n.Kind == annotate.VerbGroup || n.Kind == annotate.Relative || n.Kind == annotate.Subordinator || n.Kind == annotate.Semicolon {
			break
		}
		if n.Kind != annotate.NounPhrase || n.Case < 0 || s.Units[s.Chunks[n.Case].First].Word != "of" {
			continue
		}
		for u := n.Last; u >= n.First; u-- {
			if m := s.Units[u].Meaning(annotate.Organization); m != nil {
				return m.Code
			}
		}
	}
	return ""
}

// holders is the organisation whose leaders the sentence says to hold a summit: "leaders of the BRICS group opened a summit in Kazan".
func (r *Reader) holders(s *annotate.Sentence, i int) string {
	c := &s.Chunks[i]
	if c.Det != "a" && c.Det != "an" && c.Owner != "their" || !strings.HasPrefix(s.Units[c.Head].Word, "summit") {
		return ""
	}
	v := i - 1
	if c.Case >= 0 && s.Units[s.Chunks[c.Case].First].Word == "for" {
		v = c.Case - 1
	}
	for ; v >= 0 && s.Chunks[v].Kind != annotate.VerbGroup; v-- {
		if k := s.Chunks[v].Kind; k == annotate.Semicolon || k == annotate.Subordinator || k == annotate.Relative {
			return ""
		}
	}
	if v < 0 || s.Chunks[v].Subject < 0 || s.Chunks[v].Subject >= v {
		return ""
	}
	return r.leadersOf(s, s.Chunks[v].Subject)
}

// leadersOf is the organisation whose leaders the phrase at chunk i means: "BRICS leaders", "leaders from the BRICS group"; or "".
func (r *Reader) leadersOf(s *annotate.Sentence, i int) string {
	if !s.Units[s.Chunks[i].Head].Has(annotate.Office) {
		return ""
	}
	of := phraseAfter(s, i, "of", "from")
	for _, j := range []int{i, of} {
		if j < 0 {
			continue
		}
		for u := s.Chunks[j].First; u <= s.Chunks[j].Last; u++ {
			if m := s.Units[u].Meaning(annotate.Organization); m != nil {
				return m.Code
			}
		}
	}
	return ""
}

// meetingOf is the organisation's meeting of leaders where the phrase says summit or leaders; a meeting, a session or talks
// are one only where the text is dated near one: ministers meet as well.
func (r *Reader) meetingOf(s *annotate.Sentence, i int, org string) string {
	c := &s.Chunks[i]
	code := r.summitOf(org)
	if strings.HasPrefix(s.Units[c.Head].Word, "summit") {
		return code
	}
	if ministersIn(s, i) {
		return ""
	}
	if r.leadersIn(s, i) {
		return code
	}
	if r.nearEdition(s, i, code) {
		return code
	}
	return ""
}

// ministersIn holds where the phrase, what possesses it or what is said right behind it names ministers and no heads of government:
// "a meeting of G20 finance ministers", "the EU's defence ministers' meeting".
func ministersIn(s *annotate.Sentence, i int) bool {
	first, last := s.Chunks[i].First, s.Chunks[i].Last
	for g := s.Chunks[i].Gen; g >= 0; g = s.Chunks[g].Gen {
		first = s.Chunks[g].First
	}
	if of := ofPhrase(s, i); of >= 0 {
		last = s.Chunks[of].Last
	}
	for u := first; u <= last; u++ {
		if m := s.Units[u].Meaning(annotate.Office); m != nil && strings.HasSuffix(m.Code, "minister") && m.Code != "prime minister" {
			return true
		}
	}
	return false
}

// leadersIn holds where the phrase, or what is said right behind it, is of leaders: "a meeting of CIS leaders".
func (r *Reader) leadersIn(s *annotate.Sentence, i int) bool {
	last := s.Chunks[i].Last
	if of := ofPhrase(s, i); of >= 0 {
		last = s.Chunks[of].Last
	}
	for u := s.Chunks[i].First; u <= last; u++ {
		if m := s.Units[u].Meaning(annotate.Office); m != nil && (m.Code == "" || m.Code == "president") {
			return true
		}
	}
	return false
}

// summitOf is the code of an organisation's meeting of leaders.
func (r *Reader) summitOf(org string) string {
	for i := range r.gazetteer.Events {
		if e := &r.gazetteer.Events[i]; e.Organization == org && slices.Contains(e.Flags, "summit") {
			return e.Code
		}
	}
	return strings.ToLower(org) + "-summit"
}

// weeks is how many days before and after a meeting the press speaks of it as of this one.
const weeks = 21

// nearEdition reports whether a meeting of that kind was held about the day of the document, or at a date of the sentence.
func (r *Reader) nearEdition(s *annotate.Sentence, i int, code string) bool {
	for _, e := range editionsOf(r.gazetteer, code) {
		if e.City != "" && r.inCity(s, e.City) && (r.Anchor.Year == 0 || e.Year >= r.Anchor.Year-1) {
			return true
		}
		if r.Anchor.Year != 0 && e.Year == r.Anchor.Year && closeTo(r.day(), e.Start, e.End, weeks) {
			return true
		}
		for _, w := range r.Dates(s) {
			if w.From.Year == e.Year && w.From.Month != 0 && strings.HasPrefix(e.Start, fmt.Sprintf("%04d-%02d", w.From.Year, w.From.Month)) {
				return true
			}
		}
	}
	return false
}

// sameCity compares names of cities as texts write them: St. Petersburg is St Petersburg.
func sameCity(a, b string) bool {
	return strings.ReplaceAll(a, ".", "") == strings.ReplaceAll(b, ".", "")
}

// inCity reports whether the sentence names the city.
func (r *Reader) inCity(s *annotate.Sentence, city string) bool {
	for u := range s.Units {
		if m := s.Units[u].Meaning(annotate.Place); m != nil && sameCity(m.Code, city) {
			return true
		}
	}
	return false
}

// summitAt is the event held in the city that the phrase names, in the year that the sentence gives or about the day of the document.
func (r *Reader) summitAt(s *annotate.Sentence, i int) string {
	city := r.city(s, i)
	if city == "" {
		return ""
	}
	from, to := r.Anchor.Year-1, r.Anchor.Year
	if w, ok := r.sentenceDate(s, i); ok && w.From.Year == w.To.Year {
		from, to = w.From.Year, w.From.Year
	} else if r.Anchor.Year == 0 {
		return ""
	}
	var all []seeds.Edition
	for _, e := range r.gazetteer.Editions {
		if e.City == city && e.Year >= from && e.Year <= to {
			all = append(all, e)
		}
	}
	return r.meant(all)
}

// meant is the one event of the editions; of several, the one held about the day of the document.
func (r *Reader) meant(all []seeds.Edition) string {
	code := ""
	for _, e := range all {
		if code != "" && code != e.Event {
			return r.current(all)
		}
		code = e.Event
	}
	return code
}

func (r *Reader) current(all []seeds.Edition) string {
	code := ""
	for _, e := range all {
		if r.Anchor.Year == 0 || !closeTo(r.day(), e.Start, e.End, weeks) || e.Event == code {
			continue
		}
		if code != "" {
			return "" // two meetings in one city: the text must say which
		}
		code = e.Event
	}
	return code
}
