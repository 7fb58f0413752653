package extract_test

import (
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/extract"
)

func extractor(t testing.TB) (*extract.Extractor, []*extract.File) {
	t.Helper()
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	files, err := extract.Load(tables, extract.Declared())
	if err != nil {
		t.Fatal(err)
	}
	gazetteer, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(annotate.NewLexicon(gazetteer, extract.Classes(files)), tables, files), files
}

// TestRules runs the examples that stand with each rule.
func TestRules(t *testing.T) {
	x, files := extractor(t)
	for _, f := range files {
		t.Run(f.Name, func(t *testing.T) {
			for _, err := range x.Check(f) {
				t.Error(err)
			}
		})
	}
}

// TestValues holds the values that the rules and their examples write to be allowed by their columns.
func TestValues(t *testing.T) {
	_, files := extractor(t)
	gazetteer, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := f.CheckValues(func(c *schemas.Column) []string { return c.Allowed(gazetteer.Codes) }); err != nil {
			t.Error(err)
		}
	}
}

// TestSuites runs the sentences on how the language tells the facts of each table.
func TestSuites(t *testing.T) {
	x, _ := extractor(t)
	suites, err := extract.LoadSuites(extract.Declared())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range suites {
		for _, topic := range s.Topics {
			t.Run(s.Table+"/"+topic.About, func(t *testing.T) {
				for i := range topic.Examples {
					if _, err := x.CheckExample(s.Table, &topic.Examples[i]); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
}
