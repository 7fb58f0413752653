package schemas_test

import (
	"testing"

	"ties.dev/ties/schemas"
)

// TestDecode holds a mistake in YAML to be named with file, line and value, in words that say what to do.
func TestDecode(t *testing.T) {
	for in, want := range map[string]string{
		"name: t\nkey: [a\n":                     `f:2: "[": a list that starts with [ is not closed: add ]`,
		"name: t\nkey: [a\nscore: 1\n":           `f:3: "score": the list before it is not closed: add ] or a comma`,
		"score: {columns: [a]":                   `f:1: "{": a mapping that starts with { is not closed: add }`,
		"title: \"x":                             `f:1: "\"x": a text that starts with " is not closed: add "`,
		"title: a: b":                            `f:1: "a": a second colon in a line, or a line that is indented wrongly: put the text in quotes, or mend the indentation`,
		"title: 1\n\tname: t":                    `f:2: "1": a tab: indent with spaces`,
		"title: *all":                            `f:1: "all": a text can't start with *: put it in quotes`,
		"title: @x":                              `f:1: "@": a text can't start with this sign: put it in quotes`,
		"title: a\nb":                            `f:2: "b": a line without a key: write key: value, or indent it`,
		"title: a\nname: t\ntitle: b":            `f:3: "title" stands a second time: remove one of them`,
		"title: >x\n a":                          `f:1: ">x" is not YAML: invalid header option: "x": mend the line, or put the text in quotes`,
		"columns: x":                             `f:1: "x": a text is given where a list is wanted`,
		"title: [x]":                             `f:1: "[": a list is given where a text is wanted`,
		"columns:\n  - {name: a, min: low}":      `f:2: "low": a text is given where a number is wanted`,
		"columns:\n  - {name: a, open: may}":     `f:2: "may": a text is given where true or false is wanted`,
		"outdates:\n  yields: {a: [b]}\n  on: c": `f:3: unknown field "on": known are by, of, yields, gone`,
		"columns:\n  - name: a\n    values:\n      - vlaue: b": `f:4: unknown field "vlaue": did you mean "value"? known are value, description`,
	} {
		if err := schemas.Decode("f", []byte(in), &schemas.Table{}); err == nil || err.Error() != want {
			t.Errorf("%q\ngot  %v\nwant %s", in, err, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"year", "when", "country", "share_pct"}
	for name, want := range map[string]string{"yaer": "year", "wehn": "when", "sharepct": "share_pct", "contry": "country", "shrae_pt": "share_pct", "low": "", "bases": "", "": ""} {
		if got := schemas.Nearest(name, known); got != want {
			t.Errorf("%q is nearest to %q; want %q", name, got, want)
		}
	}
}
