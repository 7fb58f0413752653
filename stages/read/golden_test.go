package read_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the diff")

// TestDocument reads testdata/corpus and compares each document with its golden file.
func TestDocument(t *testing.T) {
	files, problems := read.Corpus("testdata/corpus")
	if len(problems) > 0 || len(files) == 0 {
		t.Fatalf("%d files, problems: %v", len(files), problems)
	}
	for _, f := range files {
		t.Run(f.ID, func(t *testing.T) {
			doc, problem := read.Document(f)
			if problem != nil {
				t.Fatal(problem)
			}
			compareGolden(t, filepath.Join("testdata/golden", f.ID+".txt"), show(doc))
		})
	}
}

func show(d schemas.Document) string {
	return fmt.Sprintf("id: %s\ntitle: %s\npublisher: %s\nauthor: %s\npublished: %s (%s)\nurl: %s\nlanguage: %s\n\n%s\n",
		d.ID, d.Title, d.Publisher, d.Author, d.Published, d.PublishedBasis, d.URL, d.Language, d.Text)
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}
