package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ties.dev/ties/stages/publish"
)

// bench is a corpus in a folder, with an output that keeps a cache.
type bench struct {
	t           *testing.T
	corpus, out string
}

func newBench(t *testing.T, documents int) *bench {
	t.Helper()
	b := &bench{t, t.TempDir(), t.TempDir()}
	for i := range documents {
		b.write(fmt.Sprintf("d%d/a%03d.txt", i%3, i), fmt.Sprintf("In %d remittances made up %d percent of Kyrgyzstan's GDP.", 2000+i%20, 10+i%20))
	}
	return b
}

// write writes a file of the corpus.
func (b *bench) write(name, text string) {
	b.t.Helper()
	path := filepath.Join(b.corpus, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) build(d *Declarations, cache string) Report {
	b.t.Helper()
	run := Build{Corpus: b.corpus, Out: b.out, Workers: 2, Cache: cache, Guard: publish.Guard{Off: true}}
	report, err := run.Run(context.Background(), d)
	if err != nil {
		b.t.Fatal(err)
	}
	return report
}

func (b *bench) cache() string { return filepath.Join(b.out, ".cache") }

// settled waits until the changes so far are old enough for a stamp to tell further ones.
func settled(t *testing.T) {
	t.Helper()
	time.Sleep(2100 * time.Millisecond)
}

// TestCache follows a corpus through its changes: what is done again is what changed, and the tables are those of a fresh build.
func TestCache(t *testing.T) {
	d := declared(t)
	b := newBench(t, 30)
	settled(t)
	if r := b.build(d, b.cache()); r.Untouched || r.Reasons[NewFile] != 30 || r.CacheError != nil {
		t.Fatalf("the first run: %+v", r)
	}
	first := publish.Latest(b.out)
	if r := b.build(d, b.cache()); !r.Untouched || r.Documents != 30 || r.Folder != first {
		t.Errorf("nothing changed: %+v", r)
	}
	b.write("d1/a001.txt", "In 2023 remittances made up 27 percent of Tajikistan's GDP.")
	b.write("d1/a002.txt", "In 2022 remittances made up 31 percent of Kyrgyzstan's GDP.")
	b.write("empty.txt", "")
	if err := os.Remove(filepath.Join(b.corpus, "d2/a005.txt")); err != nil {
		t.Fatal(err)
	}
	settled(t)
	r := b.build(d, b.cache())
	if r.Reasons[OtherBytes] != 1 || r.Reasons[NewFile] != 2 || r.Reasons[Unchanged] != 28 || r.NProblems != 1 {
		t.Errorf("one changed, two new, one gone: %v, %d problems", r.Reasons, r.NProblems)
	}
	b.likeFresh(d)
	if r := b.build(d, b.cache()); !r.Untouched || r.NProblems != 1 {
		t.Errorf("a file that can't be read is known: %+v", r)
	}
	touch(t, filepath.Join(b.corpus, "d0/a000.txt"))
	if r := b.build(d, b.cache()); r.Reasons[SameContent] != 1 || r.Reasons[Unchanged] != 30 {
		t.Errorf("one touched: %v", r.Reasons)
	}
}

func touch(t *testing.T, path string) {
	t.Helper()
	if err := os.Chtimes(path, time.Now(), time.Now()); err != nil {
		t.Fatal(err)
	}
}

// likeFresh wants the latest release to be, byte by byte, that of a build that knows of no other.
func (b *bench) likeFresh(d *Declarations) {
	b.t.Helper()
	fresh := Build{Corpus: b.corpus, Out: b.t.TempDir(), Workers: 1}
	report, err := fresh.Run(context.Background(), d)
	if err != nil {
		b.t.Fatal(err)
	}
	want, got := tablesOf(b.t, report.Folder), tablesOf(b.t, publish.Latest(b.out))
	if len(want) < 20 || len(got) != len(want) {
		b.t.Errorf("%d tables; want %d", len(got), len(want))
	}
	for name, data := range want {
		if !strings.HasPrefix(name, "tombstones.") && !bytes.Equal(got[name], data) { // those tell of the releases before
			b.t.Errorf("%s is not that of a fresh build", name)
		}
	}
}

func tablesOf(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, pattern := range []string{"*.parquet", "*.arrow"} {
		paths, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if out[filepath.Base(path)], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}

// TestCacheByDeclarations changes what is declared: a rule of one table has that table's claims taken again and no others, a word
// all, and what people read nothing.
func TestCacheByDeclarations(t *testing.T) {
	b := newBench(t, 10)
	settled(t)
	tables := t.TempDir()
	declare := func(rules string) *Declarations {
		t.Helper()
		for name, text := range map[string]string{"bases.table.yaml": basesTable, "bases.rules.yaml": rules} {
			if err := os.WriteFile(filepath.Join(tables, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		d, err := Declare(tables, "")
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	b.build(declare(basesRules), b.cache())
	if r := b.build(declare("# a comment\n"+strings.Replace(basesRules, "A state has", "Some state has", 1)), b.cache()); !r.Untouched {
		t.Errorf("a comment and a description: %+v", r)
	}
	if r := b.build(declare(strings.Replace(basesRules, "subject", "clause", 1)), b.cache()); r.Reasons[OtherRules] != 10 || !maps.Equal(r.Taken, map[string]int{"bases": 10}) {
		t.Errorf("a rule: %v, %v", r.Reasons, r.Taken)
	}
	d := declare(strings.Replace(basesRules, "airfield", "aerodrome", 1))
	if r := b.build(d, b.cache()); r.Reasons[OtherRules] != 10 || r.Taken["trade"] != 10 {
		t.Errorf("a word: %v, %v", r.Reasons, r.Taken)
	}
	b.likeFresh(d)
	b.write("d0/a000.txt", "In 2000 remittances made up 10 percent of Kyrgyzstan's GDP.") // touched
	if r := b.build(declare(basesRules), b.cache()); r.Reasons[OtherRules] != 10 || r.Reasons[SameContent] != 0 {
		t.Errorf("touched, and a word: %v, %v", r.Reasons, r.Taken)
	}
}

const basesTable = `name: bases
title: Military bases
description: Which state has a base in which other one.
key: [state, host]
columns:
  - {name: state, type: string, codes: countries, required: true, description: The state}
  - {name: host, type: string, codes: countries, required: true, description: Where it is}
score: {columns: [state, host]}
`

const basesRules = `table: bases
cues:
  base: {nouns: [airbase, airfield]}
rules:
  - rule: base in
    takes: A state has a base in another.
    anchor: base
    roles:
      - {role: state, is: states, at: [subject]}
      - {role: host, is: states, at: [sentence]}
    row: {state: $state, host: $host}
`

// TestBrokenCache flips bytes of the log all over: every time the release is that of a fresh build, and the next run is at rest.
func TestBrokenCache(t *testing.T) {
	d := declared(t)
	b := newBench(t, 12)
	settled(t)
	b.build(d, b.cache())
	logs, err := filepath.Glob(filepath.Join(b.cache(), "*"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("%v, %v", logs, err)
	}
	good, err := os.ReadFile(logs[0])
	if err != nil {
		t.Fatal(err)
	}
	want := tablesOf(t, publish.Latest(b.out))
	for at := 3; at < len(good); at += len(good) / 8 {
		bad := bytes.Clone(good)
		bad[at] ^= 0x20
		if err := os.WriteFile(logs[0], bad, 0o644); err != nil {
			t.Fatal(err)
		}
		r := b.build(d, b.cache())
		if r.Untouched || r.Reasons[NewFile] == 0 {
			t.Errorf("byte %d: %+v", at, r)
		}
		for name, data := range tablesOf(t, publish.Latest(b.out)) {
			if !bytes.Equal(data, want[name]) {
				t.Errorf("byte %d: %s is another", at, name)
			}
		}
		if r := b.build(d, b.cache()); !r.Untouched || r.CacheError != nil {
			t.Errorf("byte %d, once more: %+v", at, r)
		}
	}
}

// TestRacyFile reads a file again that was changed so lately that its stamp may not show the next change.
func TestRacyFile(t *testing.T) {
	d := declared(t)
	b := newBench(t, 2)
	b.build(d, b.cache())
	b.write("d0/a000.txt", "In 2001 remittances made up 11 percent of Kyrgyzstan's GDP.") // of the same length
	if r := b.build(d, b.cache()); r.Reasons[OtherBytes] != 1 || r.Reasons[SameContent] != 1 {
		t.Errorf("%v", r.Reasons)
	}
	b.likeFresh(d)
}

// TestClockSetBack has everything that a run left lie ten years ahead, as after a clock that was set back: what changes is seen, and
// the next runs go on.
func TestClockSetBack(t *testing.T) {
	d := declared(t)
	b := newBench(t, 6)
	settled(t)
	b.build(d, b.cache())
	ahead := time.Now().AddDate(10, 0, 0)
	for _, root := range []string{b.corpus, b.out} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(path, ahead, ahead)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	b.write("d0/a000.txt", "In 2001 remittances made up 12 percent of Kyrgyzstan's GDP.")
	if r := b.build(d, b.cache()); r.Reasons[OtherBytes] != 1 || r.Reasons[SameContent] != 5 {
		t.Errorf("%v", r.Reasons)
	}
	b.likeFresh(d)
	if r := b.build(d, b.cache()); r.NProblems != 0 || r.Documents != 6 {
		t.Errorf("once more: %+v", r)
	}
}
