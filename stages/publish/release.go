// Package publish writes a release: every table as Parquet and Arrow, with its codebook, its metadata and its SQL, and checks
// what it has written by reading it back.
//
// The same release gives the same bytes in every file but run.json. Nothing here decides about facts, and nothing here holds a
// table in memory: rows come one by one, in the order of their key.
package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// Release is what a release says of itself. Its rows are written to a Draft.
type Release struct {
	Version     string // set by Draft.Publish, see version
	Title       string
	Description string
	License     string // address of the data's licence; "" leaves it out
	Homepage    string // "" leaves it out
	Creator     string // name of the person or organisation that publishes; "" leaves it out

	Tables       []*schemas.Table
	Rules        map[string]map[string]string // what each rule takes, by table and name
	PanelColumns []schemas.Column             // the first two are the panel's key

	// Codes gives the codes of a gazetteer that a column names under `codes`; Check holds values to them. See seeds.Gazetteer.Codes.
	Codes func(gazetteer string) (codes []string, ok bool)
	Guard Guard
	Run   Run

	Stop func() error // asked between rows; an error ends the work. nil for none

	Workers int // tables that are checked at a time; 0 for one a core
}

// stop is the error of work that is to end.
func (r Release) stop() error {
	if r.Stop == nil {
		return nil
	}
	return r.Stop()
}

// writeTexts makes the files beside the tables. All but run.json follow from the tables, their declarations and the release before.
func (d *Draft) writeTexts(c *comparison) error {
	var sums []string
	for _, f := range d.files {
		sums = append(sums, sumLine(f.sha256, f.name))
	}
	for name, data := range map[string][]byte{
		packageName:      dataPackage(d.Release, d.files),
		"croissant.json": croissant(d.Release, d.files),
		"CODEBOOK.md":    codebook(d.Release, d.all),
		"load.sql":       loadSQL(d.all),
		"CHANGES.md":     d.changes(c),
		runName:          runJSON(d.Completed()),
	} {
		if err := os.WriteFile(filepath.Join(d.dir, name), data, 0o644); err != nil {
			return err
		}
		if name != runName {
			sums = append(sums, sumLine(hexSum(string(data)), name))
		}
	}
	slices.SortFunc(sums, func(a, b string) int { return strings.Compare(a[2*sha256.Size:], b[2*sha256.Size:]) }) // by name
	return os.WriteFile(filepath.Join(d.dir, sumsName), []byte(strings.Join(sums, "")), 0o644)
}
