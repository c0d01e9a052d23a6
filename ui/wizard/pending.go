package wizard

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"
)

// patience is after how many seconds the time is shown.
const patience = 3

// pending is a request whose answer the screen waits for, with a text and a spinner.
type pending struct {
	*call
	s         *session
	what      string
	spin      spinner.Model
	cancelled bool // cancelled; the answer is still to come

	since time.Time
}

func newPending(s *session, c *call, what string) *pending {
	return &pending{call: c, s: s, what: what, since: s.Clock(), spin: spinner.New(spinner.WithSpinner(spinner.MiniDot))}
}

// await starts a request and keeps it in *p until take.
func await[T any](s *session, p **pending, what string, do func(context.Context) (T, error)) tea.Cmd {
	call, cmd := request(s, do)
	*p = newPending(s, call, what)
	return tea.Batch(cmd, (*p).start())
}

// takeAnswer ends the wait for *p if the answer is its own, and reports so. The answer
// of an older request changes nothing.
func takeAnswer[T any](p **pending, a answer[T]) bool {
	if !(*p).owns(a.id) {
		return false
	}
	*p = nil
	return true
}

// owns reports whether the number of an answer is that of this request; false if there
// is no request.
func (p *pending) owns(id int) bool { return p != nil && p.call.owns(id) }

func (p *pending) start() tea.Cmd { return p.spin.Tick }

// update moves the spinner and takes the key that cancels.
func (p *pending) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case spinner.TickMsg:
		var cmd tea.Cmd
		p.spin, cmd = p.spin.Update(msg)
		return cmd
	case tea.KeyPressMsg:
		if key.Matches(msg, p.s.keys.Cancel) {
			p.cancelled = true
			p.cancel()
		}
	}
	return nil
}

func (p *pending) view() string {
	what := p.what
	if p.cancelled {
		what = p.s.tr.T("waiting.cancelling")
	}
	if n := int(p.s.Clock().Sub(p.since).Seconds()); n >= patience {
		what += " " + p.s.tr.T("waiting.seconds", "n", n)
	}
	return p.s.styles.Accent.Render(p.spin.View()) + " " + hang(wrap(what, p.s.width-2))
}

// crash is a panic outside of Update and View, on its way to Update. Bubble Tea itself
// prints the panic of a command over the wizard's screen, and does not catch one in
// another goroutine.
type crash struct{ report string }

// guarded is a command whose panic comes back as a message.
func guarded(do tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = newCrash(r)
			}
		}()
		return do()
	}
}

func newCrash(recovered any) crash {
	return crash{fmt.Sprintf("%v\n\n%s", recovered, debug.Stack())}
}

// maskPanic, deferred, keeps the auth token out of what is printed of a panic.
func (m *Model) maskPanic() {
	if r := recover(); r != nil {
		panic(m.Walk.MaskReport(fmt.Sprint(r)))
	}
}

// call is a request under way.
type call struct {
	id     int
	cancel context.CancelFunc
}

// owns reports whether the number of an answer is that of this call.
func (c *call) owns(id int) bool { return c != nil && c.id == id }

// answer is the result of a call.
type answer[T any] struct {
	id    int
	value T
	err   error
}

// request starts a call. Its result comes as an answer[T] with the number of the call.
// The call ends when it is cancelled or the step is left.
func request[T any](s *session, do func(context.Context) (T, error)) (*call, tea.Cmd) {
	s.calls++
	ctx, cancel := context.WithCancel(s.visit)
	c := &call{id: s.calls, cancel: cancel}
	return c, guarded(func() tea.Msg {
		defer cancel()
		v, err := do(ctx)
		return answer[T]{c.id, v, err}
	})
}
