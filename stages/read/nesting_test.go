package read

import (
	"strings"
	"testing"
	"time"
)

// TestNesting refuses at once what a parser would work on for hours, and nothing that people write.
func TestNesting(t *testing.T) {
	for text, want := range map[string]string{
		"---\ntitle: " + strings.Repeat("[", 300_000) + "\n---\nA text.\n":                                                                                  ":2: brackets stand more than 100 deep in each other",
		"---\ntitle: x\n---\n" + strings.Repeat("> ", 300_000) + "A text.\n":                                                                                "quotations or lists stand more than 100 deep in each other",
		"---\ntitle: x\n---\n" + strings.Repeat("- ", 300_000) + "A text.\n":                                                                                "quotations or lists stand more than 100 deep in each other",
		"---\ntitle: x\n---\n> > - A text.\n\n" + strings.Repeat("- ", 300) + "\n\n" + strings.Repeat("* ", 300) + "\n\n" + strings.Repeat("-", 300) + "\n": "",
		"---\ntitle: \"[a] {b} " + strings.Repeat("[x]", 300) + "\"\n---\nA text.\n":                                                                        "",
	} {
		started := time.Now()
		_, problem := fuzzed(t, []byte(text))
		if got := problemText(problem); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%.40q: %q; want %q", text, got, want)
		}
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%.40q took %v", text, took)
		}
	}
}

func problemText(p *Problem) string {
	if p == nil {
		return ""
	}
	return p.Error()
}
