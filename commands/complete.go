package commands

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
)

// completeTableFlag offers the declared tables for --table.
func completeTableFlag(cmd *cobra.Command, flags *declarationFlags) {
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("table", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return flags.tableNames(), cobra.ShellCompDirectiveNoFileComp
	}))
}

// tableNames are the declared tables; none where there is a mistake in a declaration.
func (f *declarationFlags) tableNames() (names []string) {
	d, err := f.declare()
	if err != nil {
		return nil
	}
	for _, t := range d.Tables {
		names = append(names, t.Name)
	}
	return names
}

// complete offers the declared tables, and those that every release has.
func (t *dictionary) complete(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	names := append(t.tableNames(), publish.DocumentsTable, publish.ConflictsTable, publish.PanelTable, publish.TombstonesTable)
	return names, cobra.ShellCompDirectiveNoFileComp
}

// complete offers a table of the latest release, and then conditions on its columns.
func (e *explain) complete(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	folder := publish.Latest(e.out)
	if len(args) == 0 {
		return factTables(folder), cobra.ShellCompDirectiveNoFileComp
	}
	return e.conditionsOn(folder, args[0], typed)
}

// complete offers columns of the table that is shown, and conditions on them.
func (s *show) complete(cmd *cobra.Command) {
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("where", func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return s.conditionsOn(publish.Latest(s.out), args[0], typed)
	}))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("columns", func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		before := typed[:strings.LastIndex(typed, ",")+1]
		names := columnNames(&schemas.Table{Columns: columnsOf(publish.Latest(s.out), args[0])})
		for i := range names {
			names[i] = before + names[i]
		}
		return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}))
}

func columnsOf(folder, table string) []schemas.Column {
	said, err := publish.ReadDeclared(folder, table)
	if err != nil {
		return nil
	}
	return said.Table.Columns
}

// conditionsOn offers "column=", and behind that the values that are declared for the column.
func (f *declarationFlags) conditionsOn(folder, table, typed string) (words []string, _ cobra.ShellCompDirective) {
	columns := columnsOf(folder, table)
	name, _, value := strings.Cut(typed, "=")
	i := slices.IndexFunc(columns, func(c schemas.Column) bool { return c.Name == name })
	if !value || i < 0 {
		for _, c := range columns {
			words = append(words, c.Name+"=")
		}
		return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	d, err := f.declare()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	for _, allowed := range columns[i].Allowed(d.Gazetteer.Codes) {
		words = append(words, name+"="+allowed)
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
