package resolve

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// near is how many sentences back an event may have been named to be the one that the text is speaking of.
const near = 6

// LastOccasion is the event that the text is speaking of at sentence s: one that the sentence names, the last one named
// shortly before, that of the title, or the only one named so far.
func (r *Reader) LastOccasion(s *annotate.Sentence, i int) (Occasion, bool) {
	if list := r.events(s.Index); len(list) > 0 {
		o := list[len(list)-1]
		if home, ok := r.aboutOther(o.Event); ok && inRelative(s, o.Chunk) && (i < 0 || s.Chunks[i].Clause != s.Chunks[o.Chunk].Clause) {
			return home, true // X preferred another city, where that summit was held
		}
		if i > o.Chunk && s.Chunks[i].Clause != s.Chunks[o.Chunk].Clause && r.datedApart(s, i) {
			return r.redated(s, i, o) // "he was at the parade of 2021 and sat there again in 2023"
		}
		if i >= 0 && o.Chunk > i && (s.Chunks[o.Chunk].Clause != s.Chunks[i].Clause || inAside(s, i, o.Chunk)) {
			if past, ok := r.redated(s, i, o); ok {
				return past, true // "X, who attended in 2023, was not at the parade"
			}
		}
		return o, true
	}
	return r.EarlierOccasion(s, i)
}

// EarlierOccasion is LastOccasion without regard to what the sentence itself names.
func (r *Reader) EarlierOccasion(s *annotate.Sentence, i int) (Occasion, bool) {
	o, ok := r.spokenBefore(s)
	if !ok {
		return o, false
	}
	if r.datedApart(s, max(i, 0)) {
		return r.redated(s, max(i, 0), o)
	}
	if year := r.frame(s); year != 0 {
		return r.editionIn(year, o)
	}
	return o, true
}

// redated is the edition of the event in the year that the clause of chunk i gives: "Two years ago he took part".
func (r *Reader) redated(s *annotate.Sentence, i int, o Occasion) (Occasion, bool) {
	if !r.datedApart(s, i) {
		return o, false
	}
	w, _ := r.sentenceDate(s, i)
	return r.editionIn(w.From.Year, o)
}

// editionIn is the edition of the event in the year; ok is false where it is known to have been held, and not in that year.
func (r *Reader) editionIn(year int, o Occasion) (Occasion, bool) {
	o.Years = []int{year}
	o.Host = r.editionHost(&o, "")
	return o, r.holds(&o) || len(editionsOf(r.gazetteer, o.Event)) == 0
}

// datedApart holds where the clause of chunk i gives a year of its own, not that of an aside before it: "X, who a year ago had come, stayed away".
func (r *Reader) datedApart(s *annotate.Sentence, i int) bool {
	w, dated := r.sentenceDate(s, i)
	if !dated || w.From.Year != w.To.Year || w.From.Year == 0 || s.Chunks[w.Chunk].Clause != s.Chunks[i].Clause && !openedBy(s, w.Chunk, i) || w.Leans {
		return false
	}
	if u := s.Chunks[w.Chunk].First; u > 0 && s.Units[u-1].Cue("comparing") != nil {
		return false // "unlike last year, X did not come"
	}
	return true
}

// inAside holds for a date or a verb in a relative clause that a comma has closed before chunk i.
func inAside(s *annotate.Sentence, date, i int) bool {
	closed := false
	for p := date + 1; p < i; p++ {
		closed = closed || s.Chunks[p].Kind == annotate.Comma
	}
	for p := date - 1; closed && p >= 0; p-- {
		switch s.Chunks[p].Kind {
		case annotate.Relative:
			return true
		case annotate.Comma, annotate.Semicolon:
			return false
		}
	}
	return false
}

// setApart holds for a date in an aside that commas close between a subject and the verb at chunk i: "X, angry over a plane shot at in
// December, stayed at home". A date alone between commas is the verb's.
func setApart(s *annotate.Sentence, date, i int) bool {
	subject := s.Chunks[i].Subject
	if s.Chunks[i].Kind != annotate.VerbGroup || subject < 0 || date <= subject || date >= i {
		return false
	}
	first, last := date, date
	for first > subject && s.Chunks[first].Kind != annotate.Comma {
		first--
	}
	for last < i && s.Chunks[last].Kind != annotate.Comma {
		last++
	}
	return last < i && first > subject && last-first > 2 && !(last-first == 3 && s.Chunks[first+1].Kind == annotate.Preposition)
}

// recently is how many sentences back an event may have been named that a verb of motion leads to.
const recently = 3

// RecentOccasion is LastOccasion where the event is that of the title or was named in the sentence or right before.
func (r *Reader) RecentOccasion(s *annotate.Sentence, i int) (Occasion, bool) {
	o, ok := r.LastOccasion(s, i)
	if !ok {
		return o, false
	}
	if t, titled := r.titleOccasion(); titled && t.Event == o.Event {
		return o, true
	}
	if m, ok := r.mainOccasion(); ok && m.Event == o.Event {
		return o, true
	}
	if l, ok := r.leadOccasion(); ok && l.Event == o.Event {
		return o, true
	}
	for back := 0; back <= recently && s.Index-back >= 0; back++ {
		if len(r.events(s.Index-back)) > 0 {
			return o, true
		}
	}
	return o, false
}

