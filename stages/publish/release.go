// Package publish writes a release: every table as Parquet and Arrow, with its codebook, its metadata and its SQL, and checks
// what it has written by reading it back.
//
// The same release gives the same bytes in every file but run.json. Nothing here decides about facts.
package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"ties.dev/ties/schemas"
)

// Release is what one run publishes. Order means nothing: Write sorts.
type Release struct {
	Version     string // names the release; "" for a name made of its content, the same for the same tables
	Title       string
	Description string
	License     string // address of the data's licence; "" leaves it out
	Homepage    string // "" leaves it out
	Creator     string // name of the person or organisation that publishes; "" leaves it out

	Tables       []*schemas.Table
	Documents    []schemas.Document // one without claims is published without its text
	Claims       map[string][]schemas.Claim
	Facts        map[string][]schemas.Fact
	Conflicts    []schemas.Conflict
	PanelColumns []schemas.Column // the first two are the panel's key
	Panel        [][]any

	// Codes gives the codes of a gazetteer that a column names under `codes`; Check holds values to them. See seeds.Gazetteer.Codes.
	Codes    func(gazetteer string) (codes []string, ok bool)
	Previous string // folder of the release before, for CHANGES.md; "" for the first one
	Run      Run
}

// Write makes the files of a release in dir, which it creates, and gives the release's version. It does not check them: see Check.
func Write(dir string, r Release) (version string, err error) {
	all, err := relations(r)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	var files []file
	var differences []string
	for _, rel := range all { // one table in memory at a time, beside the release itself
		rows, err := rel.sorted()
		if err != nil {
			return "", err
		}
		for _, form := range formats {
			f, err := form.file(dir, rel, rows)
			if err != nil {
				return "", err
			}
			files = append(files, f)
		}
		difference, err := rel.difference(r.Previous, rows)
		if err != nil {
			return "", fmt.Errorf("CHANGES.md: %w", err)
		}
		differences = append(differences, difference)
	}
	return writeTexts(dir, r, all, files, differences)
}

// writeTexts makes the files beside the tables. All but CHANGES.md and run.json follow from the tables and their declarations alone.
func writeTexts(dir string, r Release, all []relation, files []file, differences []string) (version string, err error) {
	if r.Version == "" {
		r.Version = contentVersion(r, all, files)
	}
	texts := append(described(r, all, files), sheet{"CHANGES.md", changes(r, differences)}, sheet{"run.json", runJSON(r, files)})
	for _, t := range texts {
		if err := os.WriteFile(filepath.Join(dir, t.name), t.bytes, 0o644); err != nil {
			return "", err
		}
	}
	return r.Version, nil
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
