package annotate

// ChunkKind is the kind of a chunk.
type ChunkKind uint8

// The kinds of chunks. A noun phrase holds no preposition; what follows one is a chunk of its own with a Case.
const (
	NounPhrase ChunkKind = iota + 1
	VerbGroup
	Preposition
	Excepting
	Coordinator
	Comma
	Semicolon
	Colon
	Dash
	Open
	Close
	Subordinator
	Relative
	Adverb
	When // a date that stands by itself
	Other
)

// Chunk is a phrase or mark of a sentence. Fields that hold an index of another chunk are -1 for none.
type Chunk struct {
	Kind        ChunkKind
	First, Last int // units
	Head        int // unit

	// of a noun phrase
	Case     int    // the preposition that it follows
	Gen      int    // the noun phrase whose 's stands before it
	Owned    bool   // its own 's follows: it is a possessor
	Owner    string // possessive pronoun in it: its, their
	Det      string // determiner
	List     int    // first member of the list that it is in, itself if it starts one
	Conj     bool   // of the first member: the list has an "and"
	Appos    int    // the noun phrase beside it that names the same thing
	Negative bool   // no, none, neither

	// of a verb group
	Lemma    string
	Finite   bool
	Passive  bool
	Reduced  bool // participle after a noun without auxiliary
	Infinite bool // after "to"
	Gerund   bool
	Perfect  bool
	Past     bool
	Neg      bool
	Modal    string
	Subject  int
	Object   int
	Parent   int // verb group that governs this infinitive or shares its subject

	Clause int
}

var markKind = map[Tag]ChunkKind{TagPrep: Preposition, TagExcept: Excepting, TagConj: Coordinator, TagComma: Comma, TagSemicolon: Semicolon,
	TagColon: Colon, TagDash: Dash, TagHyphen: Dash, TagOpen: Open, TagClose: Close, TagSub: Subordinator, TagRel: Relative, TagAdv: Adverb, TagNeg: Adverb}

// chunk cuts the units into phrases.
func (s *Sentence) chunk(g *grammar) {
	s.Chunks = s.Chunks[:0]
	for i := 0; i < len(s.Units); {
		c := Chunk{First: i, Last: i, Head: i, Case: -1, Gen: -1, List: -1, Appos: -1, Subject: -1, Object: -1, Parent: -1}
		switch {
		case s.verbGroupAt(i):
			i = s.verbGroup(g, &c, i)
		case s.standsAlone(i):
			c.Kind = When
			i++
		case s.inPhrase(i, &c, i):
			i = s.nounPhrase(&c, i)
		default:
			if c.Kind = markKind[s.Units[i].Tag]; c.Kind == 0 {
				c.Kind = Other
			}
			i++
		}
		s.Chunks = append(s.Chunks, c)
	}
}

// standsAlone holds for a date that is no part of a noun phrase: not "the 2022 summit".
func (s *Sentence) standsAlone(i int) bool {
	if tag(s, i) != TagDate {
		return false
	}
	next := tag(s, i+1)
	if next != TagGen && s.opensClause(i) && s.subjectFollows(i+1) {
		return true
	}
	modifies := next == TagNoun || next == TagName && !s.Units[i+1].Has(Country) && !s.Units[i+1].Has(Person) || next == TagGen
	return !modifies || tag(s, i-1) == TagPrep && s.Units[i-1].Word != "of" && next != TagNoun && next != TagGen
}

// verbal holds for what can open a finite verb group.
func verbal(t Tag) bool {
	switch t {
	case TagVerb, TagBe, TagHave, TagDo, TagModal:
		return true
	}
	return false
}
