package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// findingsListed bounds what Check reports: the first findings tell what is wrong, and a wrong column is wrong in every row.
const findingsListed = 20

// Check reads a release back as it stands on disk and reports all that is wrong with it, or nil. r is the release as it was
// given to Write: of it, only declarations and code lists are looked at.
//
// Both formats hold the same rows, in order and with unique keys; no required value is null, and every value is in its range and
// its list of codes; every claim of a fact or conflict is there, with the fact's key; every quote stands where its claim says;
// and the files are those that datapackage.json describes.
func Check(dir string, r Release) error {
	declared, err := relations(Release{Tables: r.Tables, PanelColumns: r.PanelColumns})
	if err != nil {
		return err
	}
	c := &checker{dir: dir, codes: r.Codes, read: map[string]relation{}}
	for _, rel := range declared {
		if err := c.table(rel); err != nil {
			return err
		}
	}
	if len(c.findings) == 0 { // links are meaningless between tables that are wrong in themselves
		c.links()
	}
	if err := c.files(); err != nil {
		return err
	}
	return c.err()
}

type checker struct {
	dir      string
	codes    func(string) ([]string, bool)
	read     map[string]relation // as read back
	findings []error
}

func (c *checker) found(format string, args ...any) {
	c.findings = append(c.findings, fmt.Errorf(format, args...))
}

func (c *checker) err() error {
	if more := len(c.findings) - findingsListed; more > 0 {
		c.findings = append(c.findings[:findingsListed], fmt.Errorf("and %d more findings", more))
	}
	return errors.Join(c.findings...)
}

// table reads one table in both formats, compares them, and looks at each row.
func (c *checker) table(rel relation) error {
	parquet, err := readParquet(filepath.Join(c.dir, rel.name+formats[0].extension))
	if err != nil {
		return fmt.Errorf("%s: %w", rel.name+formats[0].extension, err)
	}
	arrow, err := readArrow(filepath.Join(c.dir, rel.name+formats[1].extension))
	if err != nil {
		return fmt.Errorf("%s: %w", rel.name+formats[1].extension, err)
	}
	if c.sameColumns(rel, parquet.columns) && c.sameColumns(rel, arrow.columns) {
		c.sameRows(rel.name, parquet, arrow)
		rel.rows = parquet.rows
		c.rows(rel)
	}
	c.read[rel.name] = rel
	return nil
}

func (c *checker) sameColumns(rel relation, columns []string) bool {
	var want []string
	for _, f := range rel.fields {
		want = append(want, f.Name)
	}
	if !slices.Equal(columns, want) {
		c.found("%s: columns %v; declared are %v", rel.name, columns, want)
		return false
	}
	return true
}

func (c *checker) sameRows(name string, parquet, arrow content) {
	if len(parquet.rows) != len(arrow.rows) {
		c.found("%s: %d rows as Parquet, %d as Arrow", name, len(parquet.rows), len(arrow.rows))
		return
	}
	for i, row := range parquet.rows {
		for j, v := range row {
			if other := arrow.rows[i][j]; fmt.Sprintf("%T", v) != fmt.Sprintf("%T", other) || compare(v, other) != 0 {
				c.found("%s, row %d, column %s: %s as Parquet, %s as Arrow", name, i, parquet.columns[j], written(v), written(other))
			}
		}
	}
}

// files checks that the data package describes the files as they stand.
func (c *checker) files() error {
	data, err := os.ReadFile(filepath.Join(c.dir, "datapackage.json"))
	if err != nil {
		return err
	}
	var p packageJSON
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	for _, r := range p.Resources {
		size, sum, err := digest(filepath.Join(c.dir, r.Path))
		if err != nil {
			return err
		}
		if size != r.Bytes || sum != strings.TrimPrefix(r.Hash, "sha256:") {
			c.found("%s is not the file that datapackage.json describes", r.Path)
		}
	}
	return nil
}
