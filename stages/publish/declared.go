package publish

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// Declared is what a release says of one of its tables, so that it can be read without the files that declared it.
type Declared struct {
	Table *schemas.Table    // name, title, key and all columns; not how it is settled, scored or filled
	Facts *schemas.Table    // the same without the columns that support a fact; Table itself where that is no table of facts
	Takes map[string]string // what each rule of the table takes, by the rule's name; empty for a table without rules
}

// ReadDeclared reads from the datapackage.json of the release in folder what its table is.
func ReadDeclared(folder, table string) (Declared, error) {
	path := filepath.Join(folder, packageName)
	if err := Intact(folder, packageName); err != nil {
		return Declared{}, err
	}
	p, err := readPackage(folder)
	if err != nil {
		return Declared{}, fmt.Errorf("%s: %w", path, err)
	}
	i := slices.IndexFunc(p.Resources, func(r resourceJSON) bool { return r.Path == table+formats[0].extension })
	if i < 0 {
		return Declared{}, fmt.Errorf("%s: it describes no table %q", path, table)
	}
	return p.Resources[i].declared(table), nil
}

// ReadRun reads the report of the run that made the release in folder.
func ReadRun(folder string) (run Run, err error) {
	path := filepath.Join(folder, "run.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return run, err
	}
	if err := json.Unmarshal(data, &run); err != nil {
		return run, fmt.Errorf("%s: %w", path, err)
	}
	return run, nil
}

func (r *resourceJSON) declared(name string) Declared {
	t := &schemas.Table{Name: name, Title: r.Title, Description: r.Description, Key: r.Table.PrimaryKey}
	if len(r.Table.UniqueKeys) > 0 {
		t.Key = r.Table.UniqueKeys[0]
	}
	for _, f := range r.Table.Fields {
		t.Columns = append(t.Columns, f.column())
	}
	facts := t
	if i := t.Index(supportFields[0].Name); i >= 0 && len(t.Columns) == i+len(supportFields) {
		own := *t
		own.Columns = t.Columns[:i]
		facts = &own
	}
	d := Declared{Table: t, Facts: facts, Takes: map[string]string{}}
	for _, rule := range r.Rules {
		d.Takes[rule.Name] = rule.Takes
	}
	return d
}

func (j fieldJSON) column() schemas.Column {
	c := schemas.Column{Name: j.Name, Description: j.Description, Unit: j.Unit, Example: j.Example, Codes: j.Codes, Also: j.Also, Open: j.Open}
	for t, name := range packageTypes {
		if name == j.Type {
			c.Type = t
		}
	}
	if j.Constraints != nil {
		c.Required, c.Min, c.Max = j.Constraints.Required, j.Constraints.Minimum, j.Constraints.Maximum
	}
	for _, v := range j.Categories {
		c.Values = append(c.Values, schemas.Category{Value: v.Value, Description: v.Label})
	}
	return c
}

// storedRelations are the tables of the release in a folder, by what it says of them.
func storedRelations(folder string) ([]relation, error) {
	p, err := readPackage(folder)
	if err != nil {
		return nil, err
	}
	var all []relation
	for _, r := range p.Resources {
		name, ok := strings.CutSuffix(r.Path, formats[0].extension)
		if !ok {
			continue
		}
		d := r.declared(name)
		all = append(all, relation{name: name, title: d.Table.Title, description: d.Table.Description, key: d.Table.Key,
			fields: declared(d.Table.Columns), own: len(d.Facts.Columns), facts: d.Facts != d.Table})
	}
	for i := range all {
		all[i].claims = slices.ContainsFunc(all, func(r relation) bool { return r.facts && ClaimsTable(r.name) == all[i].name })
	}
	return all, nil
}
