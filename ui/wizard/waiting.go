package wizard

import (
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"
)

// patience is after how many seconds the time is shown.
const patience = 3

// waiting is a call under way, with what it waits for. Its spinner is the only
// thing that moves on the screen, and stops with the call.
type waiting struct {
	*call
	s    *session
	what string
	spin spinner.Model
	done bool // cancelled; the answer is still to come

	since time.Time
}

func newWaiting(s *session, c *call, what string) *waiting {
	return &waiting{call: c, s: s, what: what, since: s.Clock(), spin: spinner.New(spinner.WithSpinner(spinner.MiniDot))}
}

func (w *waiting) start() tea.Cmd { return w.spin.Tick }

// update moves the spinner and takes the key that cancels.
func (w *waiting) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case spinner.TickMsg:
		var cmd tea.Cmd
		w.spin, cmd = w.spin.Update(msg)
		return cmd
	case tea.KeyPressMsg:
		if key.Matches(msg, w.s.keys.Cancel) {
			w.done = true
			w.cancel()
		}
	}
	return nil
}

func (w *waiting) view() string {
	what := w.what
	if w.done {
		what = w.s.tr.T("waiting.cancelling")
	}
	if n := int(w.s.Clock().Sub(w.since).Seconds()); n >= patience {
		what += " " + w.s.tr.T("waiting.seconds", "n", n)
	}
	return w.s.styles.Accent.Render(w.spin.View()) + " " + hang(wrap(what, w.s.width-2))
}
