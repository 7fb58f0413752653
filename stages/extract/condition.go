package extract

import (
	"ties.dev/ties/stages/annotate"
)

// holds tests a condition: a word of the class stands at one of the places.
func (m *match) holds(c *condition) bool {
	if c.bit >= 0 && !m.s.Holds.Has(c.bit) {
		return false
	}
	for i := range c.places {
		if m.holdsAt(c.class, &c.places[i]) {
			return true
		}
	}
	return false
}

func (m *match) holdsAt(class string, at *place) bool {
	place := at.name
	if holds, known := m.holdsOfValue(class, place); known {
		return holds
	}
	if class == "parallel" {
		return m.parallel()
	}
	if class == "cumulative" {
		return m.cumulative()
	}
	if place == "told" && class[0] == '=' {
		return m.toldAs(class[1:])
	}
	if place == "spoken" {
		return m.spoken(class)
	}
	if class == "plural" || class == "narrowed" || class == "owned" || class == "other_phrase" || class == "alien" || class == "anaphor" || class[0] == '=' { // said of a phrase and not of a word in it
		return m.holdsOn(class, at.steps)
	}
	switch place {
	case "context":
		return m.inContext(class)
	case "document":
		return m.inDocument(class)
	case "heading":
		return m.inHeading(class, 2)
	case "over":
		return m.inHeading(class, 1)
	case "intro":
		return m.inIntro(class)
	case "label":
		return m.inLabel(class)
	case "entry":
		return m.cueIn(class, 0, len(m.s.Units)-1)
	case "clause":
		if class == "jointly" && m.ofOneState() {
			return false // their combined remittances are a third of its GDP
		}
		return m.anyChunk(class, func(i int) bool { return m.s.Chunks[i].Clause == m.s.Chunks[m.chunk].Clause })
	case "sentence":
		return m.anyChunk(class, func(int) bool { return true })
	case "behind":
		return m.cueBehind(class)
	case "prefixed": // non-EU
		before := m.unit - 1
		if before > 0 && m.s.Units[before].Tag == annotate.TagHyphen {
			before--
		}
		return before >= 0 && cueAt(m.s, before, class)
	case "modifier":
		return m.cueIn(class, m.s.Chunks[m.chunk].First, m.unit-1)
	case "phrase":
		return m.cueIn(class, m.s.Chunks[m.chunk].First, m.s.Chunks[m.chunk].Last)
	case "case":
		p := m.s.Chunks[m.chunk].Case
		return p >= 0 && (m.word(p, governing[class]) || m.cueIn(class, m.s.Chunks[p].First, m.s.Chunks[p].Last))
	case "self":
		if class == "doing" {
			return m.inDoing()
		}
		if class == "dated" {
			return m.lately()
		}
		if class == "pluperfect" { // what was so before something else
			return m.s.Units[m.s.Chunks[m.chunk].First].Word == "had"
		}
		if class == "state_thing" {
			return m.thingOfState()
		}
		if class == "other_whole" {
			return m.ofOtherWhole()
		}
		if class == "part_of_flow" {
			return m.partOfFlow()
		}
		if class == "lone" {
			return m.lone()
		}
		if class == "lonely" {
			return m.placed(m.chunk) >= 0
		}
		if class == "backward" { // its subject stands behind it
			return m.s.Chunks[m.chunk].Subject > m.chunk
		}
		if class == "passive" {
			return m.s.Chunks[m.chunk].Passive || m.s.Chunks[m.chunk].Reduced
		}
		return m.cueIn(class, m.unit, m.unit)
	}
	return m.holdsOn(class, at.steps)
}

// cueBehind holds where a word of the class follows the anchor, or an adverb behind it: "was present", "was also in attendance".
func (m *match) cueBehind(class string) bool {
	for u := m.unit + 1; u < len(m.s.Units) && u <= m.unit+2; u++ {
		if cueAt(m.s, u, class) || class == "change" && u == m.unit+1 && m.boundAt(u) {
			return true
		}
		if m.s.Units[u].Tag != annotate.TagAdv || m.s.Units[u].Word == "not" {
			return false
		}
	}
	return false
}

// boundAt holds for a number with a bound, which takes the "more than" behind another one with it: "6 percent more than the 57 billion".
func (m *match) boundAt(u int) bool {
	q := m.s.Units[u].Quantity
	return q >= 0 && m.s.Quantities[q].Bound != 0
}

// holdsOn tests the phrases at the end of a path; the last step `head` asks for the head of the phrase.
func (m *match) holdsOn(class string, path []string) bool {
	last := path[len(path)-1]
	if last == "head" {
		path = path[:len(path)-1]
	}
	for _, i := range m.walk(m.chunk, path) {
		head := m.s.Chunks[i].Head
		switch {
		case class == "alien":
			return m.alien(i) // of the nearest alone
		case class == "anaphor":
			if anaphor(m.s, i) {
				return true
			}
		case class == "owned":
			if o := m.s.Chunks[i].Owner; o == "his" || o == "her" || o == "its" || o == "their" {
				return true
			}
		case class == "other_phrase":
			return !counted(m.s, i) && !thither(m.s, i) && !manner(m.s, i)
		case class == "narrowed":
			return m.narrowed(i)
		case class[0] == '=':
			if m.s.Phrase(m.s.Chunks[i].First, m.s.Chunks[i].Last) == class[1:] {
				return true
			}
		case class == "passive":
			if m.s.Chunks[i].Passive || m.s.Chunks[i].Reduced {
				return true
			}
		case class == "infinitive":
			if m.s.Chunks[i].Infinite {
				return true
			}
		case class == "negation" && m.s.Chunks[i].Negative:
			return true
		case class == "plural":
			if plural(m.s, head) {
				return true
			}
		case last == "head":
			if cueAt(m.s, head, class) {
				return true
			}
		case class == "phrase" && m.leftOut(i):
		case m.chunkHas(i, class):
			return true
		}
	}
	return false
}

// stranded holds where no phrase that a preposition could take starts at chunk i: "came in", "has been in since 2007", "came in years ago".
func stranded(s *annotate.Sentence, i int) bool {
	if i >= len(s.Chunks) || s.Chunks[i].Kind != annotate.When {
		return i >= len(s.Chunks) || s.Chunks[i].Kind != annotate.NounPhrase
	}
	c := &s.Chunks[i]
	return s.Tokens[s.Units[c.First].First].Lower == "since" || s.Tokens[s.Units[c.Last].Last].Lower == "ago"
}

// leftOut holds for a phrase that leaves its noun to be understood: "27 percent of Tajikistan's", "of it".
func (m *match) leftOut(i int) bool {
	c := &m.s.Chunks[i]
	return c.Owned || m.s.Units[c.Head].Tag == annotate.TagPron && m.s.Units[c.Head].Word != "what" // what arrives is a thing of its own
}

// lone holds for an anchor that is the head of its phrase, or has nothing behind it there but names: "NATO member Turkey",
// and not "the member parliaments".
func (m *match) lone() bool {
	c := &m.s.Chunks[m.chunk]
	for u := m.unit + 1; u <= c.Last && u <= c.Head; u++ {
		if m.s.Units[u].Tag != annotate.TagName {
			return false
		}
	}
	return true
}
