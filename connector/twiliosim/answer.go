package twiliosim

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"logto-twilio/connector/simnet"
)

// answer is what comes back for a request.
type answer struct {
	transit transit
	delay   time.Duration
	status  int
	header  http.Header
	body    []byte
}

// transit is what happens to an answer on its way.
type transit int

const (
	whole       transit = iota
	unreachable         // there was no connection, and so no answer
	hanging             // the answer never comes
)

// with is the answer with one more header.
func (a answer) with(name, value string) answer {
	a.header = a.header.Clone()
	if a.header == nil {
		a.header = http.Header{}
	}
	a.header.Set(name, value)
	return a
}

// succeed is an answer with a resource.
func succeed(status int, resource any) answer {
	return answer{status: status, body: encode(resource)}.with("Content-Type", "application/json")
}

// encode is the JSON of a resource.
func encode(resource any) []byte {
	body, err := json.Marshal(resource)
	if err != nil {
		panic(err) // the resources are this package's own types
	}
	return body
}

// refusal is an answer with an error in Twilio's shape.
func refusal(status, code int, text string) answer {
	return succeed(status, struct {
		Code     int    `json:"code"`
		Message  string `json:"message"`
		MoreInfo string `json:"more_info"`
		Status   int    `json:"status"`
	}{code, text, "https://www.twilio.com/docs/errors/" + strconv.Itoa(code), status})
}

// notFound is Twilio's answer for what is not there, or not this account's.
func notFound(path string) answer {
	return refusal(http.StatusNotFound, 20404, "The requested resource "+path+" was not found")
}

// htmlPage is what a proxy on the way sends.
func htmlPage(status int) answer {
	return answer{status: status, body: simnet.PageBody(simnet.StatusLine(status))}.with("Content-Type", "text/html; charset=utf-8")
}
