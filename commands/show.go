package commands

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/stages/publish"
)

type show struct {
	declarationFlags
	out, format string
	where       []string
	columns     []string
	limit       int
}

func showCommand() *cobra.Command {
	var s show
	cmd := &cobra.Command{
		Use:   "show TABLE",
		Short: "Print a table of the latest release",
		Long: `show prints a table of the latest release: for reading on a terminal, or as csv, json or markdown for a pipe.
Tables are those that are declared, each with its <table>_claims, and documents, conflicts, panel and
tombstones (facts that were withdrawn). For reading, cells are cut to
48 characters and lists of claims are left out unless --columns names them. In csv a text that starts with =, +, - or @ has an apostrophe before it,
so that a spreadsheet does not take it for a formula; json has the text as it is.`,
		Example: `  ties show remittances
  ties show attendance --where country=KGZ --where status=attended
  ties show trade --where country=Kazakhstan --columns partner,flow,value,year
  ties show membership -o csv > membership.csv`,
		Args: takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return s.run(cmd, args[0]) },
	}
	s.add(cmd)
	outFlag(cmd, &s.out)
	formatFlag(cmd, &s.format, "text", "csv", "json", "markdown")
	cmd.Flags().StringArrayVar(&s.where, "where", nil, "only rows with column=value; may be given several times; column= is a null")
	cmd.Flags().StringSliceVar(&s.columns, "columns", nil, "only these columns, comma separated")
	cmd.Flags().IntVar(&s.limit, "limit", 0, "at most so many rows; 0 for all")
	cmd.ValidArgsFunction = completeTables(&s.out, publish.Names)
	s.complete(cmd)
	return cmd
}

func formatFlag(cmd *cobra.Command, to *string, formats ...string) {
	cmd.Flags().StringVarP(to, "output", "o", formats[0], "form of the output: "+strings.Join(formats, ", "))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)))
}

func (s *show) run(cmd *cobra.Command, name string) error {
	write, ok := tableWriters[s.format]
	if !ok {
		return exitf(BadUsage, "-o %q: it is text, csv, json or markdown", s.format)
	}
	d, err := s.declare()
	if err != nil {
		return err
	}
	if err := notNegative(map[string]int{"limit": s.limit}); err != nil {
		return err
	}
	table, err := stored(s.out, name)
	if err != nil {
		return err
	}
	folder, err := latest(s.out)
	if err != nil {
		return err
	}
	said, err := publish.ReadDeclared(folder, name)
	if err != nil {
		return unread(s.out, folder, err)
	}
	where, err := conditions(s.where, said.Table, d.Gazetteer)
	if err != nil {
		return err
	}
	if table, err = s.pick(filter(table, where)); err != nil {
		return err
	}
	if err := write(cmd.OutOrStdout(), table); err != nil {
		return exit(Failed, err)
	}
	if len(table.Rows) == 0 {
		return noRows(cmd, said, where)
	}
	return nil
}

// pick keeps the rows and columns that the user wants.
func (s *show) pick(table publish.Stored) (publish.Stored, error) {
	if s.limit > 0 && len(table.Rows) > s.limit {
		table.Rows = table.Rows[:s.limit]
	}
	columns := s.columns
	if len(columns) == 0 {
		columns = s.legible(table.Columns)
	}
	places := make([]int, len(columns))
	for i, name := range columns {
		if places[i] = table.Index(name); places[i] < 0 {
			return table, exitf(BadUsage, "--columns: no column %q: %s", name, suggested(name, table.Columns))
		}
	}
	for r, row := range table.Rows {
		picked := make([]any, 0, len(places))
		for _, i := range places {
			picked = append(picked, row[i])
		}
		table.Rows[r] = picked
	}
	table.Columns = columns
	return table, nil
}

// legible leaves out, for reading on a terminal, what is there for programs.
func (s *show) legible(columns []string) []string {
	if s.format != "text" {
		return columns
	}
	return slices.DeleteFunc(slices.Clone(columns), func(name string) bool {
		return name == "claim_ids" || name == "unresolved" || name == "sha256" || name == "text"
	})
}
