package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mostMemory is what the docs say that a build takes at most, whatever document it meets, in kilobytes.
const mostMemory = 300 << 10

// TestMemory gives a build one document that is as large as a document may be and says something with every sentence, and eight
// that are large together, to eight workers that are held to 256 MiB.
func TestMemory(t *testing.T) {
	s := newSite(t)
	largest := count(2, 6) * 1_000_000
	one, eight := t.TempDir(), t.TempDir()
	writeFacts(t, filepath.Join(one, "facts.txt"), largest)
	for i := range 8 {
		writeFacts(t, filepath.Join(eight, fmt.Sprintf("facts%d.txt", i)), largest/8)
	}
	for _, c := range []struct{ name, corpus, workers, limit string }{
		{"one large document", one, "2", ""},
		{"eight of them at once", eight, "8", "256MiB"},
	} {
		cmd := s.command(t, "build", "--no-cache", "--corpus", c.corpus, "--out", filepath.Join(t.TempDir(), "out"), "--workers", c.workers)
		if c.limit != "" {
			cmd.Env = append(os.Environ(), "GOMEMLIMIT="+c.limit)
		}
		if code, said := run(t, cmd); code != 0 {
			t.Fatalf("%s: exit code %d\n%s", c.name, code, said)
		}
		peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
		if peak > mostMemory {
			t.Errorf("%s: %d MB", c.name, peak>>10)
		}
		tried(t, c.name+" full of facts", 1, fmt.Sprintf("%d MB at most", peak>>10), 0)
	}
}

// writeFacts writes a text of so many bytes, of which every sentence says something of states.
func writeFacts(t *testing.T, path string, size int) {
	t.Helper()
	states := []string{"Peru", "Chile", "Bolivia", "Brazil", "Ghana", "Togo", "Benin", "Nepal", "Laos"}
	var text strings.Builder
	for i := 0; text.Len() < size; i++ {
		a, b := states[i%len(states)], states[(i/7+1)%len(states)]
		fmt.Fprintf(&text, "Remittances equalled %d percent of %s's GDP in %d. ", 2+i%50, a, 2001+i%20)
		fmt.Fprintf(&text, "%s sold %d percent of its exports to %s in %d. ", a, 3+i%40, b, 2002+i%20)
		fmt.Fprintf(&text, "The presidents of %s and %s attended the parade in Moscow on 9 May %d.\n\n", a, b, 2003+i%20)
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
