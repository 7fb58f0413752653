package pipeline

import (
	"sync"

	"ties.dev/ties/stages/read"
)

// Progress is how far a run has come.
type Progress struct {
	Documents, Of int
	Bytes         int64 // of the documents' files
}

// watch tells the run's listener after each document.
func (b *Build) watch(of int, do func(read.File) yield) func(read.File) yield {
	if b.Progress == nil {
		return do
	}
	var lock sync.Mutex
	p := Progress{Of: of}
	return func(f read.File) yield {
		y := do(f)
		lock.Lock()
		defer lock.Unlock()
		p.Documents, p.Bytes = p.Documents+1, p.Bytes+f.Size
		b.Progress(p)
		return y
	}
}
