// Package pipeline runs the stages: it owns order, workers, progress, report and release, and nothing that is about facts.
package pipeline

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/reconcile"
)

// Declarations are everything that a run is told by files: tables, rules, gazetteers. They are read once and shared by all workers.
type Declarations struct {
	Tables    []*schemas.Table // in order of their names
	Gazetteer *seeds.Gazetteer
	Extractor *extract.Extractor

	// Warnings say what the user's folder of tables holds that comes to nothing.
	Warnings []string

	folder string          // of the user's tables and rules
	files  []*extract.File // all rules
	own    []*extract.File // those from there
}

// Declare reads the project's own declarations with those of a user's folders added: tables and rules from `tables`,
// gazetteers and word lists from `lexicon`. Either may be "". A mistake names file and line. The examples of the user's rules
// are not run: see Check.
func Declare(tables, lexicon string) (*Declarations, error) {
	own, err := folder(tables, "*.table.yaml", "*.rules.yaml")
	if err != nil {
		return nil, err
	}
	words, err := folder(lexicon, "*.tsv")
	if err != nil {
		return nil, err
	}
	d := &Declarations{folder: tables}
	return d, d.declare(own, tables, words, lexicon)
}

// declare reads the gazetteer beside the tables and rules, which don't need it: every start of a command waits for both.
func (d *Declarations) declare(own []fs.FS, tables string, words []fs.FS, lexicon string) error {
	known := make(chan error)
	go func() {
		var err error
		d.Gazetteer, err = seeds.Default(words...)
		known <- err
	}()
	var rules []*extract.File
	var rulesErr error
	t, err := schemas.LoadTables(append([]fs.FS{schemas.Declared()}, own...)...)
	if err == nil {
		rules, rulesErr = extract.Load(t, append([]fs.FS{extract.Declared()}, own...)...)
	}
	if err := <-known; err != nil {
		return inFolder(lexicon, err)
	}
	if d.Tables = t; err == nil {
		err = d.checkTables()
	}
	if err = cmp.Or(err, rulesErr); err == nil {
		err = d.compile(rules)
	}
	return inFolder(tables, err)
}

// compile makes of what was read what documents are read with.
func (d *Declarations) compile(rules []*extract.File) (err error) {
	terms := annotate.NewLexicon(d.Gazetteer, extract.Classes(rules))
	d.Extractor = extract.New(terms, d.Tables, rules)
	if d.folder != "" {
		if d.Warnings, err = overlooked(d.folder, d.Tables, rules); err != nil {
			return err
		}
	}
	d.files = slices.Clone(rules)
	d.own = slices.DeleteFunc(rules, func(f *extract.File) bool { return f.Folder == 0 })
	return d.checkValues()
}

// checkValues reports a value in the user's rules and their examples that its column does not allow, and a class of words that ties
// has already; those of the project are held to that by its tests.
func (d *Declarations) checkValues() error {
	for _, f := range d.own {
		if err := f.CheckClasses(d.files[:len(d.files)-len(d.own)]); err != nil {
			return err
		}
		if err := f.CheckValues(func(c *schemas.Column) []string { return c.Allowed(d.Gazetteer.Codes) }); err != nil {
			return err
		}
	}
	return nil
}

// checkTables reports what a declaration asks of other stages and they don't know.
func (d *Declarations) checkTables() error {
	for _, t := range d.Tables {
		if publish.Reserved(t.Name, d.Tables) {
			return t.Mistake("$.name", fmt.Errorf("table %s: every release has a table of that name: give it another", t.Name))
		}
		if err := reconcile.Validate(t); err != nil {
			return t.Mistake("$.settle", err)
		}
		for i := range t.Columns {
			c := &t.Columns[i]
			if _, ok := d.Gazetteer.Codes(c.Codes); c.Codes != "" && !ok {
				return t.Mistake(fmt.Sprintf("$.columns[%d].codes", i), fmt.Errorf("column %s: `codes: %s` is none of countries, organizations, events", c.Name, c.Codes))
			}
			if err := d.checkExample(c); err != nil {
				return t.Mistake(fmt.Sprintf("$.columns[%d].example", i), fmt.Errorf("column %s: example %q %w", c.Name, c.Example, err))
			}
		}
	}
	return nil
}

// Check runs the examples of the user's rules and reports those that fail; those of the project's own rules are its tests.
func (d *Declarations) Check() []error {
	var errs []error
	for _, f := range d.own {
		for _, err := range d.Extractor.Check(f) {
			errs = append(errs, inFolder(d.folder, err))
		}
	}
	return errs
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

// folder opens a user's folder, which must hold a file of one of the patterns; "" is none.
func folder(dir string, patterns ...string) ([]fs.FS, error) {
	if dir == "" {
		return nil, nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s: no such folder", dir)
	}
	for _, pattern := range patterns {
		if names, err := fs.Glob(os.DirFS(dir), pattern); err == nil && len(names) > 0 {
			return []fs.FS{os.DirFS(dir)}, nil
		}
	}
	return nil, fmt.Errorf("%s: it holds no %s", dir, strings.Join(patterns, " and no "))
}

// inFolder puts the user's folder before the name of the file that an error starts with.
func inFolder(dir string, err error) error {
	if err == nil || dir == "" {
		return err
	}
	name, _, _ := strings.Cut(err.Error(), ":")
	if _, statErr := os.Lstat(filepath.Join(dir, name)); statErr != nil {
		return err
	}
	return fmt.Errorf("%s%c%w", filepath.Clean(dir), filepath.Separator, err)
}
