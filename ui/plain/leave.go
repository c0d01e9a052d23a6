package plain

import (
	"errors"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// ended says what the end of the input ends: nothing is left to do where all is
// in a file.
func (s *session) ended() error {
	s.endLine()
	if w := s.Walk; w.Saved() != "" && !w.Unsaved() {
		s.say(s.tr.T("plain.finished", "file", s.Place(w.Saved())))
		return nil
	}
	s.say(s.tr.T("plain.left"))
	return ErrLeft
}

// keepDraft writes the answers down, so that a killed terminal loses nothing.
func (s *session) keepDraft() {
	if s.Drafts == nil || s.Walk.Saved() != "" && !s.Walk.Unsaved() {
		return
	}
	s.serial++
	if err := s.Drafts.Save(s.serial, s.Walk.Draft()); err != nil {
		s.sayStatus(warns, i18n.Message{Message: s.tr.T("draft.not-kept")})
	}
}

// forgetDraft removes the draft: the answers are in a file, or not wanted.
func (s *session) forgetDraft() {
	if s.Drafts == nil {
		return
	}
	s.serial++
	s.Drafts.Remove(s.serial)
}

// leave keeps what would be lost.
func (s *session) leave() {
	if s.Walk.Unsaved() {
		s.keepDraft()
	} else if s.Walk.Saved() == "" {
		s.forgetDraft()
	}
}

// quit asks what becomes of answers that are not saved, and returns ErrLeft unless
// the person stays.
func (s *session) quit() error {
	q := s.Quitting(s.tr)
	s.say("", q.Title, q.Why)
	choice, err := s.choose("", q.Choices)
	switch {
	case errors.Is(err, errBack), err == nil && choice == walk.QuitStay:
		return nil
	case err != nil:
		return err
	case choice == walk.QuitKeep:
		s.keepDraft()
	default:
		s.forgetDraft()
	}
	return ErrLeft
}
