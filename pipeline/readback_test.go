package pipeline_test

import (
	"os"
	"os/exec"
	"testing"

	"ties.dev/ties/pipeline"
)

// TestReadBack has the readers that users have open the release of the default corpus, find each quote where its claim says, and
// go from facts to sentences. See stages/publish/readback.
func TestReadBack(t *testing.T) {
	python := os.Getenv("TIES_PYTHON")
	if python == "" {
		t.Skip("TIES_PYTHON names no Python with the readers: run `make test`, which sets it up")
	}
	declarations, err := pipeline.Declare("", "")
	if err != nil {
		t.Fatal(err)
	}
	build := pipeline.Build{Corpus: "../seeds/documents", Out: t.TempDir()}
	report, err := build.Run(t.Context(), declarations)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(python, "-B", "../stages/publish/readback/check.py", report.Folder).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	} else {
		t.Logf("%s", out)
	}
}
