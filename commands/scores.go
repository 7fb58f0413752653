package commands

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"ties.dev/ties/pipeline/score"
	"ties.dev/ties/stages/publish"
)

// figures are what a score says, in the order in which they are printed.
var figures = []struct {
	name string
	of   func(score.Tally) float64
}{{"precision", score.Tally.Precision}, {"recall", score.Tally.Recall}, {"F1", score.Tally.F1}}

// printScores writes a line a table, each figure with its interval.
func printScores(out io.Writer, results []score.Result) error {
	w := tabwriter.NewWriter(out, 4, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "table\trequired\tfound\tclaims\tright\tprecision\t\trecall\t\tF1\t\t")
	for i := range results {
		r := &results[i]
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t", r.Table.Name, r.Required, r.Found, r.Claims, r.Right)
		for _, figure := range figures {
			between := r.Interval(figure.of)
			fmt.Fprintf(w, "%.3f\t%.2f–%.2f\t", figure.of(r.Tally), between.Low, between.High)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// printBreakdown writes how each rule did, and in which columns wrong claims differ from the row nearest to them.
func printBreakdown(out io.Writer, results []score.Result) error {
	w := tabwriter.NewWriter(out, 4, 0, 2, ' ', 0)
	for i := range results {
		r := &results[i]
		fmt.Fprintf(w, "\n%s\tright\tof\t\n", r.Table.Name)
		for _, s := range r.ByRule() {
			fmt.Fprintf(w, "  rule %s\t%d\t%d\t%.3f\n", s.Name, s.Right, s.Of, float64(s.Right)/float64(s.Of))
		}
		for _, s := range r.ByColumn() {
			fmt.Fprintf(w, "  wrong in %s\t%d\t%d\t\n", s.Name, s.Right, s.Of)
		}
	}
	return w.Flush()
}

// scoreTable is the scores as a table, for pipes; each figure has its interval beside it.
func scoreTable(results []score.Result) publish.Stored {
	t := publish.Stored{Columns: []string{"table", "required", "found", "claims", "right"}}
	for _, figure := range figures {
		t.Columns = append(t.Columns, figure.name, figure.name+"_low", figure.name+"_high")
	}
	for i := range results {
		r := &results[i]
		row := []any{r.Table.Name, int64(r.Required), int64(r.Found), int64(r.Claims), int64(r.Right)}
		for _, figure := range figures {
			between := r.Interval(figure.of)
			row = append(row, thousandths(figure.of(r.Tally)), thousandths(between.Low), thousandths(between.High))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// breakdownTable is the breakdown as a table, for pipes: of each rule how many of its claims are right, of each column how many of the
// wrong claims with a row near them differ in it.
func breakdownTable(results []score.Result) publish.Stored {
	t := publish.Stored{Columns: []string{"table", "part", "name", "count", "of", "share"}}
	for i := range results {
		r := &results[i]
		for _, s := range r.ByRule() {
			t.Rows = append(t.Rows, shareRow(r.Table.Name, "right by rule", s))
		}
		for _, s := range r.ByColumn() {
			t.Rows = append(t.Rows, shareRow(r.Table.Name, "wrong in column", s))
		}
	}
	return t
}

func shareRow(table, part string, s score.Share) []any {
	return []any{table, part, s.Name, int64(s.Right), int64(s.Of), thousandths(float64(s.Right) / float64(s.Of))}
}

func thousandths(f float64) float64 { return math.Round(1000*f) / 1000 }
