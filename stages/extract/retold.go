package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// toldOf is the state of the last fact that the table has taken, here or just before.
func (m *match) toldOf(role *Role) (value, bool) {
	t, ok := m.last(reach)
	if ok && role.Is == "word" && t.states[role.Name] != "" {
		return value{codes: []string{t.states[role.Name]}, chunk: -1}, true
	}
	if !ok || role.Is != "states" || t.states[role.Name] == "" {
		return value{}, false
	}
	if t.pair && role.Name == "country" && role.Not != "" {
		return m.common(role) // which of the two the text speaks of is not in the row
	}
	return value{set: resolve.Set{States: []resolve.State{{Code: t.states[role.Name]}}, Context: true}, chunk: -1}, true
}

// isCompared holds for a value against which another one is held: "up from 24 percent", "against 22 percent".
func (m *match) isCompared() bool {
	p := m.s.Chunks[m.chunk].Case
	return p >= 0 && m.cueIn("comparing", m.s.Chunks[p].First, m.s.Chunks[p].Last)
}

// retold is the state of the last fact told, unless the sentence or those before it in the paragraph speak of another one.
func (m *match) retold(role *Role) (value, bool) {
	t, _ := m.last(reach)
	if m.elsewhere() || m.namesOther(t) {
		return value{}, false
	}
	if set, ok := m.asked(); ok && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	if codes := m.toldIn(t.sentence); len(codes) > 1 && t.sentence == m.s.Index-1 && m.anaphoric() {
		return m.mainOf(role, codes)
	}
	if set, ok := m.r.InParagraph(m.s); ok && t.sentence < m.s.Index && t.paragraph < m.s.Paragraph && !set.Has(t.states[role.Name]) {
		return value{}, false
	}
	return m.toldOf(role)
}

// toldAlone is the one state of which the table has taken every fact so far, where neither the sentence nor its paragraph speaks of another.
func (m *match) toldAlone(role *Role) (value, bool) {
	code := ""
	for _, t := range m.memory.told[m.rule.Table.Name] {
		if c := t.states["country"]; c != "" && code != "" && c != code {
			return value{}, false
		} else if c != "" {
			code = c
		}
	}
	own := telling{sentence: -1, states: map[string]string{"country": code}}
	if code == "" || role.Is != "states" || m.namesOther(own) || m.elsewhere() {
		return value{}, false
	}
	if set, ok := m.asked(); ok && !set.Has(code) {
		return value{}, false
	}
	for i := m.s.Index - 1; i >= 0 && m.r.Doc.Sentence(i).Paragraph == m.s.Paragraph; i-- {
		if set, ok := m.r.InParagraph(m.r.Doc.Sentence(i + 1)); ok && !set.Has(code) {
			return value{}, false
		}
	}
	if set, ok := m.r.InHeading(m.s); ok && !set.Has(code) {
		return value{}, false
	}
	return value{set: resolve.Set{States: []resolve.State{{Code: code}}, Context: true}, chunk: -1}, true
}

// goneOn is the state of the fact that the sentence before, or this one, told last, where a pronoun or "the ratio" goes on with it.
func (m *match) goneOn(role *Role) (value, bool) {
	t, ok := m.last(1)
	if !ok || !m.anaphoric() || t.aside || t.paragraph != m.s.Paragraph || m.namesOther(t) || m.elsewhere() {
		return value{}, false
	}
	if codes := m.toldIn(t.sentence); len(codes) > 1 && t.sentence < m.s.Index {
		return m.mainOf(role, codes)
	}
	return m.toldOf(role)
}

// mainOf is the one of the states told in a sentence with which a pronoun of the next goes on: that which the text is about, else the first.
func (m *match) mainOf(role *Role, codes []string) (value, bool) {
	about, ok := m.r.Titled()
	if !ok {
		about, ok = m.r.Main()
	}
	if !ok || !slices.Contains(codes, about.States[0].Code) {
		about = resolve.Set{States: []resolve.State{{Code: codes[0]}}}
	}
	about.Context = true
	return value{set: about, chunk: -1}, role.Is == "states"
}

