package extract

import (
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
