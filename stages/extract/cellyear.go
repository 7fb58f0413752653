package extract

// cellYear is the year that fills a cell of the anchor's row alone: "Kenya | 4,060 | 3.6 | 2022". 0 for none, or for several.
func (m *match) cellYear() int {
	year := 0
	for u := range m.s.Units {
		y := m.s.YearAt(u)
		if y == 0 || m.s.Units[u].First != m.s.Units[u].Last || len(m.s.Tokens[m.s.Units[u].First].Text) != len("2022") || !m.edge(u-1) || !m.edge(u+1) {
			continue
		}
		if year != 0 || !m.s.Row {
			return 0
		}
		year = y
	}
	return year
}

// edge holds for the mark between two cells, and for the end of a row.
func (m *match) edge(u int) bool {
	return u < 0 || u >= len(m.s.Units) || m.s.Units[u].Word == "|"
}
