package schemas

import (
	"io/fs"
	"os"
	"reflect"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestPlainTables holds the two ways to read a declaration to the same.
func TestPlainTables(t *testing.T) {
	folder := os.DirFS("tables")
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		var quick, full Table
		if err := yaml.UnmarshalWithOptions(data, &full, yaml.Strict()); err != nil {
			t.Fatal(err)
		}
		if !IsPlain(data, &quick) {
			t.Errorf("%s is not plain, and slows every start", name)
		} else if !reflect.DeepEqual(quick, full) {
			t.Errorf("%s: read as %+v, it is %+v", name, quick, full)
		}
	}
}

type plainSample struct {
	Name  string            `yaml:"name"`
	Words []string          `yaml:"words"`
	Deep  []plainSample     `yaml:"deep"`
	Row   map[string]string `yaml:"row"`
	Share *float64          `yaml:"share"`
	Count int               `yaml:"count"`
	Yes   bool              `yaml:"yes"`
	Any   map[string]any    `yaml:"any"`
}

var plainSamples = []string{
	"name: ship\nwords: [a b, \"c, d\", 'it''s', e]\n",
	"name: ship # of a fleet\n# none\ndeep:\n- name: boat\n  words:\n    - oar\n    - 'long oar'\n- name: raft\n",
	"deep:\n  - {name: boat, row: {wood: oak, sail: \"no\"}, count: 3, yes: true, share: 5}\n",
	"words: [one,\n  two, # and\n  three\n]\ncount: -4\n",
	"name: \"a \\\"b\\\" \\\\ \\n\"\n",
	"name: größe\nrow:\n  a: $b.c\n  c: d e\n",
	"name: it's so\nwords: []\nrow: {}\n",
	"words:\n  - a\n  - b-c\n  -   d\nname: é\n",
	"name: say \"so\"\n", "words: [don't, a#b]\n", "name: a#b\n", "name: x:y\n", "words: [x:y]\n",
	"words: &w [a, b]\ndeep:\n  - {name: a, words: *w}\n  - words: *w\n", "words: &w [a, b]\ndeep: [{words: *w, name: a}]\n",
	"words: *w\n", "name: &a b\n", "words: &w [*w]\n", "words: &w []\ndeep: [{words: &w [a]}]\n", "name: *w b\n", "words: &w [a]\ndeep: [{words: *w b}]\n", "name: & \"a\"\n",
	"row: {a: 1, b: on}\n", "words: &w\n  - a\ndeep:\n  - words: *w\n", "words: &w\n", "name: 0\n", "name: -1\n", "row: {a: 01}\n",
	"any: {a: 12, b: 1.5, c: x, d: \"1\", e: true, f: null, g: 160000000000}\n", "any: {a: -1}\n", "any: {a: 1.50}\n", "any: {a: 12345678901234567890}\n", "any: {a: .5}\n",
	"words: [~a, -b, =c, $d]\n", "words: [-, =]\n", "name: -inf\n", "name: =\n",
	"name: null\n", "name: ~\n", "name:\n", "name: 12\n", "name: - a\n", "name: [a\n", "name: a\n  b\n", "name: a: b\n", "name: |\n  a\n", "name: *a\n", "name: a\nname: b\n",
	"unknown: 1\n", "words: a\n", "count: 0x1\n", "count: 1.5\n", "yes: yes\n", "name: 'a\n", "words: [a, , b]\n", "words: [a,]\n", "words: [a]b\n", "deep:\n  - name: a\n   words: [b]\n",
	" name: a\nwords: [b]\n", "- a\n", "name: \"\\u00e9\"\n", "name:a\n", "row: {a:b}\n", "row: {a: }\n", "row: {a}\n", "share: null\n", "words: [no]\n", "%x: y\n", "name: a\t\n", "name: >-\n  a\n", "---\nname: a\n", "name: -a\n", "words:\n- a\n",
}

func TestPlain(t *testing.T) {
	plain := 0
	for _, sample := range plainSamples {
		if checkPlain(t, sample) {
			plain++
		}
	}
	if plain < 10 {
		t.Errorf("%d samples are plain", plain)
	}
}

// FuzzPlain holds: what is read as plain is read by the full parser as well, and to the same.
func FuzzPlain(f *testing.F) {
	for _, sample := range plainSamples {
		f.Add(sample)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPlain(t, text) })
}

func checkPlain(t *testing.T, text string) bool {
	t.Helper()
	var quick, full plainSample
	if !IsPlain([]byte(text), &quick) {
		return false
	}
	if err := yaml.UnmarshalWithOptions([]byte(text), &full, yaml.Strict()); err != nil {
		t.Errorf("%q is read as plain: %v", text, err)
	} else if !reflect.DeepEqual(quick, full) {
		t.Errorf("%q: read as %+v, it is %+v", text, quick, full)
	}
	return true
}
