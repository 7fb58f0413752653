package annotate

// unionAmong holds for the European Union inside a row of states, between the state at i and a further one, and for the state behind it there:
// "China, the European Union and Japan".
func (s *Sentence) unionAmong(i, m int, conj bool) bool {
	if s.union(m) {
		n := s.pastMarks(m + 1)
		return !conj && s.bareState(i) && n >= 0 && s.bareState(n)
	}
	first := s.Chunks[i].List
	return s.union(i) && s.bareState(m) && first >= 0 && first != i && s.bareState(first)
}

// pastMarks is the phrase behind the comma or coordinator at j, or both, or -1.
func (s *Sentence) pastMarks(j int) int {
	for k := j; k < len(s.Chunks) && k < j+3; k++ {
		switch s.Chunks[k].Kind {
		case Comma, Coordinator:
		case NounPhrase:
			if k == j {
				return -1
			}
			return k
		default:
			return -1
		}
	}
	return -1
}

// union holds for the one body of states that is listed beside states as one.
func (s *Sentence) union(i int) bool {
	m := s.Units[s.Chunks[i].Head].Meaning(Organization)
	return m != nil && m.Code == "EU" && s.Chunks[i].Gen < 0 && !s.Chunks[i].Owned
}
