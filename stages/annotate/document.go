package annotate

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate/scan"
)

// Document is a document with the terms found in it, and its sentences, each analysed when it is first asked for.
type Document struct {
	*schemas.Document
	Lexicon   *Lexicon
	Hits      []scan.Hit
	sentences []bounds
	held      window
	mask      Mask
	masked    bool
	cut       bool // into sentences
}

// bounds is the place of a sentence in the text, in bytes, before any analysis.
type bounds struct {
	start, end, paragraph int32
	heading               bool
}

// Annotate scans the document. Nothing is tokenised until Sentence is called.
func (l *Lexicon) Annotate(doc *schemas.Document) *Document {
	d := &Document{}
	l.Scan(d, doc)
	return d
}

// Scan does what Annotate does in a Document that has been used before, and reuses its memory.
func (l *Lexicon) Scan(d *Document, doc *schemas.Document) {
	d.held.reset()
	*d = Document{Document: doc, Lexicon: l, Hits: l.automaton.Append(d.Hits[:0], doc.Text, 0, len(doc.Text)),
		sentences: d.sentences[:0], held: d.held}
}

// Len is the number of sentences.
func (d *Document) Len() int {
	if !d.cut {
		d.cut = true
		d.split()
		d.held.open(len(d.sentences))
	}
	return len(d.sentences)
}

// Bounds is the place of sentence i in the text, in bytes, with its paragraph, before any analysis.
func (d *Document) Bounds(i int) (start, end, paragraph int) {
	s := &d.sentences[i]
	return int(s.start), int(s.end), int(s.paragraph)
}

// IsHeading tells a heading without its analysis.
func (d *Document) IsHeading(i int) bool { return d.sentences[i].heading }

// HitsIn are the terms found in sentence i.
func (d *Document) HitsIn(i int) []scan.Hit {
	s := &d.sentences[i]
	from := sort.Search(len(d.Hits), func(h int) bool { return d.Hits[h].Start >= s.start })
	to := from
	for to < len(d.Hits) && d.Hits[to].Start < s.end {
		to++
	}
	return d.Hits[from:to]
}

// Meanings is what a hit can stand for by the lexicon alone.
func (d *Document) Meanings(h scan.Hit) []Meaning { return d.Lexicon.meanings[h.Term] }

// Sentence is sentence i, analysed. In a long text the analysis of one that was not asked for lately is let go, and made again when
// it is: what holds a Sentence keeps it.
func (d *Document) Sentence(i int) *Sentence {
	if d.Len() <= i || i < 0 {
		return nil
	}
	if s := d.held.find(i); s != nil {
		return s
	}
	at := &d.sentences[i]
	s := d.held.add(i, int(at.end-at.start))
	s.Index, s.Paragraph, s.Start, s.End, s.Heading = i, int(at.paragraph), int(at.start), int(at.end), at.heading
	d.Lexicon.analyse(s, d.Text, d.HitsIn(i))
	return s
}

// split finds the sentences: paragraphs end at line breaks, sentences at full stops, question and exclamation marks.
func (d *Document) split() {
	paragraph := 0
	for start := 0; start < len(d.Text); paragraph++ {
		end := strings.IndexByte(d.Text[start:], '\n')
		if end < 0 {
			end = len(d.Text) - start
		}
		end = d.withNumbers(start, start+end) - start
		d.splitParagraph(start, start+end, paragraph)
		for start += end; start < len(d.Text) && d.Text[start] == '\n'; start++ {
		}
	}
}

// longest is how long a sentence may be in bytes; what is longer is cut, so that no text costs more than its length.
const longest = 4000

func (d *Document) splitParagraph(start, end, paragraph int) {
	first := len(d.sentences)
	from := start
	for i := start; i < end; i++ {
		c := d.Text[i]
		stop := (c == '.' || c == '!' || c == '?') && d.endsSentence(i, from, end)
		if !stop && i-from < longest {
			continue
		}
		if stop {
			i = afterClosing(d.Text, i+1, end) - 1
		} else {
			i = wordBreak(d.Text, from, i) - 1
		}
		d.addSentence(from, i+1, paragraph)
		from = i + 1
	}
	d.addSentence(from, end, paragraph)
	if n := len(d.sentences); n == first+1 && end-start < 150 && !strings.ContainsAny(d.Text[end-1:end], ".!?:;”\"") {
		d.sentences[first].heading = true
	}
}