// toldIn are the states of which the table has taken facts in the sentence.
func (m *match) toldIn(sentence int) []string {
	var codes []string
	list := m.memory.told[m.rule.Table.Name]
	first := len(list)
	for first > 0 && list[first-1].sentence >= sentence {
		first--
	}
	for _, t := range list[first:] {
		if c := t.states["country"]; t.sentence == sentence && c != "" && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	return codes
}

// asked is the one state that a question or a fragment right before the sentence names: "And Georgia?"
func (m *match) asked() (resolve.Set, bool) {
	if m.s.Index == 0 {
		return resolve.Set{}, false
	}
	t := m.r.Doc.Sentence(m.s.Index - 1)
	if !t.Question && saysSomething(t) {
		return resolve.Set{}, false
	}
	set := m.r.InUnits(t, 0, len(t.Units)-1)
	return set, len(set.States) == 1
}

// topical is the state that the text is about at this place, in the last resort the one that its first sentences name.
func (m *match) topical(role *Role) (value, bool) {
	v, ok := m.focus(role)
	if set, asked := m.asked(); asked {
		v, ok = value{set: set, chunk: -1}, true
	}
	if !ok {
		v.chunk = -1
		v.set, ok = m.r.Lead()
	}
	if !ok || role.Is != "states" || m.namesOther(telling{sentence: -1, states: map[string]string{"country": v.set.States[0].Code}}) {
		return value{}, false
	}
	return v, true
}

// namesOther holds where the sentence names a state since the telling, or since it starts: the value may be that one's.
func (m *match) namesOther(t telling) bool {
	from := 0
	if t.sentence == m.s.Index {
		from = m.behindValue(t.unit) + 1
	}
	for u := from; u < m.unit; u++ {
		if x := m.s.Units[u].Meaning(annotate.Country); x != nil && x.Form != annotate.Capital && x.Code != t.states["country"] && !m.isHost(chunkOf(m.s, u)) {
			return true
		}
	}
	return false
}

// senders are the states whose migrants the sentence speaks of before the value: "by millions of Tajik and Kyrgyz workers: these
// remittances equal a third of the country's GDP". They count where the text does not say by name whose the whole is.
func (m *match) senders(role *Role) (value, bool) {
	if role.Is != "states" || m.wholeNamed() {
		return value{}, false
	}
	for i := m.chunk - 1; i >= 0; i-- {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || m.s.Units[c.Head].Cue("migrant") == nil {
			continue
		}
		if set := m.r.Modifiers(m.s, i); !set.Empty() {
			set.Context = true
			return value{set: set, chunk: i}, true
		}
	}
	if set := m.peopleAbroad(m.s, m.unit); len(set.States) == 1 {
		return value{set: set}, true
	}
	if c := &m.s.Chunks[0]; m.s.Index > 0 && c.First == c.Head && pronouns[m.s.Units[c.Head].Word] {
		if set := m.peopleAbroad(m.r.Doc.Sentence(m.s.Index-1), -1); len(set.States) == 1 {
			return value{set: set}, true
		}
	}
	return value{}, false
}

var pronouns = map[string]bool{"it": true, "this": true, "that": true, "they": true, "these": true}

// peopleAbroad are the states whose people the sentence speaks of as abroad before the unit: "the money that Kenyans abroad send home".
func (m *match) peopleAbroad(s *annotate.Sentence, before int) (set resolve.Set) {
	for u := 1; u < len(s.Units) && (before < 0 || u < before); u++ {
		if w := s.Units[u].Word; w != "abroad" && w != "overseas" {
			continue
		}
		if x := s.Units[u-1].Meaning(annotate.Country); x != nil && x.Form != annotate.Name {
			set.States = append(set.States, resolve.State{Code: x.Code})
		}
	}
	set.Context = true
	return set
}

// wholeNamed holds where the phrase behind the value's "of" says by name, or otherwise than as "the country's", whose it is.
func (m *match) wholeNamed() bool {
	of := m.after(m.chunk, "of")
	if len(of) == 0 {
		return false
	}
	c := &m.s.Chunks[of[0]]
	if c.Gen < 0 {
		set := m.r.Modifiers(m.s, of[0])
		return !set.Empty() || c.Owned
	}
	head := m.s.Units[m.s.Chunks[c.Gen].Head].Cue("state_noun")
	return head == nil || head.Plural
}

// sharesWhole holds where the "of" behind the value leaves its noun to the next value's: "31 percent of A's and 27 percent of B's GDP".
func (m *match) sharesWhole(class string) bool {
	i := m.chunk + 2
	if i >= len(m.s.Chunks) || m.s.Chunks[i-1].Kind != annotate.Preposition || m.s.Units[m.s.Chunks[i-1].First].Word != "of" || !m.s.Chunks[i].Owned {
		return false
	}
	for u := m.s.Chunks[i].Last + 1; u < len(m.s.Units); u++ {
		if isAnchor(m.s, u, m.rule.Anchor) {
			next := *m
			next.unit, next.chunk = u, chunkOf(m.s, u)
			return next.chunk >= 0 && next.ofWhat(class)
		}
	}
	return false
}
