package extract

import (
	"slices"

	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/token"
	"ties.dev/ties/stages/resolve"
)

// longestEntry is the length in bytes up to which a line is taken for an entry of a list.
const longestEntry = 160

// entry holds for a line that is an item of a list or a row of a table: short, alone in its paragraph, with a bullet or without a verb.
func entry(s *annotate.Sentence, doc *annotate.Document) bool {
	if run(s, doc) {
		return true
	}
	return s.End-s.Start <= longestEntry && alone(s, doc) && (bulleted(s) || !hasVerb(s) || namesFirst(s))
}

// namesFirst holds for a line that starts with the name of a state and says the rest in a bracket or behind a dash: "Guinea – suspended in 2009".
func namesFirst(s *annotate.Sentence) bool {
	for i := range s.Chunks {
		switch c := &s.Chunks[i]; c.Kind {
		case annotate.Other, annotate.Dash:
		case annotate.NounPhrase:
			if u := &s.Units[c.Head]; !u.Has(annotate.Country) || u.Tag != annotate.TagName || u.Meaning(annotate.Country).Form != annotate.Name || i+1 >= len(s.Chunks) {
				return false
			}
			k := s.Chunks[i+1].Kind
			return k == annotate.Open || k == annotate.Dash
		default:
			return false
		}
	}
	return false
}

// run holds for a paragraph without a verb behind a colon that ends the one before: a list in one sentence.
func run(s *annotate.Sentence, doc *annotate.Document) bool {
	if s.Index == 0 || hasVerb(s) || !alone(s, doc) {
		return false
	}
	return behindColon(doc, s.Index)
}

// behindColon holds for a sentence before which a colon ends the one before.
func behindColon(doc *annotate.Document, i int) bool {
	_, end, _ := doc.Bounds(i - 1)
	return strings.HasSuffix(strings.TrimRight(doc.Text[max(end-4, 0):end], " "), ":")
}

func alone(s *annotate.Sentence, doc *annotate.Document) bool {
	return paragraphOf(doc, s.Index-1) != s.Paragraph && paragraphOf(doc, s.Index+1) != s.Paragraph
}

func paragraphOf(doc *annotate.Document, i int) int {
	if i < 0 || i >= doc.Len() {
		return -1
	}
	_, _, p := doc.Bounds(i)
	return p
}

// bulleted holds for a line that starts with a bullet or a number.
func bulleted(s *annotate.Sentence) bool {
	if len(s.Tokens) < 2 {
		return false
	}
	return bullets[s.Tokens[0].Text] || s.Tokens[0].Text == "|" || s.Tokens[1].Text == "." && s.Units[0].Tag == annotate.TagNum
}

func hasVerb(s *annotate.Sentence) bool {
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.Kind == annotate.VerbGroup && c.Finite {
			return true
		}
	}
	return false
}

// farthest is how many entries a list may have before the one whose introduction is looked for.
const farthest = 80

// intro is the line that introduces the list in which the sentence is an entry: the nearest before it that is none,
// if it is a heading or ends in a colon; nil for none.
func (m *match) intro() *annotate.Sentence {
	columned := false
	for i := m.s.Index - 1; i >= 0 && i >= m.s.Index-farthest; i-- {
		t := m.r.Doc.Sentence(i)
		if t.Heading && sentenceOf(t, "plain_heading") {
			return m.r.TitleSentence() // List
		}
		if namesColumns(t) {
			columned = true
			continue
		}
		if introduces(t, m.r.Doc) {
			return t
		}
		switch {
		case columned && !entry(t, m.r.Doc):
			return m.r.TitleSentence() // the table that the page is about
		case !entry(t, m.r.Doc) && !tabular(t):
			return nil
		}
	}
	return nil
}

// longestPlain is how many units a heading may have that says only that a list follows.
const longestPlain = 3

// sentenceOf holds for a short line of which a word is of the class.
func sentenceOf(t *annotate.Sentence, class string) bool {
	return len(t.Units) <= longestPlain && sentenceHas(t, class)
}

// namesColumns holds for the head of a table whose cells nothing parts: "Country Region Joined".
func namesColumns(t *annotate.Sentence) bool {
	if len(t.Units) < 3 || t.Units[0].Cue("column_noun") == nil || t.Units[len(t.Units)-1].Tag == annotate.TagStop {
		return false
	}
	for u := range t.Units {
		if t.Units[u].Has(annotate.Country) {
			return false
		}
	}
	return true
}

