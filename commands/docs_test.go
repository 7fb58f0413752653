package commands_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"ties.dev/ties/commands"
	"ties.dev/ties/pipeline"
)

var update = flag.Bool("update", false, "write the docs that follow from declarations and commands")

// TestDocs fails where docs/tables.md or docs/commands.md is stale; `make docs` writes them.
func TestDocs(t *testing.T) {
	d, err := pipeline.Declare("", "")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := d.Codebook()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{"tables.md": tables, "commands.md": reference(commands.Root())} {
		path := filepath.Join("..", "docs", name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/%s is stale (%v): run make docs, and read the difference", name, err)
		}
	}
}

// TestHelp holds every command to a description and examples.
func TestHelp(t *testing.T) {
	for _, c := range commands.Root().Commands() {
		if c.Short == "" || c.Example == "" {
			t.Errorf("%s: give it Short and Example", c.Name())
		}
	}
}

// reference is every command with its flags and examples, in Markdown.
func reference(root *cobra.Command) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Commands\n\nWritten by `make docs` from the commands themselves; `ties COMMAND --help` prints the same.\n\n")
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		about := c.Long
		if about == "" {
			about = c.Short + "."
		}
		fmt.Fprintf(&b, "## %s\n\n%s\n\n```\n%s\n```\n\n", c.CommandPath(), about, strings.TrimSpace(c.UsageString()))
	}
	return []byte(strings.TrimSpace(b.String()) + "\n")
}
