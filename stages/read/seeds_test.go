package read_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/stages/read"
)

// originals holds the articles that the project was started from. They are not
// part of the project.
const originals = "../../../shared/seeds"

// TestOriginals counts what cleaning leaves of five real articles, and looks for
// names that their pages had broken and furniture that must not come through.
func TestOriginals(t *testing.T) {
	if _, err := os.Stat(filepath.Join(originals, "manifest.jsonl")); err != nil {
		t.Skip("the original articles are not here")
	}
	want := map[string]struct {
		paragraphs int
		holds      string
	}{
		"000": {26, "Between hammer and anvil\n\n"},
		"001": {7, "President Emomali Rahmon confirmed"},
		"002": {8, "Central Asia\n\nFollowing"},
		"003": {23, "Moscow’s sphere of influence\n\n"},
		"004": {20, "Tajik President Emomali Rahmon attended"},
	}
	files, problems := read.Corpus(originals)
	if len(files) != len(want) || len(problems) > 0 {
		t.Fatalf("%d files, problems %v", len(files), problems)
	}
	for _, f := range files {
		d, problem := read.Document(f)
		if problem != nil {
			t.Error(problem)
			continue
		}
		w := want[d.ID[:3]]
		if n := strings.Count(d.Text, "\n\n") + 1; n != w.paragraphs {
			t.Errorf("%s: %d paragraphs, want %d", d.ID, n, w.paragraphs)
		}
		if !strings.Contains(d.Text, w.holds) {
			t.Errorf("%s: does not hold %q", d.ID, w.holds)
		}
		for _, furniture := range []string{"](", "cookies", "log in", "Share on", "SEARCH", "Sign up", "To cite", "fellow at the University", "Research Professor"} {
			if strings.Contains(d.Text, furniture) {
				t.Errorf("%s: holds %q", d.ID, furniture)
			}
		}
	}
}
