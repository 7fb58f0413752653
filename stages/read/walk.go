package read

import (
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Corpus is Walk, with all files in memory.
func Corpus(dir string) (files []File, problems []Problem) {
	for f, problem := range Walk(dir) {
		if problem != nil {
			problems = append(problems, *problem)
		} else {
			files = append(files, f)
		}
	}
	return files, problems
}

// Walk lists the documents' files under a folder (or the one file that dir is, or
// those that it names where it is a manifest.jsonl) in the order of their paths. It
// passes over dot files, *.jsonl and *.ndjson without articles, README* and LICENSE*, and takes metadata from the
// manifest.jsonl of each folder. What can't be listed is a Problem, and no File stands beside it.
//
// It holds the names of the folder at hand, and of manifests what they say of files that are still to come.
func Walk(dir string) iter.Seq2[File, *Problem] {
	return func(yield func(File, *Problem) bool) {
		w := walk{dir: dir, meta: map[string]Meta{}, owners: map[string]string{}, yield: yield}
		w.run()
	}
}

// Count is how many documents Walk lists, as far as names tell; not known where there is a file that holds many.
func Count(dir string) (n int, known bool) {
	w := walk{dir: dir, meta: map[string]Meta{}, owners: map[string]string{}, counting: true, yield: func(File, *Problem) bool { return true }}
	w.run()
	return w.n, !w.holds
}

// walk goes through a corpus.
type walk struct {
	dir, root string            // as it was given, and without links once that was asked for
	meta      map[string]Meta   // path to what a manifest says of it
	owners    map[string]string // document ID to the file to come that a manifest names for it
	taken     []folderIDs       // of the folder at hand and those around it
	yield     func(File, *Problem) bool
	stopped   bool // nobody asks for more
	output    bool // releases stand among the documents

	counting bool // files are counted and not looked at
	n        int
	holds    bool // a file holds many documents
}

func (w *walk) run() {
	if info, err := os.Stat(w.dir); err == nil && info.Mode().IsRegular() && isLines(w.dir) && containerOf(w.dir) == nil {
		w.named()
		return
	}
	if info, err := os.Lstat(w.dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		w.dir += string(filepath.Separator) // so that the link is followed
	}
	w.output = isOutput(w.dir)
	// entry never returns an error but SkipDir and SkipAll: every failure is a Problem.
	_ = filepath.WalkDir(w.dir, w.entry)
}

func (w *walk) entry(name string, entry fs.DirEntry, err error) error {
	if w.stopped {
		return fs.SkipAll
	}
	if err != nil {
		w.problem(name, reason(err), "check that it exists and may be read")
		return nil
	}
	if name != w.dir && w.written(name, entry) {
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if name != w.dir && ignored(entry.Name()) && !w.container(name, entry) {
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if entry.IsDir() {
		if !w.counting {
			w.manifest(name)
		}
		return nil
	}
	w.file(name, entry.Type()&fs.ModeSymlink == 0)
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
		if w.file(name, false); w.stopped {
			return
		}
	}
}

// file takes a file. Of one that is found by its name in a folder, and is no link, it is known that it stands within the corpus.
func (w *walk) file(name string, found bool) {
	holds := containerOf(name)
	if w.counting {
		w.n, w.holds = w.n+1, w.holds || holds != nil
		return
	}
	info, err := os.Stat(name) // follows a link, where entry would not
	switch {
	case !isName(w.rel(name)):
		w.problem(name, "a name that is no text: it is not UTF-8, or holds a control character", "rename it: it is the document's ID")
	case err != nil:
		w.problem(name, reason(err), "a broken link? remove it or mend it")
	case info.IsDir():
		w.problem(name, "a link to a folder is not followed", "put the folder itself into the corpus")
	case !info.Mode().IsRegular():
		w.problem(name, "not a regular file", "a corpus holds files and folders")
	case name != w.dir && !found && w.leaves(name):
		w.problem(name, "a link out of the corpus is not followed", "put the file itself into the corpus")
	default:
		rel := w.rel(name)
		w.add(&File{ID: withoutExtension(rel), Rel: rel, Path: name, Size: info.Size(), Stamp: stamp(info), Meta: w.meta[name], holds: holds})
		delete(w.meta, name)
	}
}

// isName holds for what can be the ID of a document, in a table that others read.
func isName(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// leaves tells whether a name is, or stands behind, a link to something outside of the corpus: one that came with an archive from
// elsewhere could have any file of this machine published.
func (w *walk) leaves(name string) bool {
	if w.root == "" {
		root, err := filepath.EvalSymlinks(w.dir)
		if err != nil {
			return true
		}
		w.root = root
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(w.root, real)
	return err != nil || !filepath.IsLocal(rel)
}

// add takes a file, unless another has its document ID: of such files the one that a manifest names is read, else the first.
func (w *walk) add(f *File) {
	owner, why := w.owners[f.ID], "the manifest names it"
	if owner == f.Path {
		delete(w.owners, f.ID)
		owner = ""
	}
	if owner == "" {
		owner, why = w.first(f), "it comes first"
	}
	if owner != "" {
		w.tell(Problem{
			File: f.Path, Message: fmt.Sprintf("has the document ID of %s", owner),
			Value: f.ID, Hint: fmt.Sprintf("rename one; %s is read, for %s", owner, why),
		})
		return
	}
	w.stopped = w.stopped || !w.yield(*f, nil)
}

// owns gives a document ID to the first file that a manifest names for it.
func (w *walk) owns(file string) {
	id := withoutExtension(w.rel(file))
	if ignored(filepath.Base(file)) {
		return
	}
	if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && w.owners[id] == "" {
		w.owners[id] = file
	}
}

func (w *walk) rel(name string) string {
	rel, err := filepath.Rel(w.dir, name)
	if err != nil || rel == "." {
		rel = filepath.Base(name)
	}
	return filepath.ToSlash(rel)
}

func (w *walk) problem(file, message, hint string) {
	w.tell(Problem{File: file, Message: message, Hint: hint})
}

func (w *walk) tell(p Problem) {
	w.stopped = w.stopped || !w.yield(File{}, &p)
}
