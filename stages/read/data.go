package read

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// jsonStart is how JSON begins that holds an object, and prose never does.
var jsonStart = regexp.MustCompile(`^\s*(?:\[\s*)?\{\s*(?:"[^"\n]{1,80}"\s*:|\})`)

// data refuses what is written for programs and not for readers: sentences would be read across its cells and keys.
func data(name, text string) *Problem {
	if jsonStart.MatchString(text[:min(len(text), headSize)]) {
		return &Problem{File: name, Message: "is JSON and no text", Hint: "name it .json or .jsonl, with each article in an object: " + `{"text": "...", "published": "2023-05-09"}`}
	}
	if extension := strings.ToLower(filepath.Ext(name)); extension == ".csv" || extension == ".tsv" || tableOfTexts(text) {
		return &Problem{File: name, Message: "is a table and no text", Hint: `write its rows as JSON lines, {"text": "...", "published": "2023-05-09"}, or as Parquet`}
	}
	return nil
}

// columnName is the name of a column, as no prose has it between commas.
var columnName = regexp.MustCompile(`^"?[A-Za-z_][A-Za-z0-9_.-]*"?$`)

// tableOfTexts recognises the head of a table by a column for the articles' texts among names of columns.
func tableOfTexts(text string) bool {
	line, _, _ := strings.Cut(text[:min(len(text), headSize)], "\n")
	for _, mark := range []string{",", ";", "\t"} {
		names := strings.Split(strings.TrimSpace(line), mark)
		if len(names) < 2 || slices.ContainsFunc(names, func(n string) bool { return !columnName.MatchString(n) }) {
			continue
		}
		if slices.ContainsFunc(names, func(n string) bool { return slices.Contains(textKeys, strings.ToLower(strings.Trim(n, `"`))) }) {
			return true
		}
	}
	return false
}
