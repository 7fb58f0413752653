package publish

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ties.dev/ties/schemas"
)

// lessOne is a sample whose fact of 2023 is gone; why tells what became of its document.
func lessOne(why string) content {
	r := sample()
	r.Facts["harbours"] = r.Facts["harbours"][:1]
	if why != outweighed {
		r.Claims["harbours"] = r.Claims["harbours"][1:]
	}
	switch why {
	case documentChanged:
		r.Documents[2].SHA256 = "01"
	case documentGone:
		r.Documents = slices.Delete(r.Documents, 2, 3)
		r.Claims["harbours"] = slices.DeleteFunc(r.Claims["harbours"], func(c schemas.Claim) bool { return c.Document == "astral" })
	}
	return r
}

func freely(r content) content {
	r.Guard.Off = true
	return r
}

func published(t *testing.T, out string, r content) Published {
	t.Helper()
	d := draft(t, out, freely(r))
	defer d.Discard()
	p, err := d.Publish()
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckStored(t.Context(), p.Folder); err != nil {
		t.Errorf("%s: %v", p.Version, err)
	}
	return p
}

// TestVersions publishes the sample and then something else.
func TestVersions(t *testing.T) {
	for _, test := range []struct {
		name, want string
		then       func(*content)
	}{
		{"nothing", "1.0.0", func(*content) {}},
		{"another run", "1.0.0", func(r *content) { r.Run.Corpus = "elsewhere" }},
		{"a description", "1.0.1", func(r *content) { r.Tables[0].Columns[0].Description = "Land" }},
		{"a value", "1.0.1", func(r *content) { r.Facts["harbours"][0].Values[3] = 32.0 }},
		{"support alone", "1.0.1", func(r *content) { r.Claims["harbours"][0].Rule = "quay" }},
		{"a row less", "1.0.1", func(r *content) { *r = lessOne(documentGone) }},
		{"a row more", "1.1.0", func(r *content) {
			r.Facts["harbours"] = append(r.Facts["harbours"], schemas.Fact{Table: "harbours", Documents: 1, ClaimIDs: []string{"c2"},
				Values: []any{"SUD", int64(2023), "quay", nil, nil, nil, nil, nil}})
		}},
		{"another key", "1.1.0", func(r *content) { // a row less and one more
			r.Facts["harbours"][1].Values[1], r.Claims["harbours"][0].Values[1] = int64(2024), int64(2024)
		}},
		{"a column", "2.0.0", func(r *content) { r.Tables[0].Columns[7].Name = "ever" }},
		{"a bound", "2.0.0", func(r *content) { r.Tables[0].Columns[3].Min = nil }},
		{"a category", "2.0.0", func(r *content) { r.Tables[0].Columns[2].Values[1].Value = "quays"; *r = content{Release: r.Release} }},
		{"codes", "2.0.0", func(r *content) {
			r.Codes = func(string) ([]string, bool) { return []string{"NOR", "SUD", "WES"}, true }
		}},
		{"a table", "2.0.0", func(r *content) { r.Tables = r.Tables[:1] }},
	} {
		out := t.TempDir()
		published(t, out, sample())
		second := sample()
		test.then(&second)
		p := published(t, out, second)
		if p.Version != test.want || p.Unchanged != (test.want == "1.0.0") || Latest(out) != p.Folder {
			t.Errorf("%s: %+v; want %s", test.name, p, test.want)
		}
	}
}

