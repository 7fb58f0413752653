package commands

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/publish"
)

// explainMissing shows the sentences that come nearest to telling a row that is not there. It reads what the latest release was made of,
// with the declarations that it was made with, unless flags name others.
func (e *explain) explainMissing(cmd *cobra.Command, name string, args []string) error {
	made := e.asMade(cmd)
	d, err := e.declare()
	if err != nil {
		return err
	}
	t := d.Table(name)
	if t == nil {
		return unknownTable(name, d.Tables)
	}
	where, err := conditions(args, t, d.Gazetteer)
	if err != nil {
		return err
	}
	if err := there("corpus", e.corpus); err != nil {
		return fmt.Errorf("%w%s", err, made)
	}
	if err := e.published(cmd, t, where); err != nil {
		return err
	}
	docs, problems := d.Take(cmd.Context(), e.corpus, e.workers)
	for i := range problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: %v\n", &problems[i])
	}
	near := nearest(d, t, docs, where)
	if len(near) == 0 {
		return exitf(NothingFound, "no sentence of %s in %s%s speaks of %s", counted(len(docs), "document"), e.corpus, made, strings.Join(args, " "))
	}
	limit := e.limit
	if limit == 0 {
		limit = sentencesShown
	}
	near = near[:min(limit, len(near))]
	fmt.Fprintf(cmd.OutOrStdout(), "nearest in %s of %s%s\n\n", counted(len(docs), "document"), e.corpus, made)
	for i := range near {
		writeNear(cmd.OutOrStdout(), t, &near[i])
	}
	return nil
}

// published says of rows that are there after all that they are.
func (e *explain) published(cmd *cobra.Command, t *schemas.Table, where []condition) error {
	folder := publish.Latest(e.out)
	if folder == "" || !slices.Contains(publish.Names(folder), t.Name) {
		return nil
	}
	facts, err := publish.Read(folder, t.Name)
	if err != nil || slices.ContainsFunc(where, func(c condition) bool { return facts.Index(c.column) < 0 }) {
		return exit(Failed, err)
	}
	n := len(filter(facts, where).Rows)
	if n == 0 {
		return nil
	}
	are := "is"
	if n > 1 {
		are = "are"
	}
	words := make([]string, len(where))
	for i, c := range where {
		words[i] = shellWord(c.column + "=" + c.value)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s with that %s not missing: `%s explain %s %s%s` shows where %s from\n\n", counted(n, "row"), are, program(), t.Name,
		strings.Join(words, " "), outGiven(e.out), map[bool]string{true: "it comes", false: "they come"}[n == 1])
	return exit(Failed, err)
}

// asMade sets the flags that are not given to what the latest release was made with, and says so in words for behind the corpus.
func (e *explain) asMade(cmd *cobra.Command) string {
	folder := publish.Latest(e.out)
	if folder == "" {
		return ""
	}
	run, err := publish.ReadRun(folder)
	if err != nil {
		return ""
	}
	if !cmd.Flags().Changed("tables") {
		e.tables = run.Tables
	}
	if !cmd.Flags().Changed("lexicon") {
		e.lexicon = run.Lexicon
	}
	if cmd.Flags().Changed("corpus") || run.Corpus == "" {
		return ""
	}
	e.corpus = run.Corpus
	return fmt.Sprintf(", which %s was made of", filepath.Join(e.out, "latest"))
}

// nearest are the sentences that speak of the row, the nearest first. Those that share no more than its year or a number are left out where
// others speak of the state or the organisation, and those in which no rule was tried where one was in others.
func nearest(d *pipeline.Declarations, t *schemas.Table, docs []pipeline.Taken, where []condition) []extract.Near {
	want := map[string]string{}
	for _, c := range where {
		want[c.column] = c.value
	}
	var near []extract.Near
	for i := range docs {
		near = append(near, d.Extractor.Nearest(&docs[i].Document, t, want)...)
	}
	extract.SortNear(near)
	near = unlessAll(near, func(n extract.Near) bool { return n.Speaks < 1 })
	return unlessAll(near, func(n extract.Near) bool { return n.Attempt == nil })
}

// unlessAll leaves out those that are far, unless all are.
func unlessAll(near []extract.Near, far func(extract.Near) bool) []extract.Near {
	if slices.ContainsFunc(near, func(n extract.Near) bool { return !far(n) }) {
		return slices.DeleteFunc(near, far)
	}
	return near
}

func writeNear(out io.Writer, t *schemas.Table, n *extract.Near) {
	fmt.Fprintf(out, "“%s”\n  in     %s\n", oneLine(n.Sentence), n.Document)
	a := n.Attempt
	switch {
	case a == nil:
		fmt.Fprintf(out, "  rule   none: no rule of %s has its anchor here\n\n", t.Name)
		return
	case a.Failed != "":
		fmt.Fprintf(out, "  rule   %s, at %q: %s\n  failed %s\n", a.Rule.Name, a.Anchor, oneLine(a.Rule.Takes), a.Failed)
	case len(n.Differs) > 0:
		fmt.Fprintf(out, "  rule   %s, at %q: %s\n  made   rows that differ in %s\n", a.Rule.Name, a.Anchor, oneLine(a.Rule.Takes), strings.Join(n.Differs, ", "))
	default:
		fmt.Fprintf(out, "  rule   %s, at %q: %s\n  made   the row\n", a.Rule.Name, a.Anchor, oneLine(a.Rule.Takes))
	}
	for _, role := range a.Roles {
		fmt.Fprintf(out, "  found  %s\n", role)
	}
	for i := range a.Claims {
		fmt.Fprintf(out, "  row    %s\n", describeClaim(t, &a.Claims[i]))
	}
	fmt.Fprintln(out)
}
