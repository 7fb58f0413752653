package pipeline

import (
	"sync"
)

// Progress is how far a run has come.
type Progress struct {
	Documents, Of int
	Bytes         int64 // of the documents' files
}

// watch tells the run's listener after each document.
func (b *Build) watch(of int, do func(task) yield) func(task) yield {
	if b.Progress == nil {
		return do
	}
	var lock sync.Mutex
	p := Progress{Of: of}
	return func(t task) yield {
		y := do(t)
		lock.Lock()
		defer lock.Unlock()
		p.Documents, p.Bytes = p.Documents+1, p.Bytes+t.Size
		b.Progress(p)
		return y
	}
}
