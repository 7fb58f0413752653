package faults

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// full tells the long way from the short one.
var full = os.Getenv("TIES_FAULTS") == "full"

// count is how often a fault is tried.
func count(short, long int) int {
	if full {
		return long
	}
	return short
}

// command builds the command once; breakable, one that panics on the documents that TIES_PITFALL chooses.
var (
	command   = built("ties")
	breakable = built("ties-breakable", "-tags", "faults")
)

func built(name string, flags ...string) func() (string, error) {
	return sync.OnceValues(func() (string, error) {
		path := filepath.Join(binaries(), name)
		out, err := exec.Command("go", append(append([]string{"build", "-trimpath"}, flags...), "-o", path, "..")...).CombinedOutput()
		if err != nil {
			return "", fmt.Errorf("%w\n%s", err, out)
		}
		return path, nil
	})
}

var binaries = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "ties-faults-")
	if err != nil {
		panic(err)
	}
	return dir
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(binaries())
	os.Exit(code)
}

// site is a place where ties publishes: two corpora, an output folder with the release of the first, and what an undisturbed build of
// the second publishes over it.
type site struct {
	dir, first, second, out string
	want                    map[string][32]byte // digests of the files of the second release
	took                    time.Duration       // by the undisturbed build
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{dir: t.TempDir()}
	s.first, s.second, s.out = filepath.Join(s.dir, "first"), filepath.Join(s.dir, "second"), filepath.Join(s.dir, "out")
	for _, corpus := range []string{"develop", "fresh"} {
		copyTree(t, filepath.Join("..", "seeds", "gold", "corpus", corpus), filepath.Join(s.second, corpus))
	}
	copyTree(t, filepath.Join(s.second, "develop"), filepath.Join(s.first, "develop"))
	s.must(t, "build", "--corpus", s.first, "--out", s.out)
	copyTree(t, s.out, s.base())
	started := time.Now()
	s.must(t, "build", "--corpus", s.second, "--out", s.out)
	s.took, s.want = time.Since(started), digests(t, filepath.Join(s.out, "latest"))
	s.reset(t)
	return s
}

func (s *site) base() string { return filepath.Join(s.dir, "base") }

// reset gives the output folder the first release again, and nothing else.
func (s *site) reset(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll(s.out); err != nil {
		t.Fatal(err)
	}
	copyTree(t, s.base(), s.out)
}

// buildSecond is the build that the faults come upon.
func (s *site) buildSecond(t *testing.T, more ...string) *exec.Cmd {
	t.Helper()
	return s.command(t, append([]string{"build", "--corpus", s.second, "--out", s.out}, more...)...)
}

func (s *site) command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := command()
	if err != nil {
		t.Fatal(err)
	}
	return exec.Command(path, args...)
}

// must runs ties to a good end.
func (s *site) must(t *testing.T, args ...string) {
	t.Helper()
	if code, said := run(t, s.command(t, args...)); code != 0 {
		t.Fatalf("ties %s: exit code %d\n%s", strings.Join(args, " "), code, said)
	}
}

// run gives the exit code, -1 for a process that was killed, and what was said.
func run(t *testing.T, cmd *exec.Cmd) (code int, said string) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String()
}

// whole fails unless out/latest is a whole release, and gives its version.
func (s *site) whole(t *testing.T, after string) string {
	t.Helper()
	if code, said := run(t, s.command(t, "check", "--out", s.out)); code != 0 {
		t.Errorf("after %s: out/latest is not whole: exit code %d\n%s", after, code, said)
	}
	link, err := os.Readlink(filepath.Join(s.out, "latest"))
	if err != nil {
		t.Errorf("after %s: %v", after, err)
	}
	return filepath.Base(link)
}

// recovers fails unless the next build gives the bytes of an undisturbed one and leaves nothing else behind; it tells how long that took.
func (s *site) recovers(t *testing.T, after string) time.Duration {
	t.Helper()
	started := time.Now()
	if code, said := run(t, s.buildSecond(t)); code != 0 {
		t.Errorf("after %s: the next build ends with exit code %d\n%s", after, code, said)
	}
	took := time.Since(started)
	got := digests(t, filepath.Join(s.out, "latest"))
	if len(got) != len(s.want) {
		t.Errorf("after %s: %d files; want %d", after, len(got), len(s.want))
	}
	for name, want := range s.want {
		if got[name] != want {
			t.Errorf("after %s: %s is not that of an undisturbed build", after, name)
		}
	}
	s.tidy(t, after)
	return took
}

// tidy fails where a run left something that nobody needs.
func (s *site) tidy(t *testing.T, after string) {
	t.Helper()
	if left, err := filepath.Glob(filepath.Join(s.out, ".cache", "*.log.*")); err != nil || len(left) > 0 {
		t.Errorf("after %s: %v is left behind (%v)", after, left, err)
	}
	for _, dir := range []string{s.out, filepath.Join(s.out, "releases")} {
		left, err := filepath.Glob(filepath.Join(dir, ".*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range left {
			if name := filepath.Base(path); strings.HasPrefix(name, ".draft-") || strings.HasPrefix(name, ".gone-") || strings.HasPrefix(name, ".latest-") {
				t.Errorf("after %s: %s is left behind", after, path)
			}
		}
	}
}

// digests are those of a release's files but run.json, by name.
func digests(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Errorf("%v", err)
	}
	out := map[string][32]byte{}
	for _, e := range entries {
		if e.Name() == "run.json" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Errorf("%v", err)
		}
		out[e.Name()] = sha256.Sum256(data)
	}
	return out
}

// copyTree copies files, folders and symbolic links.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		return copyEntry(e, path, filepath.Join(to, rel))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func copyEntry(e fs.DirEntry, from, to string) error {
	switch {
	case e.IsDir():
		return os.MkdirAll(to, 0o755)
	case e.Type()&fs.ModeSymlink != 0:
		link, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(link, to)
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// tried is a row of the table in docs/reliability.md.
func tried(t *testing.T, fault string, times int, found string, recovery time.Duration) {
	t.Helper()
	next := "–"
	if recovery > 0 {
		next = fmt.Sprintf("%.2f s", recovery.Seconds())
	}
	t.Logf("ROW | %s | %d | %s | %s |", fault, times, found, next)
}
