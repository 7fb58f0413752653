package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// ownerSaid sets the owner where the sentence names it: the subject of the verb that does the flow, the possessor of its phrase, an
// adjective in it, an of-phrase behind it.
func (m *match) ownerSaid(t *tie) {
	if t.does >= 0 {
		if subject := m.step(t.does, "subject"); len(subject) > 0 {
			set := m.doer(subject[0])
			if len(set.States) == 1 && !set.Context {
				t.owner = set
			}
			return
		}
	}
	if t.noun < 0 || m.ownedAgain(t.noun) || m.s.Chunks[t.noun].Owner != "" {
		return
	}
	preps := append([]string{"of"}, t.flow.Whence...)
	if t.role {
		preps = []string{"of", "for"}
		for _, prep := range preps {
			for _, j := range m.after(t.noun, prep) {
				if more := m.goodsOf(t, j); len(more) > 1 {
					t.owner = m.ownerBy(j, resolve.Set{}, more...)
				}
			}
		}
	}
	if !t.owner.Empty() {
		return
	}
	if m.s.Units[m.s.Chunks[t.noun].Head].Cue("earning_noun") != nil {
		preps = []string{"of"}
	}
	if set := m.ownerBy(t.noun, resolve.Set{}, preps...); len(set.States) == 1 && !(set.Context && m.allThings(t.noun)) {
		t.owner = set
		return
	}
	if set := m.homeBehind(t.flow, t.noun); !t.role && len(set.States) == 1 {
		t.owner = set
	}
}

// otherActor holds for a phrase that names a body or what no gazetteer knows: what it sells or buys is no state's.
func (m *match) otherActor(i int) bool {
	head := &m.s.Units[m.s.Chunks[i].Head]
	return m.s.Chunks[i].Gen < 0 && (head.Has(annotate.Organization) || head.Has(annotate.Group) || head.Tag == annotate.TagName && !head.Has(annotate.Country) && !head.Has(annotate.Person))
}

// homeBehind is the state itself behind the other end: "imports from A to B", "exports to A from B".
func (m *match) homeBehind(f *Flow, noun int) resolve.Set {
	far := noun + 4
	if noun < 0 || far >= len(m.s.Chunks) || !m.leadsTo(f, noun+2) || m.s.Chunks[far].Kind != annotate.NounPhrase || m.s.Chunks[far].Case != far-1 {
		return resolve.Set{}
	}
	if !slices.Contains(f.Whence, m.s.Phrase(m.s.Chunks[far-1].First, m.s.Chunks[far-1].Last)) {
		return resolve.Set{}
	}
	return m.r.Set(m.s, far)
}

// doer is the state that the phrase means, or whose people it names: "what the Thais bought".
func (m *match) doer(j int) resolve.Set {
	if set := m.r.Set(m.s, j); !set.Empty() {
		return set
	}
	return m.r.Nationals(m.s, j)
}

// tieOwner is the state whose flow it is where its phrase does not name it: the subject of the clause that it takes up ("its exports"),
// the one for which a relative clause says it, or the one of whose ties the text speaks.
func (m *match) tieOwner(t *tie) resolve.Set {
	m.assume("partner", t.partner)
	role := &Role{Is: "states", Name: "country", Not: "partner"}
	if t.does >= 0 {
		for _, j := range m.step(t.does, "subject") {
			if set := m.setApart(j, t.partner); len(set.States) == 1 {
				return set
			}
			if set := m.ownerBy(j, t.partner, "of"); len(set.States) == 1 {
				return set
			}
		}
	}
	if t.noun >= 0 && (m.ownedAgain(t.noun) || m.s.Chunks[t.noun].Owner != "") {
		if v := m.verb(m.chunk); m.s.Chunks[t.noun].Owner == "its" && v >= 0 && m.oneFirm(m.s.Chunks[v].Subject) {
			return resolve.Set{}
		}
		if set := m.takenUp(t, role); !set.Empty() {
			return set
		}
		if set := m.ownerBy(t.noun, t.partner, "of", "for").Without(t.partner); !set.Empty() {
			return set
		}
		return m.resumed(role)
	}
	if set := m.relativeFor(t); !set.Empty() {
		return set
	}
	v := m.verb(m.chunk)
	if i := m.partSubject(t, v); i >= 0 && m.s.Chunks[i].Owner == "" {
		if set := m.ownerBy(i, t.partner, t.flow.Whence...).Without(t.partner); len(set.States) == 1 {
			return set // exports from Kenya to A made up 40 percent of all exports
		}
		if set := m.homeBehind(t.flow, i).Without(t.partner); len(set.States) == 1 {
			return set
		}
	}
	if v >= 0 && m.doing(v) == t.flow {
		for _, j := range m.step(v, "subject") {
			if set := m.setApart(j, t.partner); len(set.States) == 1 {
				return set
			}
		}
	}
	if set := m.recorder(t, v); !set.Empty() {
		return set
	}
	if v >= 0 && m.rule.Anchor == "money" {
		for _, j := range m.own(m.after(v, "for")) {
			if set := m.r.Set(m.s, j).Without(t.partner); len(set.States) == 1 {
				return set // was worth $3 billion for A
			}
		}
	}
	if set := m.ownerLater(t); !set.Empty() {
		return set
	}
	if set := m.recordingState().Without(t.partner); len(set.States) == 1 && !t.again {
		return set
	}
	if told, ok := m.last(1); ok && told.pair && t.flow.Name != "total" {
		if v, ok := m.otherOf(told, t.partner); ok {
			return v.set // trade of A and B came to $7 billion; exports to B were $4 billion
		}
	}
	if t.again && t.flow.Name == "total" {
		if v, ok := m.common(role); ok && !v.set.Within(t.partner) {
			return v.set
		}
	}
	if t.again {
		if v, ok := m.toldOf(role); ok && !v.set.Within(t.partner) {
			return v.set
		}
	}
	if v, ok := m.theme(role); ok {
		return v.set
	}
	return resolve.Set{}
}

