package resolve

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// framed is how many sentences on a date that opens one holds for those behind it.
const framed = 8

// frame is the year in which what the sentence tells was, by the date that opens it or one before it in its paragraph, since an
// event was named: "In 2015 most of them stayed at home. X came, though." It is 0 where no date sets the scene.
func (r *Reader) frame(s *annotate.Sentence) int {
	for back := 0; back <= framed && s.Index-back >= 0; back++ {
		i := s.Index - back
		if r.paragraphOf(i) != s.Paragraph {
			return r.sectionYear(i)
		}
		if back > 0 && len(r.events(i)) > 0 {
			return 0
		}
		t := r.Doc.Sentence(s.Index - back)
		if r.opensNow(t) {
			return r.Anchor.Year
		}
		if year := r.openingYear(t); year != 0 {
			return year
		}
	}
	return 0
}

// sectionYear is the year that the heading right above a section is, from sentence i on upwards: "2015"; 0 for none.
func (r *Reader) sectionYear(i int) int {
	for back := 0; back <= framed && i-back >= 0; back++ {
		if !r.Doc.IsHeading(i - back) {
			continue
		}
		t := r.Doc.Sentence(i - back)
		if all := r.Dates(t); len(t.Tokens) <= 2 && len(all) == 1 && all[0].Kind == dates.Year {
			return all[0].From.Year
		}
		return 0
	}
	return 0
}

// openingYear is the one year of the date with which the sentence opens, before any subject: "In 2015", "A year later", "Take 2015"; or 0.
func (r *Reader) openingYear(s *annotate.Sentence) int {
	dates := r.Dates(s)
	if len(dates) == 0 {
		return 0
	}
	w := &dates[0]
	if w.From.Year == 0 || w.From.Year != w.To.Year || w.Leans || !asks(s) && !opensAt(s, w.Chunk) {
		return 0
	}
	return w.From.Year
}

// opensAt holds where nothing stands before a chunk but what can lead in a date, and an order: "Take".
func opensAt(s *annotate.Sentence, chunk int) bool {
	for j := range chunk {
		switch c := &s.Chunks[j]; c.Kind {
		case annotate.Preposition, annotate.Adverb, annotate.Coordinator, annotate.Comma:
			if s.Units[c.First].Word == "since" {
				return false
			}
		case annotate.VerbGroup:
			if c.Subject >= 0 || j > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// opensNow holds for a sentence that opens by coming back to the day of the text: "This time", "Now".
func (r *Reader) opensNow(s *annotate.Sentence) bool {
	for u := range s.Units {
		if s.Units[u].Cue("these_days") != nil {
			return true
		}
		if t := s.Units[u].Tag; t != annotate.TagConj && t != annotate.TagAdv {
			return false
		}
	}
	return false
}

// asks holds for a question.
func asks(s *annotate.Sentence) bool {
	return len(s.Units) > 0 && s.Units[len(s.Units)-1].Word == "?"
}
