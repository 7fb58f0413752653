package annotate

// inSeries is the verb group before the comma at p that has its subject in common with the one at v, where a coordinator adds a further
// one behind: "A borders B, owns its railway, and is its main customer"; or -1.
func (s *Sentence) inSeries(v, p int) int {
	if v != p+1 || !s.coordinatedVerb(v) {
		return -1
	}
	for q := p - 1; q >= 0; q-- {
		switch c := &s.Chunks[q]; c.Kind {
		case VerbGroup:
			if !c.Finite || c.Subject < 0 || c.Subject > q || s.Units[s.Chunks[c.Subject].First].Word == "whose" || s.relativeOf(q) >= 0 || s.temporalOf(q) || s.quotative(q) {
				return -1
			}
			return q
		case NounPhrase, Preposition, When, Adverb, Coordinator, Open, Close:
		default:
			return -1
		}
	}
	return -1
}

// coordinatedVerb holds where a coordinator joins a finite verb to the one at v before the sentence goes on with a subject.
func (s *Sentence) coordinatedVerb(v int) bool {
	for j := v + 1; j+1 < len(s.Chunks); j++ {
		switch s.Chunks[j].Kind {
		case Coordinator:
			if k := j + 1; s.Chunks[k].Kind == VerbGroup || s.Chunks[k].Kind == Adverb && k+1 < len(s.Chunks) && s.Chunks[k+1].Kind == VerbGroup {
				return true
			}
		case VerbGroup:
			if s.Chunks[j-1].Kind != Comma || !s.Chunks[j].Finite {
				return false
			}
		case Relative, Subordinator, Semicolon, Colon, Dash:
			return false
		}
	}
	return false
}
