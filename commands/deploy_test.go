package commands_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"ties.dev/ties/commands"
)

const deploy = "../docs/deploy"

// TestSystemd has systemd read the units of docs/deploy, with a command that is there in place of the one that is not.
func TestSystemd(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("no systemd-analyze here")
	}
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ties.service", "ties.timer"} {
		data, err := os.ReadFile(filepath.Join(deploy, name))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), "/usr/local/bin/ties", self)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"verify", "--man=no", filepath.Join(dir, "ties.service"), filepath.Join(dir, "ties.timer")}
	if out, err := exec.Command(analyze, args...).CombinedOutput(); err != nil || strings.Contains(string(out), dir) {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}

var cronLine = regexp.MustCompile(`^[0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ ([^%]+)$`) // a % ends the command there, crontab(5)

// TestCron has a shell run the line of docs/deploy, as cron does: with no terminal and next to no environment. What it writes to
// build.log is JSON, also where a document can't be read.
func TestCron(t *testing.T) {
	home := home(t, "ties")
	if err := os.WriteFile(filepath.Join(home, "ties", "corpus", "empty.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(read(t, "ties.cron")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		m := cronLine.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Fatalf("no line of a crontab: %q", line)
		}
		cmd := exec.Command("/bin/sh", "-c", m[1])
		cmd.Dir, cmd.Env = home, []string{"HOME=" + home, "PATH=/usr/bin:/bin"}
		if err := cmd.Run(); cmd.ProcessState.ExitCode() != commands.Partial {
			t.Errorf("%v; want exit code 4", err)
		}
	}
	log, err := os.ReadFile(filepath.Join(home, "ties", "build.log"))
	if lines := strings.Split(strings.TrimSpace(string(log)), "\n"); err != nil || len(lines) != 2 || slices.ContainsFunc(lines, func(l string) bool { return !json.Valid([]byte(l)) }) {
		t.Errorf("build.log: %v\n%s", err, log)
	}
	for _, name := range []string{"out/latest/documents.parquet", "ties.prom", "build.txt"} {
		if _, err := os.Stat(filepath.Join(home, "ties", name)); err != nil {
			t.Error(err)
		}
	}
}

// TestWorkflow has a shell run the steps of the workflow that call ties.
func TestWorkflow(t *testing.T) {
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct{ Name, Run, Uses string }
		}
	}
	if err := yaml.Unmarshal([]byte(read(t, "ties.workflow.yml")), &workflow); err != nil {
		t.Fatal(err)
	}
	home, ran := home(t, "."), 0
	for _, step := range workflow.Jobs["build"].Steps {
		if strings.Contains(step.Run, "ties build") || strings.Contains(step.Run, "ties check") {
			shell(t, home, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
			ran++
		}
	}
	if _, err := os.Stat(filepath.Join(home, "out", "latest", "documents.parquet")); err != nil || ran != 2 {
		t.Errorf("%d steps, %v", ran, err)
	}
}

// home is a folder with a corpus in a folder of it, and ties in its bin.
func home(t *testing.T, in string) string {
	t.Helper()
	home := t.TempDir()
	for _, dir := range []string{"bin", filepath.Join(in, "corpus")} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(home, in, "corpus", "a.txt")
	if err := os.WriteFile(path, []byte("In 2022 remittances made up 31 percent of Kyrgyzstan's GDP."), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(home, "bin", "ties"), "..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return home
}

func shell(t *testing.T, home string, args ...string) {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir, cmd.Env = home, []string{"HOME=" + home, "PATH=" + filepath.Join(home, "bin") + ":/usr/bin:/bin"}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %v\n%s", args, err, out)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(deploy, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
