package resolve

import (
	"ties.dev/ties/stages/annotate"
)

// country is the state that the term at unit u stands for, unless it can be told that it means something else
// or two states share it.
func (r *Reader) country(s *annotate.Sentence, u int) (string, bool) {
	unit := &s.Units[u]
	code := ""
	if u > 0 && partsOfStates[s.Units[u-1].Word] && unit.Meaning(annotate.Country).Form == annotate.Name {
		return "", false // Northern Ireland, eastern Ukraine, South Vietnam
	}
	if unit.First < unit.Last && unit.Word == "republic" && u+1 < len(s.Units) && s.Units[u+1].Word == "of" {
		return "", false // the Federal People's Republic of Yugoslavia
	}
	for i := range unit.Meanings {
		m := &unit.Meanings[i]
		if m.Kind != annotate.Country || m.Code == code {
			continue
		}
		if code != "" {
			if code = r.namedOf(code, m.Code); code == "" {
				return "", false // Congolese, Guinean: which of the two is not said
			}
			continue
		}
		if m.Ambiguous && r.meansOther(s, unit.Word) {
			return "", false
		}
		code = m.Code
	}
	return code, code != ""
}

// namedOf is the one of two states that share a word which the text names by a name of its own, "" where it names both or neither.
func (r *Reader) namedOf(a, b string) string {
	if r.ownNames == nil {
		r.ownNames = map[string]bool{}
		for _, h := range r.Doc.Hits {
			if code := soleCountry(r.Doc.Meanings(h)); code != "" {
				r.ownNames[code] = true
			}
		}
	}
	switch {
	case r.ownNames[a] && !r.ownNames[b]:
		return a
	case r.ownNames[b] && !r.ownNames[a]:
		return b
	}
	return ""
}

// soleCountry is the one state that the meanings of a term name, "" for none or several.
func soleCountry(meanings []annotate.Meaning) string {
	code := ""
	for i := range meanings {
		m := &meanings[i]
		if m.Kind != annotate.Country || m.Code == code {
			continue
		}
		if code != "" {
			return ""
		}
		code = m.Code
	}
	return code
}

// meansOther holds where the sentence has the name for something else once: "Georgia's governor said that Georgia would".
func (r *Reader) meansOther(s *annotate.Sentence, word string) bool {
	for u := range s.Units {
		if s.Units[u].Word == word && s.Units[u].Has(annotate.Country) && r.otherMeaning(s, u) {
			return true
		}
	}
	return false
}

// otherMeaning tells an ambiguous name from the state: a first or family name beside it, or a word that goes with the other thing.
func (r *Reader) otherMeaning(s *annotate.Sentence, u int) bool {
	if u > 0 {
		prev := &s.Units[u-1]
		if prev.Tag == annotate.TagName && prev.Meanings == nil && !prev.Has(annotate.Office) {
			return true // Michael Jordan
		}
	}
	if u+1 < len(s.Units) {
		next := &s.Units[u+1]
		if next.Tag == annotate.TagName && next.Meanings == nil && s.Tokens[next.First].Space && s.Units[u].Meaning(annotate.Country).Form == annotate.Name {
			return true // Chad Smith, Georgia Tech
		}
		if next.Cue("not_a_state") != nil || r.besideOther(s, u) {
			return true // Georgia governor, Turkey sandwich; Georgia's governor; Georgia, the US state
		}
	}
	return false
}

// besideOther holds where a possessive or a comma alone stands between the name and a word that goes with another thing of the name.
func (r *Reader) besideOther(s *annotate.Sentence, u int) bool {
	for v := u + 1; v < len(s.Units) && v <= u+3; v++ {
		switch unit := &s.Units[v]; {
		case unit.Cue("not_a_state") != nil:
			return true
		case unit.Tag != annotate.TagGen && unit.Tag != annotate.TagComma && unit.Tag != annotate.TagDet:
			return false
		}
	}
	return false
}

// partsOfStates are the closed class of words before a state's name with which it means a part of it, or another one of old.
var partsOfStates = map[string]bool{"northern": true, "southern": true, "eastern": true, "western": true, "north": true, "south": true, "east": true, "west": true,
	"northeastern": true, "southeastern": true, "northwestern": true, "southwestern": true, "upper": true, "lower": true, "kurdish": true, "soviet": true, "occupied": true}
