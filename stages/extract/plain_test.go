package extract

import (
	"io/fs"
	"reflect"
	"testing"

	"github.com/goccy/go-yaml"

	"ties.dev/ties/schemas"
)

// TestPlainRules holds the quick way to read the files of rules, which every start does, to what the full parser reads.
func TestPlainRules(t *testing.T) {
	names, err := fs.Glob(Declared(), "*.rules.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(Declared(), name)
		if err != nil {
			t.Fatal(err)
		}
		var quick, full File
		if err := yaml.UnmarshalWithOptions(data, &full, yaml.Strict()); err != nil {
			t.Fatal(err)
		}
		if !schemas.IsPlain(data, &quick) {
			t.Errorf("%s is not plain, and slows every start: write texts in one line, and numbers that are texts in quotation marks", name)
		} else if !reflect.DeepEqual(quick, full) {
			t.Errorf("%s is read differently by the two", name)
		}
	}
}
