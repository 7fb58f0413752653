package commands

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
)

type dictionary struct {
	declarationFlags
	format       string
	rules, check bool
}

func tablesCommand() *cobra.Command {
	var t dictionary
	cmd := &cobra.Command{
		Use:   "tables [TABLE]",
		Short: "Print the data dictionary: tables, columns, units, allowed values",
		Long: `tables prints what is declared: every table with its key, its columns, their types, units and allowed values. By its name it
prints as well what every release has beside them: documents, conflicts, panel, tombstones, and <table>_claims.

With --check it also runs the examples of the rules in --tables, and names file and line of every mistake.`,
		Example: `  ties tables
  ties tables remittances --rules
  ties tables tombstones
  ties tables -o markdown > tables.md
  ties tables --tables ~/my-tables --check`,
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return t.run(cmd, args) },
	}
	t.add(cmd)
	formatFlag(cmd, &t.format, "text", "markdown", "json")
	cmd.Flags().BoolVar(&t.rules, "rules", false, "with the rules of each table, in text")
	cmd.ValidArgsFunction = t.complete
	cmd.Flags().BoolVar(&t.check, "check", false, "check your own declarations and run the examples of your rules")
	return cmd
}

func (t *dictionary) run(cmd *cobra.Command, args []string) error {
	d, err := t.declare()
	if err != nil {
		return err
	}
	if t.check {
		return checkDeclarations(cmd.OutOrStdout(), d)
	}
	tables := d.Tables
	if len(args) > 0 {
		if table, chapter := d.Beside(args[0]); table != nil {
			return t.beside(cmd.OutOrStdout(), d, table, chapter)
		}
		if tables = []*schemas.Table{d.Table(args[0])}; tables[0] == nil {
			return unknownTable(args[0], d.Tables)
		}
	}
	return t.write(cmd.OutOrStdout(), d, tables)
}

// beside writes a table that every release has beside the declared ones.
func (t *dictionary) beside(out io.Writer, d *pipeline.Declarations, table *schemas.Table, chapter string) error {
	if t.format != "markdown" {
		return t.write(out, d, []*schemas.Table{table})
	}
	_, err := io.WriteString(out, chapter)
	return exit(Failed, err)
}

func (t *dictionary) write(out io.Writer, d *pipeline.Declarations, tables []*schemas.Table) error {
	switch t.format {
	case "text":
		for _, table := range tables {
			writeTable(out, table)
			if t.rules {
				writeRules(out, d, table)
			}
		}
		return nil
	case "json":
		return exit(Failed, writeDeclared(out, tables))
	case "markdown":
		d := *d
		d.Tables = tables
		text, err := d.Codebook()
		if err == nil {
			_, err = out.Write(text)
		}
		return exit(Failed, err)
	}
	return exitf(BadUsage, "-o %q: it is text, markdown or json", t.format)
}

// checkDeclarations says what is wrong with the user's declarations, or that nothing is.
func checkDeclarations(out io.Writer, d *pipeline.Declarations) error {
	if errs := d.Check(); len(errs) > 0 {
		for _, err := range errs {
			fmt.Fprintln(out, err)
		}
		return exitf(BadDeclaration, "%s: mend the rule, or the example", counted(len(errs), "mistake"))
	}
	_, err := fmt.Fprintf(out, "%s declared, all examples hold\n", counted(len(d.Tables), "table"))
	return exit(Failed, err)
}

func writeTable(out io.Writer, t *schemas.Table) {
	fmt.Fprintf(out, "%s: %s\n  %s\n  one row for each %s\n\n", t.Name, t.Title, oneLine(t.Description), strings.Join(t.Key, ", "))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i := range t.Columns {
		c := &t.Columns[i]
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", c.Name, c.Type, c.Unit, oneLine(c.Description))
		for _, v := range c.Values {
			fmt.Fprintf(w, "  \t\t\t  %s: %s\n", v.Value, oneLine(v.Description))
		}
	}
	w.Flush()
	fmt.Fprintln(out)
}

func writeRules(out io.Writer, d *pipeline.Declarations, t *schemas.Table) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, r := range d.Extractor.Rules(t.Name) {
		fmt.Fprintf(w, "  %s\t%s\n", r.Name, oneLine(r.Takes))
	}
	w.Flush()
	fmt.Fprintln(out)
}

// writeDeclared writes the declarations as they stand in their files, as JSON.
func writeDeclared(out io.Writer, tables []*schemas.Table) error {
	text, err := yaml.MarshalWithOptions(tables, yaml.JSON())
	if err != nil {
		return err
	}
	_, err = out.Write(append(bytes.TrimSpace(text), '\n'))
	return err
}
