package twiliosim

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// answer is what comes back for a request, or the fault that comes instead.
type answer struct {
	fault       Effect // Unreachable or Hanging, else ""
	delay       time.Duration
	status      int
	contentType string
	body        []byte
}

// succeed is an answer with a resource.
func succeed(status int, resource any) answer {
	body, err := json.Marshal(resource)
	if err != nil {
		panic(err) // the resources are this package's own types
	}
	return answer{status: status, contentType: "application/json", body: body}
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

// htmlPage is what a proxy in front of a broken server sends.
func htmlPage() answer {
	const page = "<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n" +
		"<body><h1>502 Bad Gateway</h1><p>The simulated server has a bad day.</p></body></html>\n"
	return answer{status: http.StatusBadGateway, contentType: "text/html; charset=utf-8", body: []byte(page)}
}
