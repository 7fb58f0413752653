package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// withinYear gives a day or month without a year that of the text, where the sentence says which: "in July of that year", "in 2010 Chile
// joined in May and Slovenia in July". Elsewhere it stays the one nearest to the document's day.
func (r *Reader) withinYear(s *annotate.Sentence, all []When) []When {
	for k := range all {
		raw, ok := yearless(s, &all[k])
		switch {
		case !ok:
		case hasLeaning(s, &all[k].Expr): // July of the following year
			if base := r.yearBefore(s, all[:k]); base != 0 {
				all[k].Expr = raw.Resolve(dates.Date{Year: base})
			}
		case k+1 < len(all) && ofNext(s, all[k].Chunk, all[k+1].Chunk) && hasLeaning(s, &all[k+1].Expr):
			all[k].setYear(lastYear(all[k+1]))
		default:
			all[k].setYear(r.framingYear(s, all[:k]))
		}
	}
	return all
}

// framingYear is the year among the dates before that the sentence sets all in, 0 for none.
func (r *Reader) framingYear(s *annotate.Sentence, before []When) int {
	for j := len(before) - 1; j >= 0; j-- {
		if r.frames(s, &before[j]) {
			return before[j].From.Year
		}
	}
	return 0
}

// yearBefore is the year that the text gave last: in the sentence, or in those before.
func (r *Reader) yearBefore(s *annotate.Sentence, before []When) int {
	if n := len(before); n > 0 {
		return lastYear(before[n-1])
	}
	if w, ok := r.dateFarBefore(s); ok {
		return lastYear(w)
	}
	return 0
}

// said leaves out the dates whose year the words do not say, from which none is counted.
func said(s *annotate.Sentence, all []When) []When {
	out := make([]When, 0, len(all))
	for k := range all {
		if _, ok := yearless(s, &all[k]); !ok {
			out = append(out, all[k])
		}
	}
	return out
}

// yearless is the date as its words alone have it, where they say a month and no year.
func yearless(s *annotate.Sentence, w *When) (raw dates.Expr, ok bool) {
	if w.Kind != dates.Month && w.Kind != dates.Day && w.Kind != dates.DayOfYear {
		return raw, false
	}
	for i := range s.Dates {
		if d := &s.Dates[i]; d.First == w.First && d.Last == w.Last {
			return *d, d.From.Month != 0 && d.From.Year == 0 && d.To.Year == 0
		}
	}
	return raw, false
}

// ofNext holds where "of" alone stands between two chunks.
func ofNext(s *annotate.Sentence, i, j int) bool {
	return j == i+2 && s.Chunks[i+1].Kind == annotate.Preposition && s.Units[s.Chunks[i+1].First].Word == "of"
}

// frames holds for a year that the sentence gives before its first verb, and compares with nothing.
func (r *Reader) frames(s *annotate.Sentence, w *When) bool {
	if w.Kind != dates.Year || w.Base != 0 || w.From.Year == 0 || w.From.Year != w.To.Year || r.datesComparison(s, w.Chunk) || hasLeaning(s, &w.Expr) {
		return false
	}
	return !verbAhead(s, w.Chunk)
}

// verbAhead holds where a verb stands before the chunk in the sentence.
func verbAhead(s *annotate.Sentence, i int) bool {
	for j := range i {
		if s.Chunks[j].Kind == annotate.VerbGroup {
			return true
		}
	}
	return false
}

func (w *When) setYear(y int) {
	if y != 0 {
		w.From.Year, w.To.Year = y, y
	}
}
