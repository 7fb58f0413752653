package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// guarded publishes with the bound that a run has.
func guarded(t *testing.T, out string, r content) (Published, error) {
	t.Helper()
	r.Guard = Guard{MaxLossPct: 10}
	d := draft(t, out, r)
	defer d.Discard()
	return d.Publish()
}

// harms are what can become of the only release.
var harms = map[string]func(folder string) error{
	"a table broken":      func(folder string) error { return flip(filepath.Join(folder, "harbours.parquet"), 40) },
	"claims broken":       func(folder string) error { return flip(filepath.Join(folder, "harbours_claims.parquet"), 40) },
	"documents broken":    func(folder string) error { return flip(filepath.Join(folder, "documents.parquet"), 40) },
	"a text broken":       func(folder string) error { return flip(filepath.Join(folder, "CODEBOOK.md"), 9) },
	"its metadata broken": func(folder string) error { return flip(filepath.Join(folder, packageName), 0) },
	"its sums gone":       func(folder string) error { return os.Remove(filepath.Join(folder, sumsName)) },
	"the release gone":    os.RemoveAll,
	"the link gone as well": func(folder string) error {
		return errors.Join(os.RemoveAll(folder), os.Remove(filepath.Join(folder, "../../latest")))
	},
	"forgotten, and a table": func(folder string) error { return forgotten(folder, "harbours.parquet") },
	"forgotten, and its run": func(folder string) error {
		return errors.Join(forgotten(folder, "harbours.parquet"), os.Remove(filepath.Join(folder, runName)))
	},
}

// forgotten breaks a file of a release that the ledger doesn't have.
func forgotten(folder, name string) error {
	return errors.Join(os.Remove(filepath.Join(folder, "../..", ledgerName)), flip(filepath.Join(folder, name), 40))
}

