package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// match is one try of a rule at one anchor.
type match struct {
	r      *resolve.Reader
	s      *annotate.Sentence
	rule   *Rule
	unit   int // anchor
	chunk  int // chunk of the anchor
	values map[string]value
	failed failure // which part did not hold, for explanations

	stopped bool // the role being filled has more states than it may: no further place is tried
	half    bool // what the anchor's value measures is known, but not whose it is

	memory  memory
	tieRead *tie // see tie
	isTied  bool
	measure int // chunk of the word that says what the anchor's value measures, or -1
}

// value is what fills a role.
type value struct {
	set      resolve.Set
	codes    []string // organisations or a name
	number   *quantity.Quantity
	rank     float64
	occasion *resolve.Occasion
	when     *resolve.When
	chunk    int
	place    string // where it was found
	copula   int    // the linking verb between it and the anchor, or -1
}

// mostAnchors is at how many places of a sentence a rule is tried.
const mostAnchors = 32

// anchors appends the units of the sentence at which the rule can start.
func anchors(out []int, s *annotate.Sentence, rule *Rule, doc *annotate.Document) []int {
	switch {
	case rule.Anchor == "entry":
		if len(s.Units) > 0 && entry(s, doc) {
			return append(out, 0)
		}
		return out
	case rule.Anchor == "cell" && s.Row:
		return append(out, s.Cells()...)
	case rule.Anchor == "number" && s.Row:
		return append(out, s.Numbers()...)
	case rule.Anchor == "figure" && s.Series:
		return append(out, s.Figures()...)
	case rule.Anchor == "cell" || rule.Anchor == "number" || rule.Anchor == "figure":
		return out
	case rule.anchorBit >= 0 && !s.Holds.Has(rule.anchorBit):
		return out
	}
	base := len(out)
	for u := range s.Units {
		if rule.anchorBit >= 0 && s.Units[u].Meanings == nil {
			continue
		}
		if isAnchor(s, u, rule.Anchor) && !saidBefore(s, u, rule.Anchor) {
			if out = append(out, u); len(out)-base == mostAnchors {
				break // no prose: what it costs must not grow with its square
			}
		}
	}
	return out
}

func isAnchor(s *annotate.Sentence, u int, anchor string) bool {
	unit := &s.Units[u]
	switch anchor {
	case "percent":
		return unit.Quantity >= 0 && s.Quantities[unit.Quantity].Unit == quantity.Percent
	case "money":
		return unit.Quantity >= 0 && s.Quantities[unit.Quantity].Unit == quantity.Money
	case "relative":
		return unit.Tag == annotate.TagRel
	case "cell", "figure", "number":
		return unit.Quantity >= 0 && s.Quantities[unit.Quantity].Unit <= quantity.Percent
	case "event":
		return unit.Has(annotate.Event)
	case "organization":
		return unit.Has(annotate.Organization)
	case "remnant":
		return isRemnant(s, u)
	case "ordinal":
		return unit.Quantity >= 0 && s.Quantities[unit.Quantity].Unit == quantity.Ordinal
	case "standing":
		return isStanding(s, u)
	case "echo", "ellipsis":
		return ellipsis(s, u, anchor == "echo")
	case "be":
		return unit.Tag == annotate.TagBe && isMainVerb(s, u)
	}
	return unit.Cue(anchor) != nil
}

// isMainVerb holds for the auxiliary that is the verb of its group itself: "was there", not "was seen".
func isMainVerb(s *annotate.Sentence, u int) bool {
	i := chunkOf(s, u)
	return i >= 0 && s.Chunks[i].Kind == annotate.VerbGroup && s.Chunks[i].Head == u
}

// try matches the rule at the anchor; ok is false where a condition or a required role fails.
func try(r *resolve.Reader, s *annotate.Sentence, rule *Rule, unit int, told memory) (m *match, ok bool) {
	m = &match{r: r, s: s, rule: rule, unit: unit, chunk: chunkOf(s, unit), memory: told, measure: -1}
	return m, m.try()
}

func (m *match) try() bool {
	rule := m.rule
	if m.chunk < 0 {
		return false
	}
	for i := range rule.when {
		if !m.holds(&rule.when[i]) {
			m.failed = failure{"when ", rule.When[i]}
			return false
		}
	}
	for i := range rule.unless {
		if m.holds(&rule.unless[i]) {
			m.failed = failure{"unless ", rule.Unless[i]}
			return false
		}
	}
	for i := range rule.Roles {
		role := &rule.Roles[i]
		v, found := m.fill(role)
		if !found && !role.Optional {
			m.failed = failure{"role ", role.Name}
			m.half = rule.measures() && m.isValue()
			return false
		}
		if found {
			m.set(role, v)
		}
		if found && !m.agrees(role, v) {
			m.failed = failure{"role ", role.Name + ": it does not go with " + role.Agrees + role.Differs}
			return false
		}
	}
	if m.rule.Known && !m.known() {
		m.failed = failure{"known: ", "the gazetteer does not have the state there"}
		return false
	}
	return true
}

// set fills a role.
func (m *match) set(role *Role, v value) {
	if m.values == nil {
		m.values = make(map[string]value, len(m.rule.Roles))
	}
	m.values[role.Name] = v
}

// failure is the part of a rule that did not hold; it is put into words only for explanations.
type failure struct{ kind, part string }

func (f failure) String() string { return f.kind + f.part }

