package pipeline

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

// redo does what is not kept of a document, and nothing else. It may run on any worker.
func (c *cache) redo(d *Declarations, t task) (y yield) {
	defer func() {
		if p := recover(); p != nil {
			y = yield{file: t.Rel, problem: crash(t.File, p), reason: NewFile}
		}
	}()
	meta, err := nameOf(t.Meta)
	if err != nil {
		panic(err)
	}
	switch {
	case t.problem != nil:
		return yield{file: t.Rel, problem: t.problem, entry: &entry{file: t.Rel, problem: t.problem}, reason: c.why(t, meta, false)}
	case t.IsContainer():
		return yield{file: t.Rel, entry: &entry{file: t.Rel, stamp: t.Stamp, meta: meta}}
	}
	stale := c.stale(t.kept)
	if c.same(t, meta) && len(stale) == 0 && len(t.kept.tables) == len(c.tables) { // a document counts the claims of all tables
		if _, ok := t.kept.number(c.tables); ok {
			y = t.kept.yield(t.File)
			y.reason = Unchanged
			return y
		}
	}
	return c.again(d, t, meta, stale)
}

// again reads a document, and takes the claims that are not kept.
func (c *cache) again(d *Declarations, t task, meta string, stale []*schemas.Table) yield {
	started := time.Now()
	doc, problem := read.Document(t.File)
	spent := spent{read: time.Since(started)}
	e := &entry{file: t.Rel, stamp: t.Stamp, meta: meta, problem: problem, tables: map[string]tableClaims{}}
	if problem.Stops() {
		return yield{file: t.Rel, problem: problem, entry: e, reason: c.why(t, meta, false)}
	}
	e.content = contentOf(doc)
	kept := t.kept != nil && t.kept.content == e.content
	if kept {
		maps.Copy(e.tables, t.kept.tables)
	} else {
		stale = c.tables
	}
	if !c.extract(d, e, &doc, stale) { // claims that were kept are not as they were written
		stale = c.tables
		c.extract(d, e, &doc, stale)
	}
	y := e.yield(t.File)
	spent.extract = time.Since(started) - spent.read
	y.reason, y.taken, y.spent = c.why(t, meta, kept), stale, spent
	if kept && len(stale) > 0 { // touched, but what takes the time is that the rules are others
		y.reason = OtherRules
	}
	return y
}

// same holds where nothing says that the file or what is said of it has changed.
func (c *cache) same(t task, meta string) bool {
	return t.kept != nil && t.Stamp != read.Stamp{} && t.kept.stamp == t.Stamp && t.kept.meta == meta
}

// stale are the tables of which the claims that are kept follow from other declarations.
func (c *cache) stale(kept *entry) []*schemas.Table {
	var stale []*schemas.Table
	for _, t := range c.tables {
		if kept != nil && !kept.problem.Stops() && kept.tables[t.Name].fingerprint != c.fingerprints[t.Name] {
			stale = append(stale, t)
		}
	}
	return stale
}

// extract takes the claims of some tables beside those of the others; false where these are not as they were written.
func (c *cache) extract(d *Declarations, e *entry, doc *schemas.Document, tables []*schemas.Table) bool {
	taken := map[string][]schemas.Claim{}
	if len(tables) > 0 {
		pitfall(doc)
		for _, claim := range c.extractor(d, tables).Claims(doc) {
			taken[claim.Table] = append(taken[claim.Table], claim)
		}
	}
	for _, t := range tables {
		e.tables[t.Name] = tableClaims{c.fingerprints[t.Name], pack(t, taken[t.Name])}
	}
	n, ok := e.number(c.tables)
	e.doc = string(rows.Record(nil, byID, publish.DocumentRow(doc, n)))
	return ok
}

// extractor takes the claims of some tables. It is made once for all documents.
func (c *cache) extractor(d *Declarations, tables []*schemas.Table) *extract.Extractor {
	if len(tables) == len(d.Tables) {
		return d.Extractor
	}
	var name strings.Builder
	for _, t := range tables {
		name.WriteString(t.Name + " ")
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.parts[name.String()] == nil {
		c.parts[name.String()] = d.Extractor.Of(tables...)
	}
	return c.parts[name.String()]
}

// yield is what the entry's file gives to the release.
func (e *entry) yield(f read.File) yield {
	y := yield{file: f.Rel, size: f.Size, entry: e}
	if e.problem != nil {
		y.problem = e.problem
		y.problem.File = f.Path // the same file may be reached by another path now
		for i := range e.problem.Also {
			e.problem.Also[i].File = f.Path
		}
	}
	return y
}

// why is the reason for which a document is read.
func (c *cache) why(t task, meta string, kept bool) Reason {
	switch {
	case t.kept == nil:
		return NewFile
	case c.same(t, meta):
		return OtherRules
	case kept:
		return SameContent
	case t.kept.meta != meta:
		return OtherMeta
	}
	return OtherBytes
}

// crash is the problem of a document that brought the program down.
func crash(f read.File, p any) *read.Problem {
	return &read.Problem{File: f.Path, Message: "ties failed on this document", Value: fmt.Sprint(p),
		Hint: "please report it together with the file; the other documents are not touched by it"}
}
