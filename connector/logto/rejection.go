package logto

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/links"
	"logto-twilio/connector/remote"
)

// maxWords bounds what an error says, in code points, and maxIssues how many
// issues it has.
const (
	maxWords  = 300
	maxIssues = 20
)

// rejection is what Logto says when it refuses. Its fields are read one by one:
// one of another type than it should have stays empty.
type rejection struct {
	code, message string
	issues        []Issue
	raw           string // data.message: of connector.general, Twilio's answer as a text
	claim         string // data.claim: of auth.unauthorized, what of the token is not as it should be
	structured    bool   // there is a code or a message, as in all of Logto's refusals
}

// parseRejection reads a body, which may be anything.
func parseRejection(body []byte) (r rejection) {
	var fields struct {
		Code, Message, Description json.RawMessage
		Data                       struct{ Message, Issues, Claim json.RawMessage }
	}
	object := map[string]json.RawMessage{}
	if json.Unmarshal(body, &object) != nil {
		return r
	}
	fields.Code, fields.Message, fields.Description = object["code"], object["message"], object["error_description"]
	_ = json.Unmarshal(object["data"], &fields.Data) // data may be of any type
	r.code, r.message = text(fields.Code), text(fields.Message)
	if description := text(fields.Description); description != "" {
		r.message += " (" + description + ")"
	}
	r.raw, r.issues, r.claim = text(fields.Data.Message), parseIssues(fields.Data.Issues), text(fields.Data.Claim)
	r.structured = r.code != "" || r.message != ""
	return r
}

// text is a JSON string, "" for everything else.
func text(raw json.RawMessage) (s string) {
	_ = json.Unmarshal(raw, &s) // anything but a string leaves s empty
	return s
}

// parseIssues reads the issues of a ZodError.
func parseIssues(raw json.RawMessage) []Issue {
	var list []struct {
		Message string
		Path    []any // keys, and indexes as numbers
	}
	_ = json.Unmarshal(raw, &list) // what can be read of it
	var issues []Issue
	for _, item := range list[:min(len(list), maxIssues)] {
		path := ""
		for _, step := range item.Path {
			path += "/" + fmt.Sprint(step)
		}
		issues = append(issues, Issue{path, item.Message})
	}
	return issues
}

// rejected is the failure of an attempt that was answered, but not with a
// success. A 4xx is a certain refusal, with Logto's JSON or without, unless a gateway
// only gave up waiting; after that, a 5xx or a 1xx what was to be written may have been. So may an SMS that Twilio, asked by
// Logto, answered with trouble of its own.
func (c *Client) rejected(r request, answer *http.Response, body []byte) *CallError {
	refusal := parseRejection(body)
	status := answer.StatusCode
	e := c.failed(r, kindOf(r.call, status, refusal), refusal.message)
	e.HTTPStatus, e.Code = status, c.line(r, refusal.code)
	e.RetryAfter = remote.RetryAfter(answer.Header)
	e.OutcomeUnknown = r.writes() && (e.Kind == ServerError || e.Kind == TwilioSilent || status < http.StatusOK)
	for _, issue := range refusal.issues {
		e.Issues = append(e.Issues, Issue{c.line(r, issue.Path), c.line(r, issue.Message)})
	}
	switch e.Kind {
	case Redirected:
		if to, err := answer.Request.URL.Parse(answer.Header.Get("Location")); err == nil {
			e.Location = c.line(r, to.Scheme+"://"+to.Host)
		}
	case TwilioRefused:
		e.Twilio = c.twilio(r, refusal.raw)
		e.OutcomeUnknown = e.Twilio.OutcomeUnknown
	case Unauthorized, WrongAudience, WrongIssuer:
		c.token.set("", time.Time{})
	}
	return e
}

// kinds are the kinds of Logto's codes. Those of a status alone are not here.
var kinds = map[string]Kind{
	"oidc.invalid_target":         WrongResource,
	"auth.forbidden":              Forbidden,
	"auth.unauthorized":           Unauthorized,
	"entity.not_found":            NotFound,
	"entity.invalid_input":        NotStorable,
	"connector.invalid_config":    InvalidConfig,
	"connector.more_than_one_sms": SeveralSMS,
	"connector.general":           TwilioRefused,

	"connector.more_than_one_email":                SeveralEmail,
	"connector.multiple_target_with_same_platform": SeveralSocial,
	"connector.not_found_with_connector_id":        NotInstalled, // a POST
	"connector.not_found":                          NotInstalled, // a test

	"request.message_rate_limited":                    RateLimited,
	"verification_code.code_mismatch":                 WrongCode,
	"verification_code.phone_mismatch":                WrongCode,
	"verification_code.expired":                       CodeExpired,
	"verification_code.not_found":                     NoCode,
	"verification_code.exceed_max_try":                CodeTries,
	"sign_in_experiences.enabled_connector_not_found": NoConnector,
}

// claims are the kinds of a token that is refused for one of its claims.
var claims = map[string]Kind{"aud": WrongAudience, "iss": WrongIssuer}

// forbiddenKey is all that Logto's server says of a body with a key __proto__.
const forbiddenKey = "Object contains forbidden prototype property"

// kindOf tells what a refusal is.
func kindOf(call Call, status int, refusal rejection) Kind {
	kind, known := kinds[refusal.code]
	if claim, ok := claims[refusal.claim]; ok && kind == Unauthorized {
		return claim
	}
	switch {
	case status/100 == 3:
		return Redirected
	case kind == NoConnector && !strings.Contains(refusal.message, "Sms"): // one for e-mail
		return Refused
	case call == CallSendCode && refusal.code == "connector.not_found": // 501
		return NoConnector
	case status == http.StatusTooManyRequests && kind != RateLimited:
		return TooMany
	case (request{call: call}).sends() && status == http.StatusInternalServerError && refusal.structured:
		return TwilioSilent
	case status >= http.StatusInternalServerError, !refusal.structured && remote.GaveUp(status):
		return ServerError
	case !refusal.structured:
		return NotLogto
	case refusal.code == "oidc.invalid_client" && status == http.StatusUnauthorized:
		return WrongSecret
	case refusal.code == "oidc.invalid_client":
		return UnknownApplication
	case known:
		return kind
	case refusal.message == forbiddenKey:
		return NotStorable
	}
	return Refused
}

// twilio reads what Twilio answered Logto: its JSON, or a page of HTML from a
// gateway, of which nothing can be said. Twilio says of its own 5xx that a
// message may have been sent (https://www.twilio.com/docs/api/errors/20500).
func (c *Client) twilio(r request, raw string) *account.CallError {
	e := &account.CallError{
		Kind: account.Unintelligible, Host: "api.twilio.com",
		Effect: account.MessageSent, OutcomeUnknown: true,
	}
	var answer struct {
		Code, Status int
		Message      string
	}
	const lastStatus = 599
	if json.Unmarshal([]byte(raw), &answer) != nil || answer.Code <= 0 || answer.Code > account.MaxCode || answer.Status > lastStatus {
		return e
	}
	e.Kind, e.Code, e.HTTPStatus = account.Refused, answer.Code, answer.Status
	e.Message = c.line(r, answer.Message)
	e.Link = links.TwilioError(answer.Code)
	e.OutcomeUnknown = answer.Status >= http.StatusInternalServerError
	return e
}

// line makes one line fit for people out of what a server or the network said,
// which may repeat what it was sent.
func (c *Client) line(r request, s string) string { return c.filter(r).Words(s, maxWords) }
