package commands

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/stages/publish"
)

// latest is the folder of the release that a user looks at.
func latest(out string) (string, error) {
	folder := publish.Latest(out)
	if folder == "" {
		return "", exitf(BadUsage, "%s: there is no release yet: run `ties build --out %s` first", filepath.Join(out, "latest"), out)
	}
	return folder, nil
}

// stored reads a table of the latest release.
func stored(out, table string) (publish.Stored, error) {
	folder, err := latest(out)
	if err != nil {
		return publish.Stored{}, err
	}
	if !slices.Contains(publish.Names(folder), table) {
		return publish.Stored{}, exitf(BadUsage, "no table %q in %s: it is one of %s", table, filepath.Join(out, "latest"), strings.Join(publish.Names(folder), ", "))
	}
	s, err := publish.Read(folder, table)
	return s, exit(Failed, err)
}

// condition is a column with the value that it must have.
type condition struct{ column, value string }

// conditions reads column=value arguments; several may stand in one, separated by commas. A state can be given by its name.
func conditions(args []string, columns []string, d *pipeline.Declarations) ([]condition, error) {
	var out []condition
	for _, arg := range args {
		for part := range strings.SplitSeq(arg, ",") {
			column, value, ok := strings.Cut(part, "=")
			if !ok {
				return nil, exitf(BadUsage, "%q: write column=value", part)
			}
			if !slices.Contains(columns, column) {
				return nil, exitf(BadUsage, "%q: no column %q: it is one of %s", part, column, strings.Join(columns, ", "))
			}
			out = append(out, condition{column, code(value, d)})
		}
	}
	return out, nil
}

// code is the code of a state that is given by its name, else the value itself.
func code(value string, d *pipeline.Declarations) string {
	for _, t := range d.Gazetteer.Terms {
		if t.Kind == "name" && strings.EqualFold(t.Text, value) {
			return t.Code
		}
	}
	return value
}

// filter keeps the rows that meet all conditions.
func filter(s publish.Stored, where []condition) publish.Stored {
	s.Rows = slices.DeleteFunc(s.Rows, func(row []any) bool {
		return slices.ContainsFunc(where, func(c condition) bool { return cell(row[s.Index(c.column)]) != c.value })
	})
	return s
}

// completeTables offers the tables of the latest release.
func completeTables(out *string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return publish.Names(publish.Latest(*out)), cobra.ShellCompDirectiveNoFileComp
	}
}

// noRows says that nothing meets the conditions, and where to look for the reason.
func noRows(table string, where []condition) error {
	words := make([]string, len(where))
	for i, c := range where {
		words[i] = c.column + "=" + c.value
	}
	return exitf(Failed, "%s: no row with %s; `ties explain --missing %s %s` says which rule came nearest", table,
		strings.Join(words, " "), strings.Join(words, ","), table)
}
