package resolve

import (
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// sectionOrganization is the one organisation that the heading above the sentence names, else the one that the document is about.
func (r *Reader) sectionOrganization(s *annotate.Sentence) (string, bool) {
	for i := s.Index - 1; i > 0 && i > s.Index-sectionReach; i-- {
		if !r.Doc.IsHeading(i) {
			continue
		}
		t := r.Doc.Sentence(i)
		if codes := r.OrganizationsIn(t, 0, len(t.Units)-1); len(codes) == 1 {
			return codes[0], true
		}
		break
	}
	return r.mainOrganization()
}

// sectionReach is how many sentences a heading may stand over.
const sectionReach = 20

// onlyOwner holds where the sentence names the organisation as a possessor alone.
func onlyOwner(s *annotate.Sentence, code string) bool {
	for i := range s.Chunks {
		c := &s.Chunks[i]
		for u := c.First; u <= c.Last; u++ {
			if m := s.Units[u].Meaning(annotate.Organization); m != nil && m.Code == code && !(c.Owned && u == c.Last) {
				return false
			}
		}
	}
	return true
}

// MainOrganization is the organisation that the document is about.
func (r *Reader) MainOrganization() (string, bool) { return r.mainOrganization() }

func (r *Reader) fitting(s *annotate.Sentence, last int, noun string) []string {
	return slices.DeleteFunc(r.OrganizationsIn(s, 0, last), func(code string) bool { return !r.callable(code, noun) })
}

// opening is how many sentences of a document tell what it is about.
const opening = 5

// mainOrganization is the organisation that the document is about: the one that its first sentences name most often; ok is false
// where they name none, or two equally often.
func (r *Reader) mainOrganization() (string, bool) {
	if !r.mainKnown {
		r.mainKnown = true
		if r.mainOrg = r.titleOrganization(); r.mainOrg == "" {
			r.mainOrg = r.namedMost(min(opening, r.Doc.Len()))
		}
	}
	return r.mainOrg, r.mainOrg != ""
}

// TitleSentence is the document's title, analysed, else the heading that its text starts with; nil for none.
func (r *Reader) TitleSentence() *annotate.Sentence {
	if r.titleLine == nil && r.Doc.Title != "" {
		if t := r.Doc.Lexicon.Annotate(&schemas.Document{Text: r.Doc.Title}); t.Len() > 0 {
			r.titleLine = t.Sentence(0)
		}
	}
	if r.titleLine == nil && r.Doc.Len() > 0 && r.Doc.IsHeading(0) {
		r.titleLine = r.Doc.Sentence(0)
	}
	return r.titleLine
}

// titleOrganization is the one organisation that the document's title names, or "".
func (r *Reader) titleOrganization() string {
	if r.Doc.Title == "" {
		return ""
	}
	t := r.Doc.Lexicon.Annotate(&schemas.Document{Text: r.Doc.Title})
	code := ""
	for i := range t.Len() {
		s := t.Sentence(i)
		for _, c := range r.OrganizationsIn(s, 0, len(s.Units)-1) {
			if code != "" && code != c {
				return ""
			}
			code = c
		}
	}
	return code
}

// namedFirst is the one organisation of the first sentence that names any, or "".
func (r *Reader) namedFirst(sentences int) string {
	for i := range sentences {
		if !r.namesBloc(i) {
			continue
		}
		s := r.Doc.Sentence(i)
		if codes := r.OrganizationsIn(s, 0, len(s.Units)-1); len(codes) > 0 {
			if len(codes) > 1 {
				return ""
			}
			return codes[0]
		}
	}
	return ""
}

// blocs are the kinds of terms that OrganizationsIn takes.
var blocs = annotate.KindMask(annotate.Organization, annotate.Event)

// namesBloc reports whether sentence i can name an organisation, by its terms alone.
func (r *Reader) namesBloc(i int) bool {
	mask := r.Doc.SentenceMask(i)
	return mask.Meets(&blocs)
}

func (r *Reader) namedMost(sentences int) string {
	var codes []string
	counts := map[string]int{}
	for i := range sentences {
		if !r.namesBloc(i) {
			continue
		}
		s := r.Doc.Sentence(i)
		for u := range s.Units {
			for _, code := range r.OrganizationsIn(s, u, u) {
				if counts[code]++; counts[code] == 1 {
					codes = append(codes, code)
				}
			}
		}
	}
	best, tied := "", false
	for _, code := range codes {
		switch {
		case best == "" || counts[code] > counts[best]:
			best, tied = code, false
		case counts[code] == counts[best]:
			tied = true
		}
	}
	if tied {
		return r.namedFirst(sentences)
	}
	return best
}
