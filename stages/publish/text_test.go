package publish

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the difference")

// TestTexts compares the texts that people read with testdata/golden. CHANGES.md is that of a second release.
func TestTexts(t *testing.T) {
	second := sample()
	first, err := sample().publish(t, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	facts := second.Facts["harbours"]
	facts[0].Values[3], facts[0].Documents = 32.5, 2
	facts[1].Values[1] = int64(2024)
	dir := writeAfter(t, first, second)
	for _, name := range []string{"CODEBOOK.md", "load.sql", "CHANGES.md"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata/golden", name)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s (%v); it is\n%s", name, golden, err, got)
		}
	}
}

func TestFirstReleaseHasNothingToCompare(t *testing.T) {
	got, err := os.ReadFile(filepath.Join(write(t, sample()), "CHANGES.md"))
	if err != nil || !bytes.Contains(got, []byte("The first release")) {
		t.Errorf("%s %v", got, err)
	}
}

// TestSameBytes shuffles everything whose order means nothing, and runs at another time.
func TestSameBytes(t *testing.T) {
	dir, random := write(t, sample()), rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r := sample()
		shuffle(random, r.Tables)
		shuffle(random, r.Documents)
		shuffle(random, r.Conflicts)
		shuffle(random, r.Panel)
		for _, t := range r.Tables {
			shuffle(random, r.Claims[t.Name])
			shuffle(random, r.Facts[t.Name])
		}
		r.Run.Corpus = "elsewhere"
		other := write(t, r)
		for _, name := range listed(entries(t, dir)) {
			if name != "run.json" && !bytes.Equal(bytesOf(t, dir, name), bytesOf(t, other, name)) {
				t.Errorf("%s differs", name)
			}
		}
	}
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	found, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range found {
		names = append(names, e.Name())
	}
	return names
}

func bytesOf(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestManyRows(t *testing.T) {
	r := manyRows()
	dir := write(t, r)
	if err := Check(dir, r.Release); err != nil {
		t.Error(err)
	}
	panel, err := readParquet(filepath.Join(dir, "panel.parquet"))
	if n := len(panel.rows); err != nil || n != len(r.Panel) || panel.rows[n-1][1] != int64(n-1) {
		t.Errorf("%d rows, %v; want %d", n, err, len(r.Panel))
	}
}

// TestWriteRefuses values that the declarations don't allow on disk, before a file has them.
func TestWriteRefuses(t *testing.T) {
	for want, broken := range map[string]func(*content){
		"table harbours, column year: 2023 (string) is no integer":                    func(r *content) { r.Facts["harbours"][1].Values[1] = "2023" },
		"table harbours, column country: it is never null, and yet no value is given": func(r *content) { r.Facts["harbours"][1].Values[0] = "" },
		"table harbours_claims: a row of 19 values for 20 columns":                    func(r *content) { c := r.Claims["harbours"]; c[0].Values = c[0].Values[:7] },
		"table documents: the release has a table of that name already":               func(r *content) { r.Tables = append(r.Tables, &schemas.Table{Name: "documents"}) },
	} {
		r := sample()
		broken(&r)
		if err := r.refused(t); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
	}
}

// refused writes the rows as they stand, in no order, and gives the error of the first that a writer does not take.
func (r content) refused(t *testing.T) error {
	t.Helper()
	d, err := Begin(t.TempDir(), r.Release)
	if err != nil {
		return err
	}
	defer d.Discard()
	facts, err := d.Table("harbours")
	if err != nil {
		return err
	}
	for i := range r.Facts["harbours"] {
		if err := facts.Write(FactRow(&r.Facts["harbours"][i])); err != nil {
			return err
		}
	}
	claims, err := d.Table(ClaimsTable("harbours"))
	if err != nil {
		return err
	}
	for i := range r.Claims["harbours"] {
		if err := claims.Write(ClaimRow(&r.Claims["harbours"][i])); err != nil {
			return err
		}
	}
	return nil
}
