package commands

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/stages/publish"
)

type diff struct {
	out, format string
	tables      []string
}

func diffCommand() *cobra.Command {
	var d diff
	cmd := &cobra.Command{
		Use:   "diff BEFORE [AFTER]",
		Short: "Tell what became of each fact between two releases",
		Long: `diff names every fact that one release has and the other has not, or gives other values, with the documents and rules behind it:
those of the release that has it, or of both. A release is a version, or latest, which AFTER is when it is left out.`,
		Example: `  ties diff 1.0.0
  ties diff 1.0.0 1.1.0 --table remittances
  ties diff 1.0.0 latest -o markdown > news.md`,
		Args: takes(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return d.run(cmd, append(args, "latest")[:2]) },
	}
	outFlag(cmd, &d.out)
	formatFlag(cmd, &d.format, "text", "markdown", "json")
	cmd.Flags().StringSliceVar(&d.tables, "table", nil, "only these tables, comma separated")
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("table", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return factTables(publish.Latest(d.out)), cobra.ShellCompDirectiveNoFileComp
	}))
	cmd.ValidArgsFunction = completeReleases(&d.out, 2)
	return cmd
}

func (d *diff) run(cmd *cobra.Command, args []string) error {
	writer, ok := differenceWriters[d.format]
	if !ok {
		return exitf(BadUsage, "-o %q: it is text, markdown or json", d.format)
	}
	before, err := named(d.out, args[0])
	if err != nil {
		return err
	}
	after, err := named(d.out, args[1])
	if err != nil {
		return err
	}
	if err := d.check(before, after); err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	w := writer(out)
	w.begin(before, after)
	for difference, err := range publish.Differences(before, after) {
		if err != nil {
			return exit(codeOf(err), err)
		}
		if len(d.tables) == 0 || slices.Contains(d.tables, difference.Table) {
			w.one(&difference)
		}
	}
	w.end()
	return exit(Failed, out.Flush())
}

func (d *diff) check(folders ...string) error {
	var known []string
	for _, folder := range folders {
		known = append(known, factTables(folder)...)
	}
	for _, name := range d.tables {
		if !slices.Contains(known, name) {
			slices.Sort(known)
			return exitf(BadUsage, "--table: no table %q: %s", name, suggested(name, slices.Compact(known)))
		}
	}
	return nil
}

// named is the folder of a release that the user names.
func named(out, name string) (string, error) {
	folder, err := publish.Named(out, name)
	if err != nil {
		return "", exit(codeOf(err), err)
	}
	return folder, nil
}

// completeReleases offers the releases for the first words of a command.
func completeReleases(out *string, words int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= words {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		all, err := publish.Versions(*out)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return append([]string{"latest"}, all...), cobra.ShellCompDirectiveNoFileComp
	}
}

// differenceWriter writes differences in one form as they come; the writer below it keeps its first error.
type differenceWriter interface {
	begin(before, after string)
	one(*publish.Difference)
	end()
}

var differenceWriters = map[string]func(io.Writer) differenceWriter{
	"text":     func(out io.Writer) differenceWriter { return &differenceText{out: out} },
	"markdown": func(out io.Writer) differenceWriter { return &differenceMarkdown{out: out} },
	"json":     func(out io.Writer) differenceWriter { return &differenceJSON{out: out} },
}

// tally counts what became of facts.
type tally struct{ added, changed, removed int }

// became says what became of a fact, and counts it.
func (t *tally) became(d *publish.Difference) string {
	switch {
	case d.Before == nil:
		t.added++
		return "added"
	case d.After == nil:
		t.removed++
		return "removed"
	}
	t.changed++
	return "changed"
}

func (t *tally) String() string {
	return fmt.Sprintf("%d added, %d changed, %d removed", t.added, t.changed, t.removed)
}

// keyOf is the key of a fact as column=value, and valuesOf its other values; for a changed fact, those that changed.
func keyOf(d *publish.Difference) string {
	row := d.After
	if row == nil {
		row = d.Before
	}
	var words []string
	for _, name := range d.Key {
		if v := row[slices.Index(d.Columns, name)]; v != nil {
			words = append(words, name+"="+cell(v))
		}
	}
	return strings.Join(words, " ")
}

func valuesOf(d *publish.Difference) string {
	var words []string
	for i, name := range d.Columns {
		if slices.Contains(d.Key, name) {
			continue
		}
		switch {
		case d.Before != nil && d.After != nil:
			if was, is := dashed(d.Before[i]), dashed(d.After[i]); was != is {
				words = append(words, fmt.Sprintf("%s %s → %s", name, was, is))
			}
		case d.Before != nil && d.Before[i] != nil:
			words = append(words, name+" "+cell(d.Before[i]))
		case d.After != nil && d.After[i] != nil:
			words = append(words, name+" "+cell(d.After[i]))
		}
	}
	return strings.Join(words, ", ")
}

// dashed is a value as text; null is a dash.
func dashed(v any) string {
	if v == nil {
		return "–"
	}
	return cell(v)
}
