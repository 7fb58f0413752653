package pipeline

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/extract"
)

// overlooked says what a user's folder of tables holds that comes to nothing: files that no name makes a declaration, and tables
// that no rule fills.
func overlooked(dir string, tables []*schemas.Table, rules []*extract.File) ([]string, error) {
	folder := os.DirFS(dir)
	names, err := fs.Glob(folder, "*.y*ml")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, name := range names {
		if !slices.ContainsFunc([]string{".table.yaml", ".rules.yaml"}, func(end string) bool { return strings.HasSuffix(name, end) }) {
			out = append(out, fmt.Sprintf("%s: not read: name it *.table.yaml or *.rules.yaml", filepath.Join(dir, name)))
		}
	}
	for _, t := range tables {
		if slices.Contains(names, t.Source) && !slices.ContainsFunc(rules, func(f *extract.File) bool { return f.Table == t.Name && len(f.Rules) > 0 }) {
			out = append(out, fmt.Sprintf("%s: table %s has no rules and stays empty: add them in %s.rules.yaml", filepath.Join(dir, t.Source), t.Name, t.Name))
		}
	}
	return out, nil
}
