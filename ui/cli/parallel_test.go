package cli

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// upTo yields the numbers below n and counts those that were taken.
func upTo(n int, taken *atomic.Int64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 5000} {
		var taken atomic.Int64
		next := 0
		for got := range parallel(upTo(n, &taken), func(i int) int {
			if i%3 == 0 {
				runtime.Gosched() // the others overtake
			}
			return i * 2
		}) {
			if got != next*2 {
				t.Fatalf("of %d: %d in place %d", n, got, next)
			}
			next++
		}
		if next != n {
			t.Errorf("%d results of %d", next, n)
		}
	}
}

// TestInOrderIsBounded lets the first input wait until nothing moves any more:
// what is taken meanwhile is no more than is held.
func TestInOrderIsBounded(t *testing.T) {
	var taken atomic.Int64
	hold := make(chan struct{})
	results := parallel(upTo(1_000_000, &taken), func(i int) int {
		if i == 0 {
			<-hold
		}
		return i
	})
	go func() {
		still := 0
		for last := int64(0); still < 10_000; runtime.Gosched() {
			now := taken.Load()
			if still++; now == 0 || now != last {
				still = 0
			}
			last = now
		}
		close(hold)
	}()
	// In the two channels, at the workers, and at both ends.
	most := int64(runtime.GOMAXPROCS(0)*(2*ahead+1)+2) * largestBatch
	for i := range results {
		if early := taken.Load() - int64(i); early > most {
			t.Fatalf("%d inputs are taken ahead of result %d, at most %d are wanted", early, i, most)
		}
	}
}

// TestInOrderEndsEarly stops in the middle: no work is going on after that.
func TestInOrderEndsEarly(t *testing.T) {
	var taken, running atomic.Int64
	var got []int
	for i := range parallel(upTo(100_000, &taken), func(i int) int {
		running.Add(1)
		defer running.Add(-1)
		return i
	}) {
		if got = append(got, i); len(got) == 3 {
			break
		}
	}
	if !slices.Equal(got, []int{0, 1, 2}) || running.Load() != 0 || taken.Load() > 10_000 {
		t.Errorf("got %v, %d at work, %d taken", got, running.Load(), taken.Load())
	}
}
