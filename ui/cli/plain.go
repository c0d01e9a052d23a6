package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/plain"
	"logto-twilio/ui/walk"
)

// runPlain asks the walk line by line. kept is where the draft is, nil where none
// is kept.
func (a *app) runPlain(setup walk.Setup, kept *drafts) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	o := plain.Options{Setup: setup, In: a.In, Out: a.Out}
	if f, ok := a.In.(*os.File); ok {
		o.Hide = func() func() { return hideTyping(f.Fd()) }
	}
	o.Size = sizeOf(a.Out)
	err := plain.Run(ctx, o)
	var crash *plain.Crash
	switch {
	case err == nil:
		return nil
	case errors.As(err, &crash):
		fmt.Fprintln(a.Err, crash.Report)
		return &failure{said: i18n.Message{Message: a.T("cli.crashed"), Hint: a.draftHint(kept)}, exit: exitProblem}
	}
	return &failure{said: i18n.Message{Hint: a.draftHint(kept)}, exit: exitInterrupted}
}

// hideTyping stops the echo of a terminal until show is called.
func hideTyping(fd uintptr) (show func()) {
	before, err := term.GetState(fd)
	if err != nil {
		return func() {}
	}
	hidden := *before
	withoutEcho(&hidden)
	if term.SetState(fd, &hidden) != nil {
		return func() {}
	}
	return func() { _ = term.SetState(fd, before) }
}

// sizeOf asks a terminal for its size, as it is at each call; nil where out is none.
func sizeOf(out io.Writer) func() (width, height int) {
	f, ok := out.(*os.File)
	if !ok {
		return nil
	}
	return func() (int, int) {
		width, height, err := term.GetSize(f.Fd())
		if err != nil {
			return 0, 0
		}
		return width, height
	}
}
