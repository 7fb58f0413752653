package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// captionLines is how many lines above a table or list can say what it is about: a header, a caption, a title.
const captionLines = 4

// Captions are the lines above the rows among which sentence s stands, the nearest first.
func (r *Reader) Captions(s *annotate.Sentence) []*annotate.Sentence {
	var out []*annotate.Sentence
	lines := captionLines
	for i := r.blockStart(s.Index) - 1; i >= 0 && len(out) < lines; i-- {
		t := r.Doc.Sentence(i)
		if s.Row && r.overLines(s) && t.Heading && len(t.Units) <= 4 && lines < 2*captionLines {
			lines++ // the cells of the header stand on lines of their own as well
		}
		out = append(out, t)
	}
	return out
}

// overLines holds for a row whose cells stand on lines of their own.
func (r *Reader) overLines(s *annotate.Sentence) bool {
	return strings.Contains(r.Doc.Text[s.Start:s.End], "\n")
}

// blockStart is the first row of the block in which sentence i stands. It is kept for each row, so that a long table costs no
// more than its length.
func (r *Reader) blockStart(i int) int {
	start := i
	for start > 0 && r.block[start] == 0 && r.rowLike(start-1) {
		start--
	}
	if known := r.block[start]; known > 0 {
		start = known - 1
	}
	for k := i; k >= start && r.block[k] == 0; k-- {
		r.block[k] = start + 1
	}
	return start
}

// rowLike holds for a row, and for the number of one that was cut off at its full stop.
func (r *Reader) rowLike(i int) bool {
	s := r.Doc.Sentence(i)
	return s.Row || s.Series || len(s.Units) <= 2 && len(s.Quantities) == 1
}

// CaptionYear is the year of the unit's column by the header of the table, else the only year that the captions give.
func (r *Reader) CaptionYear(s *annotate.Sentence, unit int) int {
	captions := r.Captions(s)
	if len(captions) == 0 {
		return 0
	}
	for _, t := range captions {
		if y := r.columnYear(s, t, unit); y != 0 {
			return y
		}
	}
	year := 0
	for _, t := range captions {
		if y := t.EndYear(); y != 0 {
			return y
		}
		for _, w := range yearly(r.Dates(t)) {
			if year != 0 && lastYear(w) != year {
				return 0
			}
			year = lastYear(w)
		}
	}
	return year
}

// cornerless is 1 for a header that has a year in every cell and leaves out the one over the labels of the rows, else 0.
func cornerless(s, header *annotate.Sentence, years []int) int {
	marks := header.Column(len(header.Units))
	if len(years) == marks+1 && marks > 0 && s.Column(len(s.Units)) == marks+1 {
		return 1
	}
	return 0
}

// columnYear is the year over the unit's column: in the cell above it, or at its place where there are as many years as values.
func (r *Reader) columnYear(s, header *annotate.Sentence, unit int) int {
	units, cells := headerYears(header), s.Cells()
	shift := cornerless(s, header, units)
	for k, u := range units {
		if column := s.Column(unit); column > 0 && header.Column(u)+shift == column || column == 0 && len(units) == len(cells) && len(cells) > 1 && cells[k] == unit {
			return bareYear(header, u)
		}
	}
	return 0
}

// headerYears are the units of a header that give years, as dates or as bare numbers.
func headerYears(s *annotate.Sentence) []int {
	var out []int
	for u := range s.Units {
		if bareYear(s, u) != 0 {
			out = append(out, u)
		}
	}
	return out
}

func bareYear(s *annotate.Sentence, u int) int {
	if d := s.Units[u].Date; d >= 0 {
		if k := s.Dates[d].Kind; k != dates.Year && k != dates.FiscalYear && k != dates.Range {
			return 0 // the day of the paper and not the year of what it tells
		}
		return s.Dates[d].To.Year
	}
	return s.YearAt(u)
}

// Headed is the state over the unit of a series: in the cell above it, at its place where the header names as many states as there
// are values, or the only one that the captions name.
func (r *Reader) Headed(s *annotate.Sentence, unit int) Set {
	captions := r.Captions(s)
	if len(captions) == 0 {
		return Set{}
	}
	if set := r.columnState(s, captions[0], unit); !set.Empty() {
		return set
	}
	var set Set
	for _, t := range captions {
		set.union(r.all(t))
	}
	if len(set.States) != 1 {
		return Set{}
	}
	return set
}

func (r *Reader) columnState(s, header *annotate.Sentence, unit int) Set {
	figures, named := s.Figures(), r.all(header).States
	for u := range header.Units {
		if set := r.InUnits(header, u, u); s.Column(unit) > 0 && header.Column(u) == s.Column(unit) && !set.Empty() {
			return set
		}
	}
	for k, u := range figures {
		if u == unit && s.Column(unit) == 0 && len(named) == len(figures) {
			return Set{States: named[k : k+1]}
		}
	}
	return Set{}
}
