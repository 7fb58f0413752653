// Package publish writes a release: every table as Parquet and Arrow, with its codebook, its metadata and its SQL, and checks
// what it has written by reading it back.
//
// The same release gives the same bytes in every file but run.json. Nothing here decides about facts.
package publish

import (
	"fmt"
	"os"
	"path/filepath"

	"ties.dev/ties/schemas"
)

// Release is what one run publishes. Order means nothing: Write sorts.
type Release struct {
	Version     string // names the release, as in "2026-01-31" or "1.2.0"
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

	Previous string // folder of the release before, for CHANGES.md; "" for the first one
	Run      Run
}

// Write makes the files of a release in dir, which it creates. It does not check them: see Check.
func Write(dir string, r Release) error {
	all, err := relations(r)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var files []file
	for _, rel := range all {
		for _, form := range formats {
			path := filepath.Join(dir, rel.name+form.extension)
			if err := form.write(path, rel); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			f, err := describe(path, rel, form)
			if err != nil {
				return err
			}
			files = append(files, f)
		}
	}
	return writeTexts(dir, r, all, files)
}

// writeTexts makes the files beside the tables. Each is a pure function of the release but CHANGES.md, which reads the one before.
func writeTexts(dir string, r Release, all []relation, files []file) error {
	changes, err := changes(r, all)
	if err != nil {
		return fmt.Errorf("CHANGES.md: %w", err)
	}
	for _, text := range []struct {
		name  string
		bytes []byte
	}{
		{"datapackage.json", dataPackage(r, files)},
		{"croissant.json", croissant(r, files)},
		{"CODEBOOK.md", codebook(r, all)},
		{"load.sql", loadSQL(all)},
		{"CHANGES.md", changes},
		{"run.json", runJSON(r, all)},
	} {
		if err := os.WriteFile(filepath.Join(dir, text.name), text.bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}
