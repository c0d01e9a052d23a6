package twilio

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"logto-twilio/connector/account"
	"logto-twilio/connector/links"
	"logto-twilio/connector/remote"
)

// rejected is the failure of an attempt that was answered, but not with a
// success. Whatever its body is, status and Twilio's code, if any, are kept.
//
// A 4xx means that nothing was done, with Twilio's JSON or without. After a 429 the
// request may be sent again: "the request was not processed" (Twilio on 20429). A
// gateway that gave up waiting (408) is not a refusal.
//
// After a 5xx a POST may have been done, even if there is a code: Twilio says of 20500
// that a repetition may send a message twice
// (https://www.twilio.com/docs/api/errors/20500). Redirects are not followed; Twilio
// has none for these calls.
func (x *exchange) rejected(answer *http.Response) *failure {
	// The status is known, even where reading the body fails.
	body, _ := io.ReadAll(io.LimitReader(answer.Body, maxErrorAnswer))
	if x.ctx.Err() != nil {
		return x.ended(false)
	}
	refusal := parseRejection(body)
	err := x.callError(account.Unintelligible, refusal.Message)
	if err.Message == "" {
		err.Message = fmt.Sprintf("%d %s", answer.StatusCode, http.StatusText(answer.StatusCode))
	}
	err.Code, err.Link = refusal.Code, x.link(refusal.MoreInfo, refusal.Code)
	gaveUp := refusal.Code == 0 && remote.GaveUp(answer.StatusCode)
	refused := answer.StatusCode/100 == 4 && !gaveUp
	if refused || refusal.Code != 0 {
		err.Kind = account.Refused
	}
	err.OutcomeUnknown = err.OutcomeUnknown && !refused
	err.RetryAfter = remote.RetryAfter(answer.Header)
	later := gaveUp || answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode >= 500
	return &failure{err: err, transient: later && x.repeatable(err)}
}

// rejection is what Twilio says when it refuses.
type rejection struct {
	Code     int
	Message  string
	MoreInfo string
}

// parseRejection reads the fields that a body has before it stops being JSON:
// it may be cut off, or a page of HTML.
func parseRejection(body []byte) (r rejection) {
	d := json.NewDecoder(bytes.NewReader(body))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return r
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return r
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return r
		}
		r.set(key, value)
	}
	return r
}

// set keeps a field; one of another type than it should have stays empty.
func (r *rejection) set(key json.Token, value json.RawMessage) {
	switch key {
	case "code":
		var code int
		if json.Unmarshal(value, &code) == nil && code > 0 && code <= account.MaxCode {
			r.Code = code
		}
	case "message":
		_ = json.Unmarshal(value, &r.Message)
	case "more_info":
		_ = json.Unmarshal(value, &r.MoreInfo)
	}
}

// link is Twilio's page about an error. The address in the answer is used only where it
// is on Twilio's site and contains nothing that could be a secret.
func (c *Client) link(named string, code int) string {
	const longest = 200
	u, err := url.Parse(named)
	if err == nil && u.Scheme == "https" && u.Host == "www.twilio.com" && u.User == nil {
		if s := u.String(); len(s) <= longest && c.line(s) == s {
			return s
		}
	}
	if code == 0 {
		return ""
	}
	return links.TwilioError(code)
}
