package seeds

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Abbreviation is one way in which tables shorten a word of a name.
type Abbreviation struct{ Short, Long string }

// linking words say nothing of which state a cell means.
var linking = []string{"the", "of", "and"}

// CountryNamed is the state that a whole cell of a table names: "Korea, Dem. People's Rep. of", "Macao SAR (China)".
// Case, accents, order, abbreviations and linking words do not count; a cell that says more or less than one name of one
// state names none. Capitals and peoples are no names of states.
func (g *Gazetteer) CountryNamed(cell string) (code string, ok bool) {
	code = g.cells[g.cellKey(cell)]
	return code, code != ""
}

// indexCells keys the names of states as cells write them. A key that two states share names none of them, unless it is
// the plain name of one ("Guinea").
func (g *Gazetteer) indexCells() {
	g.long = map[string][]string{}
	for _, a := range g.Abbreviations {
		g.long[a.Short] = strings.Fields(a.Long)
	}
	g.cells = map[string]string{}
	for _, t := range g.Terms {
		if t.Kind != "name" && t.Kind != "formal" {
			continue
		}
		key := g.cellKey(t.Text)
		if other, ok := g.cells[key]; ok && other != t.Code {
			g.cells[key] = ""
		} else {
			g.cells[key] = t.Code
		}
	}
	for _, c := range g.Countries {
		g.cells[g.cellKey(c.Name)] = c.Code
	}
}

// cellKey is the words of a name, written out, without linking words, in alphabetical order.
func (g *Gazetteer) cellKey(cell string) string {
	var words []string
	for _, w := range cellWords(cell) {
		if slices.Contains(linking, w) {
			continue
		}
		if long, ok := g.long[w]; ok {
			words = append(words, long...)
		} else {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// cellWords are the words of a cell in small letters without accents; "D.P.R." and "People's" are one word each.
func cellWords(cell string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(cell) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’', r == '‘':
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '+':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}
