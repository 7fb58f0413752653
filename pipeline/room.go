package pipeline

import (
	"context"
	"math"
	"runtime/debug"
	"sync"

	"ties.dev/ties/stages/publish"
)

// What a text takes while it is worked on, as a multiple of its bytes: all of it 30 times as much, with its claims, and what is
// analysed of it at a time, at most analysedText, 100 times as much, see annotate.Document.
const (
	textMemory     = 30
	analysisMemory = 100
	analysedText   = 256 << 10
)

// programMemory is what the program takes before it has read anything, in bytes.
const programMemory = 40 << 20

// workerMemory is what each worker beyond two adds to what the process aims to take while documents are read, in bytes.
const workerMemory = 32 << 20

// gatheringMemory is what the process aims to take while so many workers read documents, in bytes.
func gatheringMemory(workers int) int64 {
	return writingMemory + int64(max(0, publish.AtATime(workers)-2))*workerMemory
}

// room bounds the documents that are worked on or wait for it, together, by the memory that they take, in bytes: any number of small
// ones, and of large ones no more than it holds, whatever the number of workers. One that takes more has it to itself.
type room struct {
	size  int64
	lock  sync.Mutex
	taken int64
	freed chan struct{} // holds a token where something was given back since it was looked at last
}

// newRoom follows GOMEMLIMIT where that is set.
func newRoom(workers int) *room {
	limit := debug.SetMemoryLimit(-1)
	if limit == math.MaxInt64 {
		limit = gatheringMemory(workers)
	}
	return &room{size: limit - programMemory, freed: make(chan struct{}, 1)}
}

// enter waits until there is room; false where the context is done before. One goroutine enters, any may leave.
func (r *room) enter(ctx context.Context, size int64) bool {
	for !r.fits(size) {
		select {
		case <-r.freed:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

func (r *room) fits(size int64) bool {
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.taken > 0 && r.taken+size > r.size {
		return false
	}
	r.taken += size
	return true
}

func (r *room) leave(size int64) {
	r.lock.Lock()
	r.taken -= size
	r.lock.Unlock()
	select {
	case r.freed <- struct{}{}:
	default: // it is known already
	}
}

// memory is about what the task takes while it is worked on, in bytes: nothing for a container, which is read part by part.
func (t task) memory() int64 {
	if t.IsContainer() {
		return 0
	}
	return textMemory*t.Size + analysisMemory*min(t.Size, analysedText)
}
