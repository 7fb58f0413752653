package annotate

// object is the noun phrase without a preposition after the verb group at v, or -1.
func (s *Sentence) object(v int) int {
	for p := v + 1; p < len(s.Chunks); p++ {
		switch c := &s.Chunks[p]; c.Kind {
		case NounPhrase:
			if c.Owned {
				continue
			}
			if c.Case < 0 || c.Gen >= 0 && s.Chunks[c.Gen].Case < 0 {
				return p
			}
			return -1
		case Adverb, Colon, Excepting:
		case Comma: // are, in this order, …
			if p+2 < len(s.Chunks) && s.Chunks[p+1].Kind == Adverb && s.Chunks[p+2].Kind == Comma {
				p += 2 // is, for now, …
				continue
			}
			if p+3 >= len(s.Chunks) || s.Chunks[p+1].Kind != Preposition || s.Chunks[p+3].Kind != Comma {
				return -1
			}
			p += 3
		case Preposition:
			if !s.shifted(v, p) {
				return -1
			}
			p++
		default:
			return -1
		}
	}
	return -1
}

// shifted holds for a phrase between a verb of having or finding and its object: "has in China its largest market", "sees in it a rival".
func (s *Sentence) shifted(v, p int) bool {
	if p != v+1 || !having[s.Chunks[v].Lemma] || s.Chunks[v].Passive || s.Units[s.Chunks[p].First].Word != "in" || p+2 >= len(s.Chunks) {
		return false
	}
	name, object := &s.Chunks[p+1], &s.Chunks[p+2]
	return name.Kind == NounPhrase && !name.Owned && object.Kind == NounPhrase && object.Case < 0 && (object.Det != "" || object.Owner != "")
}

// having are verbs whose object can follow a phrase that says in whom or what it is had.
var having = map[string]bool{"have": true, "find": true, "see": true, "possess": true, "gain": true, "lose": true}

// ofObject holds for a member of the list that is the object of the verb group at v.
func (s *Sentence) ofObject(v, i int) bool {
	return v+1 < i && s.Chunks[v+1].Kind == NounPhrase && s.Chunks[i].List == v+1
}

// relativeObject is the relative pronoun before a verb whose only object is the phrase at p: "the states that founded it"; or -1.
func (s *Sentence) relativeObject(p int) int {
	if p < 3 || s.Chunks[p].List != p && s.Chunks[p].List >= 0 || !s.Chunks[p-1].Finite || s.Chunks[p-2].Kind != Relative || s.Chunks[p-3].Kind != NounPhrase {
		return -1
	}
	return p - 2
}
