package cli

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
	"logto-twilio/ui/wizard"
)

// framesPerSecond is Bubble Tea's maximum: a key shows after 8 ms instead of 16.
const framesPerSecond = 120

// runWizard runs the wizard to its end and says what came of it.
func runWizard(env Env, tr i18n.Printer, opts wizard.Options) error {
	m := wizard.New(opts)
	p := tea.NewProgram(m, tea.WithInput(env.In), tea.WithOutput(env.Out),
		tea.WithEnvironment(env.Environ), tea.WithFPS(framesPerSecond))
	stop := onHangup(p)
	defer stop()
	_, err := p.Run()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return &failure{i18n.Said{Message: tr.T("cli.crashed"), Hint: draftHint(tr, opts)}, exitProblem}
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, tea.ErrProgramKilled):
		return &failure{i18n.Said{Hint: draftHint(tr, opts)}, exitInterrupted}
	case err != nil:
		return &failure{tr.Failure(err), exitProblem}
	}
	if opts.Walk.Saved != "" {
		fmt.Fprintln(env.Err, tr.T("cli.saved", "file", opts.Walk.Saved))
		fmt.Fprintln(env.Err, tr.T("save.next.steps"), walk.LogtoEnableSMS(string(tr.Lang())))
	}
	if m.Left && opts.Walk.Saved == "" {
		return &failure{code: exitInterrupted}
	}
	return nil
}

// onHangup ends the program when the terminal goes away; Bubble Tea itself
// knows SIGINT and SIGTERM only.
func onHangup(p *tea.Program) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		select {
		case <-c:
			p.Kill()
		case <-done:
		}
	}()
	return func() { signal.Stop(c); close(done) }
}

// draftHint says where the answers are.
func draftHint(tr i18n.Printer, opts wizard.Options) string {
	if opts.Drafts == nil {
		return ""
	}
	return tr.T("cli.draft-kept")
}
