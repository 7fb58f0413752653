package commands

import (
	"fmt"

	"github.com/spf13/cobra"

	"ties.dev/ties/stages/publish"
)

func checkCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "check [RELEASE]",
		Short: "Check that a release is as it was written",
		Long: `check reads a release, latest or a version, as it stands on disk: every byte of every file by its checksum, that both formats hold the
same rows, keys, order, ranges and categories as they were declared, that every claim is there, and that every quote stands where
its claim says. Anything that is not as it was written ends with exit code 5.`,
		Example: `  ties check
  ties check 1.0.0`,
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := named(out, append(args, "latest")[0])
			if err != nil {
				return err
			}
			if err := publish.CheckStored(folder); err != nil {
				return exit(CheckFailed, err)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is as it was written\n", folder)
			return exit(Failed, err)
		},
	}
	outFlag(cmd, &out)
	cmd.ValidArgsFunction = completeReleases(&out, 1)
	return cmd
}
