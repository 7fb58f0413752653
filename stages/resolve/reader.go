package resolve

import (
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// Reader reads one document from its first sentence to its last and remembers what it has spoken of.
type Reader struct {
	Doc       *annotate.Document
	Anchor    dates.Date // day of the document, as far as it is known
	gazetteer *seeds.Gazetteer
	focus     [][]Mention       // by sentence: the sets that it speaks of, the most prominent first
	events    [][]Occasion      // by sentence
	persons   map[int]bool      // leaders whose full name the document has
	memo      map[[2]int]Set    // phrases of the sentence being read
	shorts    map[string]string // country by family name of persons introduced with office and country
}

// Mention is one set that a sentence speaks of.
type Mention struct {
	Set   Set
	Role  Role
	Chunk int
}

// Role is how prominent a set is in its sentence.
type Role uint8

// The roles, the most prominent first.
const (
	Subject Role = iota
	Owner        // possessor or of-phrase of the subject
	Object
	Oblique
)

// New starts reading.
func New(doc *annotate.Document) *Reader {
	r := &Reader{Doc: doc, gazetteer: doc.Lexicon.Gazetteer, persons: map[int]bool{}, memo: map[[2]int]Set{}}
	r.focus = make([][]Mention, doc.Len())
	r.events = make([][]Occasion, doc.Len())
	r.Anchor = r.documentDate()
	for _, h := range doc.Hits {
		for _, m := range doc.Meanings(h) {
			if m.Kind == annotate.Person && !m.Short {
				r.persons[m.Leader] = true
			}
		}
	}
	return r
}

// documentDate is the day of the document by its metadata, else the latest full date that its text gives.
func (r *Reader) documentDate() dates.Date {
	if p := r.Doc.Published; p.Year != 0 {
		return dates.Date{Year: p.Year, Month: p.Month, Day: p.Day}
	}
	return dates.Date{}
}

// Read resolves sentence i; sentences are read in order.
func (r *Reader) Read(i int) *annotate.Sentence {
	s := r.Doc.Sentence(i)
	clear(r.memo)
	r.events[i] = r.occasions(s)
	r.focus[i] = r.mentions(s)
	return s
}

// mentions are the sets of a sentence by prominence.
func (r *Reader) mentions(s *annotate.Sentence) []Mention {
	byRole := [4][]Mention{}
	subjects := map[int]bool{}
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Subject >= 0 && c.Finite {
			subjects[c.Subject] = true
		}
	}
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase || c.List >= 0 && c.List != i && r.inSameList(s, i) {
			continue
		}
		set := r.Set(s, i)
		if set.Empty() || set.States[0].Code == "*" {
			if set = r.modifiers(s, i); set.Empty() {
				continue
			}
			byRole[Oblique] = append(byRole[Oblique], Mention{set, Oblique, i})
			continue
		}
		role := Oblique
		switch {
		case subjects[i]:
			role = Subject
		case c.Owned || c.Case >= 0 && s.Units[s.Chunks[c.Case].First].Word == "of":
			role = Owner
		case c.Case < 0:
			role = Object
		}
		byRole[role] = append(byRole[role], Mention{set, role, i})
	}
	var out []Mention
	for _, list := range byRole {
		out = append(out, list...)
	}
	return out
}

func (r *Reader) inSameList(s *annotate.Sentence, i int) bool {
	return s.Chunks[i].List >= 0 && s.Chunks[i].List < i
}

// lookback is how many sentences back a pronoun or a definite noun may reach.
const lookback = 5

// Before yields the sets that the text spoke of before chunk `chunk` of sentence s, the nearest and most prominent first.
// Those of the sentence itself come first where they stand before the chunk.
func (r *Reader) Before(s *annotate.Sentence, chunk int, accept func(Mention, int) bool) (Set, bool) {
	for _, m := range r.earlier(s, chunk) {
		if accept(m, 0) {
			return m.Set, true
		}
	}
	for back := 1; back <= lookback && s.Index-back >= 0; back++ {
		for _, m := range r.focus[s.Index-back] {
			if accept(m, back) {
				return m.Set, true
			}
		}
	}
	return Set{}, false
}

// earlier are the sets of the same sentence that stand before the chunk, subjects first, then the nearest.
func (r *Reader) earlier(s *annotate.Sentence, chunk int) []Mention {
	var subjects, others []Mention
	for i := chunk - 1; i >= 0; i-- {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase || r.inSameList(s, i) {
			continue
		}
		set := r.Set(s, i)
		if set.Empty() {
			continue
		}
		if c.Case < 0 && !c.Owned {
			subjects = append(subjects, Mention{set, Subject, i})
		} else {
			others = append(others, Mention{set, Oblique, i})
		}
	}
	return append(subjects, others...)
}
