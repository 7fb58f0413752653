package commands

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/stages/publish"
)

// latest is the folder of the release that a user looks at.
func latest(out string) (string, error) {
	folder := publish.Latest(out)
	if folder == "" {
		return "", exitf(NothingFound, "%s: there is no release yet: run `%s build --out %s` first", filepath.Join(out, "latest"), program(), out)
	}
	return folder, nil
}

// stored reads a table of the latest release.
func stored(out, table string) (publish.Stored, error) {
	folder, err := latest(out)
	if err != nil {
		return publish.Stored{}, err
	}
	if names := publish.Names(folder); !slices.Contains(names, table) {
		return publish.Stored{}, exitf(BadUsage, "no table %q in %s: %s", table, filepath.Join(out, "latest"), suggested(table, names))
	}
	s, err := publish.Read(folder, table)
	return s, unread(out, folder, err)
}

// declared is what the latest release says of its table.
func declared(out, table string) (publish.Declared, error) {
	folder, err := latest(out)
	if err != nil {
		return publish.Declared{}, err
	}
	if names := factTables(folder); !slices.Contains(names, table) {
		if of, ok := strings.CutSuffix(table, "_claims"); ok && slices.Contains(names, of) {
			return publish.Declared{}, exitf(BadUsage, "%s holds the claims behind %s: `%s explain %s` shows them with their rows", table, of, program(), of)
		}
		if slices.Contains(publish.Names(folder), table) {
			return publish.Declared{}, exitf(BadUsage, "%s has no claims behind it to explain; it is one of %s that has; `%s show %s` prints it", table, strings.Join(names, ", "), program(), table)
		}
		return publish.Declared{}, exitf(BadUsage, "no table %q in %s: %s", table, filepath.Join(out, "latest"), suggested(table, names))
	}
	d, err := publish.ReadDeclared(folder, table)
	return d, unread(out, folder, err)
}

// unread is the error of a release that can't be read; of one that is damaged, it says what to do.
func unread(out, folder string, err error) error {
	if errors.Is(err, publish.ErrDamaged) {
		return exit(CheckFailed, fmt.Errorf("%w; %s", err, mending(out, folder)))
	}
	return exit(Failed, err)
}

// factTables are the tables of a release that have claims behind them.
func factTables(folder string) []string {
	names := publish.Names(folder)
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !slices.Contains(names, name+"_claims") })
}

// completeTables offers the tables of the latest release.
func completeTables(out *string, of func(folder string) []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return of(publish.Latest(*out)), cobra.ShellCompDirectiveNoFileComp
	}
}

// flagsGiven are those of the named flags that the user gave, as they can be given again behind a command.
func flagsGiven(cmd *cobra.Command, names ...string) string {
	var b strings.Builder
	for _, name := range names {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			fmt.Fprintf(&b, " --%s %s", name, shellWord(f.Value.String()))
		}
	}
	return b.String()
}

// shellWord quotes what a shell would take apart.
func shellWord(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n'\"\\$`*?[]{}()<>|&;#~!") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// noRows says that nothing meets the conditions, and for a table of facts where to look for the reason.
func noRows(cmd *cobra.Command, said publish.Declared, where []condition) error {
	table := said.Table.Name
	words := make([]string, len(where))
	for i, c := range where {
		words[i] = c.column + "=" + c.value
	}
	if len(words) == 0 {
		return exitf(NothingFound, "%s has no rows", table)
	}
	if said.Facts == said.Table || slices.ContainsFunc(where, func(c condition) bool { return said.Facts.Index(c.column) < 0 }) {
		return exitf(NothingFound, "%s: no row with %s", table, strings.Join(words, " "))
	}
	return exitf(NothingFound, "%s: no row with %s; `%s explain --missing %s %s%s` says which rule came nearest", table,
		strings.Join(words, " "), program(), shellWord(strings.Join(words, ",")), table, flagsGiven(cmd, "out", "tables", "lexicon"))
}
