package pipeline

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
	"unicode/utf8"

	"ties.dev/ties/stages/read"
)

// FuzzPerDocument takes a file through read, annotate, resolve and extract, twice: every claim stands within the text, its quote is the
// text there, all is UTF-8, and the second time gives what the first gave.
func FuzzPerDocument(f *testing.F) {
	d := declared(f)
	for _, pattern := range []string{"../seeds/documents/*", "../seeds/gold/corpus/develop/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for i, name := range names {
			if data, err := os.ReadFile(name); err == nil && i%4 == 0 && len(data) < 4000 { // larger ones take the fuzzer seconds each
				f.Add(data)
			}
		}
	}
	for _, text := range []string{
		"In 2022 remittances made up 31 percent of Kyrgyzstan's GDP.", "All five Central Asian leaders but Turkmenistan's attended the parade in Moscow on 9 May 2023.",
		"Trade with China, 99999999999999999999 percent of it, fell by -0 in 0000.", "In K\u200byrgyzstan\u202e remittances made up \U0001d7db\U0001d7d9 percent of GDP in 2022.",
		"The the the and, of; as well as both respectively 1, 2 and 3 percent of Russia, China's and Armenia's.",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(os.TempDir(), "ties-fuzz-document-"+strconv.Itoa(os.Getpid()))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		holds(t, d, read.File{ID: "fuzz", Path: path})
	})
}

func holds(t *testing.T, d *Declarations, f read.File) {
	t.Helper()
	doc, problem := read.Document(f)
	if problem.Stops() {
		return
	}
	claims := d.Extractor.Claims(&doc) // a panic ends the test
	runes, ids := []rune(doc.Text), map[string]bool{}
	for i := range claims {
		c := &claims[i]
		if c.Start < 0 || c.End <= c.Start || c.End > len(runes) || string(runes[c.Start:c.End]) != c.Quote || !utf8.ValidString(c.Quote) {
			t.Errorf("%s from %d to %d of %d characters: %q", c.Rule, c.Start, c.End, len(runes), c.Quote)
		}
		for _, v := range c.Values {
			if s, ok := v.(string); ok && (s == "" || !utf8.ValidString(s)) {
				t.Errorf("%s: a value is %q", c.Rule, s)
			}
		}
		if ids[c.Table+c.ID] {
			t.Errorf("%s: two claims are %s", c.Rule, c.ID)
		}
		ids[c.Table+c.ID] = true
	}
	again, _ := read.Document(f)
	if second := d.Extractor.Claims(&again); !reflect.DeepEqual(claims, second) {
		t.Errorf("twice:\n%+v\n%+v", claims, second)
	}
}
