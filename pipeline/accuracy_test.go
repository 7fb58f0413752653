package pipeline

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ties.dev/ties/pipeline/score"
)

// floor is what the claims of one table must reach against one gold.
type floor struct {
	corpus, gold, table string
	precision, f1       float64
}

// TestFloors holds the claims to seeds/gold/floors.tsv.
func TestFloors(t *testing.T) {
	d := declared(t)
	scores := map[string][]score.Result{}
	for _, f := range floors(t) {
		t.Run(f.corpus+"/"+f.table, func(t *testing.T) {
			if _, err := os.Stat(f.corpus); err != nil {
				t.Skipf("no corpus to score: %v", err)
			}
			if scores[f.gold] == nil {
				scores[f.gold] = scored(t, d, f)
			}
			for _, r := range scores[f.gold] {
				if r.Table.Name == f.table && (r.Precision() < f.precision || r.F1() < f.f1) {
					t.Errorf("precision %.3f, F1 %.3f; at least %.2f and %.2f are wanted: ties evaluate --errors --table %s lists the errors",
						r.Precision(), r.F1(), f.precision, f.f1, f.table)
				}
			}
		})
	}
}

func scored(t *testing.T, d *Declarations, f floor) []score.Result {
	t.Helper()
	gold, err := score.ReadGold(f.gold, d.Tables)
	if err != nil {
		t.Fatal(err)
	}
	taken, problems := d.Take(context.Background(), f.corpus, 0)
	if len(problems) > 0 || len(taken) == 0 {
		t.Fatalf("%d documents; problems: %v", len(taken), problems)
	}
	var ids []string
	claims := taken[0].Claims[:0:0]
	for _, doc := range taken {
		ids, claims = append(ids, doc.Document.ID), append(claims, doc.Claims...)
	}
	return score.Score(d.Tables, ids, gold, claims)
}

func floors(t *testing.T) []floor {
	t.Helper()
	file, err := os.Open("../seeds/gold/floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	number := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("floors.tsv: %v", err)
		}
		return f
	}
	var out []floor
	for lines := bufio.NewScanner(file); lines.Scan(); {
		cells := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(cells[0], "#") || cells[0] == "corpus" || len(cells) != 5 {
			continue
		}
		out = append(out, floor{filepath.Join("..", cells[0]), filepath.Join("..", cells[1]), cells[2], number(cells[3]), number(cells[4])})
	}
	if len(out) == 0 {
		t.Fatal("floors.tsv holds no floor")
	}
	return out
}
