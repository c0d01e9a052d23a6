package cli

import (
	"iter"
	"runtime"
	"sync"
)

// Inputs are handed out in batches, because handing over costs as much as
// judging a small file: the first ones alone, so that a few large files are
// shared out, and more at a time the more there are.
const (
	largestBatch = 32
	ahead        = 4 // batches that a worker may be ahead of the slowest one
)

// batch is a number of inputs, and where their results go.
type batch[In, Out any] struct {
	in  []In
	out chan []Out
}

// parallel works on inputs, as many at a time as there are processors, and yields the
// results in the order of the inputs. It holds a limited number of results. When the
// sequence has ended, all work has ended too, even if the reader stopped early.
func parallel[In, Out any](inputs iter.Seq[In], work func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		workers := runtime.GOMAXPROCS(0)
		queue := make(chan batch[In, Out], workers*ahead) // in order
		todo := make(chan batch[In, Out], workers*ahead)
		stop := make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		running.Go(func() { distribute(batches(inputs, workers), queue, todo, stop) })
		for range workers {
			running.Go(func() {
				for b := range todo {
					out := make([]Out, len(b.in))
					for i, in := range b.in {
						out[i] = work(in)
					}
					b.out <- out
				}
			})
		}
		for b := range queue {
			for _, out := range <-b.out {
				if !yield(out) {
					return
				}
			}
		}
	}
}

// distribute puts batches into both channels until stop is closed, and closes them.
func distribute[In, Out any](all iter.Seq[[]In], queue, todo chan<- batch[In, Out], stop <-chan struct{}) {
	defer close(queue)
	defer close(todo)
	for in := range all {
		b := batch[In, Out]{in, make(chan []Out, 1)}
		for _, c := range []chan<- batch[In, Out]{queue, todo} {
			select {
			case c <- b:
			case <-stop:
				return
			}
		}
	}
}

// batches cuts inputs into batches for a number of workers.
func batches[In any](inputs iter.Seq[In], workers int) iter.Seq[[]In] {
	return func(yield func([]In) bool) {
		var next []In
		seen := 0
		for in := range inputs {
			next = append(next, in)
			seen++
			if len(next) < min(seen/(workers*ahead), largestBatch) {
				continue
			}
			if !yield(next) {
				return
			}
			next = nil
		}
		if len(next) > 0 {
			yield(next)
		}
	}
}
