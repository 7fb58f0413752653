package read

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestSameIDs holds files of one ID to be found wherever they stand in a folder's order, and those of two folders to be told apart.
func TestSameIDs(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a", "a-b.txt", "a.b/a.txt", "a.b/a.md", "a.md", "a.n.md", "a.n.txt", "a.txt", "a/a.txt", "b.txt", "c/a.txt", "c/b/a.txt", "c/c.md", "c/c.txt.gz", "d", "d-e", "d.e"}
	for _, name := range names {
		if name == "a" {
			continue // a folder has that name
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, problems := Corpus(dir)
	var twice []string
	for _, p := range problems {
		twice = append(twice, p.Value+": "+filepath.Base(p.File))
	}
	if want := []string{"a.n: a.n.txt", "a: a.txt", "a.b/a: a.txt", "c/c: c.txt.gz", "d: d.e"}; !equalSets(twice, want) {
		t.Errorf("the IDs %q are there twice; want %q", twice, want)
	}
	if n, known := Count(dir); n != len(files)+len(problems) || !known {
		t.Errorf("%d counted, %d listed with %d problems", n, len(files), len(problems))
	}
}

func equalSets(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// TestWalkStops lists no more than is asked for.
func TestWalkStops(t *testing.T) {
	n := 0
	for range Walk("testdata/corpus") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d files", n)
	}
}
