package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

func (m *match) states(role *Role, i int, mode string) (value, bool) {
	not := m.values[role.Not].set
	var set resolve.Set
	switch mode {
	case "owner":
		if set = m.toldOwner(role, i); set.Empty() {
			set = m.owner(i, not)
		}
		if set.Context && m.rule.measures() && m.elsewhere() {
			return value{}, false // in the state of Kerala … of the state's product
		}
	case "whose":
		if set = m.toldOwner(role, i); set.Empty() {
			set = m.ownerBy(i, not, "of")
		}
	case "resumed":
		if c := &m.s.Chunks[i]; c.First == c.Last && m.s.Units[c.Head].Tag == annotate.TagPron {
			set = m.resumed(role)
		}
	case "modifier":
		set = m.r.Modifiers(m.s, i)
	case "possessor":
		set = m.possessor(i)
	case "led":
		set = m.leader(i)
	case "genitive":
		if m.s.Chunks[i].Owner != "" {
			return value{}, false
		}
		set = m.owner(i, not)
	case "host":
		if c := &m.s.Chunks[i]; m.s.Units[c.Head].Cue("migrant") != nil || isNational(m.s, c) {
			for _, j := range m.after(i, "in") {
				set = m.r.Set(m.s, j)
				break
			}
		}
	case "city":
		set = m.r.StateAt(m.s, m.s.Chunks[i].Head)
	case "people":
		if u := &m.s.Units[m.s.Chunks[i].Head]; u.Has(annotate.Country) || u.Cue("migrant") != nil {
			set = m.r.Nationals(m.s, i)
		}
	case "noun":
		if m.s.Units[m.s.Chunks[i].Head].Tag == annotate.TagPron {
			return value{}, false
		}
		if set = m.setApart(i, not); set.Context && m.rule.measures() && m.told(0) {
			return value{}, false // "the economy" is that of the value before
		}
	case "named":
		if u := &m.s.Units[m.s.Chunks[i].Head]; u.Tag != annotate.TagName || !u.Has(annotate.Country) {
			return value{}, false
		}
		if set = m.r.Set(m.s, i); i == m.chunk && m.singularAnchor() {
			set = m.r.Alone(m.s, i) // EU member Hungary, Serbia and Turkey met
		} else if i == m.chunk {
			set = m.underOneNoun(i, set)
		}
	default:
		set = m.withName(i, m.setApart(i, not))
	}
	if role.Without != nil || role.Persons || set.People {
		set = m.joined(i, set.Union(m.r.Envoys(m.s, i)))
	}
	if set = set.Without(not); set.Empty() {
		return value{}, false
	}
	if role.Few && mode == "" && m.listOfOther(i) {
		return value{}, false
	}
	if role.Few && m.isHost(i) {
		return value{}, false
	}
	if role.Few && m.s.Chunks[i].Negative { // in none of them
		m.stopped = true
		return value{}, false
	}
	if role.Few && set.Whole && m.s.Chunks[i].Gen >= 0 && m.inRanking(i) {
		return value{}, false // Latin America's second-largest economy
	}
	if role.Few && (set.Loose || set.Whole && len(set.States) > 2 && !m.distributes(i)) {
		m.stopped = !m.locates(i) // what is said of a group is said of none of its members
		return value{}, false
	}
	if role.Members && set.Whole && len(set.States) > 2 && !m.meansMembers(i) {
		m.stopped = true // the partner of a region is that of none of its states
		return value{}, false
	}
	if role.Single && (len(set.States) > 1 || mode == "" && m.mixed(i)) || role.Count > 0 && len(set.States) != role.Count {
		m.stopped = true
		return value{}, false
	}
	if role.Many && (len(set.States) < 2 || set.Whole || set.Context) || role.Itself && (set.People || set.Loose || mode == "" && m.governmentAlone(i)) {
		return value{}, false
	}
	return value{set: set}, true
}

// locates holds for a group that only says where the state before it lies: "Bhutan, also in South Asia, took in".
func (m *match) locates(i int) bool {
	p := m.s.Chunks[i].Case
	if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "in" {
		return false
	}
	for p--; p > 0 && (m.s.Chunks[p].Kind == annotate.Adverb || m.s.Chunks[p].Kind == annotate.Comma); p-- {
	}
	set := m.r.Member(m.s, p)
	return m.s.Chunks[p].Kind == annotate.NounPhrase && len(set.States) == 1
}

// singularAnchor holds for an anchor that is one noun of its class, before the name of the one that it means.
func (m *match) singularAnchor() bool {
	cue := m.s.Units[m.unit].Cue(m.rule.Anchor)
	return cue != nil && !cue.Plural && m.unit < m.s.Chunks[m.chunk].Head
}

// underOneNoun leaves out of the row that starts at i those that a noun of their own says what they are: "members A and B, as well as
// non-member states C and D".
func (m *match) underOneNoun(i int, set resolve.Set) resolve.Set {
	for j := i + 1; j < len(m.s.Chunks) && m.s.Chunks[i].List == i; j++ {
		if c := &m.s.Chunks[j]; c.List == i && c.Kind == annotate.NounPhrase && m.nounBefore(c) {
			return set.Without(m.rowFrom(j, i))
		}
	}
	return set
}

