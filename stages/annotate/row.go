package annotate

import (
	"math"

	"ties.dev/ties/stages/annotate/quantity"
)

// isRow holds for a line of a table or a list: it names a state, a number follows, and nothing is said of them by a verb.
func (s *Sentence) isRow() bool {
	if s.Question {
		return false
	}
	if first, _ := s.Run(); first >= 0 {
		return true
	}
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == VerbGroup && c.Finite {
			return false
		}
	}
	return len(s.Cells()) > 0 || s.piped() && len(s.Numbers()) > 0
}

// piped holds for a line of cells that marks part, so that its numbers may be of any size.
func (s *Sentence) piped() bool { return s.Column(len(s.Units)) > 0 }

// largestCell is the largest number that a cell can hold to be read as a percentage.
const largestCell = 200

// Numbers are the units that hold a number of any size behind the name of a state, dates and ranks left out.
func (s *Sentence) Numbers() []int { return s.numbers(math.Inf(1)) }

// Cells are the units that hold a number or a percentage behind the name of a state, dates and ranks left out.
func (s *Sentence) Cells() []int { return s.numbers(largestCell) }

func (s *Sentence) numbers(largest float64) []int {
	var out []int
	if first, cells := s.Run(); first >= 0 {
		for _, u := range cells {
			if s.Quantities[s.Units[u].Quantity].Value <= largest {
				out = append(out, u)
			}
		}
		return out
	}
	named := false
	for i := range s.Units {
		u := &s.Units[i]
		if len(out) > 0 && s.Signed(i) && !s.piped() {
			break // the change since the year before, and what stands behind it
		}
		switch {
		case u.Has(Country):
			named = named || i+1 >= len(s.Units) || s.Units[i+1].Word != "$" // US$ is money
		case u.Quantity >= 0 && named:
			q := &s.Quantities[u.Quantity]
			if q.Value <= largest && (q.Unit == quantity.None || q.Unit == quantity.Percent) {
				out = append(out, i)
			}
		}
	}
	return out
}

// Signed holds for a number with a sign: "+3.4%".
func (s *Sentence) Signed(i int) bool {
	if i == 0 || s.Units[i].Quantity < 0 || s.Tokens[s.Units[i].First].Space {
		return false
	}
	t := &s.Tokens[s.Units[i-1].Last]
	return (t.Space || s.Units[i-1].First > 0 && s.Tokens[s.Units[i-1].First-1].Text == "(") && (t.Text == "+" || t.Text == "-" || t.Text == "−" || t.Text == "–")
}

// Column is how many cell marks stand before the unit: its place in the row of a table.
func (s *Sentence) Column(unit int) int {
	n := 0
	for i := range unit {
		if s.Units[i].Word == "|" {
			n++
		}
	}
	return n
}
