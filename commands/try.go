package commands

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/resolve"
)

func tryCommand() *cobra.Command {
	var flags declarationFlags
	var published, table string
	var brief bool
	var format string
	cmd := &cobra.Command{
		Use:   "try [SENTENCE]",
		Short: "Show every layer of what ties makes of a sentence, or of a text on stdin",
		Long: `try annotates a text and shows every layer: words with their parts of speech and meanings, phrases with their grammar, the sets of
states that phrases stand for, events, dates, the rules that were tried with the part that failed, and the rows.`,
		Example: `  ties try "All five Central Asian presidents attended the parade in Moscow." --published 2023-05-10
  ties try --brief < article.txt
  ties try -o json "Finland joined NATO in 2023."        the rows alone, for a pipe
  ties try --table trade "Russia is Kazakhstan's largest trading partner."`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return exitf(BadUsage, "-o %q: it is text or json", format)
			}
			day, err := schemas.ParseDate(published)
			if err != nil {
				return exitf(BadUsage, "--published: %w", err)
			}
			text, err := textOf(cmd.InOrStdin(), args)
			if err != nil {
				return err
			}
			d, err := flags.declare()
			if err != nil {
				return err
			}
			if table != "" && d.Table(table) == nil {
				return unknownTable(table, d.Tables)
			}
			doc := &schemas.Document{ID: "try", Published: day, Text: text}
			l := &layers{out: cmd.OutOrStdout(), text: text, table: table, brief: brief}
			if format == "json" {
				return exit(Failed, l.json(d, d.Extractor.Claims(doc)))
			}
			d.Extractor.Trace(doc, l.sentence)
			l.rows(d, d.Extractor.Claims(doc))
			return nil
		},
	}
	flags.add(cmd)
	cmd.Flags().StringVar(&published, "published", "", "day of the document, by which relative dates are resolved: 2023-05-09")
	cmd.Flags().StringVar(&table, "table", "", "only the rules and rows of this table")
	cmd.Flags().BoolVar(&brief, "brief", false, "only the sets, the rules that fired and the rows, of sentences in which a rule was tried")
	formatFlag(cmd, &format, "text", "json")
	completeTableFlag(cmd, &flags)
	return cmd
}

// textOf is the words of the arguments, or stdin where there are none, or -; paragraphs end at an empty line.
func textOf(in io.Reader, args []string) (string, error) {
	if len(args) > 0 && !(len(args) == 1 && args[0] == "-") {
		return strings.Join(args, " "), nil
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return "", exit(Failed, err)
	}
	if len(data) == 0 {
		return "", exitf(BadUsage, "nothing to try: give a sentence, or a text on stdin")
	}
	return strings.TrimSpace(string(data)), nil
}

func unknownTable(name string, tables []*schemas.Table) error {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Name
	}
	return exitf(BadUsage, "no table %q: %s", name, suggested(name, names))
}

// sentence shows the layers of one sentence.
func (l *layers) sentence(r *resolve.Reader, s *annotate.Sentence, tried []extract.Attempt) {
	if l.brief && !slices.ContainsFunc(tried, l.wanted) {
		return
	}
	fmt.Fprintf(l.out, "%s\n", strings.TrimSpace(l.text[s.Start:s.End]))
	if s.Heading {
		fmt.Fprintln(l.out, "  (a heading)")
	}
	if !l.brief {
		l.words(s)
		l.phrases(s)
	}
	l.sets(r, s)
	l.attempts(tried)
	fmt.Fprintln(l.out)
}