// nounBefore holds for a phrase with a noun for a state or a member before its head: non-member states C.
func (m *match) nounBefore(c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		if x := &m.s.Units[u]; x.Tag == annotate.TagNoun && (x.Cue("state_noun") != nil || x.Cue("member_noun") != nil) {
			return true
		}
	}
	return false
}

// rowFrom are the states that the members of the row named from chunk j on, where it starts at i.
func (m *match) rowFrom(j, i int) (set resolve.Set) {
	for ; j < len(m.s.Chunks); j++ {
		if m.s.Chunks[j].List == i && m.s.Chunks[j].Kind == annotate.NounPhrase {
			set = set.Union(m.r.Alone(m.s, j))
		}
	}
	return set
}

// withName gives a leader whom the phrase at i has by his office alone the name that stands beside it: "the Belarusian president, X, came".
func (m *match) withName(i int, set resolve.Set) resolve.Set {
	if len(set.States) != 1 || set.States[0].Leader != "" || !set.People {
		return set
	}
	for _, j := range m.apposition(i) {
		if t := m.r.Alone(m.s, j); len(t.States) == 1 && t.States[0].Leader != "" {
			return set.Completed(t)
		}
	}
	return set
}

// behindExcept holds for a phrase behind "except": what is said is said of all but those.
func (m *match) behindExcept(i int) bool {
	p := m.s.Chunks[m.listHead(i)].Case
	return p >= 0 && m.s.Chunks[p].Kind == annotate.Excepting
}

// governmentAlone holds for a phrase that means a state's government or economy and not the state itself, but where it is the subject of
// what it does with an organisation.
func (m *match) governmentAlone(i int) bool {
	head := &m.s.Units[m.s.Chunks[i].Head]
	if head.Cue("government") == nil {
		return false
	}
	return head.Cue("acting_government") == nil || m.s.Chunks[m.chunk].Kind != annotate.VerbGroup || m.s.Chunks[m.chunk].Subject != i
}

// commaBetween holds where a comma parts two phrases.
func (m *match) commaBetween(i, j int) bool {
	return slices.ContainsFunc(m.s.Chunks[i:j], func(c annotate.Chunk) bool { return c.Kind == annotate.Comma })
}

// distributes holds for a group of which each member is meant: "each of the three", "all five".
func (m *match) distributes(i int) bool {
	c := &m.s.Chunks[i]
	return m.cueIn("each", c.First, c.Last)
}

// meansMembers holds where the phrase, its possessor or what it is of speaks of several states: "all five", "the Baltic states", "of them".
func (m *match) meansMembers(i int) bool {
	for _, j := range append([]int{i, m.s.Chunks[i].Gen}, append(m.after(i, "of"), m.after(i, "for")...)...) {
		if j < 0 {
			continue
		}
		c := &m.s.Chunks[j]
		head := &m.s.Units[c.Head]
		if m.distributes(j) || head.Tag == annotate.TagPron || head.Quantity >= 0 || plural(m.s, c.Head) && head.Cue("state_noun") != nil || head.Has(annotate.Group) && !capital(m.s.Tokens[head.Last].Text) || c.Owner == "their" {
			return true
		}
	}
	return false
}

// owner is whose the phrase is, apart from the states of `not`: of its possessor, its pronoun, an adjective in it, an of-phrase behind it.
func (m *match) owner(i int, not resolve.Set) resolve.Set {
	return m.ownerBy(i, not, "of", "in", "for", "to")
}

// ownerBy is the owner where one behind the phrase follows one of the prepositions.
func (m *match) ownerBy(i int, not resolve.Set, preps ...string) resolve.Set {
	c := &m.s.Chunks[i]
	if c.Gen >= 0 {
		if set := m.setApart(m.listHead(c.Gen), not); !set.Empty() {
			return set
		}
		return m.ownerBy(c.Gen, not, preps...) // the country's economy's
	}
	if c.Owner == "our" || c.Owner == "my" {
		v, _ := m.theme(&Role{Is: "states"}) // of whom the text speaks, speaks
		return v.set
	}
	if c.Owner != "" {
		return m.r.PossessorApart(m.s, i, not)
	}
	if c.Owned {
		return m.r.Set(m.s, i) // its noun is left out: 31 percent of Kyrgyzstan's
	}
	if set := m.r.Nationals(m.s, i); !set.Empty() {
		return set
	}
	for _, prep := range preps {
		for _, j := range m.after(i, prep) {
			if j > i+3 || m.commaBetween(i, j) {
				break
			}
			if set := m.setApart(j, not); !set.Empty() {
				return set
			}
		}
	}
	return resolve.Set{}
}

// capital holds for a word with a capital: "Asia", and not "states" of "Central Asian states".
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
