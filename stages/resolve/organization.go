package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate"
)

// Organizations are the codes of the organisations that the phrase at chunk i and the members of its list name.
func (r *Reader) Organizations(s *annotate.Sentence, i int) []string {
	out := r.organization(s, i)
	if s.Chunks[i].List != i {
		return out
	}
	for j := i + 1; j < len(s.Chunks); j++ {
		if s.Chunks[j].Kind != annotate.NounPhrase || s.Chunks[j].List != i {
			continue
		}
		for _, code := range r.organization(s, j) {
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// Organization is what the phrase at chunk i names without the list that it starts.
func (r *Reader) Organization(s *annotate.Sentence, i int) []string { return r.organization(s, i) }

// organization is what the phrase itself names: an organisation as its head, or "the bloc" for the one spoken of.
func (r *Reader) organization(s *annotate.Sentence, i int) []string {
	c := &s.Chunks[i]
	head := &s.Units[c.Head]
	m := head.Meaning(annotate.Organization)
	switch {
	case c.Negative && c.Det == "no":
		return nil
	case m != nil && (c.Det == "a" || c.Det == "an") && !shortName(head):
		return nil // a nuclear non-proliferation treaty: one like it
	case m != nil && (r.likened(s, c) || shortName(head) && ofPhrase(s, i) >= 0):
		return nil
	case m != nil && shortName(head):
		return []string{r.shortNamed(m, head.Word)}
	case m != nil:
		return []string{m.Code}
	case head.Cue("bloc_noun") != nil:
		return r.blocNoun(s, i)
	case head.Cue("multitude") != nil:
		if of := phraseAfter(s, i, "of"); of >= 0 && s.Units[s.Chunks[of].Head].Cue("bloc_noun") != nil {
			return r.blocNoun(s, of) // a number of regional bodies, including …
		}
	case head.Tag == annotate.TagPron && (head.Word == "it"):
		return r.optional(r.LastOrganization(s, i))
	}
	return nil
}

func (r *Reader) optional(code string, ok bool) []string {
	if !ok {
		return nil
	}
	return []string{code}
}

// likened holds for a name that stands for something like the organisation: "the eastern NATO", "an Arab NATO".
func (r *Reader) likened(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u < c.Head; u++ {
		if s.Units[u].Cue("likened_word") != nil && !(c.Det == "the" && s.Units[u].Cue("of_late_word") != nil) {
			return true
		}
	}
	return false
}

// shortName holds for a name that is a common noun as well: the Commonwealth.
func shortName(u *annotate.Unit) bool { return u.First == u.Last && u.Cue("bloc_noun") != nil }

// shortNamed is the organisation of such a name: another one that the document names with the noun in it ("the Commonwealth" for
// the Commonwealth of Independent States), else the one that bears it alone.
func (r *Reader) shortNamed(m *annotate.Meaning, noun string) string {
	if code, ok := r.shortNames[noun]; ok {
		return code
	}
	if r.shortNames == nil {
		r.shortNames = map[string]string{}
	}
	r.shortNames[noun] = r.longNamed(m, noun)
	return r.shortNames[noun]
}

// longNamed looks for the other organisation through the whole document.
func (r *Reader) longNamed(m *annotate.Meaning, noun string) string {
	for _, h := range r.Doc.Hits {
		for _, other := range r.Doc.Meanings(h) {
			if other.Kind == annotate.Organization && other.Code != m.Code && strings.Contains(strings.ToLower(r.gazetteer.Organization(other.Code).Name), noun) {
				return other.Code
			}
		}
	}
	return m.Code
}

// blocNoun resolves a phrase such as "the bloc", "the 10-member grouping", "regional blocs such as the EAEU".
func (r *Reader) blocNoun(s *annotate.Sentence, i int) []string {
	c := &s.Chunks[i]
	if codes := r.OrganizationsIn(s, c.First, c.Head-1); len(codes) > 0 {
		if !r.ofBloc(s, c) {
			return nil
		}
		return codes
	}
	if in := phraseAfter(s, i, "such as", "like", "including"); in >= 0 {
		return r.Organizations(s, in)
	}
	if !definite(c) || c.Gen >= 0 || !r.plainBloc(s, c) || ofPhrase(s, i) >= 0 {
		return nil
	}
	return r.optional(r.lastOf(s, i, s.Units[c.Head].Word))
}

// ofBloc holds where nothing but words for kinds of bodies stands between the organisation and the noun: "the SCO security bloc", not
// "the African Union's continental free trade bloc" or "the OSCE Minsk Group".
func (r *Reader) ofBloc(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.Head - 1; u >= c.First; u-- {
		unit := &s.Units[u]
		if len(r.OrganizationsIn(s, u, u)) > 0 {
			return true
		}
		if unit.Tag != annotate.TagHyphen && unit.Cue("bloc_word") == nil && unit.Quantity < 0 {
			return false
		}
	}
	return false
}

// plainBloc holds where nothing in the phrase makes it another kind of body: "the regional bloc", not "the Soviet Union"
// or "the farmers' union".
func (r *Reader) plainBloc(s *annotate.Sentence, c *annotate.Chunk) bool {
	modified := false
	for u := c.First; u < c.Head; u++ {
		unit := &s.Units[u]
		switch {
		case unit.Tag == annotate.TagDet, unit.Tag == annotate.TagPredet:
		case unit.Tag == annotate.TagHyphen, unit.Quantity >= 0, unit.Has(annotate.Group), unit.Has(annotate.Country), unit.Cue("bloc_word") != nil:
			modified = true
		default:
			return false
		}
	}
	head := s.Tokens[s.Units[c.Head].First].Text
	first, _ := utf8.DecodeRuneInString(head)
	return !(modified && unicode.IsUpper(first))
}

// anyBloc are the nouns that can take up every organisation; others want one whose name has them.
var anyBloc = map[string]bool{"bloc": true, "grouping": true, "group": true, "organization": true, "organisation": true, "body": true, "club": true, "cartel": true}

// callable reports whether the organisation can be called by the noun: by its name or a nickname.
func (r *Reader) callable(code, noun string) bool {
	o := r.gazetteer.Organization(code)
	if o == nil {
		return false
	}
	if noun == "" || anyBloc[noun] {
		return !slices.Contains(o.Flags, "treaty")
	}
	for _, name := range slices.Concat([]string{o.Name}, o.Aliases, o.Nicknames) {
		if strings.Contains(strings.ToLower(name), noun) {
			return true
		}
	}
	switch noun {
	case "alliance", "pact":
		return slices.Contains(o.Flags, "military")
	case "treaty", "agreement", "convention", "statute":
		return slices.Contains(o.Flags, "treaty")
	}
	return false
}

// OrganizationsIn are the organisations named by units first to last.
func (r *Reader) OrganizationsIn(s *annotate.Sentence, first, last int) []string {
	var out []string
	for u := first; u <= last; u++ {
		m := s.Units[u].Meaning(annotate.Organization)
		if m == nil {
			if code := r.convener(&s.Units[u]); code != "" && !slices.Contains(out, code) {
				out = append(out, code)
			}
			continue
		}
		if shortName(&s.Units[u]) && u+1 < len(s.Units) && s.Units[u+1].Word == "of" {
			continue // the Commonwealth of Dominica
		}
		code := m.Code
		if shortName(&s.Units[u]) {
			code = r.shortNamed(m, s.Units[u].Word)
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// convener is the organisation whose summit the unit names ("the SCO summit"), or "".
func (r *Reader) convener(u *annotate.Unit) string {
	m := u.Meaning(annotate.Event)
	if m == nil {
		return ""
	}
	code, ok := strings.CutSuffix(m.Code, "-summit")
	if code = strings.ToUpper(code); !ok || r.gazetteer.Organization(code) == nil {
		return ""
	}
	return code
}

// LastOrganization is the one that the text named last before chunk i, within the paragraph and the one before it,
// or the one that the document is about.
func (r *Reader) LastOrganization(s *annotate.Sentence, i int) (string, bool) {
	return r.lastOf(s, i, "")
}

// lastOf is the organisation spoken of last before chunk i that the noun can mean. Where a sentence before names several,
// the one that the document is about is meant, or none.
func (r *Reader) lastOf(s *annotate.Sentence, i int, noun string) (string, bool) {
	if i >= 0 && i < len(s.Chunks) {
		for u := s.Chunks[i].First - 1; u >= 0; u-- {
			if codes := r.OrganizationsIn(s, u, u); len(codes) > 0 && r.callable(codes[0], noun) && !byTheWay(s, u) {
				return codes[0], true
			}
		}
	}
	main, known := r.sectionOrganization(s)
	for back := 1; back <= organizationReach && s.Index-back >= 0; back++ {
		t := r.Doc.Sentence(s.Index - back)
		if back > nearReach && t.Paragraph != s.Paragraph {
			break
		}
		switch codes := r.fitting(t, len(t.Units)-1, noun); {
		case len(codes) == 1 && known && main != codes[0] && r.callable(main, noun) && onlyOwner(t, codes[0]):
			return main, true // on the EU's pattern
		case len(codes) == 1 && known && main != codes[0] && r.callable(main, noun) && t.Paragraph < s.Paragraph:
			return main, true // what was said of another has ended with its paragraph
		case len(codes) == 1:
			return codes[0], true
		case len(codes) > 1:
			return main, known && slices.Contains(codes, main)
		}
	}
	return main, known && r.callable(main, noun)
}

// nearReach is how many sentences back an organisation may have been named that is taken up, organisationReach within a paragraph.
const (
	nearReach         = 3
	organizationReach = 12
)

// byTheWay holds for an organisation that only describes what it stands beside: "Turkey, a NATO member, …", "four EU countries".
func byTheWay(s *annotate.Sentence, u int) bool {
	for i := range s.Chunks {
		if c := &s.Chunks[i]; c.First <= u && u <= c.Last {
			return u < c.Head && (c.Appos >= 0 || c.Det != "the" && stateNoun(&s.Units[c.Head]) && s.Units[c.Head].Cue("member_noun") == nil)
		}
	}
	return false
}