// wordBreak is where a text that is longer than a sentence may be is cut: behind the last space before i, or, in a word
// without end, before the character at i.
func wordBreak(text string, from, i int) int {
	if space := strings.LastIndexByte(text[from:i], ' '); space > 0 {
		return from + space + 1
	}
	for !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

func (d *Document) addSentence(start, end, paragraph int) {
	for start < end && d.Text[start] == ' ' {
		start++
	}
	if start < end {
		d.sentences = append(d.sentences, bounds{start: int32(start), end: int32(end), paragraph: int32(paragraph)})
	}
}

// afterClosing steps over quotation marks and brackets that close after a full stop.
func afterClosing(text string, i, end int) int {
	for i < end {
		switch {
		case footnote(text[i:end]) > 0:
			i += footnote(text[i:end])
		case text[i] == '"' || text[i] == ')' || text[i] == ']' || text[i] == '\'':
			i++
		case strings.HasPrefix(text[i:end], "”") || strings.HasPrefix(text[i:end], "’"):
			i += 3
		default:
			return i
		}
	}
	return i
}

// footnote is the length of a reference to a note that s starts with: [3], [12].
func footnote(s string) int {
	n := 1
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if s[0] == '[' && n > 1 && n < len(s) && s[n] == ']' {
		return n + 1
	}
	return 0
}

// endsSentence reports whether the mark at i ends a sentence: white space and a capital, a digit or a quotation follow,
// and what stands before a full stop is no abbreviation.
func (d *Document) endsSentence(i, from, end int) bool {
	next := afterClosing(d.Text, i+1, end)
	if next >= end {
		return true
	}
	if d.Text[next] != ' ' {
		return glued(d.Text[from:end], i-from, next-from)
	}
	r, _ := utf8.DecodeRuneInString(d.Text[next+1 : end])
	if unicode.IsLower(r) {
		return false
	}
	if d.Text[i] != '.' || next > i+1 {
		return true
	}
	return !d.abbreviation(i, from, next+1, end) && !enumerator(d.Text[from:i])
}

// glued holds for a full stop behind which the space was lost, as pages lose it where one element ends: "is high.The country", "of GDP.[3]In
// 2019". A capital and small letters must follow, up to a space or a comma, and a word, a number or a note stand before.
func glued(s string, i, next int) bool {
	if i < 2 || s[next] < 'A' || s[next] > 'Z' {
		return false
	}
	if c := s[i-1]; next == i+1 && (c < 'a' || c > 'z' || s[i-2] == '.' || s[i-2] == ' ') && (c < '0' || c > '9') && c != ')' && c != '%' {
		return false
	}
	end := next + 1
	for end < len(s) && s[end] >= 'a' && s[end] <= 'z' {
		end++
	}
	return end > next+1 && end < len(s) && (s[end] == ' ' || s[end] == ',')
}

// enumerator holds for the number before an item or a heading: "1", "Box 3", "Figure 12".
func enumerator(s string) bool {
	word, number, two := strings.Cut(s, " ")
	if !two {
		word, number = "", s
	}
	if len(number) == 0 || len(number) > 2 || len(word) > 10 || word != "" && !unicode.IsUpper(rune(word[0])) {
		return false
	}
	return strings.Trim(number, "0123456789") == ""
}

// abbreviation reports whether the full stop at i belongs to an abbreviation that stands within a sentence.
func (d *Document) abbreviation(i, from, next, end int) bool {
	start := i
	for start > from && d.Text[start-1] != ' ' && d.Text[start-1] != '(' && d.Text[start-1] != '"' {
		start--
	}
	word := d.Text[start:i]
	switch {
	case len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z':
		return true // an initial
	case listNumber(word) && (start == from || strings.ContainsAny(d.Text[max(from, start-2):start], ",:;(|")):
		return true // 1. France, 2. China
	case strings.Contains(word, ".") && !strings.ContainsAny(word, "0123456789"): // U.S.
		nextWord, _, _ := strings.Cut(d.Text[next:min(end, next+24)], " ")
		tag, closed := d.Lexicon.grammar.tags[strings.ToLower(strings.TrimRight(nextWord, ",'’s"))]
		return !closed || tag == TagPrep && false
	}
	return abbreviations[word]
}

// listNumber holds for the number of an item in a list.
func listNumber(word string) bool {
	return len(word) > 0 && len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}

// abbreviations are words that a full stop follows within a sentence.
var abbreviations = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Sen Rep Gov Rev Hon Rt St Ste Jr Sr vs etc No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Fig approx ca cf Inc Ltd Co Corp Dept est Maj Adm Amb Pres Min Bros Mt Ft Pvt al") {
		m[w] = true
	}
	return m
}()
