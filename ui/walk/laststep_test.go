package walk

import (
	"slices"
	"testing"

	"logto-twilio/connector/logto"
)

// first is the usual choice.
func first(choices []Choice) string { return choices[0].Value }

// The end of the walk leads on to the last step until that is done, and says what is
// done, and what may be.
func TestEndOfTheLastStep(t *testing.T) {
	s := saved(t, "json")
	w := s.Walk
	w.TestNumber = "+15551234567"
	pushed := logto.Result{Outcome: logto.Pushed}
	w.NotePush("t.logto.app", logto.Plan{}, pushed)
	if first(s.AtTheEnd(english)) != Enable || first(w.AfterPush(english, pushed, nil, false)) != Enable || s.WhatNext(english).Link == "" {
		t.Errorf("a push does not lead on: %+v", s.AtTheEnd(english))
	}
	w.BeginEnable("t.logto.app")
	if got := s.WhatNext(english).Warnings; !slices.Contains(got, english.T("done.changing", "host", "t.logto.app")) {
		t.Errorf("left while it was changed: %q", got)
	}
	w.NoteEnable("t.logto.app", logto.SignInResult{Outcome: logto.Unknown}, nil)
	if w.LastStep.Used != "" || len(s.WhatNext(english).Warnings) != 0 {
		t.Errorf("what may be changed: %+v", w.LastStep)
	}
	w.NoteEnable("t.logto.app", logto.SignInResult{Outcome: logto.Changed}, nil)
	next := s.WhatNext(english)
	if first(s.AtTheEnd(english)) != Finish || next.Link != "" || !slices.Contains(next.Steps, english.T("save.next.used")) {
		t.Errorf("after the change: %+v, %+v", s.AtTheEnd(english), next)
	}
	w.BeginProof()
	if got := s.WhatNext(english).Warnings; !s.AsksToQuit() || !slices.Contains(got, english.T("done.not-proved", "number", w.TestNumber)) {
		t.Errorf("left while a code was sent: %q", got)
	}
	w.NoteProof(nil)
	w.LastStep.Proof.NoteCheck(nil)
	if got := s.WhatNext(english); s.AsksToQuit() || len(got.Warnings) != 0 || !slices.Contains(got.Done, english.T("done.proved", "number", w.TestNumber)) {
		t.Errorf("after the proof: %+v", got)
	}
}
