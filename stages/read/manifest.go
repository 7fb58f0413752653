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
)

const manifestName = "manifest.jsonl"

// maxManifestLine bounds what one line may take in memory, in bytes.
const maxManifestLine = 1 << 20

// manifest reads the manifest.jsonl of a folder: one JSON object a line, with
// "file" (a path under that folder) and the metadata keys. A bad line is a
// Problem and not used; of a bad key a Problem tells, and its line's other keys are used.
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
	line, told := 0, keysTold{}
	for lines.Scan() {
		line++
		w.manifestLine(folder, Problem{File: name, Line: line}, lines.Bytes(), told)
	}
	if err := lines.Err(); err != nil {
		w.tell(Problem{File: name, Line: line + 1, Message: "cannot be read: " + err.Error(), Hint: "one JSON object a line, of 1 MB at most; what follows is not read"})
	}
}

// manifestLine takes one line; at is a Problem that has its place filled in, told are the unknown keys of the lines before.
func (w *walk) manifestLine(folder string, at Problem, line []byte, told keysTold) {
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
	var list []statement
	for _, key := range sortedKeys(keys) {
		list = append(list, statedJSON(key, keys[key]))
	}
	meta, remarks := about(told.news(list), "file")
	if first := remarksOn(at.File, at.Line, remarks); first != nil {
		for _, remark := range first.Each() {
			w.tell(remark)
		}
	}
	w.meta[target] = meta
	w.owns(target)
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
