package commands

import (
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// broken is an output that takes nothing.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// TestOutputThatCannotBeWritten fails a command whose result is lost, in one line; a pipe that its reader has closed is no news.
func TestOutputThatCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "out")
	documents := filepath.Join("..", "seeds", "documents")
	var said strings.Builder
	if code := Execute([]string{"build", "--corpus", documents, "--out", out}, nil, io.Discard, &said); code != OK {
		t.Fatal(code, said.String())
	}
	for _, line := range []string{
		"tables", "tables remittances --rules", "tables -o markdown", "tables -o json", "tables --check", "version", "--version", "--help", "help", "help show", "build --help",
		"completion bash", "completion zsh", "completion fish", "completion powershell", "completion --help",
		"show remittances --out " + out, "show trade -o csv --out " + out, "show trade -o json --out " + out, "show trade -o markdown --out " + out,
		"explain remittances --out " + out, "explain --missing country=KGZ,year=1999 remittances --out " + out,
		"diff 1.0.0 1.0.0 --out " + out, "diff 1.0.0 1.0.0 -o json --out " + out, "check --out " + out,
		"try Russia.", "evaluate --errors --corpus " + documents + " --gold " + filepath.Join("..", "seeds", "gold", "documents.jsonl"),
		"evaluate -o csv --breakdown --corpus " + documents + " --gold " + filepath.Join("..", "seeds", "gold", "documents.jsonl"),
	} {
		var said strings.Builder
		if code := Execute(strings.Split(line, " "), strings.NewReader(""), broken{syscall.ENOSPC}, &said); code != Failed || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%s: code %d, %q", line, code, said.String())
		}
	}
	for _, line := range []string{"tables", "--help", "show remittances --out " + out} {
		var said strings.Builder
		if code := Execute(strings.Split(line, " "), strings.NewReader(""), broken{syscall.EPIPE}, &said); code != Failed || said.Len() > 0 {
			t.Errorf("%s: a closed pipe: code %d, %q", line, code, said.String())
		}
	}
}
