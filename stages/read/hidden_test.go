package read_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestNothingSaid: what a Markdown document holds for programs is not its text.
func TestNothingSaid(t *testing.T) {
	const before, after = "Peru has a harbour.", "Chile has two."
	for name, hidden := range map[string]string{
		"a script in a line":     "It has <script>say('Togo joined the bloc');</script>cranes.",
		"a style in a line":      "It has <STYLE type=\"text/css\">p { color: Togo }</STYLE>cranes.",
		"a fenced block":         "It has cranes.\n\n```python\nprint('Togo joined the bloc')\n```",
		"a fence in a quotation": "It has cranes.\n\n> ```\n> Togo joined the bloc\n> ```",
	} {
		text := document(t, "a.md", "---\ntitle: Harbours\n---\n"+before+"\n\n"+hidden+"\n\n"+after+"\n").Text
		if strings.Contains(text, "Togo") || !strings.Contains(text, "cranes.") || !strings.HasSuffix(text, after) {
			t.Errorf("%s: read as %q", name, text)
		}
	}
	open := document(t, "a.md", "# Harbours\n\n"+before+"\n\n```\n"+after+"\n").Text
	if !strings.HasSuffix(open, after) {
		t.Errorf("behind a fence that nothing closes: %q", open)
	}
}

// TestNames: what can be no ID is a problem of that file, and the others are read.
func TestNames(t *testing.T) {
	dir := corpus(t, map[string]string{"a.txt": body, "caf\xe9.txt": body, "two\nlines.txt": body, "d\x1b/e.txt": body})
	ids, problems := readAll(dir)
	if !slices.Equal(ids, []string{"a"}) || len(problems) != 3 {
		t.Errorf("read %q, problems %q", ids, problems)
	}
	for _, p := range problems {
		if !strings.Contains(p, "a name that is no text") || strings.ContainsAny(p, "\n\x1b") || !utf8.ValidString(p) {
			t.Errorf("%q", p)
		}
	}
}
