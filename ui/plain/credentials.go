package plain

import (
	"context"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// credentials asks for the Account SID and the auth token, and Twilio about them.
func (s *session) credentials() (move, error) {
	s.heading("credentials")
	return move{}, sequence(
		s.accountSID,
		s.tokenAndHost,
		s.checkCredentials,
	)
}

// accountSID asks for the Account SID. Another answer asks for another region.
func (s *session) accountSID() error {
	q := s.of(walk.AccountSID)
	q.aside = func(answer string) bool {
		if s.Walk.HostAsked || !strings.EqualFold(answer, s.tr.T("plain.region")) {
			return false
		}
		s.Walk.AskHost()
		s.say(s.tr.T("plain.region-asked"))
		return true
	}
	value, err := s.text(q)
	if err == nil {
		walk.AccountSID.Set(s.Walk, value)
	}
	return err
}

// tokenAndHost asks for the auth token and, where that is a question, the host.
func (s *session) tokenAndHost() error {
	for {
		if err := s.answer(walk.AuthToken); err != nil {
			return err
		}
		if isBack, err := back(s.host()); !isBack {
			return err
		}
	}
}

// host asks for the host of another region, where that is a question.
func (s *session) host() error {
	if !s.Walk.HostAsked {
		return nil
	}
	return s.answer(walk.Host)
}

// checkCredentials asks Twilio for the account, and what to do where something is
// wrong with it.
func (s *session) checkCredentials() error {
	for !s.Walk.Checked() {
		client := s.Client()
		r, err := call(s, s.tr.T("credentials.checking"), func(ctx context.Context) (walk.Owner, error) {
			return walk.AskOwner(ctx, client)
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
		choice, err := s.choose(s.tr.T("credentials.now"), s.Walk.AfterCheck(s.tr, nil, r.err))
		switch {
		case err != nil:
			return err
		case choice == walk.GoOn:
			return nil
		case choice == walk.Edit:
			return errBack
		case choice == walk.Region:
			s.Walk.AskHost()
			if err := s.host(); err != nil {
				return err
			}
		}
	}
	checks := s.Walk.AccountChecks()
	if !walk.Worth(checks) {
		s.sayChecks(checks)
		return nil
	}
	s.sayChecks(walk.CredentialsToSay(checks))
	choice, err := s.choose(s.tr.T("credentials.now"), s.Walk.AfterCheck(s.tr, checks, nil))
	if err == nil && choice == walk.Edit {
		return errBack
	}
	return err
}

func (s *session) sayChecks(checks []account.Check) {
	for _, c := range checks {
		s.sayCheck(c)
	}
}
