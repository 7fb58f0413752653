package commands

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ties.dev/ties/schemas"
)

// program is the command as the user typed it, for the commands that messages tell to run next: ties, or bin/ties.
func program() string {
	if name := os.Args[0]; filepath.Base(name) == "ties" {
		return name
	}
	return "ties"
}

// rephrased says in the user's words what libraries say in theirs. Each message goes through here on its way out.
var rephrased = []struct {
	said *regexp.Regexp
	now  string
}{
	{regexp.MustCompile(`unknown shorthand flag: '(.)' in \S+`), `no flag -$1`},
	{regexp.MustCompile(`unknown flag: (--\S*)`), `no flag $1`},
	{regexp.MustCompile(`flag needs an argument: '?(-[\w-]+)'?.*`), `$1 needs a value`},
	{regexp.MustCompile(`invalid argument "(.*)" for "(?:-\w, )?(--\S+)" flag: strconv\.Parse(?:Int|Uint).*`), `$2 "$1": it is a whole number`},
	{regexp.MustCompile(`invalid argument "(.*)" for "(?:-\w, )?(--\S+)" flag: strconv\.ParseBool.*`), `$2 "$1": it is true or false`},
	{regexp.MustCompile(`unknown command "(.*)" for "ties"`), `no command "$1"`},
	{regexp.MustCompile(`unknown command "(.*)" for "ties ([^"]*)"`), `$2: "$1" is one word too many`},
	{regexp.MustCompile(`\n+Did you mean this\?\n\t(.*)\n*`), `: did you mean $1?`},
	{regexp.MustCompile(`(?:open|stat|lstat|read|mkdir|readdirent|unlinkat) (.+): no such file or directory`), `$1: no such file or folder`},
	{regexp.MustCompile(`(?:open|stat|lstat|read|mkdir|readdirent|unlinkat) (.+): (permission denied|not a directory|is a directory|file exists)`), `$1: $2`},
}

// plainly rephrases a message.
func plainly(message string) string {
	for _, r := range rephrased {
		message = r.said.ReplaceAllString(message, r.now)
	}
	return strings.TrimSpace(message)
}

// flagMistake is the answer to a flag that is not known or has no proper value.
func flagMistake(cmd *cobra.Command, err error) error {
	said := plainly(err.Error())
	if name, unknown := strings.CutPrefix(said, "no flag --"); unknown {
		if near := schemas.Nearest(name, flagNames(cmd)); near != "" {
			said += ": did you mean --" + near
		}
	}
	return exitf(BadUsage, "%s: see `%s --help`", said, cmd.CommandPath())
}

func flagNames(cmd *cobra.Command) (names []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// takes holds a command to so many words beside its flags; most is -1 where there may be any number.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return exitf(BadUsage, "%s needs more words than that: write `%s`; see `%s --help`", cmd.Name(), usage(cmd), cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return exitf(BadUsage, "%s: %q is one word too many: write `%s`; see `%s --help`", cmd.Name(), args[most], usage(cmd), cmd.CommandPath())
		}
		return nil
	}
}

func usage(cmd *cobra.Command) string {
	return strings.TrimSpace(strings.TrimSuffix(cmd.UseLine(), "[flags]"))
}

// notNegative refuses a number below zero before any work is done.
func notNegative(flags map[string]int) error {
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		if n := flags[name]; n < 0 {
			return exitf(BadUsage, "--%s %d: it is 0 or more", name, n)
		}
	}
	return nil
}

// there holds where the path of a flag is there; "" is a flag that is not given.
func there(flag, path string) error {
	if path == "" {
		return nil
	}
	if _, err := os.Stat(path); err != nil {
		return exitf(BadUsage, "--%s %s", flag, strings.TrimPrefix(plainly(err.Error()), "stat "))
	}
	return nil
}

// suggested adds to a message the known names: the nearest one, or where none is near the first of them.
func suggested(name string, known []string) string {
	if near := schemas.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %s? It is one of %s", near, strings.Join(known, ", "))
	}
	return "it is one of " + strings.Join(known, ", ")
}