// spokenBefore is the event named shortly before sentence s, that of the title, or the only one named so far.
func (r *Reader) spokenBefore(s *annotate.Sentence) (Occasion, bool) {
	for back := 1; back <= near && s.Index-back >= 0; back++ {
		if list := r.events(s.Index - back); len(list) > 0 && !list[len(list)-1].Shown {
			o := list[len(list)-1]
			if home, ok := r.aboutOther(o.Event); ok && inRelative(r.Doc.Sentence(s.Index-back), o.Chunk) {
				return home, true
			}
			if home, ok := r.homeEdition(o.Event); ok && len(o.Years) == 1 && o.Years[0] != r.Anchor.Year && r.Doc.Sentence(s.Index-back).Paragraph < s.Paragraph {
				return home, true // what was said of another edition has ended with its paragraph
			}
			if l, ok := r.leadOccasion(); ok && l.Event != o.Event && r.Doc.Sentence(s.Index-back).Paragraph < s.Paragraph && (!r.leads(s.Index-back) || r.gone(&o) && !r.gone(&l)) {
				return l, true // so has what was said of another event than the one that the text is about
			}
			return o, len(o.Years) <= 1
		}
	}
	if o, ok := r.titleOccasion(); ok {
		return o, true
	}
	if o, ok := r.mainOccasion(); ok {
		return o, true
	}
	if o, ok := r.leadOccasion(); ok && s.Index >= leadLength {
		return o, true
	}
	return r.onlyOccasion(s.Index)
}

// gone holds for an edition of a year before that of the text.
func (r *Reader) gone(o *Occasion) bool {
	return len(o.Years) == 1 && o.Years[0] < r.Anchor.Year
}

// homeEdition is the edition of the event of this year, where it is what the head or the whole of the text is about.
func (r *Reader) homeEdition(event string) (Occasion, bool) {
	for _, about := range []func() (Occasion, bool){r.leadOccasion, r.mainOccasion} {
		if o, ok := about(); ok && o.Event == event && len(o.Years) == 1 && o.Years[0] == r.Anchor.Year {
			return o, true
		}
	}
	return Occasion{}, false
}

// aboutOther is the event that the title, the head or the whole of the text is about, where it is another one.
func (r *Reader) aboutOther(event string) (Occasion, bool) {
	for _, about := range []func() (Occasion, bool){r.titleOccasion, r.leadOccasion, r.mainOccasion} {
		if o, ok := about(); ok {
			return o, o.Event != event && len(o.Years) == 1
		}
	}
	return Occasion{}, false
}

// inRelative holds for a chunk in a clause that tells something by the way: "where the summit was held", "because he
// had a parade of his own".
func inRelative(s *annotate.Sentence, i int) bool {
	for j := i - 1; j >= 0 && s.Chunks[j].Clause == s.Chunks[i].Clause; j-- {
		if c := &s.Chunks[j]; c.Kind == annotate.Relative || c.Kind == annotate.Subordinator && s.Units[c.First].Word != "that" {
			return true
		}
	}
	return false
}

// onlyOccasion is the event that the sentences before i name, where they name no other and no other edition of it.
func (r *Reader) onlyOccasion(i int) (Occasion, bool) {
	if i < r.sole.upTo {
		r.sole = sole{}
	}
	for ; r.sole.upTo < i; r.sole.upTo++ {
		for _, o := range r.events(r.sole.upTo) {
			r.sole.add(o)
		}
	}
	return r.sole.Occasion, r.sole.found && !r.sole.several
}

// sole is the event that the sentences up to one name, and whether there are several.
type sole struct {
	Occasion
	upTo           int
	found, several bool
}

func (s *sole) add(o Occasion) {
	if len(o.Years) != 1 || s.found && (o.Event != s.Event || o.Years[0] != s.Years[0]) {
		s.several = true
		return
	}
	s.Occasion, s.found = o, true
}

// titleOccasion is the one event that the document's title names.
func (r *Reader) titleOccasion() (Occasion, bool) {
	if r.Doc.Title == "" {
		return Occasion{}, false
	}
	if !r.titled {
		r.titled = true
		doc := &schemas.Document{Text: r.Doc.Title, Published: r.Doc.Published}
		title := New(r.Doc.Lexicon.Annotate(doc))
		for i := range title.Doc.Len() {
			r.title = append(r.title, title.events(i)...)
		}
	}
	if len(r.title) != 1 {
		return Occasion{}, false
	}
	return r.title[0], true
}

// leads reports whether sentence i opens its paragraph, so that the event which it names is what the next ones may go on with.
func (r *Reader) leads(i int) bool {
	return i == 0 || r.Doc.Sentence(i-1).Paragraph < r.Doc.Sentence(i).Paragraph
}
