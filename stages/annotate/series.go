package annotate

import "ties.dev/ties/stages/annotate/quantity"

// isSeries holds for a line of a series or of a fact sheet: it starts with a year, with words and a colon or with a cell of words,
// numbers follow, and neither a state nor a verb stands in it.
func (s *Sentence) isSeries() bool {
	if len(s.Units) < 2 || len(s.Units) > longestLine || s.Question || s.EndYear() != 0 || s.YearAt(0) == 0 && s.labelled() < 0 && s.celled() < 0 {
		return false
	}
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == VerbGroup && c.Finite && s.celled() < 0 {
			return false
		}
	}
	for i := range s.Units {
		if s.Units[i].Has(Country) {
			return false
		}
	}
	return len(s.Figures()) > 0
}

// longestLine is how many units a line of figures may have.
const longestLine = 40

// labelled is the unit of a colon with a number right behind it, or -1: "Remittances, percent of GDP: 15.4".
func (s *Sentence) labelled() int {
	for i := 1; i+1 < len(s.Units); i++ {
		if s.Units[i].Tag == TagColon {
			if s.Units[i+1].Quantity >= 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// celled is the unit of the first cell mark, with words before it and a number right behind it, or -1: "Remittances | 21.6 | 24.1".
func (s *Sentence) celled() int {
	for i := 1; i+1 < len(s.Units); i++ {
		if s.Units[i].Word == "|" {
			if s.Units[i-1].Quantity < 0 && s.Units[i+1].Quantity >= 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// Figures are the units behind the year or the label that hold a number or a percentage.
func (s *Sentence) Figures() []int {
	var out []int
	from := max(s.labelled(), s.celled(), 0)
	for i := range s.Units {
		if q := s.Units[i].Quantity; i > from && q >= 0 && s.Quantities[q].Value <= largestCell && s.Quantities[q].Unit <= quantity.Percent {
			out = append(out, i)
		}
	}
	return out
}

// EndYear is the year behind the colon with which a caption ends: "Year: 2019", "Remittances in selected countries: 2019". 0 for none.
func (s *Sentence) EndYear() int {
	if n := len(s.Units); n > 2 && s.Units[n-2].Tag == TagColon {
		return s.YearAt(n - 1)
	}
	return 0
}

// YearAt is the year that the unit gives, as a date or as four bare digits; 0 for none.
func (s *Sentence) YearAt(u int) int {
	if d := s.Units[u].Date; d >= 0 {
		return s.Dates[d].To.Year
	}
	if q := s.Units[u].Quantity; q >= 0 && s.Quantities[q].Unit == quantity.None {
		if y := int(s.Quantities[q].Value); y >= 1950 && y <= 2100 && float64(y) == s.Quantities[q].Value {
			return y
		}
	}
	return 0
}
