package logtosim

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"

	"logto-twilio/connector"
)

// test answers POST /api/connectors/{id}/test, where id is a factory's: the
// configuration need not be saved.
func (s *Server) test(c call) answer {
	fields, a, ok := object(c.body)
	if !ok {
		return a
	}
	if a, ok := guardTest(fields); !ok {
		return a
	}
	if _, ok := providers[c.id]; !ok {
		return refuse(http.StatusBadRequest, "connector.not_found", "Cannot find any available connector for type: Sms.")
	}
	if c.id == connector.FactoryID {
		if issues := judge(fields["config"]); len(issues) > 0 {
			return invalidConfig(issues)
		}
		phone, _ := fields["phone"].(string) // the guard has seen to it
		return s.send(c, phone, "000000", fields["config"])
	}
	return answer{status: http.StatusNoContent}
}

// guardTest judges the body of a test; false where it is refused, with the answer.
func guardTest(fields map[string]any) (answer, bool) {
	phone, given := fields["phone"]
	if _, mail := fields["email"]; !given && !mail { // neither of the two bodies that there may be
		return refuse(http.StatusBadRequest, "guard.invalid_input", "The request {{type}} is invalid."), false
	}
	var issues []issue
	switch digits, isText := phone.(string); {
	case !isText:
		issues = append(issues, wrongType(member(fields, "phone"), "string", "phone"))
	case !onlyDigits(digits):
		issues = append(issues, issue{Code: "invalid_string", Validation: "regex", Message: "Invalid", Path: []any{"phone"}})
	}
	needs(fields, "config", "object", &issues)
	if len(issues) > 0 {
		return invalidInput(issues...), false
	}
	return answer{}, true
}

// send posts what the connector would post of a code, and answers as Logto does: with
// Twilio's own body in a text where that is a refusal. Other calls go on meanwhile.
func (s *Server) send(c call, phone, code string, value any) answer {
	raw, _ := json.Marshal(value) // it was read from JSON
	config := connector.Decode(raw).Config()
	out, _ := config.Outgoing(phone, connector.Generic, code) // judged: there is a Generic one
	if s.twilio == nil {
		return answer{status: http.StatusNoContent}
	}
	return answer{later: func() answer { return post(c.request.Context(), s.twilio, config, out) }}
}

// post posts a message to Twilio.
func post(ctx context.Context, twilio http.RoundTripper, config connector.Config, out connector.Outgoing) answer {
	form := url.Values{
		"To": {out.To}, "MessagingServiceSid": {out.MessagingServiceSID}, "Body": {out.Body}, "RiskCheck": {out.RiskCheck},
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost,
		"https://"+config.APIHost()+"/2010-04-01/Accounts/"+url.PathEscape(config.AccountSID)+"/Messages.json",
		strings.NewReader(form.Encode()))
	if err != nil {
		return internalError()
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.SetBasicAuth(config.AccountSID, config.AuthToken)
	got, err := twilio.RoundTrip(req)
	if err != nil {
		return internalError()
	}
	defer got.Body.Close()
	body, err := io.ReadAll(io.LimitReader(got.Body, maxBody))
	switch {
	case err != nil:
		return internalError()
	case got.StatusCode/100 == 2:
		return answer{status: http.StatusNoContent}
	}
	data := map[string]any{"message": string(body)}
	return refuseWith(http.StatusBadRequest, "connector.general", "Error occurred in connector: "+encode(data), data)
}
