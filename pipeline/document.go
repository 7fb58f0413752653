package pipeline

import (
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

// yield is what one file of the corpus gave.
type yield struct {
	file     string           // read.File.Rel
	document schemas.Document // the zero Document where the file gave none
	claims   []schemas.Claim
	problem  *read.Problem
	size     int64  // of the file, bytes
	entry    *entry // for the next run; nil where it can't be kept
	reason   Reason
	taken    []*schemas.Table // whose claims were taken, and not kept from an earlier run
	spent    spent
}

// spent is the time that a stage took of the documents.
type spent struct{ read, extract time.Duration }

// document takes one file through read, annotate, resolve and extract. It needs nothing but the file and may run on any worker.
// What a document does to the program stays with that document: a panic is reported as its problem.
func (d *Declarations) document(f read.File) (y yield) {
	defer func() {
		if p := recover(); p != nil {
			y = yield{file: f.Rel, problem: crash(f, p)}
		}
	}()
	started := time.Now()
	doc, problem := read.Document(f)
	y.spent.read = time.Since(started)
	if y.problem = problem; problem.Stops() {
		return y
	}
	y.document, y.size = doc, f.Size
	pitfall(&doc)
	y.claims = d.Extractor.Claims(&doc)
	y.spent.extract = time.Since(started) - y.spent.read
	return y
}

// task is document for what may be a container, or a document that its container does not give.
func (d *Declarations) task(t task) yield {
	if t.problem != nil || t.IsContainer() {
		return yield{file: t.Rel, problem: t.problem}
	}
	return d.document(t.File)
}
