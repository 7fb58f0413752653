package schemas

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
)

//go:embed tables/*.yaml
var declared embed.FS

// Declared is the project's own table declarations, one file a table.
func Declared() fs.FS {
	sub, err := fs.Sub(declared, "tables")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// LoadTables reads every `*.table.yaml` of the folders, in order of table names. A mistake names file and line.
func LoadTables(folders ...fs.FS) ([]*Table, error) {
	var tables []*Table
	seen := map[string]string{}
	for _, folder := range folders {
		names, err := fs.Glob(folder, "*.table.yaml")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			t, err := loadTable(folder, name)
			if err != nil {
				return nil, err
			}
			if first, ok := seen[t.Name]; ok {
				return nil, t.Mistake("$.name", fmt.Errorf("table %q is declared already in %s: give it another name", t.Name, first))
			}
			seen[t.Name] = name
			tables = append(tables, t)
		}
	}
	sort.Slice(tables, func(i, j int) bool { return tables[i].Name < tables[j].Name })
	return tables, nil
}

func loadTable(folder fs.FS, name string) (*Table, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	t := &Table{}
	if err := Decode(name, data, t); err != nil {
		return nil, err
	}
	t.Source, t.text = name, data
	if path, err := t.validate(); err != nil {
		return nil, t.Mistake(path, err)
	}
	return t, nil
}
