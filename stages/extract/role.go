package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// fill looks for the role's value at its places, the best first.
func (m *match) fill(role *Role) (value, bool) {
	m.stopped = false
	for i := range role.at {
		if v, ok := m.at(role, &role.at[i]); ok && !(role.Is == "states" && v.chunk >= 0 && m.behindExcept(v.chunk)) {
			v.place, v.copula = role.At[i], m.copulaTo(v.chunk)
			v, ok = m.guests(role, v)
			if ok && role.Company {
				v.set = m.inCompany(v.set)
			}
			return v, ok
		}
		if m.stopped {
			break
		}
	}
	return value{}, false
}

// modes say how the phrase at the end of a path is taken: all of it, whose it is, what stands before its head,
// any unit in it, or the state that it names by its own name.
var modes = []string{"owner", "modifier", "phrase", "named", "led", "possessor", "itself", "adjacent", "noun", "people", "genitive", "host", "whose", "resumed", "city", "alone"}

func (m *match) at(role *Role, at *place) (value, bool) {
	place := at.name
	switch place {
	case "topic":
		return m.topic(role)
	case "context":
		return m.context(role)
	case "understood":
		return m.understood()
	case "gapped":
		return m.gapped(role)
	case "alike":
		return m.alike(role)
	case "introduced bloc":
		return m.introBloc()
	case "page":
		return m.page(role)
	case "hosts above":
		set := m.hostsAbove()
		return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) == 1
	case "lately":
		code, ok := m.r.LastOrganization(m.s, m.chunk)
		return value{codes: []string{code}, chunk: -1}, ok && role.Is == "organization"
	case "about":
		code, ok := m.r.MainOrganization()
		return value{codes: []string{code}, chunk: -1}, ok
	case "bare about", "dated about":
		if m.complemented() || place == "dated about" && m.nearYear().none {
			return value{}, false
		}
		code, ok := m.r.MainOrganization()
		return value{codes: []string{code}, chunk: -1}, ok
	case "after leaving":
		return m.againIf("former", "suspended")
	case "again now":
		if t, ok := m.last(0); !ok || t.states["status"] != "member" {
			return value{}, false
		}
		return m.again(role)
	case "as before":
		return m.againIf("member", "non_member")
	case "again":
		return m.again(role)
	case "pair":
		return m.paired(role)
	case "tie":
		return m.tied(role)
	case "duo":
		return m.duo(role)
	case "sole":
		return m.sole(role)
	case "told":
		return m.toldOf(role)
	case "focus":
		return m.focus(role)
	case "where":
		return m.where(role)
	case "headed":
		set := m.r.Headed(m.s, m.unit)
		return value{set: set, chunk: -1}, role.Is == "states" && !set.Empty()
	case "senders":
		return m.senders(role)
	case "ordered":
		if role.Is != "states" {
			return value{}, false
		}
		v, ok := m.inOrder()
		if _, n := m.placeInValues(); !ok && n > 1 && !m.cueIn("states", m.s.Chunks[m.chunk].First, m.unit-1) {
			m.stopped = true // which value is whose is not said
		}
		return v, ok
	case "unowned":
		m.stopped = m.ownedByOther() || m.elsewhere()
		return value{}, false
	case "retold":
		return m.retold(role)
	case "gone on":
		return m.goneOn(role)
	case "told alone":
		return m.toldAlone(role)
	case "topical":
		if m.elsewhere() {
			return value{}, false
		}
		return m.topical(role)
	case "since value":
		if m.valueBefore() < 0 {
			return value{}, false
		}
		return m.since(role)
	case "since":
		return m.since(role)
	case "compared":
		if m.isCompared() {
			return m.toldOf(role)
		}
		return value{}, false
	case "aligned":
		return m.aligned(role)
	case "counted":
		return m.counted(role)
	case "verb left out":
		return m.verbless(role)
	case "lined":
		set := m.r.InUnits(m.s, 0, m.unit-1)
		return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) == 1
	case "tabled":
		return m.tabled(role)
	case "last":
		t, ok := m.lastTold()
		return value{occasion: &t.Occasion, chunk: -1}, ok && role.Is == "event"
	case "reported":
		o, ok := m.r.Reported()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event" && len(o.Years) == 1
	case "there":
		o, ok := m.there()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "meanwhile":
		o, ok := m.meanwhile()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "apart":
		o, ok := m.apart()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "scene":
		o, ok := m.scene()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "numbered":
		return m.numbered(role)
	case "saying":
		return m.saying()
	case "hosting":
		o, ok := m.hosting()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "joining":
		o, ok := m.joining()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "closing":
		set := m.closing()
		return value{set: set, chunk: -1}, role.Is == "states" && !set.Empty()
	case "intro":
		o, ok := m.introOccasion()
		return value{occasion: &o, chunk: -1}, ok && role.Is == "event"
	case "entry":
		set := m.entryStates()
		return value{set: set, chunk: -1}, !set.Empty() && role.Is == "states"
	case "itemized":
		return m.itemized(role)
	case "flowing":
		return m.flowing(role)
	case "common":
		return m.common(role)
	case "of late":
		return m.ofLate(role)
	case "theme":
		return m.theme(role)
	case "worth":
		return m.worth(role)
	case "beside it":
		return m.besideIt(role)
	case "bare owner":
		return m.bareOwner(role)
	case "opposite":
		return m.opposite(role)
	case "counterpart":
		return m.counterpart(role)
	case "implied":
		return m.implied(role)
	}
	path, mode := at.path, at.mode
	if role.Is == "organization" && m.s.Chunks[m.chunk].Kind == annotate.VerbGroup && mode == "" {
		switch {
		case slices.Contains(prepositions, place):
			return m.allAfter(place)
		case place == "object":
			return m.objects()
		}
	}
	for _, i := range m.walk(m.chunk, path) {
		if i < 0 || m.s.Chunks[i].Kind != annotate.NounPhrase && mode != "phrase" && role.Is != "rank" {
			continue
		}
		if role.Is == "event" && m.verbBetween(i) {
			continue
		}
		if v, ok := m.take(role, i, mode); ok {
			v.chunk = i
			if role.Is == "organization" && mode == "" {
				v.codes = m.withFurther(i, v.codes)
			}
			return v, true
		}
		if role.Is == "organization" && len(path) > 0 && slices.Contains(prepositions, path[len(path)-1]) {
			break // a member of the staff of the EU: only what the first phrase names
		}
	}
	return value{}, false
}

