package annotate

import "ties.dev/ties/stages/annotate/quantity"

// inheritUnits makes percentages of bare numbers that stand in a row with one: "Tonga, with 41 percent, and Samoa, with 32".
func (s *Sentence) inheritUnits() {
	seen, bracketed, open := false, false, -1
	for i := range s.Chunks {
		c := &s.Chunks[i]
		switch c.Kind {
		case Open:
			open = i
		case Close:
			open = -1
		}
		if c.Kind != NounPhrase {
			continue
		}
		q := s.onlyQuantity(c)
		switch {
		case q == nil:
		case q.Unit == quantity.Percent:
			seen, bracketed = true, bracketed || open >= 0
		case open >= 0 && (open != i-1 || !bracketed && !s.stateAlone(open-1)):
			// the number of a note, a table or a rank: "27 percent of GDP in 2021 (3)"
		case q.Unit == quantity.None && seen && q.Value <= 150 && s.inRow(i):
			q.Unit = quantity.Percent
		}
	}
}

// stateAlone holds for a phrase that names a state behind no preposition: "Sri Lanka (8.8)", not "27 percent of GDP in Tonga (2)".
func (s *Sentence) stateAlone(i int) bool {
	return i >= 0 && s.Chunks[i].Kind == NounPhrase && s.Chunks[i].Case < 0 && s.kindsIn(&s.Chunks[i])&1 != 0
}

// onlyQuantity is the quantity at the end of the phrase, with nothing behind it that it could count.
func (s *Sentence) onlyQuantity(c *Chunk) *quantity.Quantity {
	if q := s.Units[c.Last].Quantity; q >= 0 {
		return &s.Quantities[q]
	}
	return nil
}

// inRow holds for a number that a preposition, a mark, a possessor or a verb joins to what it is said of, and after which the row goes on or ends.
func (s *Sentence) inRow(i int) bool {
	c := &s.Chunks[i]
	if c.First < c.Last {
		return s.goesOn(i) && s.onlyState(c) // Cabo Verde 14, Togo 8.6
	}
	if i == 0 {
		return false
	}
	switch before := &s.Chunks[i-1]; before.Kind {
	case Open:
		if s.Tokens[s.Units[before.First].First].Text == "[" {
			return false // a reference to a note
		}
	case Preposition:
		if countPrepositions[s.Units[before.Last].Word] {
			return false
		}
	case When:
		return i > 1 && (s.Chunks[i-2].Kind == Preposition || s.Chunks[i-2].Kind == Comma || s.Chunks[i-2].Kind == Semicolon) && s.goesOn(i) // in 2021 15.6, in 2022 14.2
	case Colon, Dash, Comma, Coordinator, VerbGroup, Adverb:
	case NounPhrase:
		if c.Gen != i-1 && s.kindsIn(before)&1 == 0 {
			return false
		}
	default:
		return false
	}
	return s.goesOn(i)
}

// countPrepositions lead to how many there are and never to a percentage: "in four of the economies".
var countPrepositions = map[string]bool{"in": true, "for": true, "among": true, "across": true, "throughout": true}

// onlyState holds for a phrase of a state's name, with its article where it has one, and a number.
func (s *Sentence) onlyState(c *Chunk) bool {
	name := c.Last - 1
	return (name == c.First || name == c.First+1 && s.Units[c.First].Tag == TagDet) && s.Units[name].Has(Country) && s.Units[name].Tag == TagName
}

// goesOn holds for a phrase behind which the row goes on or ends.
func (s *Sentence) goesOn(i int) bool {
	if i+1 == len(s.Chunks) {
		return true
	}
	switch s.Chunks[i+1].Kind {
	case Comma, Semicolon, Coordinator, Close, Preposition, Other, Dash, When, VerbGroup:
		return true
	}
	return false
}
