package resolve

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// How much of a text tells that somebody speaks in it for himself: so many first persons outside quotation marks in so many sentences,
// where "we" counts for half of "I".
const (
	speechLength = 12
	firstPersons = 4
)

// Speech reports whether the document is a speech. What it says of "the meeting" or of taking part need not be about the one at which
// it is held.
func (r *Reader) Speech() bool {
	if !r.heard {
		r.heard = true
		n := 0
		for i := 0; i < r.Doc.Len() && i < speechLength; i++ {
			if start, end, _ := r.Doc.Bounds(i); firstPerson(r.Doc.Text[start:end]) && !r.quotes(r.Doc.Sentence(i)) {
				n += spoken(r.Doc.Sentence(i))
			}
		}
		r.isSpeech = n >= firstPersons
	}
	return r.isSpeech
}

// besideSentence is how many bytes before and after a sentence a quotation mark of it may stand.
const besideSentence = 4

// quotes holds for a sentence with quotation marks in it or around it.
func (r *Reader) quotes(s *annotate.Sentence) bool {
	from, to := max(0, s.Start-besideSentence), min(len(r.Doc.Text), s.End+besideSentence)
	return strings.ContainsAny(r.Doc.Text[from:to], "\"“”«»")
}

// firstPerson reports whether "I", "my", "me", "we" or "our" can be a word of the text, so that most sentences need not be analysed to know.
func firstPerson(text string) bool {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
	}
	for i := range len(text) {
		if letter(i - 1) {
			continue
		}
		switch text[i] | 0x20 {
		case 'i':
			if !letter(i + 1) {
				return true
			}
		case 'm':
			if i+1 < len(text) && (text[i+1]|0x20 == 'y' || text[i+1]|0x20 == 'e') && !letter(i+2) {
				return true
			}
		case 'w':
			if i+1 < len(text) && text[i+1]|0x20 == 'e' && !letter(i+2) {
				return true
			}
		case 'o':
			if i+2 < len(text) && text[i+1]|0x20 == 'u' && text[i+2]|0x20 == 'r' && !letter(i+3) {
				return true
			}
		}
	}
	return false
}

// spoken is how often a sentence says "I" or "my", twice, and "we" or "our".
func spoken(s *annotate.Sentence) int {
	n := 0
	for u := range s.Units {
		switch s.Units[u].Word {
		case "i", "my", "me":
			n += 2
		case "we", "our":
			n++
		}
	}
	return n
}

// speaker is the one person who says what sentence s quotes, by the verb of saying in it or in its paragraph, the nearest first.
func (r *Reader) speaker(s *annotate.Sentence) Set {
	if set := r.sayer(s); !set.Empty() {
		return set
	}
	for d := 1; d <= 2; d++ {
		for _, i := range [2]int{s.Index + d, s.Index - d} {
			if i < 0 || i >= r.Doc.Len() || r.Doc.Sentence(i).Paragraph != s.Paragraph {
				continue
			}
			if set := r.sayer(r.Doc.Sentence(i)); !set.Empty() {
				return set
			}
		}
	}
	return Set{}
}

// sayer is the person who is named as the subject of a verb of saying in a sentence with a quotation mark.
func (r *Reader) sayer(s *annotate.Sentence) Set {
	quoted := r.quotes(s)
	for v := range s.Chunks {
		c := &s.Chunks[v]
		if !quoted || c.Kind != annotate.VerbGroup || s.Units[c.Head].Cue("said") == nil || c.Subject < 0 || s.Units[s.Chunks[c.Subject].Head].Tag == annotate.TagPron {
			continue
		}
		if set := r.Set(s, c.Subject); set.People && len(set.States) == 1 && set.States[0].Leader != "" {
			set.Context = true
			return set
		}
	}
	return Set{}
}
