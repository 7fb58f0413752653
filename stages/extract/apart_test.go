package extract_test

import (
	"reflect"
	"testing"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

// TestTablesApart takes each table's claims alone, and wants those that all tables together give.
func TestTablesApart(t *testing.T) {
	d, err := pipeline.Declare("", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, corpus := range []string{"../../seeds/documents", "../../seeds/gold/corpus/develop", "../../seeds/gold/corpus/fresh", "../../seeds/gold/corpus/last"} {
		files, _ := read.Corpus(corpus)
		for _, f := range files {
			doc, problem := read.Document(f)
			if problem != nil {
				t.Fatal(problem)
			}
			together := map[string][]schemas.Claim{}
			for _, c := range d.Extractor.Claims(&doc) {
				together[c.Table] = append(together[c.Table], c)
			}
			for _, table := range d.Tables {
				if alone := d.Extractor.Of(table).Claims(&doc); !reflect.DeepEqual(alone, together[table.Name]) {
					t.Errorf("%s, %s: %d claims alone, %d together", f.ID, table.Name, len(alone), len(together[table.Name]))
				}
			}
		}
	}
}
