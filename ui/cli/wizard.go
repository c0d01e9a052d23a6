package cli

import (
	"errors"
	"fmt"
	"math"
	"os"
	"os/signal"
	"slices"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
	"logto-twilio/ui/wizard"
)

// framesPerSecond is Bubble Tea's maximum: a key shows after 8 ms instead of 16.
const framesPerSecond = 120

// runWizard runs the wizard to its end and says what came of it. kept is where
// the draft is, nil where none is kept.
func runWizard(env Env, tr i18n.Printer, setup walk.Setup, kept *drafts) error {
	m := wizard.New(wizard.Options{Setup: setup, OpenURL: env.OpenURL, Suspend: canSuspend(), Dark: true})
	p := tea.NewProgram(m, tea.WithInput(env.In), tea.WithOutput(env.Out),
		tea.WithEnvironment(env.Environ), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	stop := onSignals(p)
	defer stop()
	_, err := p.Run()
	if err != nil && kept != nil && setup.Walk.Unsaved() {
		_ = kept.Save(math.MaxInt, setup.Walk.Draft()) // after whatever the wizard saved
	}
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return &failure{i18n.Message{Message: tr.T("cli.crashed"), Hint: draftHint(tr, kept)}, exitProblem}
	case errors.Is(err, tea.ErrInterrupted):
		return &failure{i18n.Message{Hint: draftHint(tr, kept)}, exitInterrupted}
	case err != nil:
		return &failure{tr.Failure(err), exitProblem}
	}
	if setup.Walk.Saved() != "" {
		sayWhatNext(env, setup.WhatNext(tr), tr)
	}
	if m.Left && setup.Walk.Saved() == "" {
		return &failure{i18n.Message{Hint: draftHint(tr, kept)}, exitInterrupted}
	}
	return nil
}

// sayWhatNext leaves on the terminal what the last screen said.
func sayWhatNext(env Env, next walk.WhatNext, tr i18n.Printer) {
	for _, line := range slices.Concat(next.Done, next.Warnings) {
		tell(env, line)
	}
	fmt.Fprintln(env.Err)
	tell(env, tr.T("save.next"))
	for i, step := range next.Steps {
		tell(env, fmt.Sprintf("%d. %s", i+1, step))
	}
	fmt.Fprintln(env.Err, next.Link) // whole: it is to be clicked or copied
	if next.Repeat != "" {
		fmt.Fprintln(env.Err)
		tell(env, tr.T("done.generate"))
		fmt.Fprintln(env.Err, next.Repeat)
	}
}

// onSignals ends the program when it is told to, or when the terminal goes away:
// as interrupted, which for SIGTERM Bubble Tea's own handler would not say.
func onSignals(p *tea.Program) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		select {
		case <-c:
			p.Send(tea.InterruptMsg{})
		case <-done:
		}
	}()
	return func() { signal.Stop(c); close(done) }
}

// draftHint says where the answers are, "" where no draft holds them.
func draftHint(tr i18n.Printer, kept *drafts) string {
	if kept == nil || kept.Path() == "" {
		return ""
	}
	return tr.T("cli.draft-kept", "file", kept.Path())
}
