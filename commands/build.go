package commands

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
)

type build struct {
	declarationFlags
	logFlags
	pipeline.Build
	cacheFlags
}

func buildCommand() *cobra.Command {
	var b build
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Read a corpus and publish its tables",
		Long: `build reads every document of a corpus, takes what it states, settles it into facts and publishes typed tables as Parquet and Arrow.

The release stands under out/releases, and out/latest is switched to it once everything is written and checked. A document
that can't be read is named on stderr and in run.json; the others are published, and the exit code is 4.

Releases are numbered by what changed since the one before: another schema or other codes make it 2.0.0, further rows 1.1.0,
anything else 1.0.1, and where nothing changed there is no release. One that would lose a tenth or more of the documents, or of the rows
of a table, is held back, for that is rarely meant: --accept publishes it all the same.

What a document gave is kept under out/.cache, and used by the next run where neither the document nor the declarations nor the
program have changed. The tables are the same with or without it, and it can be deleted at any time.`,
		Example: `  ties build                                            the default corpus
  ties build --corpus ~/articles --out ~/ties --workers 4
  ties build --corpus ~/articles --tables ~/my-tables   with your own tables and rules
  ties build --explain-cache                            what was done again, and why
  ties build --keep 30 --log-format json 2>> build.log  for a timer`,
		Args: takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return b.run(cmd) },
	}
	b.declarationFlags.add(cmd)
	b.logFlags.add(cmd)
	corpusFlag(cmd, &b.Corpus)
	outFlag(cmd, &b.Out)
	workersFlag(cmd, &b.Workers)
	waitFlag(cmd, &b.Patience)
	b.cacheFlags.add(cmd)
	cmd.Flags().IntVar(&b.Keep, "keep", 0, "releases to keep, the last ones; older ones are removed, but never that of out/latest; 0 keeps all")
	cmd.Flags().Float64Var(&b.Guard.MaxLossPct, "max-loss", 10, "hold back a release that loses so many percent or more of the documents, or of a table's rows; a table can declare its own max_loss_pct")
	cmd.Flags().StringVar(&b.Metrics, "metrics", "", "file to write metrics of the run to, for the textfile collector of Prometheus's node exporter; its name ends in .prom there")
	cmd.Flags().BoolVar(&b.Guard.Off, "accept", false, "publish whatever is gone since the release before")
	return cmd
}

func corpusFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "corpus", filepath.Join("seeds", "documents"), "folder of documents, or one document")
	cobra.CheckErr(cmd.MarkFlagDirname("corpus"))
}

func outFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "out", "out", "folder of the releases")
	cobra.CheckErr(cmd.MarkFlagDirname("out"))
}

func workersFlag(cmd *cobra.Command, to *int) {
	cmd.Flags().IntVar(to, "workers", 0, "documents that are worked on at a time, 0 for one a core; the result is the same for any number")
}

func waitFlag(cmd *cobra.Command, to *time.Duration) {
	cmd.Flags().DurationVar(to, "wait", 0, "how long to wait where another run writes to the same folder, as in 90s or 2h; then the exit code is 8")
}

func (b *build) run(cmd *cobra.Command) error {
	log, err := b.logger(cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if err := b.check(); err != nil {
		return err
	}
	b.Program, b.Own = Version(), pipeline.Own{Tables: b.tables, Lexicon: b.lexicon}
	d, err := b.declareSound()
	if err != nil {
		b.Refused(cmd.Context(), err)
		return err
	}
	for _, warning := range d.Warnings {
		log.Warn(warning)
	}
	line := b.progress(cmd.ErrOrStderr())
	b.Progress = line.listener()
	b.Cache, b.Explain = b.folder(b.Out), b.listen()
	b.Waiting = func(holder string) { log.Info(fmt.Sprintf("%s: waiting for %s, which writes there", b.Out, holder)) }
	report, err := b.Run(cmd.Context(), d)
	line.clear()
	warn(log, &report)
	notice(log, &report, b.Out)
	if report.Damaged != nil {
		log.Warn(damage(&report, filepath.Join(b.Out, "latest")))
	}
	if err != nil && codeOf(err) != Untold {
		return exit(codeOf(err), b.heldBack(&report, err))
	}
	for _, t := range report.Dropped {
		log.Warn(fmt.Sprintf("the table %s of the release before is gone, with %s: no declaration of this run makes it%s", t.Table, counted(t.Rows, "row"), b.madeWith(&report)))
	}
	if report.KeepError != nil {
		log.Warn("releases beyond --keep could not all be removed: " + report.KeepError.Error())
	}
	if report.CacheError != nil {
		log.Warn("what was kept of the last run could not be used or renewed; the tables are whole, and the next run takes longer: " + report.CacheError.Error())
	}
	if report.Folder != "" { // unless it was stopped behind the switch
		err = errors.Join(err, summarise(cmd, &report, d, b.Out), b.explain(cmd.OutOrStdout(), &report))
	}
	if err != nil {
		return untold(&report, b.Out, err)
	}
	return partial(&report, b.Out)
}

// check refuses, before anything is done, what can't be meant.
func (b *build) check() error {
	if err := notNegative(map[string]int{"workers": b.Workers, "keep": b.Keep}); err != nil {
		return err
	}
	switch {
	case b.Corpus == "" || b.Out == "":
		return exitf(BadUsage, "--corpus and --out name a folder each, and can't be empty")
	case !(b.Guard.MaxLossPct >= 0 && b.Guard.MaxLossPct <= 100): // nor NaN
		return exitf(BadUsage, "--max-loss %g: it is a percentage, from 0 to 100", b.Guard.MaxLossPct)
	case b.Patience < 0:
		return exitf(BadUsage, "--wait %s: it is 0 or more", b.Patience)
	case b.Metrics == "-":
		return exitf(BadUsage, "--metrics -: name a file: it is replaced in one step, which the output can't be")
	case b.Metrics != "":
		if err := there("metrics", filepath.Dir(b.Metrics)); err != nil {
			return err
		}
	}
	return there("corpus", b.Corpus)
}
