package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate/token"
)

var marks = map[string]Tag{",": TagComma, ":": TagColon, ";": TagSemicolon, "—": TagDash, "–": TagDash, "--": TagDash, "-": TagHyphen,
	"(": TagOpen, "[": TagOpen, ")": TagClose, "]": TagClose, "\"": TagQuote, "“": TagQuote, "”": TagQuote, "‘": TagQuote,
	".": TagStop, "!": TagStop, "?": TagStop, "…": TagStop, "•": TagOther, "*": TagOther, "|": TagSemicolon}

// tag gives each unit its part of speech: first by the word alone, then by its neighbours.
func (g *grammar) tag(s *Sentence) {
	s.capitals = headline(s)
	for i := range s.Units {
		u := &s.Units[i]
		if u.Tag = g.alone(s, u); u.Tag == TagVerb {
			u.Lemma, u.Form = u.known.lemma, u.known.verb
		}
	}
	for i := range s.Units {
		g.inContext(s, i)
	}
}

// alone is the tag of a unit without regard to its neighbours.
func (g *grammar) alone(s *Sentence, u *Unit) Tag {
	first := &s.Tokens[u.First]
	switch {
	case u.Date >= 0:
		return TagDate
	case u.Quantity >= 0:
		return TagNum
	case u.Tag != TagNoun: // a function phrase that was joined before
		return u.Tag
	case u.Has(Country):
		return countryTag(u)
	case u.Has(Person), u.Has(Organization), u.Has(Group), u.Has(Place), u.Has(Site):
		return TagName
	case u.Has(Event), u.Has(Office):
		return TagNoun
	}
	if first.Kind == token.Mark {
		if first.Text == "-" && first.Space && u.Last+1 < len(s.Tokens) && s.Tokens[u.Last+1].Space {
			return TagDash // a hyphen with a space on either side
		}
		return markTag(first)
	}
	if u.First != u.Last { // a cue of several words: a verb phrase where its first word is a verb form
		return g.phraseTag(s, u)
	}
	if first.Lower == "'s" || first.Lower == "'" {
		return TagGen
	}
	if u.known.tagged {
		return u.known.tag
	}
	if u.First == 0 && strings.HasSuffix(first.Lower, "ly") && len(s.Tokens) > 1 && (s.Tokens[1].Text == "," || participle(s.Tokens[1].Lower)) {
		return TagAdv // Nationally, …
	}
	if (u.First == 0 || token.Mark == s.Tokens[u.First-1].Kind) && strings.HasSuffix(first.Lower, "ed") && u.First+1 < len(s.Tokens) && besideWords[s.Tokens[u.First+1].Lower] && u.known.verb == 0 {
		return TagVerb // Flanked by X, …
	}
	if tag := g.open(first, u.known, s.capitals); tag != TagAdj && (tag != TagAdv || first.Text == first.Lower) || !u.nounCue() {
		return tag
	}
	return TagNoun // republic, archipelago, assembly: a declared noun, whatever its ending
}

// besideWords follow a participle that opens a sentence.
var besideWords = map[string]bool{"by": true, "beside": true, "between": true, "alongside": true, "next": true, "behind": true}

// participle holds for a word that ends as participles do: "Originally comprising", "Formerly called".
func participle(word string) bool {
	return strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed")
}

// nounCue holds for a word that a cue class declares as a noun.
func (u *Unit) nounCue() bool {
	for i := range u.Meanings {
		if u.Meanings[i].Kind == Cue && u.Meanings[i].Noun {
			return true
		}
	}
	return false
}

// headline holds where nearly every longer word begins with a capital, so that a capital tells no name.
func headline(s *Sentence) bool {
	capital, small := 0, 0
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind == token.Word && len(t.Text) > 3 {
			if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(r) {
				capital++
			} else {
				small++
			}
		}
	}
	return capital >= 3 && small*6 <= capital && !s.stopped()
}

