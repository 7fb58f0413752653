package pipeline

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// inOrder does the work for every item on several workers and gives the results in the order of the items. Once the context is
// done no further item is begun, and what is left has no result.
func inOrder[In, Out any](ctx context.Context, items []In, workers int, do func(In) Out) []Out {
	results := make([]Out, len(items))
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(atATime(workers), len(items)) {
		running.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(items) || ctx.Err() != nil {
					return
				}
				results[i] = do(items[i])
			}
		})
	}
	running.Wait()
	return results
}

// atATime is how many workers a run has: as many as are asked for, or one a core.
func atATime(workers int) int {
	if workers > 0 {
		return workers
	}
	return runtime.GOMAXPROCS(0)
}
