package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

func (m *match) step(i int, step string) []int {
	s := m.s
	c := &s.Chunks[i]
	switch step {
	case "self":
		return []int{i}
	case "measure":
		return one(m.measure)
	case "of before":
		if v := m.verb(i); v >= 0 {
			before := m.valueBefore()
			return slices.DeleteFunc(m.fronted(v, "of"), func(j int) bool { return s.Chunks[j].First <= before })
		}
	case "verb":
		return one(m.verb(i))
	case "main":
		return one(m.mainVerb(i))
	case "subject":
		if v := m.verb(i); v >= 0 {
			return one(s.Chunks[v].Subject)
		}
	case "object":
		if v := m.verb(i); v >= 0 {
			return one(s.Chunks[v].Object)
		}
	case "equals":
		return m.equals(i)
	case "inverted":
		return m.inverted()
	case "speaker": // the subject, whatever its verb makes of what he speaks of
		return m.step(i, "subject")
	case "copula":
		return m.copula(i)
	case "apposition":
		return m.apposition(i)
	case "introduced":
		return m.introduced(i)
	case "trailing":
		return m.trailing(i)
	case "holder":
		return one(c.Gen)
	case "ascribed":
		return one(m.ascribed(i))
	case "gap":
		return one(m.gap(i))
	case "explained":
		if c.List == i {
			return one(c.Appos)
		}
	case "wider":
		return one(m.wider(i))
	case "antecedent":
		return one(m.antecedent(i))
	case "listed":
		return m.listed(i)
	case "owner":
		return one(c.Gen)
	case "case":
		return one(c.Case)
	case "standing":
		return one(m.standing(i))
	case "aside":
		return m.asides(i)
	case "directly": // of, right behind the phrase
		if i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Preposition && s.Units[s.Chunks[i+1].First].Word == "of" {
			return []int{i + 2}
		}
	case "mates":
		if l := c.List; l >= 0 && l < i {
			return []int{l}
		}
	case "chosen":
		return one(m.chosen(i))
	case "directly behind":
		return m.namesBehind(i)
	case "among them":
		return m.amongThem(i)
	case "creating":
		return one(m.creating(i))
	case "founded":
		return one(m.founded())
	case "along":
		return one(m.along(i))
	case "fronted inside":
		return one(m.frontedInside(i))
	case "but not of":
		return m.butNotOf(i)
	case "rest":
		return m.rest(i)
	case "inside", "outside", "gone", "subjected":
		return one(m.located(i, step))
	case "host":
		if h := m.host(i); h >= 0 && !m.verbIn(h, i) {
			return []int{h}
		}
	case "bracket":
		return m.bracket(i)
	case "enclosed":
		return m.enclosed(i)
	case "before":
		return m.near(i, -1)
	case "after":
		return m.near(i, 1)
	case "clause":
		return m.phrases(func(j int) bool { return j != i && s.Chunks[j].Clause == c.Clause })
	case "sentence":
		return m.phrases(func(j int) bool { return true })
	case "possessed":
		if c.Owned && i+1 < len(s.Chunks) && s.Chunks[i+1].Gen == i {
			return []int{i + 1}
		}
	case "behind":
		if i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.NounPhrase {
			return []int{i + 1}
		}
	case "beside":
		return one(m.beside(i))
	case "freely": // the verb of "what A produces"
		if s.Units[c.Head].Word == "what" {
			return m.step(i, "onward")
		}
	case "onward":
		for v := i + 1; v < len(s.Chunks) && v <= i+3; v++ {
			if s.Chunks[v].Kind == annotate.VerbGroup {
				return []int{v}
			}
		}
	case "abridged":
		return one(m.abridged(i))
	case "whereto":
		return one(m.whereto(i))
	case "underway":
		return one(m.underway(i))
	case "juxtaposed": // B in "A is a member and B an observer"
		if i > 1 && s.Chunks[i-1].Kind == annotate.NounPhrase && s.Chunks[i-1].List == i-1 && s.Chunks[i-2].Kind == annotate.Coordinator {
			return []int{i - 1}
		}
	case "dashed": // the bloc – A, B and C –
		if m.unit == c.Last && i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Dash && s.Chunks[i+2].Kind == annotate.NounPhrase {
			if end := listEnd(s, i+2); end < len(s.Chunks) && s.Chunks[end].Kind == annotate.Dash {
				return []int{i + 2}
			}
		}
	case "coupled": // A in "between the bloc and A"
		if i+2 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Coordinator && s.Chunks[i+2].Kind == annotate.NounPhrase && s.Chunks[i+2].List == i+2 {
			return []int{i + 2}
		}
	case "teller":
		return one(m.teller(i))
	case "relative":
		return m.relative(c.Clause)
	case "front":
		first := 0
		if s.Chunks[0].Kind == annotate.Other { // a bullet
			first = 1
		}
		if len(s.Chunks) > first+1 && s.Chunks[first].Kind == annotate.Preposition && s.Phrase(s.Chunks[first].First, s.Chunks[first].Last) == "of" {
			return []int{first + 1}
		}
	case "leading": // between the value before, or the head of the sentence, and the chunk
		before := m.behindValue(m.valueBefore())
		return m.phrases(func(j int) bool { return j < i && s.Chunks[j].First > before })
	case "next":
		if i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.VerbGroup {
			return []int{i + 1}
		}
	case "doer":
		if v := m.verb(i); v >= 0 && s.Chunks[v].Object == m.listHead(i) {
			return one(s.Chunks[v].Subject)
		}
	case "placed":
		return one(m.placed(i))
	case "ouster":
		return m.ouster(i)
	case "beforehand":
		return one(m.beforehand(i))
	case "agent":
		return m.agent(m.verb(i))
	case "thither":
		return m.phrases(func(j int) bool {
			return j > i && s.Chunks[j].Clause == c.Clause && s.Chunks[j].First == s.Chunks[j].Last && s.Units[s.Chunks[j].Head].Word == "there"
		})
	case "described":
		return one(m.described(i))
	case "hung":
		return m.hung(i)
	case "ordinal":
		return m.ordinalBehind(i)
	default:
		if class, ok := strings.CutPrefix(step, "@"); ok {
			return m.withHead(i, class)
		}
		if prep, ok := strings.CutPrefix(step, "^"); ok && c.Kind == annotate.VerbGroup {
			return m.fronted(i, prep)
		}
		if prep, ok := strings.CutPrefix(step, "<"); ok {
			return one(m.latest(i, prep))
		}
		if prep, ok := strings.CutPrefix(step, "~"); ok {
			return m.after(i, prep)
		}
		return m.after(i, step)
	}
	return nil
}
