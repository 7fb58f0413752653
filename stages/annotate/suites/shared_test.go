// Package suites_test scores the readers of numbers, dates and names of states against test data that others made for other programs.
// The data are not part of this project: TIES_SHARED names the folder that holds suites/, by default shared beside the
// repository. Where it is absent the tests skip. What does not apply is decided by rules, each with its reason.
// The rules were written with the misses in sight, and the readers were improved on the same cases: a score here is no
// estimate for unseen text.
package suites_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// spec is a case of Recognizers-Text.
type spec struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text, TypeName, Type string
		Start                int
		Resolution, Value    map[string]any
	}
}

// open is the content of a file of the suites; the test skips where there is none.
func open(t *testing.T, path string) []byte {
	t.Helper()
	shared := os.Getenv("TIES_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "suites", filepath.FromSlash(path)))
	if err != nil {
		t.Skipf("no suites to score against (%v); set TIES_SHARED to the folder that holds them", err)
	}
	return bytes.TrimPrefix(data, []byte("\ufeff"))
}

func specs(t *testing.T, path string) []spec {
	t.Helper()
	var cases []spec
	if err := json.Unmarshal(open(t, "recognizers-text/"+path+".json"), &cases); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return cases
}

// score counts the cases of a suite.
type score struct{ right, applicable, all int }

// report logs the score and fails below the share of the applicable that was reached when the suite was added.
func (s score) report(t *testing.T, floor float64) {
	t.Helper()
	share := float64(s.right) / float64(max(s.applicable, 1))
	t.Logf("right %d of %d applicable (%.1f %%), %d in all", s.right, s.applicable, 100*share, s.all)
	if share < floor {
		t.Errorf("%.3f of the applicable cases are right, want at least %.3f", share, floor)
	}
}

// miss logs a case that is wrong, in verbose runs.
func miss(t *testing.T, input string, got, want any) {
	t.Helper()
	if testing.Verbose() {
		t.Logf("%q: got %v, want %v", input, got, want)
	}
}
