package commands

import (
	"errors"
	"runtime/debug"

	"github.com/spf13/cobra"

	"ties.dev/ties/pipeline"
)

// declarationFlags are the flags of every command that reads declarations.
type declarationFlags struct{ tables, lexicon string }

func (f *declarationFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.tables, "tables", "", "folder of your own tables and rules (*.table.yaml, *.rules.yaml), beside those of ties")
	cmd.Flags().StringVar(&f.lexicon, "lexicon", "", "folder of your own gazetteers and word lists (*.tsv), beside those of ties")
}

func (f *declarationFlags) declare() (*pipeline.Declarations, error) {
	if err := errors.Join(there("tables", f.tables), there("lexicon", f.lexicon)); err != nil {
		return nil, exit(BadUsage, err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // most of what is read is kept: collecting it again and again would take a third of a start
	d, err := pipeline.Declare(f.tables, f.lexicon)
	return d, exit(BadDeclaration, err)
}

// declareSound is declare, and refuses rules whose examples fail.
func (f *declarationFlags) declareSound() (*pipeline.Declarations, error) {
	d, err := f.declare()
	if err != nil {
		return nil, err
	}
	return d, exit(BadDeclaration, errors.Join(d.Check()...))
}
