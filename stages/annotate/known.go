package annotate

// known is all that the lexicon knows of a word, so that a sentence looks each of its words up once.
type known struct {
	tag     Tag // where it is a word of a closed class
	tagged  bool
	verb    verbForm
	lemma   string
	nounish bool
	phrases []phrase  // that it begins
	closed  []Meaning // cues that it is as a word of a closed class
}

// unknown is what is known of any other word.
var unknown known

// gather collects what the lists say of each word.
func (l *Lexicon) gather() {
	g := l.grammar
	g.known = map[string]*known{}
	of := func(word string) *known {
		if g.known[word] == nil {
			g.known[word] = &known{}
		}
		return g.known[word]
	}
	for w, tag := range g.tags {
		of(w).tag, of(w).tagged = tag, true
	}
	for w, form := range g.verbs {
		of(w).verb = form
	}
	for w, lemma := range g.lemmas {
		of(w).lemma = lemma
	}
	for w, nounish := range g.nounish {
		of(w).nounish = nounish
	}
	for w, phrases := range g.phrases {
		of(w).phrases = phrases
	}
	for w, meanings := range l.closed {
		of(w).closed = meanings
	}
}

// word is what is known of a word in small letters.
func (g *grammar) word(lower string) *known {
	if k, ok := g.known[lower]; ok {
		return k
	}
	return &unknown
}
