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
	ctx, end := s.lasting()
	defer end()
	done, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		s.stillThere(what, done)
	}()
	var r reply[T]
	func() {
		defer func() { close(done); <-over }() // also when it panics
		r.value, r.err = do(ctx)
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

// lasting is the context of a call. It ends with the walk's own, but for a request that
// is billed: then it is said that the request may be carried out all the same, and the
// answer is waited for. end ends it.
func (s *session) lasting() (ctx context.Context, end func()) {
	most, said := s.WaitToLeave(s.tr)
	if most == 0 {
		return context.WithCancel(s.ctx)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(s.ctx))
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
		case <-s.Insist.Done():
			return
		default:
		}
		s.say("", said) // below the ^C that the terminal shows
		select {
		case <-settled:
		case <-ctx.Done():
		case <-s.Insist.Done():
		case <-time.After(most):
		}
	}()
	return ctx, func() { s.settled(); cancel(); <-over }
}
