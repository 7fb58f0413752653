package pipeline

import (
	"fmt"
	"hash/fnv"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

// cache is what the last run of a corpus kept of its documents: one log with an entry a file, in the order in which a corpus is
// listed, so that a run reads it side by side with the corpus and neither is held in memory. What it says is used only where it
// follows from the same bytes, declarations and program; it can be deleted at any time. A log is written beside the old one and
// takes its place when it is whole, so that two runs at once do each other no harm.
type cache struct {
	path         string
	tables       []*schemas.Table
	fingerprints map[string]string // by table
	program      string

	last   rows.LogFile // of the last run; without a file where there is none
	stands []bool       // by place in that log: the entry holds in this run as well
	fresh  *rows.Sorter // the other entries of this run
	broken error        // of the last run's log, where it is not as it was written
	tally  Tally
	taken  map[string]int // documents of which claims were taken, by table

	lock  sync.Mutex
	parts map[string]*extract.Extractor // of some tables alone
}

// newCache is the cache of a corpus under a folder; one that keeps nothing where the folder is "".
func newCache(folder, corpus string, d *Declarations) (*cache, error) {
	c := &cache{tables: d.Tables, tally: Tally{}, taken: map[string]int{}, parts: map[string]*extract.Extractor{}}
	if folder == "" {
		return c, nil
	}
	absolute, err := filepath.Abs(corpus)
	if err != nil {
		return nil, err
	}
	name, err := nameOf(absolute)
	if err != nil {
		return nil, err
	}
	c.path = filepath.Join(folder, fmt.Sprintf("%x.log", name[:8]))
	_ = publish.Abandoned(filepath.Dir(c.path), filepath.Base(c.path)+".") // of runs that were killed; one that stays costs space alone
	if c.program, err = program(); err != nil {
		return nil, err
	}
	if c.last, err = rows.OpenLog(c.path); err != nil {
		c.last = rows.LogFile{} // none yet, or one that can't be read: it costs time and no more
	}
	c.fingerprints, err = d.fingerprints()
	return c, err
}

// close lets go of the last run's log.
func (c *cache) close() {
	if c.last.File != nil {
		_ = c.last.File.Close()
	}
}

// untouched holds where a run would do what the last one did: the same files, of which none has changed, with the same declarations.
// It gives the release that the last run made, and its problems.
func (c *cache) untouched(files iter.Seq[read.File]) (release string, problems []read.Problem, documents int, ok bool) {
	head := c.firstRow()
	if c.path == "" || len(head) == 0 || !slices.Equal(head[:len(head)-1], c.head("")[:len(head)-1]) || len(head) != len(c.head("")) {
		return "", nil, 0, false
	}
	next, stop := iter.Pull(c.entries())
	defer stop()
	kept, more := next()
	for f := range files {
		meta, err := nameOf(f.Meta)
		if !more || err != nil || kept.file != f.Rel || !c.same(task{File: f, kept: kept}, meta) {
			return "", nil, 0, false
		}
		for first := true; more && (first || strings.HasPrefix(kept.file, f.Rel+"/")); kept, more = next() {
			first = false
			problems = append(problems, kept.problem.Each()...)
			if kept.doc != "" {
				documents++
			}
		}
	}
	release, _ = head[len(head)-1].(string)
	return release, problems, documents, !more && c.broken == nil
}

// task is a file, or a document of a container, with what the last run kept of it.
type task struct {
	read.File
	kept    *entry        // nil where the file is new
	problem *read.Problem // of a document that its container does not give
}

// join puts what the last run kept beside each file, and beside each document of a container. What is listed out of order counts as
// new.
func (c *cache) join(files iter.Seq[read.File]) iter.Seq[task] {
	return func(yield func(task) bool) {
		next, stop := iter.Pull(c.entries())
		defer stop()
		kept, more := next()
		for f, problem := range documents(files) {
			for more && order(kept.file) < order(f.Rel) {
				kept, more = next()
			}
			t := task{File: f, problem: problem}
			if more && kept.file == f.Rel {
				t.kept = kept
			}
			if !yield(t) {
				return
			}
		}
	}
}

// documents are the files, each container followed by the documents in it.
func documents(files iter.Seq[read.File]) iter.Seq2[read.File, *read.Problem] {
	return func(yield func(read.File, *read.Problem) bool) {
		taken := idSet{}
		for f := range files {
			if !f.IsContainer() {
				if !yield(f, taken.problem(&f)) {
					return
				}
				continue
			}
			if !yield(f, nil) {
				return
			}
			for part, problem := range f.Parts() {
				if problem == nil {
					problem = taken.problem(&part)
				}
				if !yield(part, problem) {
					return
				}
			}
		}
	}
}

// idSet holds the IDs of documents by eight bytes each: two of a million agree by chance in one corpus of thirty million.
type idSet map[uint64]struct{}

// problem reports a document whose ID another one has, and takes the ID otherwise.
func (s idSet) problem(f *read.File) *read.Problem {
	h := fnv.New64a()
	h.Write([]byte(f.ID))
	if _, taken := s[h.Sum64()]; taken {
		return &read.Problem{File: f.Path, Line: f.Line, Message: "has the document ID of one before it", Value: f.ID, Hint: "give it another; the first is read, in the order of paths and lines"}
	}
	s[h.Sum64()] = struct{}{}
	return nil
}

// order is a path as names compare that stand in the order of a listing: folder by folder.
func order(path string) string { return strings.ReplaceAll(path, "/", "\x00") }

// keep takes what a document gave for the next run.
func (c *cache) keep(y *yield) error {
	if y.reason != "" {
		c.tally[y.reason]++
	}
	for _, t := range y.taken {
		c.taken[t.Name]++
	}
	if y.entry == nil || c.path == "" {
		return nil
	}
	if y.reason == Unchanged {
		c.stand(y.entry.place)
		return nil
	}
	row, err := y.entry.row(c.tables)
	if err != nil {
		return err
	}
	return c.fresh.Add(row)
}
