package commands

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline/score"
	"ties.dev/ties/schemas"
)

type evaluation struct {
	declarationFlags
	corpus, table, doc string
	gold               []string
	workers            int
	errors, breakdown  bool
}

func evaluateCommand() *cobra.Command {
	var e evaluation
	cmd := &cobra.Command{
		Use:   "evaluate --corpus DIR --gold FILE…",
		Short: "Score the claims taken from a corpus against gold: precision, recall, F1 by table",
		Long: `evaluate reads a corpus, takes its claims and compares them with gold files: JSON lines of what a careful reader enters.
A claim is right when it agrees with a gold row of its document in the columns that the table declares under ` + "`score`" + `.
Beside each figure stands its 95 percent interval, by a bootstrap over documents that draws the same in every run.`,
		Example: `  ties evaluate --corpus seeds/documents --gold seeds/gold/documents.jsonl
  ties evaluate --corpus seeds/gold/corpus/develop --gold seeds/gold/corpus/develop/gold.jsonl --table trade --errors
  ties evaluate --corpus seeds/documents --gold seeds/gold/documents.jsonl --errors --doc 001_half-a-parade`,
		RunE: func(cmd *cobra.Command, more []string) error {
			e.gold = append(e.gold, more...) // --gold a.jsonl b.jsonl
			return e.run(cmd)
		},
	}
	e.add(cmd)
	corpusFlag(cmd, &e.corpus)
	workersFlag(cmd, &e.workers)
	cmd.Flags().StringArrayVar(&e.gold, "gold", nil, "file of gold; further files may follow it")
	cmd.Flags().StringVar(&e.table, "table", "", "only this table")
	cmd.Flags().StringVar(&e.doc, "doc", "", "only the document of this ID")
	cmd.Flags().BoolVar(&e.errors, "errors", false, "list every wrong claim and every missed row")
	cmd.Flags().BoolVar(&e.breakdown, "breakdown", false, "also score each rule, and count wrong claims by column")
	cobra.CheckErr(cmd.MarkFlagRequired("gold"))
	return cmd
}

func (e *evaluation) run(cmd *cobra.Command) error {
	d, err := e.declare()
	if err != nil {
		return err
	}
	tables := d.Tables
	if e.table != "" {
		if d.Table(e.table) == nil {
			return unknownTable(e.table, d.Tables)
		}
		tables = []*schemas.Table{d.Table(e.table)}
	}
	taken, problems := d.Take(cmd.Context(), e.corpus, e.workers)
	for i := range problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: %v\n", &problems[i])
	}
	var docs []schemas.Document
	var claims []schemas.Claim
	for _, t := range taken {
		if e.doc == "" || t.Document.ID == e.doc {
			docs, claims = append(docs, t.Document), append(claims, t.Claims...)
		}
	}
	gold, err := e.readGold(tables, docs)
	if err != nil {
		return err
	}
	results := score.Score(tables, ids(docs), gold, claims)
	if e.errors {
		listErrors(cmd.OutOrStdout(), d, docs, results)
	}
	if err := printScores(cmd.OutOrStdout(), results); err != nil || !e.breakdown {
		return exit(Failed, err)
	}
	return exit(Failed, printBreakdown(cmd.OutOrStdout(), results))
}

func (e *evaluation) readGold(tables []*schemas.Table, docs []schemas.Document) ([]score.Row, error) {
	var gold []score.Row
	for _, name := range e.gold {
		rows, err := score.ReadGold(name, tables)
		if err != nil {
			return nil, exit(BadDeclaration, err)
		}
		for _, row := range rows {
			if e.doc != "" && row.Document != e.doc {
				continue
			}
			if !slices.ContainsFunc(docs, func(doc schemas.Document) bool { return doc.ID == row.Document }) {
				return nil, exitf(BadDeclaration, "%s:%d: doc %q is not in the corpus %s: give --corpus the folder that this gold is for", name, row.Line, row.Document, e.corpus)
			}
			gold = append(gold, row)
		}
	}
	return gold, nil
}

func ids(docs []schemas.Document) []string {
	out := make([]string, len(docs))
	for i := range docs {
		out[i] = docs[i].ID
	}
	return out
}

// printScores writes a line a table, each figure with its interval.
func printScores(out io.Writer, results []score.Result) error {
	w := tabwriter.NewWriter(out, 4, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "table\trequired\tfound\tclaims\tright\tprecision\t\trecall\t\tF1\t\t")
	for i := range results {
		r := &results[i]
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t", r.Table.Name, r.Required, r.Found, r.Claims, r.Right)
		for _, figure := range []func(score.Tally) float64{score.Tally.Precision, score.Tally.Recall, score.Tally.F1} {
			between := r.Interval(figure)
			fmt.Fprintf(w, "%.3f\t%.2f–%.2f\t", figure(r.Tally), between.Low, between.High)
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
