package commands

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
)

// cacheFlags are the flags about what is kept from run to run.
type cacheFlags struct {
	dir      string
	off      bool
	explains bool
	redone   []string // a line each
}

func (c *cacheFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.dir, "cache", "", "folder of what is kept of documents from run to run (default .cache in the folder of the releases)")
	cmd.Flags().BoolVar(&c.off, "no-cache", false, "read every document, and keep nothing for the next run")
	cmd.Flags().BoolVar(&c.explains, "explain-cache", false, "list the documents that were done again, and why")
	cobra.CheckErr(cmd.MarkFlagDirname("cache"))
}

// folder is where documents are kept, or "".
func (c *cacheFlags) folder(out string) string {
	switch {
	case c.off:
		return ""
	case c.dir != "":
		return c.dir
	}
	return filepath.Join(out, ".cache")
}

// listen takes down the documents that are done again, if they are to be listed.
func (c *cacheFlags) listen() func(string, pipeline.Reason) {
	if !c.explains {
		return nil
	}
	return func(document string, why pipeline.Reason) {
		if why != pipeline.Unchanged {
			c.redone = append(c.redone, fmt.Sprintf("%s: %s", document, why))
		}
	}
}

// explain lists them, in order, and counts all documents by reason.
func (c *cacheFlags) explain(out io.Writer, report *pipeline.Report) error {
	if !c.explains {
		return nil
	}
	slices.Sort(c.redone)
	var b strings.Builder
	for _, line := range c.redone {
		fmt.Fprintln(&b, line)
	}
	for _, why := range slices.Sorted(maps.Keys(report.Reasons)) {
		fmt.Fprintf(&b, "%s %s\n", counted(report.Reasons[why], "document"), why)
	}
	for _, table := range slices.Sorted(maps.Keys(report.Taken)) {
		fmt.Fprintf(&b, "claims of %s were taken from %s\n", table, counted(report.Taken[table], "document"))
	}
	_, err := io.WriteString(out, b.String())
	return err
}
