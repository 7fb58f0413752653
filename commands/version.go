package commands

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// Version is the version of the program, as the Go tool stamped it into the binary: that of its module, or the revision that it was
// built from.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return versionOf(info)
}

func versionOf(info *debug.BuildInfo) string {
	stamped := map[string]string{}
	for _, s := range info.Settings {
		stamped[s.Key] = s.Value
	}
	revision := stamped["vcs.revision"]
	switch {
	case info.Main.Version != "" && info.Main.Version != "(devel)":
		return info.Main.Version
	case revision == "":
		return "unknown, built without its revision"
	}
	revision = revision[:min(len(revision), 12)]
	if day, _, ok := strings.Cut(stamped["vcs.time"], "T"); ok {
		revision += " of " + day
	}
	if stamped["vcs.modified"] == "true" {
		revision += ", and changed since"
	}
	return revision
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of ties",
		Example: "  ties version",
		Args:    takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "ties", Version())
			return exit(Failed, err)
		},
	}
}
