package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/plain"
	"logto-twilio/ui/walk"
)

// runPlain asks the walk line by line. kept is where the draft is, nil where none
// is kept.
func (a *app) runPlain(setup walk.Setup, kept *drafts) error {
	ctx, insist, stop := leaving()
	defer stop()
	o := plain.Options{Setup: setup, In: a.In, Out: a.Out, Insist: insist}
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

// leaving is a context that ends with the first signal, and one that ends when waiting
// must end too: with SIGTERM, SIGHUP or a second Ctrl+C. A wrapper may pass one Ctrl+C on
// twice, so that only one that comes deafAfter later counts.
func leaving() (ctx, insist context.Context, stop func()) {
	ctx, leave := context.WithCancel(context.Background())
	insist, now := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		var first time.Time
		for {
			select {
			case <-insist.Done():
				return
			case got := <-signals:
				if got != os.Interrupt || !first.IsZero() && time.Since(first) > deafAfter {
					now()
				}
				if first.IsZero() {
					first = time.Now()
				}
				leave()
			}
		}
	}()
	return ctx, insist, func() { signal.Stop(signals); leave(); now() }
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
