package annotate

import "slices"

// closedAside holds for a participle between commas whose object ends at p: "Macedonia, having changed its name, became".
func (s *Sentence) closedAside(v, p int) bool {
	return s.Chunks[v-1].Kind == Comma && v > 1 && p+1 < len(s.Chunks) && s.Chunks[p+1].Kind == Comma && s.Chunks[v].Gerund
}

// modifying is the infinitive or participle whose object the phrase at p is and which belongs to a noun before it, or -1:
// "the only leader to attend the parade was …", "the states joining the bloc are …".
func (s *Sentence) modifying(p int) int {
	start := s.listHead(p)
	for s.Chunks[start].Gen >= 0 { // to attend yesterday's parade
		start = s.Chunks[start].Gen
	}
	v := start - 1
	if v < 1 || s.Chunks[v].Kind != VerbGroup || s.Chunks[v].Finite || s.Chunks[v-1].Kind != NounPhrase && !s.closedAside(v, p) {
		return -1
	}
	for q := v - 1; q >= 0; q-- {
		switch s.Chunks[q].Kind {
		case VerbGroup, Relative, Subordinator, Semicolon:
			return -1
		}
	}
	return v
}

// asideStart is the comma that opens the relative or subordinate clause which the comma at p closes, or -1:
// "X, whose country wants to join the bloc, attended".
func (s *Sentence) asideStart(p int) int {
	if s.Chunks[p].Kind != Comma {
		return -1
	}
	for q := p - 1; q > 0 && s.Chunks[q].Kind != Semicolon; q-- {
		if s.Chunks[q].Kind != Comma {
			continue
		}
		if s.opensAside(q+1) && s.Chunks[q-1].Kind != VerbGroup || s.gerundAside(q+1) || s.inclusion(q+1, p) {
			return q
		}
		if s.beginsAnew(q + 1) {
			return -1 // an aside before it has ended here
		}
	}
	return -1
}

// gerundAside holds for a participle right behind the first phrase of a sentence and a comma: "Malta, being a member of the bloc, knows".
func (s *Sentence) gerundAside(v int) bool {
	if v < 2 || s.Chunks[v].Kind != VerbGroup || !s.Chunks[v].Gerund || s.Chunks[v-1].Kind != Comma || s.nearestPhrase(v-1) < 0 {
		return false
	}
	return !slices.ContainsFunc(s.Chunks[:v], func(c Chunk) bool { return c.Kind == VerbGroup || c.Kind == Subordinator || c.Kind == Preposition })
}

// beginsAnew holds for a phrase without a preposition that is no member of a list from before: what stands behind a closed aside.
func (s *Sentence) beginsAnew(i int) bool {
	i = s.firstPhrase(i)
	c := &s.Chunks[i]
	return c.Kind == NounPhrase && c.Case < 0 && c.List == i
}

// inclusion holds for an aside from i to the comma at end that says who is among those named: "India's and China's among them".
func (s *Sentence) inclusion(i, end int) bool {
	for ; i < end; i++ {
		if s.Chunks[i].Kind == Comma {
			return false
		}
		if s.Units[s.Chunks[i].First].Word == "among" && i+1 < end && s.Units[s.Chunks[i+1].Head].Word == "them" {
			return true
		}
	}
	return false
}

// opensAside holds for which, who, whose country, when, although, "after what", and for a participle ("meant to let goods move").
func (s *Sentence) opensAside(i int) bool {
	c := &s.Chunks[i]
	if c.Kind == VerbGroup && c.Reduced {
		return true
	}
	if c.Kind == Preposition && i+1 < len(s.Chunks) {
		c = &s.Chunks[i+1]
	}
	return c.Kind == Relative || c.Kind == Subordinator || c.Kind == NounPhrase && c.Owner == "whose"
}

// closedRelative is the relative pronoun after a comma whose clause the comma at p closes, or -1.
func (s *Sentence) closedRelative(p int) int {
	verb := false
	for q := p - 1; q > 0; q-- {
		switch s.Chunks[q].Kind {
		case VerbGroup:
			verb = verb || s.Chunks[q].Finite
		case Relative:
			if verb && s.Chunks[q-1].Kind == Comma {
				return q
			}
			return -1
		case Comma:
			if s.beginsAnew(q + 1) {
				return -1
			}
		case Semicolon, Colon, Subordinator:
			return -1
		}
	}
	return -1
}
