// Package publish writes a release: every table as Parquet and Arrow, with its codebook, its metadata and its SQL, and checks
// what it has written by reading it back.
//
// The same release gives the same bytes in every file but run.json. Nothing here decides about facts, and nothing here holds a
// table in memory: rows come one by one, in the order of their key.
package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"ties.dev/ties/schemas"
)

// Release is what a release says of itself. Its rows are written to a Draft.
type Release struct {
	Version     string // names the release; "" for a name made of its content, the same for the same tables
	Title       string
	Description string
	License     string // address of the data's licence; "" leaves it out
	Homepage    string // "" leaves it out
	Creator     string // name of the person or organisation that publishes; "" leaves it out

	Tables       []*schemas.Table
	Rules        map[string]map[string]string // what each rule takes, by table and name
	PanelColumns []schemas.Column             // the first two are the panel's key

	// Codes gives the codes of a gazetteer that a column names under `codes`; Check holds values to them. See seeds.Gazetteer.Codes.
	Codes    func(gazetteer string) (codes []string, ok bool)
	Previous string // folder of the release before, for CHANGES.md; "" for the first one
	Run      Run
}

// writeTexts makes the files beside the tables. All but CHANGES.md and run.json follow from the tables and their declarations alone.
func writeTexts(dir string, r *Release, all []relation, files []file) error {
	if r.Version == "" {
		r.Version = contentVersion(*r, all, files)
	}
	differences, err := changes(dir, *r, all)
	if err != nil {
		return err
	}
	texts := append(described(*r, all, files), sheet{"CHANGES.md", differences}, sheet{"run.json", runJSON(*r, files)})
	for _, t := range texts {
		if err := os.WriteFile(filepath.Join(dir, t.name), t.bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// contentVersion names a release after everything in it that its tables and declarations determine.
func contentVersion(r Release, all []relation, files []file) string {
	h := sha256.New()
	for _, t := range described(r, all, files) {
		h.Write(t.bytes)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

type sheet struct {
	name  string
	bytes []byte
}

// described are the texts that follow from the tables and their declarations alone.
func described(r Release, all []relation, files []file) []sheet {
	return []sheet{
		{"datapackage.json", dataPackage(r, files)},
		{"croissant.json", croissant(r, files)},
		{"CODEBOOK.md", codebook(r, all)},
		{"load.sql", loadSQL(all)},
	}
}