// chunkOf is the chunk of a unit, or -1.
func chunkOf(s *annotate.Sentence, unit int) int {
	if unit < 0 || unit >= len(s.Units) {
		return -1
	}
	return s.Units[unit].Chunk
}

// agrees holds unless the role must share a state with another one and does not.
func (m *match) agrees(role *Role, v value) bool {
	if apart := m.values[role.Differs].set; role.Differs != "" {
		return len(v.set.Without(apart).States) == len(v.set.States)
	}
	other := m.values[role.Agrees].set
	if role.Agrees == "" || other.Empty() {
		return true
	}
	for _, x := range v.set.States {
		if other.Has(x.Code) {
			return true
		}
	}
	return false
}

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
	case "clause":
		return m.anyChunk(class, func(i int) bool { return m.s.Chunks[i].Clause == m.s.Chunks[m.chunk].Clause })
	case "sentence":
		return m.anyChunk(class, func(int) bool { return true })
	case "behind":
		return m.cueBehind(class)
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
		if cueAt(m.s, u, class) {
			return true
		}
		if m.s.Units[u].Tag != annotate.TagAdv || m.s.Units[u].Word == "not" {
			return false
		}
	}
	return false
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

// cueAt is the test for a class at a unit; the built-in classes are percent, money and those of the gazetteer.
func cueAt(s *annotate.Sentence, u int, class string) bool {
	switch class {
	case "states":
		return s.Units[u].Has(annotate.Country) || s.Units[u].Has(annotate.Group)
	case "verbless":
		return !slices.ContainsFunc(s.Chunks, func(c annotate.Chunk) bool { return c.Kind == annotate.VerbGroup && c.Finite })
	case "group":
		return s.Units[u].Has(annotate.Group) || s.Units[u].Has(annotate.Organization)
	case "located":
		return s.Units[u].Has(annotate.Place) || s.Units[u].Has(annotate.Country)
	case "negation":
		return s.Units[u].Tag == annotate.TagNeg
	case "noun":
		return s.Units[u].Tag == annotate.TagNoun || s.Units[u].Tag == annotate.TagAdj
	case "ordinal":
		q := s.Units[u].Quantity
		return q >= 0 && s.Quantities[q].Unit == quantity.Ordinal
	case "phrase":
		return true // whatever stands there
	case "final":
		i := chunkOf(s, u)
		return i >= 0 && cutOff(s, i+1) && !(s.Chunks[i].Infinite && i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Coordinator && s.Chunks[i+2].Kind == annotate.VerbGroup)
	case "stranded": // came in in 2004, has been in since: a preposition with no phrase of its own
		return stranded(s, chunkOf(s, u)+1)
	case "undone":
		return undone(s, u)
	case "complete":
		i := chunkOf(s, u)
		return i >= 0 && s.Chunks[i].Kind == annotate.VerbGroup && complete(s, i)
	case "verb":
		return s.Units[u].Tag == annotate.TagVerb || s.Units[u].Tag == annotate.TagBe
	}
	return isAnchor(s, u, class)
}

func (m *match) cueIn(class string, first, last int) bool {
	for u := first; u <= last; u++ {
		if cueAt(m.s, u, class) {
			return true
		}
	}
	return false
}

// chunkHas looks through the chunk and the members of its list.
func (m *match) chunkHas(i int, class string) bool {
	if m.cueIn(class, m.s.Chunks[i].First, m.s.Chunks[i].Last) {
		return true
	}
	for j := i + 1; j < len(m.s.Chunks); j++ {
		if m.s.Chunks[j].List == i && m.s.Chunks[i].List == i && m.cueIn(class, m.s.Chunks[j].First, m.s.Chunks[j].Last) {
			return true
		}
	}
	return false
}

func (m *match) anyChunk(class string, accept func(int) bool) bool {
	for i := range m.s.Chunks {
		if accept(i) && m.cueIn(class, m.s.Chunks[i].First, m.s.Chunks[i].Last) {
			return true
		}
	}
	return false
}

// inContext looks in the sentence and the two before it in the same paragraph, or the last of the paragraph before.
func (m *match) inContext(class string) bool {
	for back := 0; back <= 2 && m.s.Index-back >= 0; back++ {
		t := m.r.Doc.Sentence(m.s.Index - back)
		if m.s.Paragraph-t.Paragraph > 1 {
			return false
		}
		if sentenceHas(t, class) {
			return true
		}
	}
	return false
}

func sentenceHas(s *annotate.Sentence, class string) bool {
	for u := range s.Units {
		if cueAt(s, u, class) {
			return true
		}
	}
	return false
}

func (m *match) inDocument(class string) bool {
	mask := m.r.Doc.Lexicon.ClassMask(class)
	return m.r.Doc.Mask().Meets(&mask)
}

// headingReach is how many sentences back a heading may lie: the nearest alone stands over a few, any over a section.
func headingReach(nearest int) int {
	if nearest == 1 {
		return 6
	}
	return 30
}

// inHeading looks in the nearest headings above the sentence.
func (m *match) inHeading(class string, nearest int) bool {
	seen := 0
	for i := m.s.Index - 1; i >= 0 && i > m.s.Index-headingReach(nearest) && seen < nearest; i-- {
		if !m.r.Doc.IsHeading(i) {
			continue
		}
		if t := m.r.Doc.Sentence(i); !givesFigure(t) {
			seen++
			if sentenceHas(t, class) {
				return true
			}
		}
	}
	return false
}
