package score

import (
	"os"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
)

// FuzzGold reads lines of gold.
func FuzzGold(f *testing.F) {
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		f.Fatal(err)
	}
	if data, err := os.ReadFile("../../seeds/gold/documents.jsonl"); err == nil {
		for i, line := range strings.Split(string(data), "\n") {
			if i%8 == 0 {
				f.Add([]byte(line))
			}
		}
	}
	for _, text := range []string{"{}", "[]", "null", `{"relation": "trade", "year": 1e400}`, `{"relation": "trade", "value": [[[]]]}`, strings.Repeat(`{"a":`, 500)} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		row, err := parseRow(data, tables)
		if err == nil && row.Table == nil {
			t.Errorf("%q is of no table", data)
		}
	})
}