// recorder is the subject of a verb by which a state has a flow as its own: "did $3 billion in trade with A", "recorded exports of …".
func (m *match) recorder(t *tie, v int) resolve.Set {
	if v < 0 || v > m.chunk || t.role || t.again || t.noun <= v || m.s.Chunks[v].Passive || !recording[m.s.Chunks[v].Lemma] && !m.cueIn("records", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return resolve.Set{}
	}
	for _, j := range m.step(v, "subject") {
		if set := m.setApart(j, t.partner); len(set.States) == 1 {
			return set
		}
	}
	return resolve.Set{}
}

// recording are the auxiliaries that are verbs of the class as well, by themselves.
var recording = map[string]bool{"do": true, "have": true}

// recordingState is the state whose office counts the flow: "exports to A rose to $2 billion, the Georgian statistics office said".
func (m *match) recordingState() resolve.Set {
	for i := range m.s.Chunks {
		if c := &m.s.Chunks[i]; c.Kind == annotate.NounPhrase && m.cueIn("records_office", c.First, c.Last) {
			if set := m.ownerBy(i, resolve.Set{}, "of"); len(set.States) == 1 && !set.Context {
				return set
			}
		}
	}
	return resolve.Set{}
}

// ownerLater is the owner of the same flow in what the sentence says next: "sales to A came to $3 billion, or 30 percent of B's exports".
func (m *match) ownerLater(t *tie) resolve.Set {
	for i := m.chunk + 1; i < len(m.s.Chunks) && i <= m.chunk+ownerReach; i++ {
		c := &m.s.Chunks[i]
		if c.Kind != annotate.NounPhrase || m.flowAt(i) != t.flow || c.Owner != "" {
			continue
		}
		if set := m.ownerBy(i, t.partner); len(set.States) == 1 {
			return set.Without(t.partner)
		}
	}
	return resolve.Set{}
}

// ownerReach is how many phrases behind a value its flow may be named again.
const ownerReach = 10

// takenUp is the state that "its" and "the country's" take up: the subject of the clause, where that is a state, else that of the fact
// told before.
func (m *match) takenUp(t *tie, role *Role) resolve.Set {
	if v := m.verb(m.chunk); v >= 0 && m.s.Chunks[v].Subject >= 0 && m.s.Chunks[v].Subject != m.chunk && m.s.Chunks[v].Subject != t.noun && !m.holdsRole(t, v) {
		if set := m.r.Set(m.s, m.s.Chunks[v].Subject).Without(t.partner); len(set.States) == 1 && (!set.Context || oneOfTwo[m.s.Units[m.s.Chunks[m.s.Chunks[v].Subject].Head].Word]) {
			return set
		}
	}
	if i := m.partSubject(t, m.verb(m.chunk)); i >= 0 && m.s.Chunks[i].Owner == "" {
		if set := m.ownerBy(i, t.partner).Without(t.partner); len(set.States) == 1 {
			return set // Kenya's sales to A came to 40 percent of its exports
		}
	}
	return m.toldOwner(role, t.noun)
}

// oneFirm holds for a phrase that means one thing of a state and not the state: "Kenya's biggest brewery sends half of its exports to A".
func (m *match) oneFirm(i int) bool {
	if i < 0 || i == m.chunk || m.s.Chunks[i].Gen < 0 || m.flowWord(m.s, m.s.Chunks[i].Head) != nil {
		return false
	}
	c := &m.s.Chunks[i]
	head := &m.s.Units[c.Head]
	return head.Tag == annotate.TagNoun && !plural(m.s, c.Head) && !head.Has(annotate.Country) && !head.Has(annotate.Office) && head.Cue("state_noun") == nil && head.Cue("government") == nil && head.Cue("end_noun") == nil && len(m.r.Set(m.s, i).States) == 0
}

// holdsRole holds for a verb that says of its subject that it has the role: "A was the country's largest customer, ahead of B".
func (m *match) holdsRole(t *tie, v int) bool {
	c := &m.s.Chunks[v]
	return t.role && (c.Object == t.noun || m.amongRoles(t, v)) && (c.Lemma == "be" || m.cueIn("persist", c.First, c.Last) || m.cueIn("reaches", c.First, c.Last))
}

// amongRoles holds for "are among the country's top markets": the role stands behind the verb's "among".
func (m *match) amongRoles(t *tie, v int) bool {
	p := m.s.Chunks[t.noun].Case
	return p == v+1 && m.s.Units[m.s.Chunks[p].First].Cue("one_of") != nil
}

// relativeFor is what a clause with "for which" says it of.
func (m *match) relativeFor(t *tie) resolve.Set {
	for j := m.chunk; j > 0 && m.s.Chunks[j].Clause == m.s.Chunks[m.chunk].Clause; j-- {
		c := &m.s.Chunks[j]
		if c.Kind == annotate.Relative && strings.HasPrefix(m.s.Phrase(c.First, c.Last), "for ") {
			for k := j - 1; k >= 0 && k >= j-2; k-- {
				if set := m.r.Set(m.s, k); m.s.Chunks[k].Kind == annotate.NounPhrase && len(set.States) == 1 {
					return set
				}
			}
		}
	}
	return resolve.Set{}
}