// TestTombstones withdraws a fact for each reason, keeps it withdrawn in the release after, and brings it back.
func TestTombstones(t *testing.T) {
	for _, why := range []string{outweighed, ruleChanged, documentChanged, documentGone} {
		out := t.TempDir()
		published(t, out, sample())
		published(t, out, lessOne(why))
		next := lessOne(why)
		next.Title = "Other words"
		stones, err := Read(published(t, out, next).Folder, TombstonesTable)
		if err != nil || len(stones.Rows) != 1 {
			t.Fatalf("%s: %v, %v", why, stones.Rows, err)
		}
		want := []any{"harbours", "country=NOR,year=2023,kind=quay", "depth=0.1,open=true,opened_on=2023-05-04,berths=Vell; 𝔎arst", "1.0.1", "1.0.0", why}
		if !slices.Equal(stones.Rows[0][:6], want) || !slices.Equal(stones.Rows[0][6].([]string), []string{"astral"}) ||
			!slices.Equal(stones.Rows[0][7].([]string), []string{"harbour"}) || !slices.Equal(stones.Rows[0][8].([]string), []string{"c3"}) {
			t.Errorf("%v; want %v", stones.Rows[0], want)
		}
		back := published(t, out, sample())
		if stones, err = Read(back.Folder, TombstonesTable); err != nil || len(stones.Rows) != 0 || back.Version != "1.1.0" {
			t.Errorf("%s: back in %s: %v, %v", why, back.Version, stones.Rows, err)
		}
	}
}

