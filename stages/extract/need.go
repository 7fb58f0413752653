package extract

import (
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
)

// need is what a rule can't do without, worked out when it is loaded, so that most sentences are passed over by their masks alone.
type need struct {
	terms  annotate.Mask   // the sentence must hold all of them, by what the scan found
	words  annotate.Mask   // and these, by words that the scan passes over
	some   []annotate.Mask // and of each of these something
	wordly []bool          // by place in some: a word that the scan passes over does as well

	anywhere annotate.Mask // what the document must hold
	told     annotate.Mask // of which the document must hold something, unless it is about an event by its day and its names alone
	spoken   bool          // the event may have been named before
	stated   bool          // a state is among what it must have

	memory int           // sentences within which the rule's table must have told something, or -1
	entry  bool          // the sentence must be alone in its paragraph
	waits  bool          // for words that the scan passes over
	bloc   bool          // the document must name an organisation
	flow   annotate.Mask // of which something must stand in the sentence or shortly before, or be told there; empty where none need
	silent bool          // an event is looked for only at places that a speech leaves empty, or in the sentence
}

// prepare works out what the rule needs.
func (r *Rule) prepare(l *annotate.Lexicon) {
	r.need = need{memory: -1, entry: r.Anchor == "entry"}
	n := &r.need
	n.wantsOccasion(r, l)
	n.stated = slices.ContainsFunc(r.Roles, func(role Role) bool { return role.Is == "states" && !role.Optional })
	n.class(l, r.Anchor)
	n.flowing(l, r)
	for _, cond := range r.When {
		n.condition(l, cond)
	}
	for i := range r.Roles {
		if !r.Roles[i].Optional && !r.measures() { // a value of which only whose it is fails is remembered
			n.role(l, &r.Roles[i])
		}
	}
	if r.Repeats != "" {
		n.memory = lastReach
	}
	n.waits = n.words != annotate.Mask{} || slices.Contains(n.wordly, true)
}

// named is all that can name a state, events included ("no leader came to the parade"). A document without any gives nothing to a rule that wants one.
var named = annotate.KindMask(annotate.Country, annotate.Group, annotate.Person, annotate.Organization, annotate.Event)

// condition adds what a condition that must hold needs.
func (n *need) condition(l *annotate.Lexicon, cond string) {
	class, places, _ := strings.Cut(cond, "@")
	switch {
	case class == "told":
		n.remembers(reach)
	case class[0] == '=' && places == "told":
		n.remembers(lastReach)
	case places == "tie": // the name of a flow, and no word
	case strings.Count(cond, "/") > 1: // a third class can do for the first
	case class == "dated" && places == "self":
		n.dated(l)
	case within(places):
		n.class(l, class)
		n.behind(l, strings.Split(places, "|"))
	default:
		mask := l.ClassMask(firstClass(class))
		if common := l.Common(); !common.Meets(&mask) {
			n.anywhere.Add(&mask)
		}
	}
}

// remembers notes that the table must have told something within so many sentences.
func (n *need) remembers(back int) {
	if n.memory < 0 || back < n.memory {
		n.memory = back
	}
}

// class adds what a sentence in which something of the class stands must hold.
func (n *need) class(l *annotate.Lexicon, class string) {
	switch class = firstClass(class); class {
	case "event":
		n.kinds(annotate.Event)
		return
	case "cell", "number":
		n.kinds(annotate.Country)
		n.oneOfWords(l, []string{"0"})
		return
	case "figure":
		n.oneOfWords(l, []string{"0"})
		return
	case "organization":
		n.kinds(annotate.Organization)
		return
	case "located":
		n.kinds(annotate.Place, annotate.Country)
		return
	case "states":
		n.kinds(annotate.Country, annotate.Group)
		return
	case "standing":
		n.oneOf(l, ordinals(l), "number_sign", "unrivalled")
		return
	case "ordinal":
		class = "=ordinal"
		ordinals(l)
	case "echo":
		class = "=echo"
		l.WordClass(class, sorted(echoing)...)
	}
	if word, ok := strings.CutPrefix(class, "="); ok && class != "=echo" && class != "=ordinal" {
		if word, _, _ = strings.Cut(word, " "); strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			return
		}
		class = "=" + word
		l.WordClass(class, word)
	}
	mask := l.ClassMask(class)
	if common := l.Common(); common.Meets(&mask) {
		n.words.Add(&mask)
	} else {
		n.terms.Add(&mask)
	}
}

// ordinals are the words of which every ordinal has one.
func ordinals(l *annotate.Lexicon) annotate.Mask {
	const class = "=ordinal"
	if l.HasClass(class) {
		return l.ClassMask(class)
	}
	return l.WordClass(class, quantity.OrdinalTriggers()...)
}

// oneOf adds that something in the mask or of one of the classes must stand in the sentence.
func (n *need) oneOf(l *annotate.Lexicon, mask annotate.Mask, classes ...string) {
	further := l.ClassMask(classes...)
	mask.Add(&further)
	n.some, n.wordly = append(n.some, mask), append(n.wordly, true)
}

