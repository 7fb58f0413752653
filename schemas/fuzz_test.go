package schemas

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzTables loads declarations of tables: a mistake names its file, and nothing else happens.
func FuzzTables(f *testing.F) {
	names, err := fs.Glob(Declared(), "*.table.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if data, err := fs.ReadFile(Declared(), name); err == nil {
			f.Add(data)
		}
	}
	for _, text := range []string{"", "name: x", "name: x\nkey: [a]\ncolumns: [{name: a, type: string}]", "a: &a [*a]", "? [a]\n: b", "- x", "name: \"\\0\"", strings.Repeat("[", 300)} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		tables, err := LoadTables(fstest.MapFS{"x.table.yaml": {Data: data}})
		if err != nil && !strings.HasPrefix(err.Error(), "x.table.yaml") {
			t.Errorf("an error without its file: %v", err)
		}
		if err == nil && (len(tables) != 1 || tables[0].Name == "" || len(tables[0].Key) == 0) {
			t.Errorf("%+v", tables)
		}
	})
}