// TestGuard holds back a release that lost too much, and leaves the one before.
func TestGuard(t *testing.T) {
	for want, guard := range map[string]Guard{
		"harbours has 1 row fewer than the 2 of the release before, 50% or more": {MaxLossPct: 50},
		"1 of 4 documents of the release before is gone, 25% or more (astral)":   {MaxLossPct: 25, Tables: map[string]float64{"harbours": 51}},
		"1 of 4 documents of the release before is gone, 24.9% or more (astral)": {MaxLossPct: 24.9, Tables: map[string]float64{"harbours": 51}},
		"": {MaxLossPct: 50.5},
	} {
		out := t.TempDir()
		first := published(t, out, sample())
		r := lessOne(documentGone)
		r.Guard = guard
		_, err := r.publish(t, out)
		if want == "" {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		if !errors.Is(err, ErrHeldBack) || !strings.Contains(err.Error(), want) || Latest(out) != first.Folder {
			t.Errorf("%v; want %q", err, want)
		}
		if left := names(t, filepath.Join(out, "releases")); !slices.Equal(left, []string{"1.0.0"}) {
			t.Errorf("releases holds %v", left)
		}
	}
}

// TestBounds reads what a table declares.
func TestBounds(t *testing.T) {
	text := "name: piers\ntitle: Piers\ndescription: Piers.\nkey: [state]\ncolumns: [{name: state, type: string, required: true, description: State}]\nsettle: [later]\n" +
		"score: {columns: [state]}\nmax_loss_pct: 50\n"
	tables, err := schemas.LoadTables(fstest.MapFS{"piers.table.yaml": {Data: []byte(text)}}, schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	if got := Bounds(tables); len(got) != 1 || got["piers"] != 50 {
		t.Errorf("%v; want 50 for piers alone", got)
	}
}

// TestRepair loses, breaks or leaves behind releases, and publishes the same content again: it is the same, byte for byte.
func TestRepair(t *testing.T) {
	second := sample()
	second.Facts["harbours"][0].Values[3] = 32.0
	for name, harm := range map[string]func(out string) error{
		"latest deleted":      func(out string) error { return os.RemoveAll(Folder(out, "1.0.1")) },
		"link deleted":        func(out string) error { return os.Remove(filepath.Join(out, "latest")) },
		"killed before":       func(out string) error { return Switch(out, "1.0.0") },
		"a table broken":      func(out string) error { return flip(filepath.Join(Folder(out, "1.0.1"), "harbours.parquet"), 40) },
		"its metadata broken": func(out string) error { return flip(filepath.Join(Folder(out, "1.0.1"), packageName), 0) },
		"its version broken": func(out string) error {
			return altered(filepath.Join(Folder(out, "1.0.1"), packageName), `"NOR"`, `"SOR"`)
		},
		"its run broken":  func(out string) error { return flip(filepath.Join(Folder(out, "1.0.1"), runName), 90) },
		"a text broken":   func(out string) error { return flip(filepath.Join(Folder(out, "1.0.1"), "CODEBOOK.md"), 9) },
		"its sums broken": func(out string) error { return flip(filepath.Join(Folder(out, "1.0.1"), sumsName), 9) },
		"a file gone":     func(out string) error { return os.Remove(filepath.Join(Folder(out, "1.0.1"), "CHANGES.md")) },
	} {
		out := t.TempDir()
		published(t, out, sample())
		want := readAll(t, published(t, out, second).Folder)
		if err := harm(out); err != nil {
			t.Fatal(err)
		}
		p := published(t, out, second)
		if got := readAll(t, p.Folder); p.Version != "1.0.1" || len(got) != len(want) {
			t.Errorf("%s: %s with %d files; want 1.0.1 with %d", name, p.Version, len(got), len(want))
		} else {
			for file := range want {
				if file != runName && !bytes.Equal(got[file], want[file]) {
					t.Errorf("%s: %s differs", name, file)
				}
			}
		}
		if left := names(t, filepath.Join(out, "releases")); !slices.Equal(left, []string{"1.0.0", "1.0.1"}) {
			t.Errorf("%s: releases holds %v", name, left)
		}
	}
}

func readAll(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range names(t, folder) {
		out[name] = bytesOf(t, folder, name)
	}
	return out
}

// altered replaces a text in a file.
func altered(path, old, now string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !bytes.Contains(data, []byte(old)) {
		return errors.New(old + " is not there")
	}
	return os.WriteFile(path, bytes.ReplaceAll(data, []byte(old), []byte(now)), 0o644)
}

// flip inverts a bit of a file.
func flip(path string, at int) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[at] ^= 4
	return os.WriteFile(path, data, 0o644)
}

// TestSound flips a bit at many places of every file of a release.
func TestSound(t *testing.T) {
	out := t.TempDir()
	folder := published(t, out, sample()).Folder
	flips := 0
	for _, name := range names(t, folder) {
		path := filepath.Join(folder, name)
		data := bytesOf(t, folder, name)
		for at := 0; at < len(data); at += 1 + len(data)/41 {
			if err := flip(path, at); err != nil {
				t.Fatal(err)
			}
			if err := Sound(folder); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), name) && name != sumsName {
				t.Errorf("%s, byte %d: %v", name, at, err)
			}
			flips++
			if err := flip(path, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := Sound(folder); err != nil || flips < 500 {
		t.Errorf("%d flips; after them: %v", flips, err)
	}
}

func TestRollbackAndKeep(t *testing.T) {
	out := t.TempDir()
	for i := range 4 {
		r := sample()
		r.Facts["harbours"][0].Values[3] = 32.0 + float64(i)
		published(t, out, r)
	}
	for _, step := range []struct{ name, want string }{{"", "1.0.2"}, {"", "1.0.1"}, {"latest", "1.0.1"}, {"1.0.3", "1.0.3"}, {"1.0.0", "1.0.0"}} {
		if got, err := Rollback(out, step.name); err != nil || got != step.want || filepath.Base(Latest(out)) != got {
			t.Errorf("to %q: %s, %v; want %s", step.name, got, err, step.want)
		}
	}
	for name, want := range map[string]string{"": "there is no release before 1.0.0", "1.0": `there is no release "1.0": it is latest or one of 1.0.3, 1.0.2, 1.0.1, 1.0.0`} {
		if _, err := Rollback(out, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("to %q: %v; want %q", name, err, want)
		}
	}
	removed, err := Keep(out, 2)
	if left := names(t, filepath.Join(out, "releases")); err != nil || !slices.Equal(removed, []string{"1.0.1"}) || !slices.Equal(left, []string{"1.0.0", "1.0.2", "1.0.3"}) {
		t.Errorf("removed %v (%v), left %v; latest is 1.0.0", removed, err, left)
	}
	other := sample()
	other.Facts["harbours"][0].Values[3] = 99.0
	if p := published(t, out, other); p.Version != "1.0.4" {
		t.Errorf("after a rollback the next release is %s; want one above all that were published", p.Version)
	}
	if _, err := Rollback(out, "1.0.3"); err != nil {
		t.Fatal(err)
	}
	if err := flip(filepath.Join(Folder(out, "1.0.2"), "load.sql"), 3); err != nil {
		t.Fatal(err)
	}
	if _, err := Rollback(out, ""); !errors.Is(err, ErrDamaged) {
		t.Errorf("to a damaged release: %v", err)
	}
}
