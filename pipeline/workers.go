package pipeline

import (
	"context"
	"iter"
	"sync"

	"ties.dev/ties/stages/publish"
)

// work does the work for every item on several workers, and gives the results as they are done, in any order. No more items are
// taken than are worked on, and no more than there is room for; what an item takes of memory, in bytes, is given back when its result
// is done with. Once the context is done, or nobody asks for results, no further item is begun.
func work[In, Out any](ctx context.Context, items iter.Seq[In], workers int, memory func(In) int64, do func(In) Out) iter.Seq[Out] {
	type result struct {
		out    Out
		memory int64
	}
	return func(yield func(Out) bool) {
		ctx, stop := context.WithCancel(ctx)
		todo, done, room := make(chan In, batch), make(chan result, batch), newRoom(workers)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		running.Go(func() { feed(ctx, items, todo, func(item In) bool { return room.enter(ctx, memory(item)) }) })
		for range publish.AtATime(workers) {
			running.Go(func() {
				for item := range todo {
					select {
					case done <- result{do(item), memory(item)}:
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
		for r := range done {
			if !yield(r.out) {
				return
			}
			room.leave(r.memory)
		}
	}
}

// batch is how many items wait for a worker, or for the one who gathers: enough that neither waits for the other.
const batch = 64

func feed[In any](ctx context.Context, items iter.Seq[In], todo chan<- In, enter func(In) bool) {
	defer close(todo)
	for item := range items {
		if ctx.Err() != nil || !enter(item) {
			return
		}
		select {
		case todo <- item:
		case <-ctx.Done():
			return
		}
	}
}
