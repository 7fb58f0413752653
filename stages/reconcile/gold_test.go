package reconcile_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/reconcile"
)

// TestGold settles the rows that a careful reader enters for five articles, and compares the facts with those that the reader
// would publish. It is skipped where the folder beside the project that holds both is absent.
func TestGold(t *testing.T) {
	shared := os.Getenv("TIES_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	folder := filepath.Join(shared, "gold")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("%s is not there; set TIES_SHARED to the folder that holds it", folder)
	}
	rows := goldRows(t, filepath.Join(folder, "seeds.jsonl"))
	days := goldDays(t, filepath.Join(folder, "seeds_docs.jsonl"))
	text, err := os.ReadFile(filepath.Join(folder, "TABLES.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"attendance", "remittances", "membership", "trade"} {
		tab := table(t, name)
		var claims []schemas.Claim
		for i, row := range rows {
			if row["relation"] == name && !nameless(row) {
				claims = append(claims, goldClaim(tab, fmt.Sprintf("%s%03d", name, i), row, days, rows))
			}
		}
		facts, _ := reconcile.Settle(tab, claims)
		want := published(string(text), name)
		if len(want) == 0 {
			t.Fatalf("TABLES.md has no rows of %s", name)
		}
		for _, w := range want {
			i := slices.IndexFunc(facts, func(f schemas.Fact) bool { return agrees(tab, f, w) })
			if i < 0 && !strings.Contains(w["remark"], "optional") {
				t.Errorf("%s: no fact is %v", name, w)
			} else if i >= 0 {
				facts = slices.Delete(facts, i, i+1)
			}
		}
		for _, line := range factLines(tab, facts) {
			t.Errorf("%s: nobody would publish %s", name, line)
		}
	}
}

func goldRows(t *testing.T, path string) (rows []map[string]any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func goldDays(t *testing.T, path string) map[string]schemas.Date {
	t.Helper()
	days := map[string]schemas.Date{}
	for _, row := range goldRows(t, path) {
		if s, ok := row["published"].(string); ok {
			days[row["id"].(string)], _ = schemas.ParseDate(s)
		}
	}
	return days
}

// goldClaim is the claim that a gold row stands for. One sentence that gives rows of several years sums them up.
func goldClaim(tab *schemas.Table, id string, row map[string]any, days map[string]schemas.Date, rows []map[string]any) schemas.Claim {
	c := schemas.Claim{ID: id, Table: tab.Name, Document: row["doc"].(string), StatedOn: days[row["doc"].(string)], Quote: fmt.Sprint(row["evidence"]),
		Rule: "gold", Denied: row["negated"] == true, Values: make([]any, len(tab.Columns))}
	c.Sweeping = slices.ContainsFunc(rows, func(other map[string]any) bool {
		return other["evidence"] == row["evidence"] && other["relation"] == row["relation"] && other["country"] == row["country"] &&
			fmt.Sprint(other["year"]) != fmt.Sprint(row["year"])
	})
	for i, column := range tab.Columns {
		v := row[column.Name]
		if list, ok := v.([]any); ok {
			v = alternative(column, list)
		}
		if s, ok := v.(string); ok && column.Type == schemas.Day {
			v, _ = schemas.ParseDate(s)
		}
		if v == "founding_member" {
			v = "member"
		}
		c.Values[i] = v
	}
	return c
}

// nameless holds for a row that need not be entered, of an event that each reader names anew.
func nameless(row map[string]any) bool {
	_, open := row["event"].([]any)
	return open && row["optional"] == true
}

// alternative is the first of the values that are right, and no day where the text leaves two open.
func alternative(column schemas.Column, list []any) any {
	named := slices.DeleteFunc(slices.Clone(list), func(v any) bool { return v == nil })
	if column.Type == schemas.Day && len(named) > 1 {
		return nil
	}
	return list[0]
}

// published are the rows of a table in TABLES.md, by its column names.
func published(text, table string) (rows []map[string]string) {
	_, chapter, _ := strings.Cut(text, "## "+table+"\n")
	var header []string
	for line := range strings.Lines(chapter) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case !strings.HasPrefix(line, "|"):
			return rows
		case header == nil:
			header = cells
		case !strings.HasPrefix(cells[0], "---"):
			row := map[string]string{}
			for i, name := range header {
				row[name] = cells[i]
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// agrees compares every column that both have; "null" and nothing are null.
func agrees(tab *schemas.Table, f schemas.Fact, want map[string]string) bool {
	for i, column := range tab.Columns {
		w, ok := want[column.Name]
		if w == "null" {
			w = ""
		}
		if w == "yes" {
			w = "true"
		}
		got := ""
		if f.Values[i] != nil {
			got = fmt.Sprint(f.Values[i])
		}
		if ok && w != got {
			return false
		}
	}
	return true
}
