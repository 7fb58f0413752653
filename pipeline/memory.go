package pipeline

import (
	"math"
	"runtime/debug"
	"sync"
)

// writingMemory is what the process aims to take while it settles and writes, in bytes. What is needed then does not grow with the
// corpus: rows on their way through, and what the writers hold of their files; but the garbage collector would let as much again
// lie about.
const writingMemory = 240 << 20

var frugal struct {
	sync.Mutex
	runs   int
	before int64
}

// beFrugal has the collector keep to so many bytes until done is called, where the user set no GOMEMLIMIT. Of several at once the
// first says how many.
func beFrugal(bytes int64) (done func()) {
	frugal.Lock()
	defer frugal.Unlock()
	if frugal.runs++; frugal.runs == 1 {
		if frugal.before = debug.SetMemoryLimit(-1); frugal.before == math.MaxInt64 {
			debug.SetMemoryLimit(bytes)
		}
	}
	return func() {
		frugal.Lock()
		defer frugal.Unlock()
		if frugal.runs--; frugal.runs == 0 {
			debug.SetMemoryLimit(frugal.before)
		}
	}
}
