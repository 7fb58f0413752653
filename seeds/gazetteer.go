package seeds

import (
	"io/fs"
	"slices"
)

// Gazetteer is what ties knows of the world before it reads: states, who led them when, organisations,
// groups of states and recurring events. It is read once and never changed.
type Gazetteer struct {
	Countries     []Country
	Terms         []Term // names of states, as prose writes them
	Leaders       []Leader
	Organizations []Organization
	Groups        []Group
	Events        []Event
	Editions      []Edition
	Offices       []Office
	Words         []Word
	Verbs         []Verb
	Abbreviations []Abbreviation

	country map[string]int
	groups  map[string]int
	orgs    map[string]int
	events  map[string]int
	held    map[string][]Edition // by event, in the order of the files
	cells   map[string]string    // state by the key of its name in a cell; "" where two share it
	long    map[string][]string  // what an abbreviation in a cell stands for
	values  map[string][]string  // of closed columns, see list; nil while the lists of ties are read
	meant   meanings             // of the terms in them; nil likewise
}

// Country is a state or territory of ISO 3166-1 (and Kosovo, XKX).
type Country struct{ Code, Alpha2, Name, Official, Kind, Region string }

// Term is one way to name a state.
type Term struct {
	Code, Kind, Text string // Kind: name, adjective, demonym, demonym_plural, capital, seat, formal
	Flags            []string
}

// Leader is one term of office of one person. Start and End are ISO dates, perhaps cut to the year; End is empty while in office.
type Leader struct {
	Code, Office, Name, Short, Start, End string
	Full, Alone                           []string // further spellings of the full name and of the short form
	Common                                bool     // the short form is an ordinary word or the name of many: May, Li, Khan
	Joint                                 bool     // the office is held by several at a time, or was claimed by two
}

// Organization is an organisation or bloc that states belong to.
type Organization struct {
	Code, Name string
	Aliases    []string
	Nicknames  []string
	Members    []string // as of 2025; used to resolve, never to state a fact
	Flags      []string
}

// Group is a named group of states that is no organisation: Central Asia, the Baltics.
type Group struct {
	Code    string
	Terms   []string
	Members []string
	Loose   bool // naming it without "all" or a number states nothing of each member
}

// Event is a recurring gathering of leaders or state event.
type Event struct {
	Code, Name                    string
	Terms                         []string
	Organization, Place, Host, MD string // MD is MM-DD where the day is fixed
	Flags                         []string
	Sites                         []string // squares and halls where it is held each time
	Holidays                      []string // days on which it is held, by name
}

// Edition is one holding of an event.
type Edition struct {
	Event            string
	Year             int
	Start, End, City string
	Host, Note       string
}

// Office is a word for who represents a state: its singular, plural and the code that is published.
type Office struct{ Singular, Plural, Code string }

// Word is one closed-class word with its part of speech.
type Word struct{ Text, Tag string }

// Verb is a verb by its base form, with irregular forms where it has them.
type Verb struct{ Base, Past, Participle string }

// Default is the gazetteer embedded in the program, with the files of the given folders added.
func Default(more ...fs.FS) (*Gazetteer, error) {
	gazetteers, err := fs.Sub(files, "gazetteers")
	if err != nil {
		return nil, err
	}
	lexicons, err := fs.Sub(files, "lexicons")
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{country: map[string]int{}, groups: map[string]int{}, orgs: map[string]int{}, events: map[string]int{}}
	for _, folder := range []fs.FS{gazetteers, lexicons} {
		if err := g.add(folder); err != nil {
			return nil, err
		}
	}
	if len(more) > 0 {
		if g.values, err = closedValues(gazetteers, lexicons); err != nil {
			return nil, err
		}
		if g.meant, err = knownMeanings(gazetteers); err != nil {
			return nil, err
		}
	}
	for _, folder := range more {
		if err := checkFiles(folder); err != nil {
			return nil, err
		}
		if err := g.add(folder); err != nil {
			return nil, err
		}
	}
	g.meant = nil
	g.index()
	return g, nil
}

func (g *Gazetteer) index() {
	g.held = map[string][]Edition{}
	for _, e := range g.Editions {
		g.held[e.Event] = append(g.held[e.Event], e)
	}
	g.indexCells()
}

// Country is the state of that code, or nil.
func (g *Gazetteer) Country(code string) *Country { return find(g.Countries, g.country, code) }

// Group is the group of that code, or nil.
func (g *Gazetteer) Group(code string) *Group { return find(g.Groups, g.groups, code) }

// Organization is the organisation of that code, or nil.
func (g *Gazetteer) Organization(code string) *Organization {
	return find(g.Organizations, g.orgs, code)
}

// Event is the event of that code, or nil.
func (g *Gazetteer) Event(code string) *Event { return find(g.Events, g.events, code) }

// EditionsOf are the known editions of the event of that code.
func (g *Gazetteer) EditionsOf(event string) []Edition { return g.held[event] }

func find[T any](list []T, index map[string]int, code string) *T {
	if i, ok := index[code]; ok {
		return &list[i]
	}
	return nil
}

// Codes is the list of values that a column with `codes: name` allows.
func (g *Gazetteer) Codes(name string) (codes []string, ok bool) {
	switch name {
	case "countries":
		codes = codesOf(g.Countries, func(c Country) string { return c.Code })
	case "organizations":
		codes = codesOf(g.Organizations, func(c Organization) string { return c.Code })
	case "events":
		codes = codesOf(g.Events, func(c Event) string { return c.Code })
	default:
		return nil, false
	}
	slices.Sort(codes)
	return codes, true
}

func codesOf[T any](list []T, code func(T) string) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = code(item)
	}
	return out
}

// InOffice reports whether the term of office covers the ISO day; days are compared as far as both are known.
func (l *Leader) InOffice(day string) bool {
	return (l.Start == "" || before(l.Start, day)) && (l.End == "" || before(day, l.End))
}

func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] <= b[:n]
}
