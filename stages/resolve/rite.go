package resolve

import (
	"strconv"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// rites are the ceremonies held for one person, by the ending of their codes: "lula-inauguration", "mwai-kibaki-funeral".
const (
	inauguration = "-inauguration"
	funeral      = "-funeral"
)

// longestTerm is after how many years a president can be sworn in again.
const longestTerm = 3

// rite is the ceremony that is held for a leader whom the phrase at chunk i names as its owner: "Lula's inauguration in Brasilia",
// "the state funeral of former president Mwai Kibaki"; other holds for one of somebody or something else: "the inauguration of a port".
func (r *Reader) rite(s *annotate.Sentence, i int) (code string, other bool) {
	head := &s.Units[s.Chunks[i].Head]
	installs, buries := head.Cue("inauguration_noun") != nil, head.Cue("funeral_noun") != nil
	if !installs && !buries {
		return "", false
	}
	owner := celebrated(s, i)
	st, ok := r.personIn(s, owner)
	if !ok {
		return "", owner != i
	}
	if buries {
		return r.keepRite(nameSlug(st.Leader)+funeral, st), false
	}
	if l := r.leaderNamed(st); l >= 0 {
		return r.keepRite(nameSlug(r.gazetteer.Leaders[l].Short)+inauguration, st), false
	}
	return "", true
}

// celebrated is the phrase of the one for whom the ceremony at chunk i is held: its possessor, that of an "of" or "for", the first
// name of the sentence for "his" and "her", or itself.
func celebrated(s *annotate.Sentence, i int) int {
	if o := s.Chunks[i].Owner; o == "his" || o == "her" {
		for j := 0; j < i; j++ {
			if s.Chunks[j].Kind == annotate.NounPhrase && s.Units[s.Chunks[j].Head].Has(annotate.Person) {
				return j
			}
		}
	}
	if g := s.Chunks[i].Gen; g >= 0 {
		return g
	}
	if p := phraseAfter(s, i, "of"); p >= 0 {
		return p
	}
	if p := phraseAfter(s, i, "for"); p >= 0 {
		return p
	}
	return i
}

// personIn is the leader whom the phrase at chunk i names, the last of its words first.
func (r *Reader) personIn(s *annotate.Sentence, i int) (State, bool) {
	c := &s.Chunks[i]
	for u := c.Last; u >= c.First; u-- {
		if s.Units[u].Has(annotate.Person) {
			return r.person(s, c, u)
		}
	}
	return State{}, false
}

// leaderNamed is the leader of the state by the name, or -1.
func (r *Reader) leaderNamed(st State) int {
	for i := range r.gazetteer.Leaders {
		if l := &r.gazetteer.Leaders[i]; l.Code == st.Code && l.Name == st.Leader {
			return i
		}
	}
	return -1
}

// keepRite remembers where a ceremony is held.
func (r *Reader) keepRite(code string, st State) string {
	if r.rites == nil {
		r.rites = map[string]State{}
	}
	r.rites[code] = st
	return code
}

// installed is the year in which the leader took office at the inauguration that sentence s tells of, which may be next year's where it
// tells of what is to come; 0 for other events, and where the last term began too long ago for there to have been no further one.
func (r *Reader) installed(s *annotate.Sentence, event string) int {
	st, ok := r.rites[event]
	if !ok || !strings.HasSuffix(event, inauguration) || r.Anchor.Year == 0 {
		return 0
	}
	last := r.Anchor.Year
	if future(s) {
		last++
	}
	year := 0
	for i := range r.gazetteer.Leaders {
		l := &r.gazetteer.Leaders[i]
		if l.Code != st.Code || l.Name != st.Leader || l.Office != "president" {
			continue
		}
		if start, err := strconv.Atoi(l.Start[:min(4, len(l.Start))]); err == nil && start <= last {
			year = max(year, start)
		}
	}
	if last-year > longestTerm {
		return 0
	}
	return year
}

// nameSlug is a name as event codes have it.
func nameSlug(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), " ", "-"), "'", "")
}
