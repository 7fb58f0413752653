package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// ValueYear is the year of which the value at chunk i is told where the sentence holds other values at the chunks `others`:
// a date right behind a value or, with a colon, right before it belongs to that value alone ("15.4 percent (2020: 15.7 percent)",
// "from 3.5 percent in 2010 to 6 percent in 2021"); any other goes with the values that follow it, or with those before it.
// stated is false where the sentence dates the value in no way; a value that is only compared with then has no year at all.
func (r *Reader) ValueYear(s *annotate.Sentence, i int, others []int) (w When, stated bool) {
	if y := labelYear(s, i); y != 0 {
		return When{Chunk: i, Expr: dates.Expr{From: dates.Date{Year: y}, To: dates.Date{Year: y}, Kind: dates.Year}}, true
	}
	all := yearly(r.Dates(s))
	if k := pairedDate(s, i, others, all); k >= 0 {
		return all[k], true
	}
	owner := make([]int, len(all))
	own := -1
	for k := range all {
		if owner[k] = dateOwner(s, all[k].Chunk, others); owner[k] == i {
			own = k // "in the same period of 2019": the last one says which year
		}
	}
	if own >= 0 {
		return all[own], true
	}
	if comparedWith(s, i) && len(others) > 1 {
		return When{}, true
	}
	best := -1
	for k := range all {
		if owner[k] < 0 && !r.datesComparison(s, all[k].Chunk) && !goesWithOther(s, all[k].Chunk, i, others) && (best < 0 || all[k].Chunk < i) {
			best = k
		}
	}
	if best < 0 && len(all) == 1 && (sharesDate(s, i, owner[0]) || closesBracket(s, owner[0], all[0].Chunk) && i < owner[0] && besideState(s, i)) {
		best = 0
	}
	if best < 0 {
		return When{}, false
	}
	return all[best], true
}

// besideState holds for a value in a bracket behind the name of a state: what dates the last of several such dates them all: "A (29 percent)
// stood behind B (42 percent) in 2015".
func besideState(s *annotate.Sentence, i int) bool {
	if i < 2 || s.Chunks[i-1].Kind != annotate.Open || s.Chunks[i-2].Kind != annotate.NounPhrase {
		return false
	}
	return s.Units[s.Chunks[i-2].Head].Has(annotate.Country)
}

// closesBracket holds for a date behind the bracket of the value at chunk i, which stands beside a state.
func closesBracket(s *annotate.Sentence, i, w int) bool {
	return besideState(s, i) && i+1 < w && s.Chunks[i+1].Kind == annotate.Close
}

// pairedDate is the place among the dates of the one that stands where the value at chunk i stands among the values, where a list of years
// follows a list of as many values: "was 25, 28 and 30 percent in 2015, 2016 and 2017"; -1 for none.
func pairedDate(s *annotate.Sentence, i int, values []int, all []When) int {
	if len(values) != len(all) || len(all) < 2 || values[len(values)-1] > all[0].Chunk {
		return -1
	}
	place := -1
	for k := range all {
		if all[k].Kind != dates.Year || k > 0 && (!onlyJoints(s, all[k-1].Chunk, all[k].Chunk) || s.Chunks[values[k]].List != s.Chunks[values[0]].List) {
			return -1
		}
		if values[k] == i {
			place = k
		}
	}
	return place
}

// labelYear is the year with a colon before the value at chunk i: "2019: 16 percent".
func labelYear(s *annotate.Sentence, i int) int {
	if i < 2 || s.Chunks[i-1].Kind != annotate.Colon && s.Chunks[i-1].Kind != annotate.Dash || s.Chunks[i-2].First != s.Chunks[i-2].Last {
		return 0
	}
	return bareYear(s, s.Chunks[i-2].First)
}

// JoinedYears are the years that a list gives together with the date at chunk w: "in 2007, and again in 2010". Those that stand in the order of
// the values are each of one value alone.
func (r *Reader) JoinedYears(s *annotate.Sentence, w int, values []int) []int {
	if len(values) > 0 && pairedDate(s, values[0], values, yearly(r.Dates(s))) >= 0 {
		return nil
	}
	var out []int
	last := -1
	for _, x := range yearly(r.Dates(s)) {
		if x.Kind != dates.Year {
			continue
		}
		if last >= 0 && (!onlyJoints(s, last, x.Chunk) || opensSubject(s, x.Chunk)) {
			if last >= w && len(out) > 0 {
				break
			}
			out = out[:0]
		}
		out, last = append(out, lastYear(x)), x.Chunk
		if x.Chunk > w && len(out) == 1 {
			return nil
		}
	}
	if last < w {
		return nil
	}
	return out
}

// opensSubject holds for a date right before a phrase that starts a clause: "and in 2021 the share climbed".
func opensSubject(s *annotate.Sentence, w int) bool {
	return w+1 < len(s.Chunks) && s.Chunks[w+1].Kind == annotate.NounPhrase && s.Chunks[w+1].Case < 0
}

