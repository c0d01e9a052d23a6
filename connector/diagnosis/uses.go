package diagnosis

import (
	"errors"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// refused reports whether asking again would come to the same.
func refused(err error) bool {
	var call *logto.CallError
	return errors.As(err, &call) && !call.Unavailable() && call.Kind != logto.Canceled
}

// sms is whether there is a connector for SMS.
func (s Survey) sms() signin.Known {
	state := s.State.Value
	switch {
	case !s.State.Known(), state.Hidden != "":
		return s.Facts.SMS
	case state.Several, len(state.SMS) > 0:
		return signin.Yes
	}
	return signin.No
}

// uses judges what SMS is used for. Without a connector it is used for nothing, which
// was said.
func (s Survey) uses() []account.Check {
	facts := s.Facts
	facts.SMS = s.sms()
	switch {
	case !s.Experience.Asked, facts.SMS == signin.No:
		return nil
	case s.Experience.Err != nil:
		return []account.Check{unanswered(SMSUseUnknown, s.Experience.Err)}
	}
	e := s.Experience.Value
	uses := signin.Uses(e, facts)
	checks := []account.Check{used(uses)}
	for _, u := range uses {
		if u.Use == signin.SignUp && u.State == signin.On {
			checks = append(checks, captcha(e, facts)...)
		}
	}
	return append(checks, s.lives(e.CodeLife())...)
}

// used names what SMS is used for.
func used(uses []signin.Usage) account.Check {
	var on []signin.Use
	for _, u := range uses {
		if u.State == signin.On {
			on = append(on, u.Use)
		}
	}
	switch {
	case signin.NeverUsed(uses):
		return check(SMSNeverUsed, account.CheckWarning)
	case len(on) == 0:
		return check(SMSUseUnknown, account.CheckUnknown)
	}
	c := check(SMSUsed, account.CheckOK)
	c.Args["uses"] = on
	return c
}

// captcha judges what stands before a sign-up that is open to anyone; nothing to say
// where it is a CAPTCHA.
func captcha(e signin.Experience, f signin.Facts) []account.Check {
	switch code := e.Strangers(f); code {
	case signin.OpenSignUp, signin.OpenSignUpCAPTCHAOff:
		return []account.Check{check(problem.Code(code), account.CheckWarning)}
	case signin.OpenSignUpCAPTCHAUnknown:
		return []account.Check{check(problem.Code(code), account.CheckUnknown)}
	}
	return nil
}

// lives judges what the texts say of how long a code lives, those that say the same
// together.
func (s Survey) lives(life time.Duration) (checks []account.Check) {
	texts := map[time.Duration][]string{}
	var said []time.Duration // in the order of the texts
	for _, m := range signin.WrongLives(s.Document, life) {
		if texts[m.Said] == nil {
			said = append(said, m.Said)
		}
		texts[m.Said] = append(texts[m.Said], string(m.Usage))
	}
	for _, d := range said {
		c := check(CodeOutlivesText, account.CheckWarning)
		if life < d {
			c.Code = TextOutlivesCode
		}
		c.Args["usageTypes"], c.Args["said"], c.Args["lives"] = texts[d], d, life
		checks = append(checks, c)
	}
	return checks
}
