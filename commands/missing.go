package commands

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/extract"
)

// explainMissing shows the sentences of the corpus that speak of a row that is not there.
func (e *explain) explainMissing(cmd *cobra.Command, d *pipeline.Declarations, t *schemas.Table, args []string) error {
	where, err := conditions(args, columnNames(t), d)
	if err != nil {
		return err
	}
	want := map[string]string{}
	for _, c := range where {
		want[c.column] = c.value
	}
	docs, problems := d.Take(cmd.Context(), e.corpus, e.workers)
	for i := range problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: %v\n", &problems[i])
	}
	var near []extract.Near
	for i := range docs {
		near = append(near, d.Extractor.Nearest(&docs[i].Document, t, want)...)
	}
	if len(near) == 0 {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "No sentence of %s speaks of %s.\n", counted(len(docs), "document"), strings.Join(args, " "))
		return exit(Failed, err)
	}
	extract.SortNear(near)
	for _, n := range near[:min(e.limit, len(near))] {
		writeNear(cmd, t, &n)
	}
	return nil
}

func writeNear(cmd *cobra.Command, t *schemas.Table, n *extract.Near) {
	out := cmd.OutOrStdout()
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