// TestDamagedIsGuarded harms the only release, and has half of its facts gone: that is held back as it would be otherwise; where
// it is accepted, it has a number of its own.
func TestDamagedIsGuarded(t *testing.T) {
	for name, harm := range harms {
		out := t.TempDir()
		published(t, out, sample())
		if err := harm(Folder(out, "1.0.0")); err != nil {
			t.Fatal(err)
		}
		if p, err := guarded(t, out, lessOne(documentGone)); !errors.Is(err, ErrHeldBack) || p.Damaged == nil {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
		if p := published(t, out, lessOne(documentGone)); p.Version == "1.0.0" {
			t.Errorf("%s: the number 1.0.0 is used again", name)
		}
	}
}

// TestDamagedIsMadeAnew harms the only release, and publishes the same: it is the same release, and nothing is held back.
func TestDamagedIsMadeAnew(t *testing.T) {
	for name, harm := range harms {
		out := t.TempDir()
		want := readAll(t, published(t, out, sample()).Folder)
		if err := harm(Folder(out, "1.0.0")); err != nil {
			t.Fatal(err)
		}
		p, err := guarded(t, out, sample())
		if err != nil || p.Version != "1.0.0" {
			t.Errorf("%s: %+v, %v", name, p, err)
			continue
		}
		for file, data := range readAll(t, p.Folder) {
			if file != runName && string(data) != string(want[file]) {
				t.Errorf("%s: %s is not what it was", name, file)
			}
		}
	}
}

// TestDamagedHasTombstones has facts withdrawn since a release of which another table is damaged.
func TestDamagedHasTombstones(t *testing.T) {
	out := t.TempDir()
	published(t, out, sample())
	if err := flip(filepath.Join(Folder(out, "1.0.0"), "nothing.parquet"), 40); err != nil {
		t.Fatal(err)
	}
	p := published(t, out, lessOne(documentGone))
	stones, err := Read(p.Folder, TombstonesTable)
	if err != nil || len(stones.Rows) != 1 || p.Version != "1.1.0" {
		t.Errorf("%s: %v, %v; want one tombstone in 1.1.0", p.Version, stones.Rows, err)
	}
	if text := string(bytesOf(t, p.Folder, "CHANGES.md")); !strings.Contains(text, "Not compared, for nothing.parquet of the release before is damaged") {
		t.Errorf("CHANGES.md says\n%s", text)
	}
}

// TestForeignIsNoDamage leaves a file in a release.
func TestForeignIsNoDamage(t *testing.T) {
	out := t.TempDir()
	folder := published(t, out, sample()).Folder
	if err := os.WriteFile(filepath.Join(folder, ".DS_Store"), []byte{1}, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := CheckStored(t.Context(), folder); err != nil || !slices.Equal(Foreign(folder), []string{".DS_Store"}) {
		t.Errorf("%v; foreign are %v", err, Foreign(folder))
	}
	if p, err := guarded(t, out, lessOne(documentGone)); !errors.Is(err, ErrHeldBack) || p.Damaged != nil {
		t.Errorf("%+v, %v", p, err)
	}
	sums := filepath.Join(folder, sumsName)
	lines := strings.SplitAfter(string(bytesOf(t, folder, sumsName)), "\n")
	if err := os.WriteFile(sums, []byte(strings.Join(lines[1:], "")), 0o600); err != nil || Sound(folder) == nil {
		t.Errorf("a line less in %s is no damage (%v)", sumsName, err)
	}
}

// TestRestored loses the last release, and has what comes held back: out/latest is the one before it, and what is held back is still
// measured by what was lost.
func TestRestored(t *testing.T) {
	for name, harm := range map[string]func(out string) error{
		"the release": func(out string) error { return os.RemoveAll(Folder(out, "1.1.0")) },
		"the link": func(out string) error {
			return errors.Join(os.RemoveAll(Folder(out, "1.1.0")), os.Remove(filepath.Join(out, latestName)))
		},
		"a byte": func(out string) error { return flip(filepath.Join(Folder(out, "1.1.0"), packageName), 0) },
	} {
		out := t.TempDir()
		first := published(t, out, lessOne(documentGone))
		published(t, out, sample())
		if err := harm(out); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			p, err := guarded(t, out, lessOne(documentGone))
			if !errors.Is(err, ErrHeldBack) || p.Restored != first.Folder || Latest(out) != first.Folder {
				t.Errorf("%s: %+v, %v; latest is %s", name, p, err, Latest(out))
			}
		}
		if p, err := guarded(t, out, sample()); err != nil || p.Version != "1.1.0" || Latest(out) != Folder(out, "1.1.0") {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}

// TestNumbersAreNotUsedAgain removes the releases behind the one that out/latest was pointed back to.
func TestNumbersAreNotUsedAgain(t *testing.T) {
	out := t.TempDir()
	published(t, out, lessOne(documentGone))
	published(t, out, sample())
	if _, err := Rollback(out, "1.0.0"); err != nil {
		t.Fatal(err)
	}
	if _, err := Keep(out, 0); err != nil {
		t.Fatal(err)
	}
	other := sample()
	other.Facts["harbours"][0].Values[3] = 32.0
	if p := published(t, out, other); p.Version != "1.2.0" {
		t.Errorf("%s; want 1.2.0, for 1.1.0 was another", p.Version)
	}
}

// TestTableNoLongerDeclared drops a table that has rows: it is held back, told, and its facts are withdrawn.
func TestTableNoLongerDeclared(t *testing.T) {
	out := t.TempDir()
	published(t, out, sample())
	less := sample()
	less.Tables, less.Facts, less.Claims, less.Conflicts = less.Tables[1:], nil, nil, nil
	want := "the table harbours with its 2 rows is gone"
	if _, err := guarded(t, out, less); !errors.Is(err, ErrHeldBack) || !strings.Contains(err.Error(), want) {
		t.Errorf("%v; want %q", err, want)
	}
	p := published(t, out, less)
	stones, err := Read(p.Folder, TombstonesTable)
	if err != nil || len(stones.Rows) != 2 || !slices.Equal(p.Dropped, []Dropped{{"harbours", 2}}) {
		t.Errorf("%+v: %v, %v", p, stones.Rows, err)
	}
	if text := string(bytesOf(t, p.Folder, "CHANGES.md")); !strings.Contains(text, "The table `harbours` with its 2 rows is gone") || !strings.Contains(text, "2 removed") {
		t.Errorf("CHANGES.md says\n%s", text)
	}
}

// TestOrderOfAnotherKey puts rows in order whose key was another one, within the memory of a sorter.
func TestOrderOfAnotherKey(t *testing.T) {
	const n, wide = 50_000, 2000
	r := relation{key: []string{"b"}, own: 2, fields: []field{text("a", ""), text("b", "")}, scratch: t.TempDir()}
	s := source{columns: []string{"a", "b"}, sorting: []string{"a"}, rows: func(yield func([]any, error) bool) {
		for i := range n {
			if !yield([]any{strings.Repeat("x", wide), fmt.Sprintf("%06d", n-i)}, nil) {
				return
			}
		}
	}}
	last, most := "", uint64(0)
	var memory runtime.MemStats
	for row, err := range r.inOrder(s) {
		if err != nil || row[1].(string) <= last {
			t.Fatalf("%v behind %s: %v", row[1], last, err)
		}
		if last = row[1].(string); last[3:] == "000" {
			runtime.ReadMemStats(&memory)
			most = max(most, memory.HeapAlloc)
		}
	}
	if last != fmt.Sprintf("%06d", n) || most > n*wide/2 {
		t.Errorf("up to %s, in %d MB", last, most>>20)
	}
}
