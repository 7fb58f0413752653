package commands

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ties.dev/ties/stages/publish"
)

func rollbackCommand() *cobra.Command {
	var out string
	var patience time.Duration
	cmd := &cobra.Command{
		Use:   "rollback [RELEASE]",
		Short: "Point out/latest to an earlier release",
		Long: `rollback switches out/latest, in one step, to the release before the one that it names, or to any version that is given. The release
is seen to be whole before that. Nothing is removed; the next build publishes again what the corpus says, so stop its timer
until the cause is gone.`,
		Example: `  ties rollback
  ties rollback 1.0.0`,
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Stat(out); err != nil {
				return exit(NothingFound, fmt.Errorf("%s: %w yet", out, publish.ErrNoRelease))
			}
			lock, err := publish.Take(cmd.Context(), out, patience, nil)
			switch {
			case cmd.Context().Err() != nil:
				return interrupted
			case err != nil:
				return exit(codeOf(err), err)
			}
			defer lock.Release()
			version, err := publish.Rollback(out, append(args, "")[0])
			if errors.Is(err, publish.ErrDamaged) {
				return exit(CheckFailed, fmt.Errorf("%w; %s is as it was: %s", err, filepath.Join(out, "latest"), instead(out)))
			}
			if err != nil {
				return exit(codeOf(err), err)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s -> %s\n", filepath.Join(out, "latest"), publish.Folder(out, version))
			return exit(Failed, err)
		},
	}
	outFlag(cmd, &out)
	waitFlag(cmd, &patience)
	cmd.ValidArgsFunction = completeReleases(&out, 1)
	return cmd
}

// instead names the releases that can be gone back to.
func instead(out string) string {
	if others := whole(out, publish.Latest(out)); len(others) > 0 {
		return "go back to one that is whole: " + strings.Join(others, ", ")
	}
	return fmt.Sprintf("no other release is whole; the next `%s build` makes a new one", program())
}
