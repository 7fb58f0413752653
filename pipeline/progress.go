package pipeline

import (
	"sync"

	"ties.dev/ties/stages/read"
)

// Progress is how far a run has come.
type Progress struct {
	Documents, Of int   // Of is 0 where it is not known: nobody has counted what a container holds
	Bytes         int64 // of the documents' files
}

// watch tells the run's listener after each document.
func (b *Build) watch(do func(task) yield) func(task) yield {
	if b.Progress == nil {
		return do
	}
	var lock sync.Mutex
	var p Progress
	if n, known := read.Count(b.Corpus); known {
		p.Of = n
	}
	return func(t task) yield {
		y := do(t)
		if t.IsContainer() {
			return y // its documents are counted
		}
		lock.Lock()
		defer lock.Unlock()
		p.Documents, p.Bytes = p.Documents+1, p.Bytes+t.Size
		b.Progress(p)
		return y
	}
}