// stopped holds for a sentence of some length that ends with a full stop, as headlines don't.
func (s *Sentence) stopped() bool {
	return len(s.Tokens) > 20 && s.Tokens[len(s.Tokens)-1].Text == "."
}

// adjectival holds for a name of a state that is an adjective as well: US, UK, Nepal.
func (u *Unit) adjectival() bool {
	for i := range u.Meanings {
		if m := &u.Meanings[i]; m.Kind == Country && m.Form == Adjective {
			return true
		}
	}
	return false
}

// countryTag is an adjective's only where no state has the word for a name ("Nepal" is both).
func countryTag(u *Unit) Tag {
	for i := range u.Meanings { // Guinea-Bissau is both
		if m := &u.Meanings[i]; m.Kind == Country && m.Form == Name {
			return TagName
		}
	}
	if f := u.Meaning(Country).Form; f == Adjective || f == Demonym {
		return TagAdj
	}
	return TagName
}

func markTag(t *token.Token) Tag {
	if t.Lower == "'" {
		return TagGen
	}
	if tag, ok := marks[t.Text]; ok {
		return tag
	}
	if t.Text == "%" {
		return TagNoun
	}
	return TagOther
}

// phraseTag is the tag of a cue of several words.
func (g *grammar) phraseTag(s *Sentence, u *Unit) Tag {
	for i := range u.Meanings {
		if u.Meanings[i].Verb {
			u.Word, u.known = s.Tokens[u.First].Lower, g.word(s.Tokens[u.First].Lower)
			return TagVerb
		}
	}
	if l := s.Tokens[u.Last].Lower; g.tags[s.Tokens[u.First].Lower] == TagPrep && g.tags[l] != TagPrep {
		return TagAdv // on average, in recent years
	}
	for _, p := range g.phrases[s.Tokens[u.First].Lower] {
		if p.tag == TagPrep && len(p.words) <= u.Last-u.First && s.Tokens[u.First+1].Lower == p.words[1] {
			return TagAdv // next to them
		}
	}
	return TagNoun
}

// open is the tag of a word of an open class by its letters.
func (g *grammar) open(t *token.Token, k *known, capitals bool) Tag {
	word := t.Lower
	if t.Kind == token.Number {
		return TagNum
	}
	if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(r) && k.verb == 0 && !(capitals && (k.nounish || k.verb != 0)) {
		return TagName
	}
	if k.verb != 0 {
		return TagVerb
	}
	switch {
	case strings.HasSuffix(word, "ly") && len(word) > 4:
		return TagAdv
	case strings.HasSuffix(word, "ed") && len(word) > 4:
		return TagVerb
	case hasSuffix(word, "ous", "ful", "ive", "ible", "able", "ical", "ic", "ish", "ary", "less", "ual", "onal", "est"):
		return TagAdj
	}
	return TagNoun
}

func hasSuffix(word string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if len(word) > len(suffix)+2 && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// governsNothing holds where no phrase starts at unit i that a preposition could govern.
func (g *grammar) governsNothing(s *Sentence, i int) bool {
	switch tag(s, i) {
	case TagPrep, TagComma, TagStop, TagSemicolon, TagDate:
		return true
	}
	return i >= len(s.Units)
}

func nounPhraseEnd(t Tag) bool { return t == TagName || t == TagNoun || t == TagClose }

// finiteAt holds for an auxiliary at i, or a past form that is no noun.
func (g *grammar) finiteAt(s *Sentence, i int) bool {
	switch tag(s, i) {
	case TagBe, TagHave, TagDo, TagModal:
		return true
	case TagVerb:
		return g.verbs[s.Units[i].Word]&formPast != 0
	}
	return false
}

func tag(s *Sentence, i int) Tag {
	if i < 0 || i >= len(s.Units) {
		return TagStop
	}
	return s.Units[i].Tag
}

// timeClauses are prepositions of time that open a clause as well: "since Kyrgyzstan joined".
var timeClauses = map[string]bool{"since": true, "after": true, "before": true, "until": true}
