package resolve

import (
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// Reader reads one document from its first sentence to its last and remembers what it has spoken of.
type Reader struct {
	Doc                  *annotate.Document
	Anchor               dates.Date // day of the document, as far as it is known
	gazetteer            *seeds.Gazetteer
	read                 []reading          // by sentence
	phrased              []int32            // sentences of which it keeps what their phrases stand for
	phrases              int                // of those
	heading              *annotate.Document // the title, annotated
	depth                int                // of sentences that wait for what an earlier one speaks of
	persons              map[int]bool       // leaders whose full name the document has
	naming               annotate.Mask
	holding              annotate.Mask
	convenes, gathering  annotate.Mask // an organisation, and its meeting or a place
	credits              annotate.Mask // whose picture it is
	apart                Set           // states that the phrase being read can't mean
	main                 string        // state of which the whole text speaks
	counted              bool
	title                []Occasion // that the document's title names, once titled
	titled               bool
	mainEvent            Occasion // that the document is about by its day and its names, once mained
	mained, hasMain      bool
	lead                 Occasion // that the head of the text names, once led
	led, hasLead         bool
	heard, isSpeech      bool // whether the document is a speech, once heard
	searched, namesEvent bool // whether the document names an event, once searched
	sole                 sole
	dated                map[string]int           // year of the full date that falls on the day of an event, by event
	further              map[string]seeds.Edition // editions that stand in no calendar, by event
	statements           []Told
	block                map[int]int // by row: the first row of its table or list, plus one
	mainOrg              string      // organisation that the text is about
	mainKnown            bool
	titleLine            *annotate.Sentence // the document's title, once it is asked for
	shortNames           map[string]string  // organisation by a noun that is its short name
	rites                map[string]State   // for whom a ceremony is held, by its event
	ownNames             map[string]bool    // states that the text names by a word that no other state shares
}

// reading is what is known of a sentence so far. Each part is worked out when it is first asked for.
type reading struct {
	focus         []Mention  // the sets that it speaks of, the most prominent first
	events        []Occasion // that it names
	sets          []phraseSet
	focused, told progress
}

type phraseSet struct {
	set  Set
	done bool
}

// progress tells a part that leads back to itself from one that is done.
type progress uint8

const (
	unread progress = iota
	underway
	known
)

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
	r := &Reader{Doc: doc, gazetteer: doc.Lexicon.Gazetteer, persons: map[int]bool{}, block: map[int]int{}}
	r.read = make([]reading, doc.Len())
	r.naming = annotate.KindMask(annotate.Country, annotate.Group, annotate.Person, annotate.Office, annotate.Organization)
	r.holding = annotate.KindMask(annotate.Event, annotate.Site)
	nouns := doc.Lexicon.ClassMask("summit_noun", "event_noun")
	r.holding.Add(&nouns)
	r.convenes = annotate.KindMask(annotate.Organization)
	r.gathering = doc.Lexicon.ClassMask("convene", "attend", "come", "stay_away")
	r.credits = doc.Lexicon.ClassMask("credit")
	places := annotate.KindMask(annotate.Place)
	r.gathering.Add(&places)
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

// Read is sentence i, analysed. Sentences may be read in any order: what one speaks of does not depend on it.
func (r *Reader) Read(i int) *annotate.Sentence { return r.Doc.Sentence(i) }

// mostPhrases is of how many phrases a reader keeps what they stand for.
const mostPhrases = 1 << 16

// Rest lets go of what phrases stand for, where those are many; it is worked out again where it is needed. What a sentence speaks of
// stays. It may be called while no sentence is being read.
func (r *Reader) Rest() {
	if r.phrases <= mostPhrases {
		return
	}
	for _, i := range r.phrased {
		r.read[i].sets = nil
	}
	r.phrased, r.phrases = r.phrased[:0], 0
}

// deepest is how many sentences may wait for one another; a longer chain is worked out from the start of the document on.
const deepest = 100

// Focus is what sentence i speaks of. One that names no state and no person takes up at most what others named.
func (r *Reader) Focus(i int) []Mention {
	rd := &r.read[i]
	if rd.focused != unread {
		return rd.focus
	}
	if mask := r.Doc.SentenceMask(i); !mask.Meets(&r.naming) {
		rd.focused = known
		return nil
	}
	r.catchUp(i)
	rd.focused = underway
	r.depth++
	rd.focus = r.mentions(r.Doc.Sentence(i))
	r.depth--
	rd.focused = known
	return rd.focus
}

// CanName reports whether sentence i can name an event, by its terms alone.
func (r *Reader) CanName(i int) bool {
	mask := r.Doc.SentenceMask(i)
	return mask.Meets(&r.holding) || mask.Covers(&r.convenes) && mask.Meets(&r.gathering)
}

// NamesEvent reports whether the document names an event anywhere, in its title or by its day and names included; what speaks of an
// event that its own sentence does not name speaks of one of those.
func (r *Reader) NamesEvent() bool {
	if !r.searched {
		r.searched = true
		_, titled := r.titleOccasion()
		r.namesEvent = titled || r.HasMain()
		for i := 0; i < r.Doc.Len() && !r.namesEvent; i++ {
			r.namesEvent = len(r.events(i)) > 0
		}
	}
	return r.namesEvent
}

// events are the occasions that sentence i names.
func (r *Reader) events(i int) []Occasion {
	rd := &r.read[i]
	if rd.told != unread {
		return rd.events
	}
	if !r.CanName(i) {
		rd.told = known
		return nil
	}
	r.catchUp(i)
	rd.told = underway
	r.depth++
	rd.events = r.occasions(r.Doc.Sentence(i))
	r.depth--
	rd.told = known
	return rd.events
}

// catchUp works a long chain of references out from its start, so that no text makes the stack grow.
func (r *Reader) catchUp(i int) {
	if r.depth < deepest {
		return
	}
	depth := r.depth
	r.depth = 0
	for k := range i {
		r.events(k)
		r.Focus(k)
	}
	r.depth = depth
}

// lookback is how many sentences back a pronoun or a definite noun may reach.
const lookback = 5
