package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
)

// fill looks for the role's value at its places, the best first.
func (m *match) fill(role *Role) (value, bool) {
	m.stopped = false
	for i := range role.at {
		if v, ok := m.at(role, &role.at[i]); ok && !(role.Is == "states" && v.chunk >= 0 && m.behindExcept(v.chunk) && m.s.Chunks[v.chunk].Clause == m.s.Chunks[m.chunk].Clause) {
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
	case "as many":
		return m.asMany(role)
	case "hosts above":
		set := m.hostsAbove()
		return value{set: set, chunk: -1}, role.Is == "states" && len(set.States) == 1
	case "givers":
		set := m.givers()
		return value{set: set, chunk: -1}, role.Is == "states" && !set.Empty()
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
	case "again", "again lately":
		return m.againSince(role, place)
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
		if _, n := m.placeInValues(); !ok && n > 1 && !m.cueIn("states", m.s.Chunks[m.chunk].First, m.unit-1) && !m.datedSingly(n) {
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
	case "named flow":
		return m.namedFlow(role)
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
