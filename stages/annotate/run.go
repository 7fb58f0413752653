package annotate

import "ties.dev/ties/stages/annotate/quantity"

// leastPairs is how many states with a number each make a table that was flattened into one line.
const leastPairs = 3

// longestName is how many words the name before a number may have.
const longestName = 5

// Run finds a table that was flattened into one line, its names and numbers in turn with no mark between: "Remittances, % of GDP 2019 Tonga 37.6
// Haiti 37.1 Nepal 27.3". first is the unit of its first state, cells are those of the numbers of states; ranks before the names are left out.
func (s *Sentence) Run() (first int, cells []int) {
	first = -1
	if len(s.Quantities) < leastPairs {
		return first, nil
	}
	for u := 0; u < len(s.Units); {
		name, next := s.namedPair(u)
		if next < 0 {
			if len(cells) >= leastPairs {
				return first, cells
			}
			first, cells = -1, nil
			u++
			continue
		}
		if name >= 0 {
			cells = append(cells, next)
			if first < 0 {
				first = name
			}
		}
		u = s.otherColumns(next + 1)
	}
	if len(cells) >= leastPairs {
		return first, cells
	}
	return -1, nil
}

// namedPair reads a name that starts at unit u and the number right behind it: name is the unit of the state in it, -1 for one that is not
// known, number is -1 where there is none.
func (s *Sentence) namedPair(u int) (name, number int) {
	name = -1
	for i := u; i < len(s.Units) && i < u+longestName; i++ {
		unit := &s.Units[i]
		switch {
		case unit.Has(Country):
			name = i
		case i > u && s.plainNumber(i):
			return name, i
		case unit.Tag == TagName || i > u && (unit.Word == "of" || unit.Word == "and" || unit.Word == "the" || unit.Word == "&"):
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// plainNumber holds for a bare number or a percentage that is no year.
func (s *Sentence) plainNumber(u int) bool {
	q := s.Units[u].Quantity
	return q >= 0 && !s.Quantities[q].Range && s.Quantities[q].Unit <= quantity.Percent && s.YearAt(u) == 0
}

// otherColumns steps over what stands behind a number before the next name: the change since the year before, with its sign, and a rank.
func (s *Sentence) otherColumns(u int) int {
	for i := u; i < len(s.Units) && i < u+longestName; i++ {
		switch unit := &s.Units[i]; {
		case unit.Has(Country) || unit.Tag == TagName:
			return i
		case unit.Word == "+" || unit.Word == "-" || unit.Word == "−" || unit.Word == "–" || s.Signed(i):
		case s.plainNumber(i) && s.whole(i):
		default:
			return u
		}
	}
	return u
}

// whole holds for a whole number.
func (s *Sentence) whole(u int) bool {
	v := s.Quantities[s.Units[u].Quantity].Value
	return v < largestCell && v == float64(int(v))
}
