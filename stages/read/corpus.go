// Package read turns the files of a corpus into cleaned documents. It recognises
// a file's format by its content, keeps what the author wrote and drops what the
// site put around it.
package read

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// A File is one file of a corpus, with what is said about it beside it.
type File struct {
	ID    string // path under the corpus without its extension, slash separated
	Path  string // as it can be opened
	Rel   string // path under the corpus, slash separated
	Size  int64  // bytes
	Stamp Stamp  // of its state when it was listed
	Line  int    // where it starts in a container of lines; 0 elsewhere
	Meta  Meta   // from manifest.jsonl; it outranks what the file says of itself

	holds *container // of many documents; nil for one that is a document
	raw   []byte     // of a container's part; nil for what is read from Path
}

// Meta is what is said about a document. Empty fields are not said.
type Meta struct {
	Title, Publisher, Author, URL, Language string
	Published                               schemas.Date
}

// or fills what m leaves open from another source.
func (m Meta) or(other Meta) Meta {
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&m.Title, other.Title)
	fill(&m.Publisher, other.Publisher)
	fill(&m.Author, other.Author)
	fill(&m.URL, other.URL)
	fill(&m.Language, other.Language)
	if m.Published == (schemas.Date{}) {
		m.Published = other.Published
	}
	return m
}

// Corpus lists the documents' files under a folder (or the one file that dir is, or
// those that it names where it is a manifest.jsonl) in the order of their paths. It
// passes over dot files, *.jsonl and *.ndjson without articles, README* and LICENSE*, and takes metadata from the
// manifest.jsonl of each folder.
func Corpus(dir string) ([]File, []Problem) {
	w := walk{dir: dir, byID: map[string]string{}, meta: map[string]Meta{}}
	if info, err := os.Stat(dir); err == nil && info.Mode().IsRegular() && isLines(dir) && containerOf(dir) == nil {
		w.named()
		return w.files, w.problems
	}
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		w.dir += string(filepath.Separator) // so that the link is followed
	}
	// entry never returns an error but SkipDir: every failure is a Problem.
	_ = filepath.WalkDir(w.dir, w.entry)
	return w.files, w.problems
}

type walk struct {
	dir      string
	files    []File
	problems []Problem
	byID     map[string]string // ID to the path that took it
	meta     map[string]Meta   // path to what a manifest says of it
}

func (w *walk) entry(name string, entry fs.DirEntry, err error) error {
	if err != nil {
		w.problem(name, reason(err), "check that it exists and may be read")
		return nil
	}
	if !entry.IsDir() && isKept(name) {
		return nil
	}
	if name != w.dir && ignored(entry.Name()) && !w.container(name, entry) {
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if entry.IsDir() {
		if name != w.dir && isOutput(name) {
			return fs.SkipDir
		}
		w.manifest(name)
		return nil
	}
	w.file(name)
	return nil
}

// container holds for JSON lines that are articles, and no manifest or gold.
func (w *walk) container(name string, entry fs.DirEntry) bool {
	return !entry.IsDir() && isLines(name) && entry.Name() != manifestName && !strings.HasPrefix(entry.Name(), ".") && containerOf(name) != nil
}

// named takes the files that a manifest names, and no others of its folder.
func (w *walk) named() {
	manifest := w.dir
	w.dir = filepath.Dir(manifest)
	if filepath.Base(manifest) != manifestName {
		w.problem(manifest, "is no document", "give the folder of the documents, or its "+manifestName)
		return
	}
	w.manifest(w.dir)
	for _, name := range slices.Sorted(maps.Keys(w.meta)) {
		w.file(name)
	}
}

func (w *walk) file(name string) {
	info, err := os.Stat(name) // follows a link, where entry would not
	switch {
	case err != nil:
		w.problem(name, reason(err), "a broken link? remove it or mend it")
	case info.IsDir():
		w.problem(name, "a link to a folder is not followed", "put the folder itself into the corpus")
	case !info.Mode().IsRegular():
		w.problem(name, "not a regular file", "a corpus holds files and folders")
	case name != w.dir && w.leaves(name):
		w.problem(name, "a link out of the corpus is not followed", "put the file itself into the corpus")
	default:
		rel := w.rel(name)
		w.add(File{ID: withoutExtension(rel), Rel: rel, Path: name, Size: info.Size(), Stamp: stamp(info), Meta: w.meta[name], holds: containerOf(name)})
	}
}

// leaves tells whether a name is, or stands behind, a link to something outside of the corpus: one that came with an archive from
// elsewhere could have any file of this machine published.
func (w *walk) leaves(name string) bool {
	root, err := filepath.EvalSymlinks(w.dir)
	if err != nil {
		return true
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(root, real)
	return err != nil || !filepath.IsLocal(rel)
}

func (w *walk) add(f File) {
	if first, taken := w.byID[f.ID]; taken {
		w.problems = append(w.problems, Problem{
			File: f.Path, Message: fmt.Sprintf("has the document ID of %s", first),
			Value: f.ID, Hint: "rename one; the first is read",
		})
		return
	}
	w.byID[f.ID] = f.Path
	w.files = append(w.files, f)
}

// withoutExtension takes .warc.gz for one extension, as any that is compressed.
func withoutExtension(rel string) string {
	if plain, compressed := strings.CutSuffix(rel, ".gz"); compressed {
		rel = plain
	}
	return strings.TrimSuffix(rel, path.Ext(rel))
}

func (w *walk) rel(name string) string {
	rel, err := filepath.Rel(w.dir, name)
	if err != nil || rel == "." {
		rel = filepath.Base(name)
	}
	return filepath.ToSlash(rel)
}

func (w *walk) problem(file, message, hint string) {
	w.problems = append(w.problems, Problem{File: file, Message: message, Hint: hint})
}

// ignored tells what stands in a folder beside its documents.
func ignored(name string) bool {
	upper := strings.ToUpper(name)
	return strings.HasPrefix(name, ".") || isLines(name) ||
		strings.HasPrefix(upper, "README") || strings.HasPrefix(upper, "LICENSE")
}

// isLines tells a file of JSON lines, a manifest or gold, by its name.
func isLines(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".jsonl") || strings.EqualFold(filepath.Ext(name), ".ndjson")
}

// reason is an error of the file system without the path, which a Problem names.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return "cannot be read: " + pathError.Err.Error()
	}
	return "cannot be read: " + err.Error()
}
