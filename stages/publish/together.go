package publish

import (
	"errors"
	"runtime"
	"sync"
)

// AtATime is how much is worked on at a time: as much as is asked for, or one a core.
func AtATime(workers int) int {
	if workers > 0 {
		return workers
	}
	return runtime.GOMAXPROCS(0)
}

// Together does jobs that don't need each other, several at a time, begun in their order. Once one fails, none is begun.
func Together(workers int, jobs []func() error) error {
	errs := make([]error, len(jobs))
	var lock sync.Mutex
	next, failed := 0, false
	take := func() int {
		lock.Lock()
		defer lock.Unlock()
		if failed || next == len(jobs) {
			return -1
		}
		next++
		return next - 1
	}
	var running sync.WaitGroup
	for range min(AtATime(workers), len(jobs)) {
		running.Go(func() {
			for i := take(); i >= 0; i = take() {
				if errs[i] = jobs[i](); errs[i] != nil {
					lock.Lock()
					failed = true
					lock.Unlock()
				}
			}
		})
	}
	running.Wait()
	return errors.Join(errs...)
}
