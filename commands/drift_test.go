package commands_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/extract"
)

// TestEveryKeyIsDocumented holds docs/own-tables.md to name every key that a file of a table or of rules can have: as `key`, `key: value`,
// or in a file to copy.
func TestEveryKeyIsDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "own-tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	accepted := slices.Concat(keysOf(reflect.TypeOf(schemas.Table{}), nil), keysOf(reflect.TypeOf(extract.File{}), nil))
	if len(accepted) < 80 {
		t.Fatalf("only %d keys are accepted: %v", len(accepted), accepted)
	}
	for _, path := range accepted {
		key := path[strings.LastIndex(path, ".")+1:]
		if !regexp.MustCompile("`" + key + "(?:`|: )|(?m:^[ {,-]*" + key + ": )|[{,] ?" + key + ": ").Match(page) {
			t.Errorf("docs/own-tables.md does not name %s", path)
		}
	}
}

// keysOf are the keys of a declaration with where they stand: "Rule.when".
func keysOf(t reflect.Type, seen []reflect.Type) (keys []string) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || slices.Contains(seen, t) {
		return nil
	}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		keys = append(keys, t.Name()+"."+name)
		keys = append(keys, keysOf(t.Field(i).Type, append(seen, t))...)
	}
	return keys
}

// TestReservedNamesAreDocumented holds docs/own-tables.md to list the names that no class of words can have.
func TestReservedNamesAreDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "own-tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "which mean something in conditions: `" + strings.Join(extract.Reserved(), "`, `") + "`."; !strings.Contains(strings.Join(strings.Fields(string(page)), " "), want) {
		t.Errorf("docs/own-tables.md does not say: %s", want)
	}
}
