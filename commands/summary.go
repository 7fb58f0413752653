package commands

import (
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/stages/publish"
)

// summarise says what was published, and where to go on.
func summarise(cmd *cobra.Command, report *pipeline.Report, d *pipeline.Declarations, out string) error {
	if report.Untouched {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s, unchanged since the last run: nothing to do\nunchanged: %s is still %s\n",
			counted(report.Documents, "document"), filepath.Join(out, "latest"), report.Folder)
		return err
	}
	w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s read\n", counted(report.Documents, "document"))
	for _, t := range d.Tables {
		fmt.Fprintf(w, "  %s\t%s\tfrom %s\n", t.Name, counted(report.Facts[t.Name], "row"), counted(report.Claims[t.Name], "claim"))
	}
	if report.Conflicts > 0 {
		fmt.Fprintf(w, "%s settled: see the table conflicts\n", counted(report.Conflicts, "contested value"))
	}
	if report.Still() {
		fmt.Fprintf(w, "unchanged: %s is still %s\n", filepath.Join(out, "latest"), report.Folder)
	} else {
		fmt.Fprintf(w, "%s -> %s\n", filepath.Join(out, "latest"), report.Folder)
	}
	return w.Flush()
}

func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// untold is the error of a run that did its work, and could not say so everywhere.
func untold(report *pipeline.Report, out string, err error) error {
	state := "published"
	if report.Still() {
		state = "unchanged"
	}
	return exit(Untold, &onLine{fmt.Sprintf("%s: %s is %s; but what tells of the run is not whole", state, filepath.Join(out, "latest"), publish.Latest(out)), err})
}

// onLine is an error that joins others, on one line.
type onLine struct {
	said string
	err  error
}

func (e *onLine) Error() string { return e.said + ": " + strings.ReplaceAll(e.err.Error(), "\n", "; ") }
func (e *onLine) Unwrap() error { return e.err }

// damage says what became of a release that was found damaged: it is made anew where the corpus gives the same, and is left to be
// looked at where out/latest points to another now.
func damage(report *pipeline.Report, latest string) string {
	switch {
	case report.Folder == "" && report.Restored != "":
		return fmt.Sprintf("%s was damaged: %v; it is now %s, the last one that is whole, for nothing is published", latest, report.Damaged, report.Restored)
	case report.Folder == "":
		return fmt.Sprintf("%s is damaged, and stays so, for nothing is published: %v", latest, report.Damaged)
	case report.Folder == report.Was:
		return fmt.Sprintf("%s was damaged: %v; %s is made anew from the corpus, and is whole", latest, report.Damaged, report.Folder)
	case report.Unchanged:
		return fmt.Sprintf("%s was damaged: %v; it is now %s, which is whole and holds what the corpus gives; %s is left as it is", latest, report.Damaged, report.Folder, report.Was)
	}
	return fmt.Sprintf("%s was damaged: %v; it is now %s, which is new; %s is left as it is", latest, report.Damaged, report.Folder, report.Was)
}