func sorted(words map[string]bool) []string {
	var out []string
	for w := range words {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// kinds adds that something of one of the kinds must stand in the sentence.
func (n *need) kinds(kinds ...annotate.Kind) {
	mask := annotate.KindMask(kinds...)
	if len(kinds) == 1 {
		n.terms.Add(&mask)
		return
	}
	n.some, n.wordly = append(n.some, mask), append(n.wordly, false)
}

// role adds what a role that must be filled needs.
func (n *need) role(l *annotate.Lexicon, role *Role) {
	if back := role.remembers(); back >= 0 {
		n.remembers(back)
	}
	if role.Is == "states" && role.Many && role.Itself {
		n.kinds(annotate.Country) // two or more that the sentence names
	}
	n.behind(l, role.At)
	if role.Is == "rank" && !slices.ContainsFunc(role.At, leadsOut) {
		n.oneOf(l, ordinals(l), "number_sign", "superlative", "unrivalled")
	}
	n.bloc = n.bloc || role.Is == "organization"
	if role.Is == "states" && !slices.ContainsFunc(role.At, leadsToOwner) {
		n.states(l, role)
	}
	if role.Is != "organization" || slices.ContainsFunc(role.At, leadsOut) {
		return
	}
	mask := annotate.KindMask(annotate.Organization, annotate.Event) // an event stands for who holds it
	nouns, it := l.ClassMask("bloc_noun"), l.WordClass("=it", "it")
	mask.Add(&nouns)
	mask.Add(&it)
	n.some, n.wordly = append(n.some, mask), append(n.wordly, true)
}

// standingIn are the words that stand for states, or for the people who stand for them, in a sentence that names none; owning are those
// of their possessors.
var (
	standingIn = append(strings.Fields("they them themselves these those it itself he she him himself herself i both neither all none nobody nothing no former latter "+
		"two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty"), numerals()...)
	owning = strings.Fields("its their his her our my whose country's nation's republic's kingdom's state's")
)

// numerals are the numbers of states that can be meant: "the 27".
func numerals() (list []string) {
	for n := 2; n < 300; n++ {
		list = append(list, strconv.Itoa(n))
	}
	return list
}

// states adds that something in the sentence must stand for a state.
func (n *need) states(l *annotate.Lexicon, role *Role) {
	mask := annotate.KindMask(annotate.Country, annotate.Group, annotate.Person, annotate.Office, annotate.Place)
	nouns := l.ClassMask("state_noun", "migrant")
	mask.Add(&nouns)
	words := l.WordClass("=standing in", standingIn...)
	mask.Add(&words)
	if slices.ContainsFunc(role.At, func(place string) bool {
		return strings.Contains(place, "possessor") || strings.Contains(place, "genitive")
	}) {
		words = l.WordClass("=owning", owning...)
		mask.Add(&words)
	}
	n.some, n.wordly = append(n.some, mask), append(n.wordly, true)
}

// leadsToOwner reports whether a place can lead out of the sentence, whose something is included: that may have been told before.
func leadsToOwner(place string) bool {
	return leadsOut(place) || strings.HasSuffix(place, "owner") || strings.HasSuffix(place, "whose")
}

// speechless are the places that a speech leaves empty: what it says of "the meeting" need not be about the one that is meant.
var speechless = []string{"there", "topic", "scene", "apart"}

// ofMemory are the places that are filled by what the table has told, with the number of sentences that they look back.
var ofMemory = map[string]int{"again": 2, "again lately": 5, "alike": 2, "as before": 1, "after leaving": 1, "again now": 0, "gapped": 0, "counterpart": 0,
	"told": reach, "compared": reach, "retold": reach, "last": lastReach, "common": lastReach}

// remembers is how far back the table must have told something for the role to be filled, or -1 where it need not have.
func (role *Role) remembers() int {
	back := -1
	for _, place := range role.At {
		far, ok := ofMemory[place]
		if !ok {
			return -1
		}
		back = max(back, far)
	}
	return back
}

// inSentence are steps of places that stay in the sentence, beside the prepositions.
var inSentence = []string{"self", "verb", "main", "subject", "object", "equals", "inverted", "copula", "apposition", "introduced", "trailing", "ascribed", "gap", "explained", "wider",
	"antecedent", "listed", "owner", "case", "standing", "aside", "directly", "mates", "chosen", "directly behind", "creating", "along", "fronted inside",
	"but not of", "rest", "dashed", "freely", "underway", "juxtaposed", "coupled", "inside", "outside", "gone", "subjected", "host", "bracket", "enclosed", "whereto", "abridged", "before", "after", "clause", "sentence", "possessed", "behind", "beside", "onward",
	"relative", "front", "next", "leading", "doer", "agent", "modifier", "phrase", "named", "led", "possessor", "itself", "adjacent", "noun", "genitive"}

// remembered are the places of roles that lead out of the sentence.
var remembered = []string{"topic", "context", "there", "meanwhile", "last", "intro", "hosting", "joining", "reported", "scene", "apart"}

// firstClass is the class of a condition without its rivals, which may be absent.
func firstClass(class string) string {
	class, _, _ = strings.Cut(class, "/")
	return class
}