// onlyJoints holds where nothing but commas, coordinators, adverbs and prepositions part two chunks.
func onlyJoints(s *annotate.Sentence, i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch s.Chunks[k].Kind {
		case annotate.Comma, annotate.Coordinator, annotate.Adverb:
		case annotate.Preposition:
			if s.Units[s.Chunks[k].First].Word != "in" { // "in the same period of 2019" is one date
				return false
			}
		default:
			return false
		}
	}
	return true
}

// goesWithOther holds for a date behind the value at i, in another clause that has a value of its own.
func goesWithOther(s *annotate.Sentence, w, i int, others []int) bool {
	if w < i || s.Chunks[w].Clause == s.Chunks[i].Clause {
		return false
	}
	for _, j := range others {
		if s.Chunks[j].Clause == s.Chunks[w].Clause || j > w && s.Chunks[j].Clause != s.Chunks[i].Clause {
			return true
		}
	}
	return false
}

// sharesDate holds for a value of a list that one date closes: "China 34%, Japan 14% (2022)", "31 percent to A and 27 percent to B in 2021".
func sharesDate(s *annotate.Sentence, i, last int) bool {
	if last < 0 || comparedWith(s, last) {
		return false
	}
	for j := i + 1; j < last; j++ {
		switch s.Chunks[j].Kind {
		case annotate.NounPhrase, annotate.Comma, annotate.Coordinator, annotate.Open, annotate.Close, annotate.Preposition:
		case annotate.VerbGroup:
			if !goesOnWithSubject(s, i, j) {
				return false
			}
		default:
			return false
		}
	}
	return i < last
}

// goesOnWithSubject holds for a verb that a coordinator adds for the subject of the value at chunk i, and that tells of no change: "took
// 50 percent of its exports and supplied 20 percent of its imports in 2021".
func goesOnWithSubject(s *annotate.Sentence, i, v int) bool {
	if s.Chunks[v-1].Kind != annotate.Coordinator || s.Chunks[v].Subject < 0 || s.Units[s.Chunks[v].Head].Cue("change") != nil {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if s.Chunks[k].Kind == annotate.VerbGroup {
			return s.Chunks[k].Subject == s.Chunks[v].Subject
		}
	}
	return false
}

// yearly leaves out days, and months without a year of their own: no yearly value is told of them, but the saying of it.
func yearly(all []When) []When {
	out := all[:0]
	for _, w := range all {
		switch w.Kind {
		case dates.Day, dates.DayOfYear, dates.Weekday, dates.SameDay, dates.DayBefore, dates.DayAfter, dates.Week:
		case dates.Since, dates.Until: // not one year
		case dates.Range:
			if w.To.Year-w.From.Year < 2 {
				out = append(out, w)
			}
		case dates.Month:
			if !w.Relative {
				out = append(out, w)
			}
		default:
			out = append(out, w)
		}
	}
	return out
}

// dateOwner is the chunk of the value to which alone the date at chunk w belongs, or -1.
func dateOwner(s *annotate.Sentence, w int, values []int) int {
	if j := w + 1; j < len(s.Chunks) && (s.Chunks[j].Kind == annotate.Colon || s.Chunks[j].Kind == annotate.Open) {
		if holds(values, j+1) {
			return j + 1
		}
	}
	if holds(values, w+2) && s.Chunks[w+1].Kind == annotate.Dash && (w == 0 || s.Chunks[w-1].Kind != annotate.Preposition) {
		return w + 2 // 2019 – 16 percent
	}
	if holds(values, w+1) && w > 0 && s.Chunks[w-1].Kind != annotate.Preposition {
		return w + 1 // 2019 16 percent
	}
	for j := w - 1; j >= 0; j-- {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.NounPhrase:
			if holds(values, j) {
				return j
			}
			if c.Case < 0 && c.Gen < 0 {
				return -1
			}
		case annotate.Close:
			if j < 2 || j > w-2 || !holds(values, j-1) || s.Chunks[j-2].Kind != annotate.Open {
				return -1
			}
			if j > 2 && holds(values, j-3) {
				return j - 3 // from $7 billion (6 billion euros) in 2020
			}
			return j - 1 // from $7 billion (8 percent) in 2020
		case annotate.Preposition:
			if s.Units[c.First].Cue("set_against") != nil && !holds(values, j+1) {
				return -1 // $3 billion, or 8 percent against 6 percent in 2020
			}
		case annotate.Open, annotate.Adverb:
		case annotate.When:
			if s.Units[s.Chunks[j+1].First].Word != "of" {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

func holds(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// comparedWith holds for a value from which another one rose or fell, or against which it is held.
func comparedWith(s *annotate.Sentence, i int) bool {
	p := s.Chunks[i].Case
	if p < 0 {
		return false
	}
	u := &s.Units[s.Chunks[p].First]
	return u.Word == "from" || u.Cue("comparing") != nil
}
