package extract

import "ties.dev/ties/stages/annotate"

// pastRespectively is the chunk of the comma behind "respectively" after the one at i, else i: "9 and 8 percent, respectively, of exports".
func (m *match) pastRespectively(i int) int {
	j := i + 1
	if j < len(m.s.Chunks) && m.s.Chunks[j].Kind == annotate.Comma {
		j++
	}
	if j >= len(m.s.Chunks) || m.s.Chunks[j].Kind != annotate.Adverb || m.s.Units[m.s.Chunks[j].Last].Word != "respectively" {
		return i
	}
	if j+1 < len(m.s.Chunks) && m.s.Chunks[j+1].Kind == annotate.Comma {
		j++
	}
	return j
}

// lastOfList is the last value of the list that the anchor is in: "12, 9 and 8 percent of exports".
func (m *match) lastOfList() int {
	last := m.chunk
	if j := last + 2; j < len(m.s.Chunks) && m.s.Chunks[j].Case == last+1 && m.s.Units[m.s.Chunks[last+1].First].Word == "of" {
		return last // 95 percent of that and 35 percent of all exports
	}
	if list := m.s.Chunks[m.chunk].List; list >= 0 {
		for i := m.chunk + 1; i < len(m.s.Chunks); i++ {
			if c := &m.s.Chunks[i]; c.List == list && m.s.Units[c.Last].Quantity >= 0 {
				last = i
			}
		}
	}
	return last
}

// whole is the phrase that says of what the value is a part, behind it or in front of its clause; or -1.
func (m *match) whole() int {
	last := m.pastRespectively(m.lastOfList())
	for _, prep := range []string{"of", "in"} {
		for _, j := range m.after(last, prep) {
			if direct := m.s.Chunks[j].Case <= last+1 || m.s.Chunks[j].Case == last+2 && m.s.Units[m.s.Chunks[last+1].First].Word == "worth"; direct && prep == "of" || j <= last+3 && m.inFlow(j) {
				return j
			}
		}
	}
	if v := m.verb(m.chunk); v >= 0 {
		for _, j := range m.fronted(v, "of") {
			return j
		}
	}
	if j := m.step(m.chunk, "front"); len(j) > 0 && m.rule.Anchor == "percent" && (m.inFlow(j[0]) || m.allThings(j[0])) {
		return j[0]
	}
	return -1
}
