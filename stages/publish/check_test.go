package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
)

func TestCheckPasses(t *testing.T) {
	for name, r := range map[string]content{"sample": sample(), "nothing at all": {}} {
		if err := Check(write(t, r), r.Release); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCheckFinds breaks a release in one place at a time, before or after it is written.
func TestCheckFinds(t *testing.T) {
	facts := func(r content) []schemas.Fact { return r.Facts["harbours"] }
	claims := func(r content) []schemas.Claim { return r.Claims["harbours"] }
	for _, test := range []struct {
		name, want string
		broken     func(*content)
		after      func(t *testing.T, dir string)
	}{
		{"two rows of one key", "harbours: two rows have the key `country=NOR`",
			func(r *content) { r.Facts["harbours"] = append(facts(*r), facts(*r)[0]) }, nil},
		{"a claim twice", "harbours_claims: two rows have the key",
			func(r *content) { r.Claims["harbours"] = append(claims(*r), claims(*r)[0]) }, nil},
		{"above the range", "column depth is 151, which lies outside of its range, 0..150", func(r *content) { facts(*r)[0].Values[3] = 151.0 }, nil},
		{"below the range", "column depth is -1, which lies outside of its range, 0..150", func(r *content) { claims(*r)[0].Values[3] = -1.0 }, nil},
		{"wrong everywhere", "and 19 more findings", func(r *content) {
			for i := range 12 {
				r.Panel = append(r.Panel, []any{"NOR", int64(3000 + i), nil, nil})
			}
			r.PanelColumns[1].Max = r.Tables[0].Columns[3].Max
			r.Panel = append(r.Panel, r.Panel[3:]...)
		}, nil},
		{"no code", "column country is NRW, which is none of its values", func(r *content) { facts(*r)[1].Values[0] = "NRW" }, nil},
		{"a title that is no text", "which is not valid UTF-8", func(r *content) { r.Documents[1].Title = "caf\xe9" }, nil},
		{"no category", "column kind is pier, which is none of its values", func(r *content) { facts(*r)[1].Values[2] = "pier" }, nil},
		{"a claim that isn't there", "there is no claim c9 with its key", func(r *content) { facts(*r)[1].ClaimIDs = []string{"c9"} }, nil},
		{"a claim of another key", "there is no claim c1 with its key", func(r *content) { facts(*r)[1].ClaimIDs = []string{"c1"} }, nil},
		{"a fact without a claim", "n_claims is 0", func(r *content) { facts(*r)[1].ClaimIDs, facts(*r)[1].Documents = []string{}, 0 }, nil},
		{"documents miscounted", "n_documents is 5, and its claims come from 1", func(r *content) { facts(*r)[1].Documents = 5 }, nil},
		{"a conflict's claim that isn't there", "conflicts, `table=harbours`", func(r *content) { r.Conflicts[0].ClaimIDs = []string{"c9"} }, nil},
		{"a conflict of no table", "there is no claim c1", func(r *content) { r.Conflicts[0].Table = "piers" }, nil},
		{"a quote that starts elsewhere", "harbours_claims, c3: from", func(r *content) { claims(*r)[0].Start-- }, nil},
		{"a quote in bytes", "harbours_claims, c3: from", func(r *content) {
			c := &claims(*r)[0]
			c.Start = strings.Index(r.Documents[2].Text, c.Quote)
			c.End = c.Start + len(c.Quote)
		}, nil},
		{"a quote behind the end", "harbours_claims, c1: from 990 to 999", func(r *content) { claims(*r)[1].Start, claims(*r)[1].End = 990, 999 }, nil},
		{"another document's text", "harbours_claims, c1: from 0 to 33", func(r *content) { r.Documents[1].Text = "Something else." }, nil},
		{"no such document", "harbours_claims, c1: there is no document gone", func(r *content) { claims(*r)[1].Document = "gone" }, nil},
		{"another Arrow file", "harbours: only 0 rows as arrow", nil, func(t *testing.T, dir string) {
			r := sample()
			r.Facts = nil
			copyFile(t, filepath.Join(write(t, r), "harbours.arrow"), filepath.Join(dir, "harbours.arrow"))
		}},
		{"another value in Arrow", "harbours, row 0, column depth: 0.1 as Parquet, 0.2 as Arrow", nil, func(t *testing.T, dir string) {
			r := sample()
			r.Facts["harbours"][1].Values[3] = 0.2
			copyFile(t, filepath.Join(write(t, r), "harbours.arrow"), filepath.Join(dir, "harbours.arrow"))
		}},
		{"another table's file", "nothing: columns [", nil, func(t *testing.T, dir string) {
			copyFile(t, filepath.Join(dir, "panel.parquet"), filepath.Join(dir, "nothing.parquet"))
		}},
		{"another file than described", "panel.arrow is not the file that datapackage.json describes", nil, func(t *testing.T, dir string) {
			r := sample()
			r.PanelColumns[0].Description = "Elsewhere"
			copyFile(t, filepath.Join(write(t, r), "panel.arrow"), filepath.Join(dir, "panel.arrow"))
		}},
		{"a file cut short", "documents.parquet", nil, func(t *testing.T, dir string) { truncate(t, filepath.Join(dir, "documents.parquet")) }},
		{"a file gone", "conflicts.arrow", nil, func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "conflicts.arrow")) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := sample()
			if test.broken != nil {
				test.broken(&r)
			}
			dir := write(t, r)
			if test.after != nil {
				test.after(t, dir)
			}
			if err := Check(dir, r.Release); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Check = %v; want %q", err, test.want)
			}
		})
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, path string) {
	t.Helper()
	if err := os.Truncate(path, 100); err != nil {
		t.Fatal(err)
	}
}

// TestOrderAndNulls gives the checks what no writer of this package lets through.
func TestOrderAndNulls(t *testing.T) {
	rel := facts(harbours())
	row := func(country any, year any) []any {
		return []any{country, year, "port", nil, nil, nil, nil, nil, int64(1), int64(1), []string{"c"}, false, []string{}}
	}
	for want, rows := range map[string][][]any{
		"stands behind": {row("SUD", int64(1)), row("NOR", int64(1))},
		"nulls last":    {row("NOR", nil), row("NOR", int64(1))},
		"column country is null, which it can't be": {row(nil, nil)},
	} {
		c := &checker{}
		check := c.rowCheck(rel)
		b := newBatch(lenient(rel))
		for _, row := range rows {
			if err := b.add(row); err != nil {
				t.Fatal(err)
			}
			check(b.record())
		}
		if err := joined([]*checker{c}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
	}
}

// lenient is a relation whose every column can be null.
func lenient(rel relation) relation {
	rel.fields = slices.Clone(rel.fields)
	for i := range rel.fields {
		rel.fields[i].Required = false
	}
	return rel
}

func TestPublishKeepsTheReleaseBeforeOneThatFails(t *testing.T) {
	out := t.TempDir()
	good, err := sample().publish(t, out)
	if err != nil {
		t.Fatal(err)
	}
	bad := sample()
	bad.Claims["harbours"][0].Start++
	if _, err := bad.publish(t, out); err == nil || !strings.Contains(err.Error(), "not published") {
		t.Errorf("Publish = %v; want an error", err)
	}
	if Latest(out) != good {
		t.Errorf("latest is %s; want %s", Latest(out), good)
	}
	left, err := filepath.Glob(filepath.Join(out, "releases", "*"))
	if hidden, _ := filepath.Glob(filepath.Join(out, "releases", ".*")); err != nil || len(left) != 1 || len(hidden) != 0 {
		t.Errorf("releases holds %v %v; want %s alone", left, hidden, good)
	}
}
