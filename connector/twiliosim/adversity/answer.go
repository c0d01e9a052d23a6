package adversity

import (
	"encoding/json"
	"net/http"
	"strconv"

	"logto-twilio/connector/simnet"
)

// refusal is an answer with an error in Twilio's shape.
func refusal(r *http.Request, status, code int, text string) *http.Response {
	body, _ := json.Marshal(map[string]any{ // a map of texts and numbers
		"code": code, "message": text, "more_info": "https://www.twilio.com/docs/errors/" + strconv.Itoa(code), "status": status,
	})
	return simnet.Answer(r, status, http.Header{"Content-Type": {"application/json"}}, body)
}

// throttle is the refusal of one request too many; with a Retry-After where it is not "".
func throttle(retryAfter string) func(*http.Request) (*http.Response, error) {
	return func(r *http.Request) (*http.Response, error) {
		a := refusal(r, http.StatusTooManyRequests, 20429, "Too Many Requests")
		if retryAfter != "" {
			a.Header.Set("Retry-After", retryAfter)
		}
		return a, nil
	}
}

// redirect is an answer that leads elsewhere.
func redirect(r *http.Request, status int, location string) *http.Response {
	return simnet.Answer(r, status, http.Header{"Location": {location}}, nil)
}
