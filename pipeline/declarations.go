// Package pipeline runs the stages: it owns order, workers, progress, report and release, and nothing that is about facts.
package pipeline

import (
	"io/fs"
	"os"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/extract"
)

// Declarations are everything that a run is told by files: tables, rules, gazetteers. They are read once and shared by all workers.
type Declarations struct {
	Tables    []*schemas.Table // in order of their names
	Gazetteer *seeds.Gazetteer
	Extractor *extract.Extractor
}

// Declare reads the project's own declarations with those of a user's folders added: tables and rules from `tables`,
// gazetteers and word lists from `lexicon`. Either may be "".
func Declare(tables, lexicon string) (*Declarations, error) {
	own := folders(tables)
	declared, err := schemas.LoadTables(append([]fs.FS{schemas.Declared()}, own...)...)
	if err != nil {
		return nil, err
	}
	rules, err := extract.Load(declared, append([]fs.FS{extract.Declared()}, own...)...)
	if err != nil {
		return nil, err
	}
	gazetteer, err := seeds.Default(folders(lexicon)...)
	if err != nil {
		return nil, err
	}
	terms := annotate.NewLexicon(gazetteer, extract.Classes(rules))
	return &Declarations{Tables: declared, Gazetteer: gazetteer, Extractor: extract.New(terms, declared, rules)}, nil
}

// Table is the declared table of that name, or nil.
func (d *Declarations) Table(name string) *schemas.Table {
	for _, t := range d.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

func folders(dir string) []fs.FS {
	if dir == "" {
		return nil
	}
	return []fs.FS{os.DirFS(dir)}
}
