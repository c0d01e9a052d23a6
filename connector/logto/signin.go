package logto

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"

	"logto-twilio/connector/signin"
)

const signInPath = "/api/sign-in-exp"

// SignInExperience reads the sign-in experience.
func (c *Client) SignInExperience(ctx context.Context) (signin.Experience, error) {
	e, err := c.experience(ctx)
	if err != nil {
		return signin.Experience{}, err
	}
	return e, nil
}

func (c *Client) experience(ctx context.Context) (signin.Experience, *CallError) {
	r := request{call: CallExperience, method: http.MethodGet, path: signInPath}
	body, fail := c.call(ctx, &r)
	if fail != nil {
		return signin.Experience{}, fail
	}
	e, err := signin.Decode(body)
	if err != nil {
		return signin.Experience{}, c.notLogto(r, http.StatusOK, "a sign-in experience that cannot be read")
	}
	return e, nil
}

// ErrSignInMoved is why ChangeSignIn does nothing where somebody has changed the
// sign-in experience since the plan was made: its lists are written whole.
var ErrSignInMoved = errors.New("logto: the sign-in experience was changed since it was looked at")

// SignInResult is what is known after a change of the sign-in experience. Its Outcome
// is Unchanged, Changed, Unverified, Different or Unknown.
type SignInResult struct {
	Outcome Outcome
	// Looked is set where Now is what was found after writing.
	Looked bool
	Now    signin.Experience
}

// ChangeSignIn carries a plan out: it reads again and does nothing where that is no
// longer plan.Before, writes, and reads back what is there then. A write whose answer
// was lost is never repeated: looking reports whether it arrived. When ctx ends,
// nothing more is asked of Logto, and the result says what is known.
//
// The error is ErrSignInMoved or a *CallError, as that of Push.
func (c *Client) ChangeSignIn(ctx context.Context, p signin.Plan) (SignInResult, error) {
	if p.Patch == nil {
		return SignInResult{Outcome: Unchanged}, nil
	}
	now, err := c.experience(ctx)
	if err != nil {
		return SignInResult{Outcome: Unchanged}, err
	}
	if !now.Equal(p.Before) {
		return SignInResult{Unchanged, true, now}, ErrSignInMoved
	}
	lost := c.patchSignIn(ctx, p.Patch)
	switch {
	case lost != nil && !lost.OutcomeUnknown:
		return SignInResult{Outcome: Unchanged}, lost
	case lost != nil && ctx.Err() != nil:
		return SignInResult{Outcome: Unknown}, lost
	}
	return c.readSignInBack(ctx, p.After, lost)
}

// patchSignIn writes. What Logto answers is not read but for being JSON: what is there
// is looked at.
func (c *Client) patchSignIn(ctx context.Context, body []byte) *CallError {
	r := request{call: CallEnable, method: http.MethodPatch, path: signInPath, contentType: "application/json", body: body}
	answer, err := c.call(ctx, &r)
	if err == nil && !json.Valid(answer) {
		return c.notLogto(r, http.StatusOK, "a page instead of the sign-in experience")
	}
	return err
}

// readSignInBack looks at what is there after a write, whose answer was lost where
// lost is not nil.
func (c *Client) readSignInBack(ctx context.Context, wanted signin.Experience, lost *CallError) (SignInResult, error) {
	now, err := c.experience(ctx)
	o, why := afterWrite(err == nil && now.Equal(wanted), Changed, lost, err)
	return SignInResult{Outcome: o, Looked: err == nil, Now: now}, why
}

// CAPTCHA looks whether there is a provider of a CAPTCHA. The answer, which holds its
// secret, is not read.
func (c *Client) CAPTCHA(ctx context.Context) (signin.Known, error) {
	r := request{call: CallCAPTCHA, method: http.MethodGet, path: "/api/captcha-provider"}
	body, err := c.call(ctx, &r)
	switch {
	case err != nil && err.HTTPStatus == http.StatusNotFound: // in an older Logto, the whole route
		return signin.No, nil
	case err != nil:
		return signin.Unknown, err
	case !isObject(body):
		return signin.Unknown, c.notLogto(r, http.StatusOK, "a page instead of an answer")
	}
	return signin.Yes, nil
}

// isObject reports whether a body is a JSON object.
func isObject(body []byte) bool {
	var object map[string]json.RawMessage
	return json.Unmarshal(body, &object) == nil && object != nil
}

// AccountCenter looks at the account center. One that this Logto does not have is not
// Known, without an error.
func (c *Client) AccountCenter(ctx context.Context) (signin.AccountCenter, error) {
	r := request{call: CallAccount, method: http.MethodGet, path: "/api/account-center"}
	body, err := c.call(ctx, &r)
	switch {
	case err != nil && err.HTTPStatus == http.StatusNotFound:
		return signin.AccountCenter{}, nil
	case err != nil:
		return signin.AccountCenter{}, err
	}
	var said struct {
		Enabled *bool
		Fields  map[string]json.RawMessage
	}
	if json.Unmarshal(body, &said) != nil || said.Enabled == nil {
		return signin.AccountCenter{}, c.notLogto(r, http.StatusOK, "an account center that cannot be read")
	}
	return signin.AccountCenter{Known: true, Enabled: *said.Enabled, Phone: text(said.Fields["phone"])}, nil
}

// Facts gathers what a plan has to know beside the sign-in experience, all at once.
// What could not be asked stays Unknown; the error is the first failure, and what is
// known is returned all the same.
func (c *Client) Facts(ctx context.Context) (signin.Facts, error) {
	var f signin.Facts
	var errs [3]error
	var all sync.WaitGroup
	all.Go(func() { f.SMS, f.Email, errs[0] = c.connectors(ctx) })
	all.Go(func() { f.CAPTCHA, errs[1] = c.CAPTCHA(ctx) })
	all.Go(func() { f.AccountCenter, errs[2] = c.AccountCenter(ctx) })
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

// connectors looks whether there are connectors for SMS and for e-mail. That there are
// too many of one kind to be listed says that there is one.
func (c *Client) connectors(ctx context.Context) (sms, email signin.Known, err error) {
	r := request{call: CallList, method: http.MethodGet, path: "/api/connectors"}
	body, fail := c.call(ctx, &r)
	if fail != nil {
		switch fail.Kind {
		case SeveralSMS:
			return signin.Yes, signin.Unknown, nil
		case SeveralEmail:
			return signin.Unknown, signin.Yes, nil
		case SeveralSocial:
			return signin.Unknown, signin.Unknown, nil
		}
		return signin.Unknown, signin.Unknown, fail
	}
	var list []listed
	if json.Unmarshal(body, &list) != nil {
		return signin.Unknown, signin.Unknown, c.notLogto(r, http.StatusOK, "a list of connectors that cannot be read")
	}
	sms, email = signin.No, signin.No
	for _, item := range list {
		if config, err := parseConfig(item.Config); err == nil {
			c.secrets.add(authTokens(config))
		}
		switch item.Type {
		case "Sms":
			sms = signin.Yes
		case "Email":
			email = signin.Yes
		}
	}
	return sms, email, nil
}
