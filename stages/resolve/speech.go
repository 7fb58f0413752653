package resolve

import "ties.dev/ties/stages/annotate"

// How much of a text tells that somebody speaks in it for himself: so many first persons outside quotation marks in so many sentences.
const (
	speechLength = 12
	firstPersons = 2
)

// Speech reports whether the document is a speech. What it says of "the meeting" or of taking part need not be about the one at which
// it is held.
func (r *Reader) Speech() bool {
	if !r.heard {
		r.heard = true
		n := 0
		for i := 0; i < r.Doc.Len() && i < speechLength; i++ {
			n += spoken(r.Doc.Sentence(i))
		}
		r.isSpeech = n >= firstPersons
	}
	return r.isSpeech
}

// spoken is how often a sentence without quotation marks says "I" or "my".
func spoken(s *annotate.Sentence) int {
	n := 0
	for u := range s.Units {
		switch s.Units[u].Word {
		case "i", "my", "me":
			n++
		}
		if s.Units[u].Tag == annotate.TagQuote {
			return 0
		}
	}
	return n
}
