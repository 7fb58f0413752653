package extract

import "ties.dev/ties/stages/annotate"

// flowSteps lead to what a statement on trade leaves out.
var flowSteps = []string{"duo", "tie", "implied", "theme", "counterpart", "worth", "opposite", "bare owner", "ouster", "beside it", "beforehand", "doer", "placed", "beside", "head", "ordinal", "over", "hung", "thither", "spoken", "agent", "whose", "itemized", "of late", "next", "leading", "named flow", "common", "relative", "front", "teller", "flowing", "onward"}

// teller is the verb group with which the prepositional phrase at chunk i goes, or -1.
func (m *match) teller(i int) int {
	c := m.s.Chunks[i].Case
	opens := c == 0
	if c > 0 {
		switch m.s.Chunks[c-1].Kind {
		case annotate.Comma, annotate.Coordinator, annotate.Semicolon, annotate.Subordinator:
			opens = true
		}
	}
	if !opens {
		return m.verb(i)
	}
	for v := i + 1; v < len(m.s.Chunks) && v < i+tellerReach; v++ {
		if m.s.Chunks[v].Kind == annotate.VerbGroup {
			return v
		}
	}
	return -1
}

// relative is the phrase that the relative pronoun of the clause takes up behind a preposition.
func (m *match) relative(clause int) []int {
	for j := range m.s.Chunks {
		c := &m.s.Chunks[j]
		if c.Clause != clause || c.Kind != annotate.Relative {
			continue
		}
		switch m.s.Phrase(c.First, c.Last) {
		case "with which", "to which", "from which", "with whom":
			if j > 0 && m.s.Chunks[j-1].Kind == annotate.Coordinator { // from which … and to which …
				if r := m.relativeBefore(j); r >= 0 {
					j = r
				}
			}
			for k := j - 1; k >= 0 && k >= j-2; k-- {
				if m.s.Chunks[k].Kind == annotate.NounPhrase {
					return []int{m.listHead(k)}
				}
			}
		}
	}
	return nil
}

// agent is the phrase of "by" right behind the passive verb group at v.
func (m *match) agent(v int) []int {
	if v < 0 || !m.s.Chunks[v].Passive && !m.s.Chunks[v].Reduced {
		return nil
	}
	for j := v + 1; j < len(m.s.Chunks) && m.s.Chunks[j].Kind != annotate.VerbGroup; j++ {
		if c := &m.s.Chunks[j]; c.Kind == annotate.NounPhrase && c.Case >= 0 && m.s.Units[m.s.Chunks[c.Case].First].Word == "by" {
			return []int{j}
		}
	}
	return nil
}

// withHead are the phrases whose head is a word of the class: those of the clause, then the others, each the nearest first.
func (m *match) withHead(i int, class string) []int {
	var near, far []int
	for d := 1; d < len(m.s.Chunks) && d <= headReach; d++ {
		for _, j := range [2]int{i - d, i + d} {
			if j < 0 || j >= len(m.s.Chunks) || m.s.Units[m.s.Chunks[j].Head].Cue(class) == nil {
				continue
			}
			if m.s.Chunks[j].Clause == m.s.Chunks[i].Clause {
				near = append(near, j)
			} else {
				far = append(far, j)
			}
		}
	}
	if j := m.spokenOf(i, class); j >= 0 {
		near = append([]int{j}, near...)
	}
	return append(near, far...)
}

// spokenOf is the subject of the phrase's verb, or what hangs on it with "of", where its head is of the class: what the clause speaks of, and
// not what comes next; or -1.
func (m *match) spokenOf(i int, class string) int {
	v := m.verb(i)
	if v < 0 || v > i || m.s.Chunks[v].Subject < 0 || m.s.Chunks[v].Subject > v || m.valueBefore() > m.s.Chunks[v].First {
		return -1
	}
	for _, j := range append([]int{m.s.Chunks[v].Subject}, m.after(m.s.Chunks[v].Subject, "of")...) {
		if m.s.Units[m.s.Chunks[j].Head].Cue(class) != nil {
			return j
		}
	}
	return -1
}

// beside is the chunk right before the phrase, its possessor and its preposition, or -1.
func (m *match) beside(i int) int {
	for m.s.Chunks[i].Gen >= 0 {
		i = m.s.Chunks[i].Gen
	}
	if c := m.s.Chunks[i].Case; c >= 0 && c < i {
		i = c
	}
	return i - 1
}

// tellerReach is how many phrases behind an opening one its verb may stand.
const tellerReach = 10

// headReach is how many phrases away one with a head of a class may stand.
const headReach = 60

// namedFlow is the flow that the sentence names: the last one before the anchor, else the first behind it.
func (m *match) namedFlow(role *Role) (value, bool) {
	name := ""
	for u := range m.s.Units {
		if f := m.flowWord(m.s, u); f != nil && (u < m.unit || name == "") {
			name = f.Name
		}
	}
	return value{codes: []string{name}, chunk: m.chunk}, name != "" && role.Is == "word"
}
