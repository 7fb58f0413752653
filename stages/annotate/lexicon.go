package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate/scan"
)

// Kind says what a term of the lexicon names.
type Kind uint8

// The kinds of terms.
const (
	Country Kind = iota + 1
	Group
	Organization
	Event
	Person
	Office
	Cue
	Place   // a city where an event was held, and nothing more
	Site    // a square or hall where an event of that code is held each time
	Trigger // a word or sign without which no value of a kind (percent, money) can stand; it is no unit
)

// Form says how a term names a country.
type Form uint8

// The forms of a country's name.
const (
	Name Form = iota + 1
	Adjective
	Demonym
	Demonyms // plural
	Capital
	Seat
)

// Meaning is one thing that a term can stand for.
type Meaning struct {
	Kind      Kind
	Code      string // ISO code, organisation, group, event, office (may be empty) or cue class
	Form      Form
	Ambiguous bool
	Plural    bool
	Nickname  bool
	Holiday   bool   // Site: the day of the event rather than its place
	Exact     string // the term must stand in exactly these letters
	Proper    bool   // the term must start with a capital letter
	Plus      bool   // Organization: a plus sign follows the term: OPEC+
	Leader    int    // Person: index in Gazetteer.Leaders
	Short     bool   // Person: the form that stands alone
	Verb      bool   // Cue: only where it is a verb
	Noun      bool   // Cue: only where it is a noun
	Lemma     string // Cue: the entry as declared
	Class     int    // bit of its kind, or of its class of cues, in masks
}

// CueClass is a named set of words and phrases that rules speak of.
type CueClass struct {
	Name                string
	Verbs, Nouns, Words []string
}

// Lexicon is everything that the scan looks for: the gazetteer's terms and the rules' cues, compiled.
// It is built once and shared by all workers.
type Lexicon struct {
	Gazetteer *seeds.Gazetteer
	automaton *scan.Automaton
	meanings  [][]Meaning          // by term
	masks     []Mask               // by term
	classes   map[string]int       // bit of each cue class
	closed    map[string][]Meaning // cues that are words of closed classes, which the scan passes over
	common    Mask                 // cue classes with such a word
	words     *scan.Automaton      // of such words, for the sentences in which a rule waits for one
	wordMasks []Mask               // by term of words
	marks     [256]uint16          // bit of a character's class, or 0
	propers   []bool               // by term: it stands for nothing unless it has a capital letter
	grammar   *grammar
}

// NewLexicon compiles the gazetteer and the cue classes.
func NewLexicon(g *seeds.Gazetteer, cues []CueClass) *Lexicon {
	l := &Lexicon{Gazetteer: g, automaton: scan.New(), classes: map[string]int{}, closed: map[string][]Meaning{}, words: scan.New(), grammar: newGrammar(g)}
	l.addCountries()
	l.addLeaders()
	l.addOrganizations()
	l.addEvents()
	l.addOffices()
	for _, c := range cues {
		l.addCues(c)
	}
	l.addTriggers()
	l.gather()
	l.propers = make([]bool, len(l.meanings))
	for n := range l.meanings {
		l.propers[n] = l.proper(n)
	}
	return l
}

func (l *Lexicon) add(term string, m Meaning) {
	m.Class = l.maskOf(&m)
	n := l.automaton.Add(term)
	if n < 0 {
		return
	}
	for int(n) >= len(l.meanings) {
		l.meanings = append(l.meanings, nil)
		l.masks = append(l.masks, Mask{})
	}
	l.masks[n].Set(m.Class)
	l.meanings[n] = withMeaning(l.meanings[n], m)
}

// withMeaning adds a meaning. What a term means without doubt it means no more in a doubtful way: Djibouti is the state that
// it is the capital of.
func withMeaning(list []Meaning, m Meaning) []Meaning {
	for i, known := range list {
		if known == m {
			return list
		}
		if known.Kind != m.Kind || known.Code != m.Code || known.Kind != Country || known.Ambiguous == m.Ambiguous {
			continue
		}
		if known.Ambiguous {
			list[i] = m
		}
		return list
	}
	if m.Kind == Country && m.Form == Name { // Guatemala is the state before it is the capital
		return slices.Insert(list, 0, m)
	}
	return append(list, m)
}

// addProper adds a term and its spelling without diacritics. One that starts with a small letter ("el-Sisi")
// stands as it is or, where a sentence starts, with a capital.
func (l *Lexicon) addProper(term string, m Meaning) {
	m.Proper = true
	for _, t := range slices.Compact([]string{term, withoutDiacritics(term)}) {
		if first, size := utf8.DecodeRuneInString(t); (m.Kind == Person || m.Kind == Organization) && unicode.IsLower(first) {
			small, capital := m, m
			small.Proper, small.Exact, capital.Exact = false, t, string(unicode.ToUpper(first))+t[size:]
			l.add(t, small)
			l.add(t, capital)
			continue
		}
		l.add(t, m)
	}
}

var formOf = map[string]Form{"name": Name, "adjective": Adjective, "demonym": Demonym, "demonym_plural": Demonyms, "capital": Capital, "seat": Seat}

func (l *Lexicon) addCues(c CueClass) {
	m := Meaning{Kind: Cue, Code: c.Name}
	for _, w := range c.Words {
		m.Lemma = w
		l.addCue(w, m)
	}
	for _, n := range c.Nouns {
		n := Meaning{Kind: Cue, Code: c.Name, Noun: true, Lemma: n}
		l.addCue(n.Lemma, n)
		n.Plural = true
		l.addCue(plural(n.Lemma), n)
	}
	for _, v := range c.Verbs {
		base, rest, _ := strings.Cut(v, " ")
		for _, form := range l.grammar.forms(base) {
			l.addCue(strings.TrimSpace(form+" "+rest), Meaning{Kind: Cue, Code: c.Name, Verb: true, Lemma: v})
		}
	}
}

// addCue adds a term to the scan, but a word of a closed class ("the", "of", "is") only to what is looked up in sentences
// that are opened: such words are in every sentence, and would only slow the scan.
func (l *Lexicon) addCue(term string, m Meaning) {
	if tag, ok := l.grammar.tags[term]; !ok || tag == TagAdj {
		l.add(term, m)
		return
	}
	l.addWord(m.Code, term)
	m.Class = l.bit(m.Code)
	if !slices.Contains(l.closed[term], m) {
		l.closed[term] = append(l.closed[term], m)
	}
}

// fits reports whether the meaning can be that of the surface form as written.
func (m *Meaning) fits(surface string) bool {
	if m.Kind == Trigger {
		return false
	}
	if m.Exact != "" && m.Exact != surface {
		return false
	}
	if m.Proper {
		for _, r := range surface {
			return unicode.IsUpper(r) || !unicode.IsLetter(r) && hasUpper(surface)
		}
	}
	return true
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }
