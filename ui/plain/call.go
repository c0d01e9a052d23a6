package plain

import (
	"context"
	"sync"
	"time"

	"logto-twilio/ui/walk"
)

// patience is after how long, each time, it is said that a call still runs.
const patience = 10 * time.Second

// reply is what came of a call.
type reply[T any] struct {
	value T
	err   error
}

// call says what it waits for and does it. The error is that of the context alone,
// which ends the call; what came of it is in the reply.
func call[T any](s *session, what string, do func(context.Context) (T, error)) (reply[T], error) {
	s.say(what)
	parent, most, said := s.ctx, time.Duration(0), ""
	if most, said = s.WaitToLeave(s.tr); most > 0 {
		parent = s.Insist
	}
	var cancel func()
	s.calling, cancel = context.WithCancel(parent)
	defer cancel()
	if most > 0 {
		defer s.outlast(s.calling, cancel, most, said)()
	}
	done, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		s.stillThere(what, done)
	}()
	var r reply[T]
	func() {
		defer func() { close(done); <-over }() // also when it panics
		r.value, r.err = do(s.calling)
	}()
	if s.ctx.Err() == nil {
		return r, nil
	}
	if walk.Unsure(r.err) { // it may have cost something
		s.endLine()
		s.sayFailure(r.err)
	}
	return r, s.ctx.Err()
}

// stillThere says from time to time that a call is under way.
func (s *session) stillThere(what string, done <-chan struct{}) {
	ticker := time.NewTicker(patience)
	defer ticker.Stop()
	for n := 1; ; n++ {
		select {
		case <-done:
			return
		case <-ticker.C:
			s.say(s.tr.T("plain.in", "place", what, "what", s.tr.T("waiting.seconds", "n", n*int(patience.Seconds()))))
		}
	}
}

// outlast lets a request that is billed go on when the walk ends: it says that the request
// may be carried out all the same, and the answer is waited for, most at most; then cancel
// ends the request. The result ends all that.
func (s *session) outlast(ctx context.Context, cancel func(), most time.Duration, said string) (end func()) {
	settled, over := make(chan struct{}), make(chan struct{})
	s.settled = sync.OnceFunc(func() { s.Walk.EndSpending(); close(settled) })
	go func() {
		defer close(over)
		defer cancel()
		select {
		case <-s.ctx.Done():
		case <-ctx.Done():
			return
		}
		select {
		case <-settled:
			return
		case <-ctx.Done():
			return
		default:
		}
		s.say("", said) // below the ^C that the terminal shows
		select {
		case <-settled:
		case <-ctx.Done():
		case <-time.After(most):
		}
	}()
	return func() { s.settled(); cancel(); <-over }
}
