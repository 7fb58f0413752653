package commands_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ties.dev/ties/commands"
)

// fenced is a file that a page tells the reader to copy: its name in the line before, its text between fences.
var fenced = regexp.MustCompile("(?s)`my-tables/([a-z.]+)`:\n\n```yaml\n(.*?)```")

// TestDocumentedTable copies the example of docs/own-tables.md and does with it what the page says.
func TestDocumentedTable(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "own-tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	files := fenced.FindAllSubmatch(page, -1)
	if len(files) != 2 {
		t.Fatalf("the page has %d files to copy; want 2", len(files))
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, string(f[1])), f[2], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	printed(t, "5 tables declared, all examples hold", "tables", "--tables", dir, "--check")
	printed(t, "bases state=RUS host=KGZ", "try", "--tables", dir, "--table", "bases", "Since 2003 Russia has leased an air base in Kyrgyzstan.")
}

// TestDocumentedPassive checks the rules of docs/own-tables.md on who is recognised by whom.
func TestDocumentedPassive(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "own-tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	rules := regexp.MustCompile("(?s)```yaml\n(table: recognition\n.*?)```").FindSubmatch(page)
	if rules == nil {
		t.Fatal("the page has no rules for recognition")
	}
	dir := t.TempDir()
	for name, text := range map[string][]byte{"recognition.rules.yaml": rules[1], "recognition.table.yaml": []byte(recognitionTable)} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	printed(t, "5 tables declared, all examples hold", "tables", "--tables", dir, "--check")
}

const recognitionTable = `name: recognition
title: Recognition of states
description: Which state recognises which other one.
key: [recognised, state]
columns:
  - {name: recognised, type: string, codes: countries, required: true, example: XKX, description: State that is recognised}
  - {name: state, type: string, codes: countries, required: true, example: TUR, description: State that recognises it}
settle: [specific, supported, later]
score: {columns: [recognised, state]}
`

// TestDocumentedWord adds the spelling of docs/running.md.
func TestDocumentedWord(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "country_terms.tsv"), []byte("code\tkind\tterm\nKGZ\tname\tKirgisistan\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	printed(t, "country=KGZ", "try", "--lexicon", dir, "In 2022 remittances made up 31 percent of Kirgisistan's GDP.")
}

// TestExitCodes holds docs/running.md and `ties --help` to one table.
func TestExitCodes(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "running.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := regexp.MustCompile(`(?m)^\| (\d+) \| (.*?) \|`).FindAllSubmatch(page, -1)
	if len(listed) == 0 {
		t.Fatal("docs/running.md lists no exit code")
	}
	for _, row := range listed {
		printed(t, "  "+string(row[1])+"  "+string(row[2])+"\n", "--help")
	}
	var help bytes.Buffer
	commands.Execute([]string{"--help"}, strings.NewReader(""), &help, &help)
	if n := len(regexp.MustCompile(`(?m)^  \d+  `).FindAll(help.Bytes(), -1)); n != len(listed) {
		t.Errorf("ties --help lists %d exit codes, docs/running.md %d", n, len(listed))
	}
}

// TestMakeHelp has `make help` say what the absence of others' data means.
func TestMakeHelp(t *testing.T) {
	path, err := exec.LookPath("make")
	if err != nil {
		t.Skip("make is not there")
	}
	for folder, want := range map[string]string{t.TempDir(): "it is there, and tests and scores use it", "nowhere": "it is absent here. Nothing else needs it"} {
		cmd := exec.Command(path, "--no-print-directory", "help", "SHARED="+folder)
		cmd.Dir = ".."
		said, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(said), want) || !strings.Contains(string(said), "  make datasets ") {
			t.Errorf("make help SHARED=%s: %v, without %q:\n%s", folder, err, want, said)
		}
	}
}

// TestReadme has the README show what ties prints.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	printed(t, "5 documents read", "build", "--corpus", filepath.Join("..", "seeds", "documents"), "--out", out)
	shown := 0
	for line := range strings.Lines(string(page)) {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, "remittances country=") || strings.HasPrefix(text, "“") {
			shown++
			printed(t, text, "explain", "remittances", "country=KGZ", "--out", out)
		}
	}
	if shown != 2 {
		t.Errorf("the README shows %d lines of an explanation; want the row and its sentence", shown)
	}
}

func printed(t *testing.T, want string, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := commands.Execute(args, strings.NewReader(""), &out, &errs); code != commands.OK || !strings.Contains(out.String(), want) {
		t.Errorf("ties %s: exit code %d, without %q:\n%s%s", strings.Join(args, " "), code, want, &out, &errs)
	}
}
