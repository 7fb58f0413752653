package scan

import (
	"strings"
	"testing"
)

func find(a *Automaton, text string) []string {
	var out []string
	for _, h := range a.Append(nil, text, 0, len(text)) {
		out = append(out, text[h.Start:h.End])
	}
	return out
}

func TestAppend(t *testing.T) {
	a := New()
	for _, term := range []string{"Russia", "North Macedonia", "Macedonia", "U.S.", "Côte d'Ivoire", "account for", "%", "Guinea-Bissau", "Guinea", "'Stans"} {
		if a.Add(term) < 0 {
			t.Fatalf("Add(%q) took no term", term)
		}
	}
	for text, want := range map[string]string{
		"Russia’s RUSSIA russian":                   "Russia|RUSSIA",
		"in North\nMacedonia, Macedonia":            "North\nMacedonia|Macedonia",
		"the U.S. and U. S":                         "U.S",
		"Côte d’Ivoire":                             "Côte d’Ivoire",
		"accounts account\u00a0for 31% of":          "account\u00a0for|%",
		"Guinea Bissau Guinea, Bissau":              "Guinea Bissau|Guinea",
		"the ‘Stans":                                "Stans",
		"Prussia and Russians are not among them —": "",
	} {
		if got := strings.Join(find(a, text), "|"); got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	a := New()
	a.Add("Russia")
	text := strings.Repeat("The trade of Russia with others. ", 100)
	hits := make([]Hit, 0, 200)
	if n := testing.AllocsPerRun(10, func() { hits = a.Append(hits[:0], text, 0, len(text)) }); n != 0 {
		t.Errorf("the scan allocated %v times", n)
	}
	if len(hits) != 100 {
		t.Errorf("%d hits, want 100", len(hits))
	}
}
