package extract

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ties.dev/ties/schemas"
)

// FuzzRules loads files of rules: a mistake names its file.
func FuzzRules(f *testing.F) {
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		f.Fatal(err)
	}
	names, err := fs.Glob(Declared(), "*.rules.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if data, err := fs.ReadFile(Declared(), name); err == nil {
			f.Add(data[:min(len(data), 4000)])
		}
	}
	for _, text := range []string{"", "table: remittances", "table: remittances\nrules: [{name: a, takes: b}]", "rules: &a [*a]", "classes: {a: {words: [\"(\", \"{}\", \"[\"]}}"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Load(tables, fstest.MapFS{"x.rules.yaml": {Data: data}}); err != nil && !strings.Contains(err.Error(), "x.rules.yaml") {
			t.Errorf("an error without its file: %v", err)
		}
	})
}
