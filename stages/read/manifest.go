package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

const manifestName = "manifest.jsonl"

// maxManifestLine bounds what one line may take in memory, in bytes.
const maxManifestLine = 1 << 20

// metaKeys are the keys that a manifest or front matter can have; those that are not used are for people.
const (
	usedKeys = "title, publisher, author, published, url, language"
	metaKeys = usedKeys + ", note, source_title"
)

// manifest reads the manifest.jsonl of a folder: one JSON object a line, with
// "file" (a path under that folder) and the metadata keys. A bad line is a
// Problem and not used; a bad key is a Problem and its line's other keys are used.
func (w *walk) manifest(folder string) {
	name := filepath.Join(folder, manifestName)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(name); err == nil {
			w.problem(name, "cannot be read: a broken link", "its folder is read without it")
		}
		return
	}
	if err != nil {
		w.problem(name, reason(err), "its folder is read without it")
		return
	}
	defer f.Close()

	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 0, 64<<10), maxManifestLine)
	line := 0
	for lines.Scan() {
		line++
		w.manifestLine(folder, Problem{File: name, Line: line}, lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		w.tell(Problem{File: name, Line: line + 1, Message: "cannot be read: " + err.Error(), Hint: "one JSON object a line, of 1 MB at most; what follows is not read"})
	}
}

// manifestLine takes one line; at is a Problem that has its place filled in.
func (w *walk) manifestLine(folder string, at Problem, line []byte) {
	line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF")))
	if len(line) == 0 {
		return
	}
	report := func(message, value, hint string) {
		p := at
		p.Message, p.Value, p.Hint = message, value, hint
		w.tell(p)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil || keys == nil {
		report("not a JSON object", string(line), `write {"file": "a.txt", "title": "...", "published": "2023-05-09"}`)
		return
	}
	file, ok := jsonString(keys["file"])
	if !ok || file == "" {
		report(`no "file"`, string(line), `name the file that the line is about, as "file": "a.txt"`)
		return
	}
	target, ok := w.target(folder, file, report)
	if !ok {
		return
	}
	delete(keys, "file")
	meta := Meta{}
	for _, key := range sortedKeys(keys) {
		value, ok := jsonString(keys[key])
		if !ok {
			report("the value of "+key+" is not a string", string(keys[key]), "put it in quotes, or leave the key out")
			continue
		}
		if message, hint := meta.set(key, value); message != "" {
			report(message, value, hint)
		}
	}
	w.meta[target] = meta
}

// target resolves the file that a manifest line names.
func (w *walk) target(folder, file string, report func(message, value, hint string)) (string, bool) {
	if !filepath.IsLocal(filepath.FromSlash(file)) {
		report("names a file outside its folder", file, "a manifest stands beside or above its files")
		return "", false
	}
	target := filepath.Join(folder, filepath.FromSlash(file))
	if _, err := os.Lstat(target); err != nil {
		report("names a file that is missing", file, "correct the name or remove the line")
		return "", false
	}
	if _, twice := w.meta[target]; twice {
		report("names a file a second time", file, "the first line is used")
		return "", false
	}
	return target, true
}

// set takes one key of a manifest or of a front matter, or says what is wrong with it.
func (m *Meta) set(key, value string) (message, hint string) {
	value = strings.TrimSpace(spaces(value))
	switch key {
	case "title":
		m.Title = value
	case "publisher":
		m.Publisher = value
	case "author":
		m.Author = value
	case "url":
		m.URL = value
	case "language":
		m.Language = value
	case "published":
		date, err := schemas.ParseDate(value)
		if err != nil {
			return "published is not a date", "write 2023-05-09, 2023-05 or 2023"
		}
		m.Published = date
	case "note", "source_title": // for people; no column holds them
	default:
		return "unknown key " + key, "known are " + metaKeys
	}
	return "", ""
}

// jsonString takes null for an empty string: both say nothing.
func jsonString(raw json.RawMessage) (string, bool) {
	var s *string
	if len(raw) == 0 || json.Unmarshal(raw, &s) != nil {
		return "", false
	}
	if s == nil {
		return "", true
	}
	return *s, true
}

func sortedKeys(keys map[string]json.RawMessage) []string {
	var names []string
	for name := range keys {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