// behindExcept holds for a phrase behind "except": what is said is said of all but those.
func (m *match) behindExcept(i int) bool {
	p := m.s.Chunks[m.listHead(i)].Case
	return p >= 0 && m.s.Chunks[p].Kind == annotate.Excepting
}

// take reads a value of the role's kind from the phrase at chunk i.
func (m *match) take(role *Role, i int, mode string) (value, bool) {
	switch role.Is {
	case "states":
		return m.states(role, i, mode)
	case "organization":
		return m.organizations(i, mode)
	case "event":
		for _, o := range m.r.Occasions(m.s) {
			if o.Chunk == i || m.s.Chunks[o.Chunk].List == i {
				return value{occasion: &o}, true
			}
		}
		if c := &m.s.Chunks[i]; c.First == c.Last && m.s.Units[c.Head].Word == "it" {
			o, ok := m.r.EarlierOccasion(m.s, m.chunk)
			return value{occasion: &o}, ok
		}
	case "percent", "money", "dollars":
		return m.quantity(role, i)
	case "number":
		q := m.s.Units[m.unit].Quantity
		return value{number: &m.s.Quantities[q]}, q >= 0
	case "rank":
		return m.rank(i)
	case "word":
	case "name":
		return m.name(i)
	}
	return value{}, false
}

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
		set = m.r.Set(m.s, i)
	default:
		set = m.withName(i, m.setApart(i, not))
	}
	if role.Without != nil {
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
		m.stopped = true // what is said of a group is said of none of its members
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

func (m *match) quantity(role *Role, i int) (value, bool) {
	want := quantity.Percent
	if role.Is != "percent" {
		want = quantity.Money
	}
	for u := m.s.Chunks[i].First; u <= m.s.Chunks[i].Last; u++ {
		if q := m.s.Units[u].Quantity; q >= 0 && m.s.Quantities[q].Unit == want {
			if again := saidAgain(m.s, u, m.rule.Anchor); again >= 0 && isAnchor(m.s, u, m.rule.Anchor) {
				q = m.s.Units[again].Quantity
			}
			number := &m.s.Quantities[q]
			return value{number: number}, role.Is != "dollars" || number.Currency == "USD"
		}
	}
	return value{}, false
}

// name is the words of the phrase between its determiner and its head, as a name in the text's own letters.
func (m *match) name(i int) (value, bool) {
	c := &m.s.Chunks[i]
	first, last := -1, -1
	for u := c.First; u <= c.Last; u++ {
		if t := m.s.Units[u].Tag; t == annotate.TagName && !m.s.Units[u].Has(annotate.Country) {
			if first < 0 {
				first = u
			}
			last = u
		}
	}
	if first < 0 {
		return value{}, false
	}
	name := m.s.Surface(m.r.Doc.Text, m.s.Units[first].First, m.s.Units[last].Last)
	return value{codes: []string{name}}, true
}

// implied is the topic where the anchor's phrase itself says of nothing else whose it is: not "the largest partner of the bloc".
func (m *match) implied(role *Role) (value, bool) {
	c := &m.s.Chunks[m.chunk]
	if c.Gen >= 0 || c.Owner != "" || m.heldBy(m.chunk, "of") || m.heldBy(m.chunk, "for") {
		return value{}, false
	}
	return m.theme(role)
}

// topic is what the paragraph is speaking of: for states the last single subject, for an event the last one named.
func (m *match) topic(role *Role) (value, bool) {
	switch role.Is {
	case "states":
		set, ok := m.r.TopicApart(m.s, m.chunk, m.values[role.Not].set)
		set = set.Without(m.values[role.Not].set)
		return value{set: set, chunk: -1}, ok && !set.Empty() && (!role.Single || len(set.States) == 1)
	case "event":
		if o, ok := m.r.LastOccasion(m.s, m.chunk); ok && (len(o.Years) > 0 || m.r.About(&o)) && !m.otherEvent() && !m.r.Speech() {
			return value{occasion: &o, chunk: -1}, true
		}
	case "organization":
		if code, ok := m.r.LastOrganization(m.s, m.chunk); ok {
			return value{codes: []string{code}, chunk: -1}, true
		}
	}
	return value{}, false
}

// focus is the state that the text is about at this place: the subject of the sentences before it in the paragraph, then the
// one that a heading above it names alone.
func (m *match) focus(role *Role) (value, bool) {
	if role.Is != "states" {
		return value{}, false
	}
	not := m.values[role.Not].set
	for _, about := range []func() (resolve.Set, bool){
		func() (resolve.Set, bool) { return m.r.InParagraph(m.s) },
		func() (resolve.Set, bool) { return m.r.InHeading(m.s) }, m.r.Main,
	} {
		set, ok := about()
		if set = set.Without(not); ok && len(set.States) == 1 {
			set.Context = true
			return value{set: set, chunk: -1}, true
		}
	}
	return value{}, false
}

func (m *match) context(role *Role) (value, bool) { return m.topic(role) }
