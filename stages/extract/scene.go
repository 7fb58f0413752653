package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// scene is the event that the text is speaking of, for what can only be seen at it: who dozes, salutes or takes notes in a report on a
// parade is at the parade. It must have begun by the day of the text, and the clause may put nobody elsewhere nor at another time.
func (m *match) scene() (resolve.Occasion, bool) {
	o, ok := m.r.RecentOccasion(m.s, m.chunk)
	if !ok || len(o.Years) == 0 && !m.r.About(&o) || m.r.Speech() || !m.r.Over(&o) || m.otherEvent() || m.otherTime(&o) {
		return o, false
	}
	return o, !m.awayFrom(&o)
}

// awayFrom holds where the clause names a place that is not the event's ("laid a wreath in Minsk"), or a time after it ("a day later").
func (m *match) awayFrom(o *resolve.Occasion) bool {
	for i := range m.s.Chunks {
		c := &m.s.Chunks[i]
		if c.Clause != m.s.Chunks[m.chunk].Clause {
			continue
		}
		if m.later(c) {
			return true
		}
		if c.Kind == annotate.NounPhrase && c.Case >= 0 && m.word(c.Case, whereabouts) && m.cueIn("located", c.Head, c.Head) && !m.r.Venue(m.s, i, o) {
			return true
		}
	}
	return false
}

// apart is the event that the text is speaking of, for what someone does elsewhere on its day: the sentence says that it is that day, or
// that he does it instead.
func (m *match) apart() (resolve.Occasion, bool) {
	o, ok := m.r.RecentOccasion(m.s, m.chunk)
	if !ok || len(o.Years) != 1 || m.r.Speech() || !m.r.Over(&o) || m.otherTime(&o) || m.otherEvent() {
		return o, false
	}
	return o, m.datesItself() || m.inSentence("instead") || m.inSentence("that_day")
}

func (m *match) inSentence(class string) bool { return m.cueIn(class, 0, len(m.s.Units)-1) }

// whereabouts are the prepositions that say where someone is.
var whereabouts = set("in at from near outside to")

// later holds for words that put a clause after what was told: "the next day", "two days later".
func (m *match) later(c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if unit := &m.s.Units[u]; unit.Cue("afterwards") != nil || unit.Date >= 0 && m.s.Tokens[unit.Last].Lower == "later" {
			return true
		}
	}
	return false
}
