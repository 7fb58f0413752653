package faults

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestPanic has a process meet documents on which the program itself fails: each is reported, the rest is published, with the exit
// code of a partial run; once the program is mended, the next build takes them.
func TestPanic(t *testing.T) {
	path, err := breakable()
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t)
	n := count(2, 20)
	fresh := s.fresh(t)
	marks := words(t, s.second, n)
	for i, mark := range marks {
		args := []string{"build", "--corpus", s.second, "--out", s.out, "--workers", []string{"1", "2", "8"}[i%3]}
		if i%2 == 1 {
			args = append(args, "--no-cache")
		}
		cmd := exec.Command(path, args...)
		cmd.Env = append(os.Environ(), "TIES_PITFALL="+mark.text)
		code, said := run(t, cmd)
		if code != 4 || !strings.Contains(said, mark.file+": ties failed on this document: pitfall") {
			t.Errorf("a panic on %s: exit code %d\n%s", mark.file, code, said)
		}
		if got := s.whole(t, "a panic"); got == "1.0.0" {
			t.Errorf("a panic on %s: nothing else was published", mark.file)
		}
		s.must(t, "build", "--corpus", s.second, "--out", s.out)
		s.sameTables(t, "a panic", fresh)
		s.reset(t)
	}
	tried(t, "a document on which the program panics", len(marks), "reported with exit code 4; every other document published", 0)
}

// mark is a text that one document alone has.
type mark struct{ file, text string }

// words picks the longest line of each of n documents.
func words(t *testing.T, corpus string, n int) (out []mark) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(corpus, "*", "*.txt"))
	if err != nil || len(paths) < n {
		t.Fatalf("%d documents: %v", len(paths), err)
	}
	for i := range n {
		path := paths[i*len(paths)/n]
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		line := ""
		for _, other := range strings.Split(string(data), "\n") { // the last lines of a page may be none of its text
			if other = strings.TrimSpace(other); len(other) > len(line) {
				line = other
			}
		}
		out = append(out, mark{filepath.Base(path), line[:min(len(line), 60)]})
	}
	return out
}

// TestClockSetBack gives everything that a run left, and the corpus, times years ahead, as a machine finds them whose clock was wrong
// and is set right; a document then changes. The next build sees that, and publishes what one publishes that knows of nothing.
func TestClockSetBack(t *testing.T) {
	s := newSite(t)
	n := count(2, 10)
	var slowest time.Duration
	for i := range n {
		s.must(t, "build", "--corpus", s.second, "--out", s.out)
		for _, dir := range []string{s.out, s.second} {
			setTimes(t, dir, time.Now().AddDate(10, 0, i))
		}
		appendTo(t, filepath.Join(s.second, "develop", "changed.txt"), "In 2001 remittances made up "+strconv.Itoa(10+i)+" percent of Kyrgyzstan's GDP.\n\n")
		started := time.Now()
		s.must(t, "build", "--corpus", s.second, "--out", s.out)
		slowest = max(slowest, time.Since(started))
		s.whole(t, "a clock set back")
		s.sameTables(t, "a clock set back", s.fresh(t))
	}
	tried(t, "a clock set back ten years", n, "nothing lost; what changed was seen", slowest)
}

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// fresh is the release of a build of the second corpus that knows of nothing before.
func (s *site) fresh(t *testing.T) string {
	t.Helper()
	out := t.TempDir()
	s.must(t, "build", "--corpus", s.second, "--out", out)
	return filepath.Join(out, "latest")
}

// sameTables fails where a table of out/latest differs from that of another release; tombstones and the version are history.
func (s *site) sameTables(t *testing.T, after, release string) {
	t.Helper()
	got, want := digests(t, filepath.Join(s.out, "latest")), digests(t, release)
	for name := range want {
		if filepath.Ext(name) == ".parquet" && name != "tombstones.parquet" && got[name] != want[name] {
			t.Errorf("after %s: %s is not that of a build that knows of nothing", after, name)
		}
	}
}

func setTimes(t *testing.T, dir string, to time.Time) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.Type()&fs.ModeSymlink != 0 {
			return err
		}
		return os.Chtimes(path, to, to)
	})
	if err != nil {
		t.Fatal(err)
	}
}
