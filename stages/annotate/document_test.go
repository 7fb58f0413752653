package annotate_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// TestLongSentence: a text without a full stop is cut between characters, and where it has spaces between words.
func TestLongSentence(t *testing.T) {
	gazetteer, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	lexicon := annotate.NewLexicon(gazetteer, nil)
	for name, text := range map[string]string{"words": strings.Repeat("Mužakowski, ", 2000), "one word": strings.Repeat("ž€", 9000)} {
		d := lexicon.Annotate(&schemas.Document{Text: text})
		if d.Len() < 2 {
			t.Fatalf("%s: %d sentences", name, d.Len())
		}
		for i := range d.Len() {
			start, end, _ := d.Bounds(i)
			if s := text[start:end]; !utf8.ValidString(s) || name == "words" && !strings.HasPrefix(s, "Muž") {
				t.Errorf("%s: sentence %d is cut to %q", name, i, s[:20])
			}
		}
	}
}
