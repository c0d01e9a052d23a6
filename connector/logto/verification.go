package logto

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"logto-twilio/connector/jsondoc"
)

// SendCode asks Logto to send a code of its own to a phone, as it does for a user: the
// template for Generic. phone is a number in E.164. It is asked once at most: an error
// whose outcome is unknown may stand for an SMS that was sent.
//
// Kinds of its own: RateLimited (more than ten to this number in ten minutes, since
// Logto 1.41), NoConnector, TwilioRefused, TwilioSilent.
func (c *Client) SendCode(ctx context.Context, phone string) error {
	return c.post(ctx, CallSendCode, "/api/verification-codes", `{"phone":`+quoteDigits(phone)+`}`)
}

// VerifyCode has Logto check the code that arrived on a phone, blanks left out. It is
// asked once at most: a code that is right is used up by it. Without an error Logto
// recognised it, which proves the whole way.
//
// Kinds of its own: WrongCode, CodeExpired, NoCode (none was sent to that number, or it
// was used before), CodeTries (wrong too often).
func (c *Client) VerifyCode(ctx context.Context, phone, code string) error {
	code = strings.Join(strings.Fields(code), "")
	return c.post(ctx, CallVerifyCode, "/api/verification-codes/verify",
		`{"phone":`+quoteDigits(phone)+`,"verificationCode":`+jsondoc.Quote(code)+`}`)
}

// quoteDigits is a number as Logto takes it, in JSON: digits alone.
func quoteDigits(phone string) string { return jsondoc.Quote(strings.TrimPrefix(phone, "+")) }

// post makes a call that Logto answers with 204.
func (c *Client) post(ctx context.Context, call Call, path, body string) error {
	r := request{call: call, method: http.MethodPost, path: path, contentType: "application/json", body: []byte(body)}
	answer, err := c.call(ctx, &r)
	switch {
	case err != nil:
		return err
	case len(answer) > 0 && !json.Valid(answer):
		return c.notLogto(r, http.StatusOK, "a page instead of an answer")
	}
	return nil
}
