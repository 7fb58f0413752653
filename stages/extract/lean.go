package extract

import (
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// relativeBefore is the nearest relative pronoun before chunk j, or -1.
func (m *match) relativeBefore(j int) int {
	for j--; j >= 0; j-- {
		if m.s.Chunks[j].Kind == annotate.Relative {
			return j
		}
	}
	return -1
}

// heldBy holds for a phrase with the preposition right behind it: "partners of the bloc", and not "partners with a turnover of".
func (m *match) heldBy(i int, prep string) bool {
	after := m.after(i, prep)
	return len(after) > 0 && m.s.Chunks[after[0]].Case == i+1
}

// flowHere is the state whose exports, imports or trade the sentence has named before the anchor.
func (m *match) flowHere(not resolve.Set) (resolve.Set, bool) { return m.flowOwnerIn(m.s.Index, not) }

// givesFigure holds for a short line that states a share or a sum and heads nothing.
func givesFigure(s *annotate.Sentence) bool {
	return slices.ContainsFunc(s.Quantities, func(q quantity.Quantity) bool {
		return q.Unit == quantity.Percent || q.Unit == quantity.Money
	})
}

// titledHere is the title's one state where the paragraph has named it before the anchor.
func (m *match) titledHere(resolve.Set) (resolve.Set, bool) {
	title, ok := m.r.Titled()
	if !ok {
		return resolve.Set{}, false
	}
	for i := m.s.Index; i >= 0 && m.s.Index-i < openingReach; i-- {
		if _, _, paragraph := m.r.Doc.Bounds(i); paragraph != m.s.Paragraph {
			break
		}
		last := -1
		if i == m.s.Index {
			last = m.unit - 1
		}
		if m.r.Names(i, last, title.States[0].Code) {
			return title, true
		}
	}
	return resolve.Set{}, false
}

// ouster is by whom the subject of the phrase's verb has been replaced, as the sentence goes on to say: "was its largest partner but
// was displaced by A".
func (m *match) ouster(i int) []int {
	own := m.verb(i)
	if own < 0 || m.s.Chunks[own].Subject < 0 {
		return nil
	}
	for v := max(own, i) + 1; v < len(m.s.Chunks) && v <= i+headReach; v++ {
		c := &m.s.Chunks[v]
		if c.Kind == annotate.VerbGroup && c.Passive && c.Subject == m.s.Chunks[own].Subject && m.cueIn("overtakes", c.First, c.Last) {
			return m.agent(v)
		}
	}
	return nil
}
