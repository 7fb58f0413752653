package commands

import (
	"bytes"
	"testing"
)

// TestNobodyListens: where no progress is shown, the corpus is not counted for it.
func TestNobodyListens(t *testing.T) {
	f := logFlags{format: "text"}
	if f.progress(&bytes.Buffer{}).listener() != nil {
		t.Error("a log is told how far the run has come")
	}
}
