package commands

import "testing"

// TestShown has texts of documents that would do something where they are shown.
func TestShown(t *testing.T) {
	for text, want := range map[string][3]string{
		"a\tb\n c":             {"a b c", "a b c", "a\tb\n c"},
		"\x1b[31mred\x07":      {`\u{1B}[31mred\u{7}`, `\\u{1B}\[31mred\\u{7}`, "\x1b[31mred\x07"},
		"\u202ecnecil\u202c":   {`\u{202E}cnecil\u{202C}`, `\\u{202E}cnecil\\u{202C}`, "\u202ecnecil\u202c"},
		"<img onerror=x>":      {"<img onerror=x>", "&lt;img onerror=x&gt;", "<img onerror=x>"},
		"[a](http://b) *c* |d": {"[a](http://b) *c* |d", `\[a\](http\://b) \*c\* \|d`, "[a](http://b) *c* |d"},
		"=1+1":                 {"=1+1", "=1+1", "'=1+1"},
		"@SUM(A1)":             {"@SUM(A1)", "@SUM(A1)", "'@SUM(A1)"},
		"-5":                   {"-5", "-5", "'-5"},
	} {
		if got := [3]string{oneLine(text), inMarkdown(text), inSpreadsheet(text)}; got != want {
			t.Errorf("%q is %q; want %q", text, got, want)
		}
	}
	if got := inSpreadsheet(-5.0); got != "-5" {
		t.Errorf("a number is %q", got)
	}
}
