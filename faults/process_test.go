package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTwoAtOnce starts two builds on one output folder: one publishes, and the other leaves with its own exit code or, told to, waits.
func TestTwoAtOnce(t *testing.T) {
	s := newSite(t)
	n := count(3, 30)
	for i := range n {
		wait := []string{"--wait=1m", "--wait=0s"}[i%2]
		first, second := s.buildSecond(t), s.buildSecond(t, wait)
		var said strings.Builder
		second.Stderr = &said
		if err := first.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i%5) * s.took / 10)
		if err := second.Start(); err != nil {
			t.Fatal(err)
		}
		first.Wait()
		second.Wait()
		codes := [2]int{first.ProcessState.ExitCode(), second.ProcessState.ExitCode()}
		if good := codes == [2]int{0, 0} || codes[0]+codes[1] == 8 && codes[0]*codes[1] == 0; !good {
			t.Errorf("two at once end with %v\n%s", codes, &said)
		}
		if got := s.whole(t, "two at once"); got != "1.1.0" {
			t.Errorf("two at once: latest is %s", got)
		}
		s.recovers(t, "two at once")
		s.reset(t)
	}
	tried(t, "two builds at once on one folder", n, "one published; the other waited, or left with exit code 8", 0)
}

// TestDeleted takes the release away that latest names, or the link, or all.
func TestDeleted(t *testing.T) {
	s := newSite(t)
	slowest := time.Duration(0)
	for _, gone := range []string{"releases/1.1.0", "releases/1.1.0/datapackage.json", "releases/1.1.0/SHA256SUMS", "releases/1.1.0/documents.parquet", "latest"} {
		s.must(t, "build", "--corpus", s.second, "--out", s.out)
		if err := os.RemoveAll(filepath.Join(s.out, gone)); err != nil {
			t.Fatal(err)
		}
		slowest = max(slowest, s.recovers(t, gone+" deleted"))
		s.whole(t, gone+" deleted, and a build")
		s.reset(t)
	}
	tried(t, "a release, a file of it, or the link deleted", 5, "found; the next build makes it again", slowest)
}

// TestFlipped flips a bit at places spread over every file of the release: check finds each, and the next build makes it good.
func TestFlipped(t *testing.T) {
	s := newSite(t)
	s.must(t, "build", "--corpus", s.second, "--out", s.out)
	entries, err := os.ReadDir(filepath.Join(s.out, "latest"))
	if err != nil {
		t.Fatal(err)
	}
	n, slowest := 0, time.Duration(0)
	for k, e := range entries {
		if !full && k%5 != 0 {
			continue
		}
		path := filepath.Join(s.out, "releases", "1.1.0", e.Name())
		for part := range count(1, 3) {
			at := s.flip(t, path, float64(2*part+1)/float64(2*count(1, 3)))
			code, said := run(t, s.command(t, "check", "--out", s.out))
			named := strings.Contains(said, e.Name()) || e.Name() == "SHA256SUMS" // a digest that is not its file's
			if code != 5 || !named {
				t.Errorf("%s, byte %d flipped: exit code %d\n%s", e.Name(), at, code, said)
			}
			n++
			slowest = max(slowest, s.recovers(t, e.Name()+" flipped"))
		}
	}
	s.whole(t, "all flips")
	tried(t, "a flipped bit in a file of the release", n, "all found by `ties check`; the next build makes it again", slowest)
}

// TestCache flips a bit at places spread over what is kept of documents from run to run: the tables are those of a build without it.
func TestCache(t *testing.T) {
	s := newSite(t)
	s.must(t, "build", "--corpus", s.second, "--out", s.out)
	kept := filepath.Join(s.dir, "kept")
	copyTree(t, filepath.Join(s.out, ".cache"), kept)
	logs, err := filepath.Glob(filepath.Join(kept, "*.log"))
	if err != nil || len(logs) == 0 {
		t.Fatalf("nothing is kept: %v", err)
	}
	n, slowest := count(4, 60), time.Duration(0)
	for i := range n {
		s.reset(t)
		if err := os.RemoveAll(filepath.Join(s.out, ".cache")); err != nil {
			t.Fatal(err)
		}
		copyTree(t, kept, filepath.Join(s.out, ".cache"))
		at := s.flip(t, filepath.Join(s.out, ".cache", filepath.Base(logs[i%len(logs)])), float64(2*i+1)/float64(2*n))
		slowest = max(slowest, s.recovers(t, fmt.Sprintf("byte %d of the cache flipped", at)))
	}
	tried(t, "a flipped bit in what is kept of documents", n, "the same tables as without it", slowest)
}

// flip inverts a bit at a part of a file.
func (s *site) flip(t *testing.T, path string, part float64) (at int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at = int(part * float64(len(data)))
	data[at] ^= 1 << (at % 8)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return at
}

// TestRestless changes the corpus while it is read: files vanish, come back longer, and are cut short. Each is read whole or reported, and
// when all is quiet the bytes are those of an undisturbed build.
func TestRestless(t *testing.T) {
	s := newSite(t)
	files, err := filepath.Glob(filepath.Join(s.second, "fresh", "*"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	n := count(4, 40)
	for i := range n {
		cmd := s.buildSecond(t, "--accept")
		var said strings.Builder
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(s.took * time.Duration(i) / time.Duration(n))
		restore := s.disturb(t, files[i%len(files)], i%3)
		cmd.Wait()
		restore()
		if code := cmd.ProcessState.ExitCode(); code != 0 && code != 4 {
			t.Errorf("exit code %d\n%s", code, &said)
		}
		s.whole(t, "a restless corpus")
		s.reset(t)
	}
	tried(t, "a document that vanishes, grows or shrinks while it is read", n, "read whole, or reported (exit code 4)", s.recovers(t, "a restless corpus"))
}

// disturb takes a file away, has it grow, or cuts it, and gives what puts it back.
func (s *site) disturb(t *testing.T, path string, how int) (restore func()) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	switch how {
	case 0:
		err = os.Remove(path)
	case 1:
		err = os.WriteFile(path, append(data, data...), 0o644)
	case 2:
		err = os.Truncate(path, int64(len(data)/2))
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