// tabular holds for a row of a table, which introduces nothing, not even where it is the first and names the columns.
func tabular(t *annotate.Sentence) bool {
	return t.Row || slices.ContainsFunc(t.Tokens, func(k token.Token) bool { return k.Text == "|" })
}

func introduces(t *annotate.Sentence, doc *annotate.Document) bool {
	if !slices.ContainsFunc(t.Tokens, func(k token.Token) bool { return k.Kind != token.Mark }) || tabular(t) {
		return false
	}
	if endsInColon(t) {
		return true
	}
	if bulleted(t) || namesFirst(t) {
		return false
	}
	if !t.Heading {
		return columns(t, doc)
	}
	if namesHolder(t) {
		return false
	}
	for u := range t.Units {
		if t.Units[u].Has(annotate.Country) && t.Units[u].Meaning(annotate.Country).Form == annotate.Name || t.Units[u].Has(annotate.Person) {
			return hasVerb(t) || t.Units[u].Tag != annotate.TagName || holdsEvent(t)
		}
	}
	return true
}

// namesHolder holds for a line that opens with an unknown name, and behind a comma says which office of which state its bearer holds.
func namesHolder(t *annotate.Sentence) bool {
	if len(t.Chunks) < 3 || t.Chunks[0].Kind != annotate.NounPhrase || t.Chunks[1].Kind != annotate.Comma || t.Units[t.Chunks[0].Head].Tag != annotate.TagName {
		return false
	}
	state, office := false, false
	for u := t.Chunks[1].Last + 1; u < len(t.Units); u++ {
		state = state || t.Units[u].Has(annotate.Country)
		m := t.Units[u].Meaning(annotate.Office)
		office = office || m != nil && !m.Plural
	}
	return state && office
}

// columns holds for the head of a table: cells parted by tabs or bars, of which none names a state or a person.
func columns(t *annotate.Sentence, doc *annotate.Document) bool {
	if !strings.ContainsAny(doc.Text[t.Start:t.End], "\t|") {
		return false
	}
	for u := range t.Units {
		if t.Units[u].Has(annotate.Country) || t.Units[u].Has(annotate.Person) || t.Units[u].Tag == annotate.TagNum {
			return false
		}
	}
	return true
}

// endsInColon holds for a line whose last mark is a colon, the number of a note behind it aside: "The guests were:[4]".
func endsInColon(t *annotate.Sentence) bool {
	for i := len(t.Tokens) - 1; i >= 0 && i >= len(t.Tokens)-4; i-- {
		if text := t.Tokens[i].Text; text == ":" {
			return true
		} else if text != "]" && text != "[" && strings.Trim(text, "0123456789") != "" {
			return false
		}
	}
	return false
}

func holdsEvent(t *annotate.Sentence) bool {
	for u := range t.Units {
		if t.Units[u].Has(annotate.Event) {
			return true
		}
	}
	return false
}

// inIntro looks for the class in the line that introduces the list, and in the heading right above it.
func (m *match) inIntro(class string) bool {
	t := m.intro()
	return t != nil && sentenceHas(t, class)
}

// introduced event: that of the introduction, else the one that the text was speaking of there.
func (m *match) introOccasion() (resolve.Occasion, bool) {
	t := m.intro()
	if t == nil {
		return resolve.Occasion{}, false
	}
	return m.r.LastOccasion(t, 0)
}

// entryStates is the state of an entry: of its first phrase that stands for any, completed by what follows on the same state.
func (m *match) entryStates() resolve.Set {
	var set resolve.Set
	all := run(m.s, m.r.Doc) || nameOnly(m.s)
	for i := range m.s.Chunks {
		if m.s.Chunks[i].Kind != annotate.NounPhrase || m.inner(i) {
			continue
		}
		one := m.r.Set(m.s, i)
		switch {
		case one.Context || one.Empty() || isCapital(&m.s.Units[m.s.Chunks[i].Head]):
		case set.Empty():
			set = one
		case all:
			set = set.Union(one)
		default:
			set = set.Completed(one)
		}
	}
	return set
}

// isCapital holds for the name of a capital, which in a list says only where something is: "Headquarters: Moscow".
func isCapital(u *annotate.Unit) bool {
	return u.Has(annotate.Country) && u.Meaning(annotate.Country).Form == annotate.Capital
}
