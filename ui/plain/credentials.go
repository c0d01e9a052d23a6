package plain

import (
	"context"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// credentials asks for the Account SID and the auth token, and Twilio about them.
func (s *session) credentials() (move, error) {
	s.heading("credentials")
	return move{}, sequence(
		func() error { return s.answer(walk.AccountSID) },
		func() error { return s.answer(walk.AuthToken) },
		s.checkCredentials,
	)
}

// checkCredentials asks Twilio for the account, and what to do where something is
// wrong with it.
func (s *session) checkCredentials() error {
	for !s.Walk.Checked() {
		client := s.Client()
		r, err := call(s, s.tr.T("credentials.checking"), func(ctx context.Context) (walk.Holder, error) {
			return walk.AskHolder(ctx, client)
		})
		if err != nil {
			return err
		}
		if r.err == nil {
			s.Walk.SetAccount(r.value.Account, r.value.Balance)
			break
		}
		s.Walk.NoteUnchecked(r.err)
		s.sayFailure(r.err)
		choice, err := s.choose(s.tr.T("credentials.now"), walk.AfterCheck(s.tr, nil, r.err))
		switch {
		case err != nil:
			return err
		case choice == walk.GoOn:
			return nil
		case choice == walk.Edit:
			return errBack
		}
	}
	checks := s.Walk.AccountChecks()
	if !walk.Worth(checks) {
		s.sayChecks(checks)
		return nil
	}
	s.sayChecks(walk.CredentialsToSay(checks))
	choice, err := s.choose(s.tr.T("credentials.now"), walk.AfterCheck(s.tr, checks, nil))
	if err == nil && choice == walk.Edit {
		return errBack
	}
	return err
}

func (s *session) sayChecks(checks []connector.Check) {
	for _, c := range checks {
		s.sayCheck(c)
	}
}
