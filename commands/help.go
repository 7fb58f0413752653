package commands

import (
	"strings"

	"github.com/spf13/cobra"
)

// helpCommand is cobra's, and refuses a command that is not there.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Print how a command is used",
		Example: "  ties help build",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return commandNames(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return exitf(BadUsage, "no command %q: %s", strings.Join(args, " "), suggested(append(rest, args...)[0], commandNames(cmd)))
			}
			cmd.InitDefaultHelpFlag()
			cmd.InitDefaultVersionFlag()
			return cmd.Help()
		},
	}
}

// commandNames are the commands below one, in alphabetical order; those of ties where it has none.
func commandNames(cmd *cobra.Command) (names []string) {
	if cmd == nil || !cmd.HasAvailableSubCommands() {
		cmd = cmd.Root()
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			names = append(names, c.Name())
		}
	}
	return names
}

// addCompletion adds cobra's command, and has it refuse a shell that it does not know. It is called once the output is set, for the
// command keeps that.
func addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	cobra.CheckErr(err)
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return exitf(BadUsage, "no shell %q: %s", args[0], suggested(args[0], commandNames(cmd)))
		}
		return cmd.Help()
	}
}
