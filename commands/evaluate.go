package commands

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/pipeline/score"
	"ties.dev/ties/schemas"
)

type evaluation struct {
	declarationFlags
	corpus, table, doc string
	gold               []string
	workers            int
	errors, breakdown  bool
	format             string
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
	cmd.Flags().BoolVar(&e.errors, "errors", false, "list every wrong claim and every missed row; on stderr beside csv, json and markdown")
	cmd.Flags().BoolVar(&e.breakdown, "breakdown", false, "also score each rule, and count wrong claims by column; in csv, json and markdown that in place of the tables' scores")
	formatFlag(cmd, &e.format, "text", "csv", "json", "markdown")
	completeTableFlag(cmd, &e.declarationFlags)
	return cmd
}

// check refuses, before anything is read, what can't be meant.
func (e *evaluation) check() error {
	if len(e.gold) == 0 {
		return exitf(BadUsage, "--gold is missing: name the file of gold to score against; see `ties evaluate --help`")
	}
	for _, name := range e.gold {
		if err := there("gold", name); err != nil {
			return err
		}
	}
	if err := notNegative(map[string]int{"workers": e.workers}); err != nil {
		return err
	}
	return there("corpus", e.corpus)
}

func (e *evaluation) run(cmd *cobra.Command) error {
	if err := e.check(); err != nil {
		return err
	}
	d, err := e.declare()
	if err != nil {
		return err
	}
	if tableWriters[e.format] == nil {
		return exitf(BadUsage, "-o %q: it is text, csv, json or markdown", e.format)
	}
	tables := d.Tables
	if e.table != "" {
		if d.Table(e.table) == nil {
			return unknownTable(e.table, d.Tables)
		}
		tables = []*schemas.Table{d.Table(e.table)}
	}
	rows, err := e.readGold(d) // before the corpus, which takes longer
	if err != nil {
		return err
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
	if e.doc != "" && len(docs) == 0 {
		return exitf(BadUsage, "--doc %q: %s has no document of that ID", e.doc, e.corpus)
	}
	gold, err := e.goldOf(docs, rows)
	if err != nil {
		return err
	}
	results := score.Score(tables, ids(docs), gold, claims)
	if e.errors {
		list := cmd.OutOrStdout()
		if e.format != "text" {
			list = cmd.ErrOrStderr() // the output is for programs
		}
		listErrors(list, d, docs, results)
	}
	return exit(Failed, e.print(cmd.OutOrStdout(), results))
}

func (e *evaluation) print(out io.Writer, results []score.Result) error {
	switch {
	case e.format != "text" && e.breakdown:
		return tableWriters[e.format](out, breakdownTable(results))
	case e.format != "text":
		return tableWriters[e.format](out, scoreTable(results))
	}
	if err := printScores(out, results); err != nil || !e.breakdown {
		return err
	}
	return printBreakdown(out, results)
}

// goldRow is a row of gold with its file.
type goldRow struct {
	score.Row
	file string
}

// readGold reads the rows that are scored.
func (e *evaluation) readGold(d *pipeline.Declarations) ([]goldRow, error) {
	var gold []goldRow
	for _, name := range e.gold {
		rows, err := score.ReadGold(name, d.Tables)
		if err != nil {
			return nil, exit(BadDeclaration, err)
		}
		for _, row := range rows {
			if (e.doc == "" || row.Document == e.doc) && (e.table == "" || row.Table.Name == e.table) {
				gold = append(gold, goldRow{row, name})
			}
		}
	}
	return gold, nil
}

// goldOf are the rows of gold, each of which is of one of the documents.
func (e *evaluation) goldOf(docs []schemas.Document, gold []goldRow) ([]score.Row, error) {
	there := map[string]bool{}
	for i := range docs {
		there[docs[i].ID] = true
	}
	rows := make([]score.Row, len(gold))
	for i, row := range gold {
		if !there[row.Document] {
			return nil, exitf(BadDeclaration, "%s:%d: doc %q is not in the corpus %s: give --corpus the folder that this gold is for", row.file, row.Line, row.Document, e.corpus)
		}
		rows[i] = row.Row
	}
	return rows, nil
}

func ids(docs []schemas.Document) []string {
	out := make([]string, len(docs))
	for i := range docs {
		out[i] = docs[i].ID
	}
	return out
}
