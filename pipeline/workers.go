package pipeline

import (
	"context"
	"iter"
	"sync"

	"ties.dev/ties/stages/publish"
)

// work does the work for every item on several workers, and gives the results as they are done, in any order. No more items are
// taken than are worked on. Once the context is done, or nobody asks for results, no further item is begun.
func work[In, Out any](ctx context.Context, items iter.Seq[In], workers int, do func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, stop := context.WithCancel(ctx)
		todo, done := make(chan In, batch), make(chan Out, batch)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		running.Go(func() { feed(ctx, items, todo) })
		for range publish.AtATime(workers) {
			running.Go(func() {
				for item := range todo {
					select {
					case done <- do(item):
					case <-ctx.Done():
						return
					}
				}
			})
		}
		go func() {
			running.Wait()
			close(done)
		}()
		for out := range done {
			if !yield(out) {
				return
			}
		}
	}
}

// batch is how many items wait for a worker, or for the one who gathers: enough that neither waits for the other.
const batch = 64

func feed[In any](ctx context.Context, items iter.Seq[In], todo chan<- In) {
	defer close(todo)
	for item := range items {
		if ctx.Err() != nil {
			return
		}
		select {
		case todo <- item:
		case <-ctx.Done():
			return
		}
	}
}
