package commands

import (
	"fmt"
	"path/filepath"
	"slices"

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
			if err := publish.CheckStored(cmd.Context(), folder); cmd.Context().Err() != nil {
				return interrupted
			} else if err != nil {
				return exit(CheckFailed, fmt.Errorf("%w; %s", err, mending(out, folder)))
			}
			for _, name := range publish.Foreign(folder) {
				fmt.Fprintf(cmd.ErrOrStderr(), "info: %s is none of the release's files\n", filepath.Join(folder, name))
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is as it was written\n", folder)
			return exit(Failed, err)
		},
	}
	outFlag(cmd, &out)
	cmd.ValidArgsFunction = completeReleases(&out, 1)
	return cmd
}

// mending says what to do about a release that is damaged.
func mending(out, folder string) string {
	if folder != publish.Latest(out) {
		return fmt.Sprintf("%s does not point to it: remove %s, or leave it", filepath.Join(out, "latest"), folder)
	}
	text := fmt.Sprintf("the next `%s build` with its corpus makes it anew", program())
	if others := whole(out, folder); len(others) > 0 {
		text += fmt.Sprintf("; until then `%s rollback %s%s` goes back to one that is whole", program(), others[0], outGiven(out))
	}
	return text
}

// whole are the releases beside one that are as they were written, the latest first.
func whole(out, beside string) []string {
	all, err := publish.Versions(out)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(all, func(version string) bool {
		folder := publish.Folder(out, version)
		return folder == beside || publish.Sound(folder) != nil
	})
}

// outGiven is the flag --out, where it is not as it is left out.
func outGiven(out string) string {
	if out == "out" {
		return ""
	}
	return " --out " + shellWord(out)
}
