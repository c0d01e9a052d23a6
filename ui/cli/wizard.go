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
func (a *app) runWizard(setup walk.Setup, kept *drafts) error {
	m := wizard.New(wizard.Options{Setup: setup, OpenURL: a.OpenURL, Suspend: canSuspend(), Dark: true})
	p := tea.NewProgram(m, tea.WithInput(a.In), tea.WithOutput(a.Out),
		tea.WithEnvironment(a.Environ), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	stop := onSignals(p)
	defer stop()
	_, err := p.Run()
	if err != nil && kept != nil && setup.Walk.Unsaved() {
		_ = kept.Save(math.MaxInt, setup.Walk.Draft()) // after whatever the wizard saved
	}
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return &failure{said: i18n.Message{Message: a.T("cli.crashed"), Hint: a.draftHint(kept)}, exit: exitProblem}
	case errors.Is(err, tea.ErrInterrupted):
		return &failure{said: i18n.Message{Hint: a.draftHint(kept)}, exit: exitInterrupted}
	case err != nil:
		return a.failed(err)
	}
	if setup.Walk.Saved() != "" {
		a.sayWhatNext(setup.WhatNext(a.Printer))
	}
	if m.Left && setup.Walk.Saved() == "" {
		return &failure{said: i18n.Message{Hint: a.draftHint(kept)}, exit: exitInterrupted}
	}
	return nil
}

// sayWhatNext leaves on the terminal what the last screen said.
func (a *app) sayWhatNext(next walk.WhatNext) {
	for _, line := range slices.Concat(next.Done, next.Warnings) {
		a.tell(line)
	}
	fmt.Fprintln(a.Err)
	a.tell(a.T("save.next"))
	for i, step := range next.Steps {
		a.tell(fmt.Sprintf("%d. %s", i+1, step))
	}
	if next.Link != "" {
		fmt.Fprintln(a.Err, next.Link) // whole: it is to be clicked or copied
	}
	if next.Repeat != "" {
		fmt.Fprintln(a.Err)
		a.tell(a.T("done.generate"))
		fmt.Fprintln(a.Err, next.Repeat)
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
func (a *app) draftHint(kept *drafts) string {
	if kept == nil || kept.Path() == "" {
		return ""
	}
	return a.T("cli.draft-kept", "file", kept.Path())
}
