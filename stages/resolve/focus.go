package resolve

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// InParagraph is the one state that the sentences before s in its paragraph speak of: their last subject, or the state that a
// sentence without a verb names ("Tunisia (12 million).").
func (r *Reader) InParagraph(s *annotate.Sentence) (Set, bool) {
	if set := r.label(s); !set.Empty() {
		return set, true
	}
	for i := s.Index - 1; i >= 0 && i >= s.Index-lookback; i-- {
		t := r.Doc.Sentence(i)
		if t.Paragraph != s.Paragraph {
			return Set{}, false
		}
		for _, m := range r.Focus(i) {
			if (m.Role == Subject || m.Role == Owner && m.Chunk <= 1) && !m.Set.Has("*") {
				return r.returned(s, m.Set, i), len(m.Set.States) == 1
			}
		}
	}
	return Set{}, false
}

// labelUnits is how long a label at the head of a paragraph may be, "Nicaragua.", and labelReach over how many sentences it stands.
const labelUnits, labelReach = 4, 12

// label is the one state that the first sentence of a paragraph names and says nothing more, none for any other paragraph.
func (r *Reader) label(s *annotate.Sentence) Set {
	first := s.Index
	for first > 0 && s.Index-first < labelReach && r.paragraphOf(first-1) == s.Paragraph {
		first--
	}
	t := r.Doc.Sentence(first)
	if first == s.Index || len(t.Units) > labelUnits {
		return Set{}
	}
	if set := r.all(t); len(set.States) == 1 && t.Units[0].Has(annotate.Country) {
		return set
	}
	return Set{}
}

func (r *Reader) paragraphOf(i int) int {
	_, _, p := r.Doc.Bounds(i)
	return p
}

// InHeading is the one state that the nearest heading above s names, if it names one.
func (r *Reader) InHeading(s *annotate.Sentence) (Set, bool) {
	for i := s.Index - 1; i >= 0 && i > s.Index-20; i-- {
		if !r.Doc.IsHeading(i) {
			continue
		}
		t := r.Doc.Sentence(i)
		if givesFigures(t) {
			continue
		}
		if set := r.all(t); !set.Empty() {
			return set, len(set.States) == 1
		}
	}
	return Set{}, false
}

// all are the states that a sentence names, by their people too.
func (r *Reader) all(s *annotate.Sentence) Set { return r.InUnits(s, 0, len(s.Units)-1) }

// InUnits are the states that the units from first to last name, by their people too.
func (r *Reader) InUnits(s *annotate.Sentence, first, last int) Set {
	var set Set
	for u := first; u <= last; u++ {
		if s.Units[u].Has(annotate.Country) {
			if code, ok := r.country(s, u); ok {
				set.add(State{Code: code})
			}
		}
	}
	return set
}

// Lead is the one state that the first sentences of the text name.
func (r *Reader) Lead() (Set, bool) {
	for i := 0; i < r.Doc.Len() && i < 3; i++ {
		if set := r.all(r.Doc.Sentence(i)); !set.Empty() {
			return set, len(set.States) == 1
		}
	}
	return Set{}, false
}

// Main is the state of which the whole text speaks: the only one named, or named three times or more and twice as often as any other.
func (r *Reader) Main() (Set, bool) {
	if !r.counted {
		r.counted = true
		r.main = r.mostNamed()
	}
	if r.main == "" {
		return Set{}, false
	}
	return Set{States: []State{{Code: r.main}}}, true
}

func (r *Reader) mostNamed() string {
	count := map[string]int{}
	titled := ""
	if set, ok := r.Titled(); ok {
		titled = set.States[0].Code // Georgia means the state all through a text that is headed by it
	}
	for _, h := range r.Doc.Hits {
		if int(h.End) < len(r.Doc.Text) && r.Doc.Text[h.End] == '$' {
			continue // US$ is money
		}
		for _, m := range r.Doc.Meanings(h) {
			if m.Kind == annotate.Country && (!m.Ambiguous || m.Code == titled) {
				count[m.Code]++
				break
			}
		}
	}
	best, second := "", 0
	for code, n := range count {
		if best == "" || n > count[best] || n == count[best] && code < best {
			best = code
		}
	}
	for code, n := range count {
		if code != best {
			second = max(second, n)
		}
	}
	if second > 0 && (count[best] < 3 || count[best] < 2*second) {
		return ""
	}
	return best
}

// Titled is the one state that the title names, or else the first heading of the text.
func (r *Reader) Titled() (Set, bool) {
	if set := r.inTitle(); len(set.States) == 1 {
		return set, true
	}
	if r.Doc.Len() == 0 {
		return Set{}, false
	}
	title := r.Doc.Sentence(0)
	set := r.all(title)
	return set, title.Heading && len(set.States) == 1
}

// TitledPair are the two states that the title names, or else the first heading of the text: "A–B relations".
func (r *Reader) TitledPair() (Set, bool) {
	set := r.inTitle()
	if len(set.States) == 0 && r.Doc.Len() > 0 && r.Doc.Sentence(0).Heading {
		set = r.all(r.Doc.Sentence(0))
	}
	return set, len(set.States) == 2 && !set.Has("*") && !set.Whole
}

// Names reports whether sentence i names the state, by its people too, up to the unit last; -1 for the whole sentence.
func (r *Reader) Names(i, last int, code string) bool {
	s := r.Doc.Sentence(i)
	if last < 0 {
		last = len(s.Units) - 1
	}
	named := r.InUnits(s, 0, last)
	return named.Has(code)
}

// inTitle are the states that the document's title names, which need not stand in the text.
func (r *Reader) inTitle() Set {
	if r.Doc.Title == "" {
		return Set{}
	}
	if r.heading == nil {
		r.heading = r.Doc.Lexicon.Annotate(&schemas.Document{Text: r.Doc.Title})
	}
	var set Set
	for i := range r.heading.Len() {
		for _, x := range r.all(r.heading.Sentence(i)).States {
			set.add(x)
		}
	}
	return set
}

// returned is the state that the document is about in place of one that sentence i has named in passing: one that neither the
// sentence itself nor the first of its paragraph speaks of. A title or a text without a state of its own changes nothing.
func (r *Reader) returned(s *annotate.Sentence, set Set, i int) Set {
	if i == s.Index || len(set.States) != 1 {
		return set
	}
	about, ok := r.Titled()
	if !ok {
		about, ok = r.Main()
	}
	if !ok || about.States[0].Code == set.States[0].Code || r.apart.Has(about.States[0].Code) {
		return set
	}
	first := i
	for first > 0 && r.Doc.Sentence(first-1).Paragraph == r.Doc.Sentence(i).Paragraph {
		first--
	}
	if r.Doc.Sentence(i).Paragraph == s.Paragraph && r.Names(first, -1, set.States[0].Code) {
		return set
	}
	return Set{States: []State{{Code: about.States[0].Code}}, Context: true}
}
