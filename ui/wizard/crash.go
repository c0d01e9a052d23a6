package wizard

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// crash is a panic outside of Update and View, on its way to Update. Bubble Tea
// prints what it catches in a command while the wizard is still on the terminal,
// and catches nothing in other goroutines.
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
