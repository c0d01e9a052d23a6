package twiliosim

import (
	"net/http"
	"time"
)

// Adversity is a way in which every call goes wrong, whoever makes it and
// whatever it asks for. It is stable.
type Adversity string

// The adversities. Of each it is said whether Twilio takes the request, so that
// a message is sent or a number bought although its caller cannot know.
const (
	// Latency: taken, and the answer comes after LatencyDelay.
	Latency Adversity = "latency"
	// ResetBefore: not taken; the connection is reset.
	ResetBefore Adversity = "reset-before"
	// ResetAfter: taken; the connection is reset before the answer.
	ResetAfter Adversity = "reset-after"
	// HalfAnswer: taken; the connection ends in the middle of the answer, before
	// its Content-Length. An answer without a body ends before its header does.
	HalfAnswer Adversity = "half-answer"
	// EndlessAnswer: taken; the answer begins as it should, and blanks follow for
	// as long as somebody reads.
	EndlessAnswer Adversity = "endless-answer"
	// FalseSuccess: not taken; HTTP 200 and a page of HTML, as behind a captive portal.
	FalseSuccess Adversity = "false-success"
	// GatewayError: not taken; HTTP 502 and a page of HTML.
	GatewayError Adversity = "gateway-error"
	// ErrorAfter: taken; HTTP 500 and Twilio's error 20500 all the same.
	ErrorAfter Adversity = "error-after"
	// Throttled: not taken; HTTP 429 and 20429, without a Retry-After.
	Throttled Adversity = "throttled"
	// ThrottledShort: the same, with a Retry-After of a second.
	ThrottledShort Adversity = "throttled-short"
	// ThrottledLong: the same, with a Retry-After of an hour.
	ThrottledLong Adversity = "throttled-long"
	// Redirected: not taken; HTTP 302 to another path of the same host, which
	// does it again.
	Redirected Adversity = "redirected"
	// RedirectedAbroad: not taken; HTTP 307 to ForeignHost.
	RedirectedAbroad Adversity = "redirected-abroad"
	// EndlessPages: taken; each page of a list names a next one, which has items,
	// and an address that none had before. Other answers are as ever.
	EndlessPages Adversity = "endless-pages"
	// ForeignPages: taken; each page of a list names a next one on ForeignHost.
	// Other answers are as ever.
	ForeignPages Adversity = "foreign-pages"
	// TerminalEscapes: taken; every string of the answer is wrapped in what a
	// terminal would obey or show wrongly. Taken out whole it leaves nothing. As
	// they are stay SIDs, phone numbers, times and the addresses of next pages,
	// without which no call could follow.
	TerminalEscapes Adversity = "terminal-escapes"
)

const (
	// LatencyDelay is how long an answer takes under Latency, at speed 1.
	LatencyDelay = 4 * time.Second
	// ForeignHost is where no client of Twilio may go. A Server that stands for
	// all hosts answers there too, so Requests tells who went.
	ForeignHost = "twilio.example.net"
)

// adversity says what an Adversity does.
type adversity struct {
	name Adversity
	// instead is the answer where the request is not taken, else nil.
	instead func(Request) answer
	// change is what becomes of Twilio's answer, nil where instead is not.
	change func(*answer, Request)
}

var adversities = []adversity{
	{Latency, nil, func(a *answer, _ Request) { a.delay += LatencyDelay }},
	{ResetBefore, func(Request) answer { return answer{transit: reset} }, nil},
	{ResetAfter, nil, func(a *answer, _ Request) { a.transit = reset }},
	{HalfAnswer, nil, func(a *answer, _ Request) { a.transit = half }},
	{EndlessAnswer, nil, func(a *answer, _ Request) {
		a.transit = endless
		if a.status == http.StatusNoContent {
			a.status = http.StatusOK // HTTP lets no body follow a 204
		}
	}},
	{FalseSuccess, func(Request) answer { return htmlPage(http.StatusOK) }, nil},
	{GatewayError, func(Request) answer { return htmlPage(http.StatusBadGateway) }, nil},
	{ErrorAfter, nil, func(a *answer, _ Request) { *a = refuse(20500) }},
	{Throttled, func(Request) answer { return refuse(20429) }, nil},
	{ThrottledShort, func(Request) answer { return refuse(20429).with("Retry-After", "1") }, nil},
	{ThrottledLong, func(Request) answer { return refuse(20429).with("Retry-After", "3600") }, nil},
	{Redirected, func(r Request) answer { return redirect(http.StatusFound, "/moved"+r.Path) }, nil},
	{RedirectedAbroad, func(r Request) answer {
		return redirect(http.StatusTemporaryRedirect, "https://"+ForeignHost+r.Path)
	}, nil},
	{EndlessPages, nil, func(a *answer, r Request) { a.rewrite(func(doc any) any { return leadOn(doc, r, "") }) }},
	{ForeignPages, nil, func(a *answer, r Request) {
		a.rewrite(func(doc any) any { return leadOn(doc, r, "https://"+ForeignHost) })
	}},
	{TerminalEscapes, nil, func(a *answer, _ Request) { a.rewrite(func(doc any) any { return deface("", doc) }) }},
}

// Adversities lists them all, in a fixed order.
func Adversities() []Adversity {
	list := make([]Adversity, len(adversities))
	for i, a := range adversities {
		list[i] = a.name
	}
	return list
}

// Adverse puts every request from now on under an adversity; "" ends it.
func (s *Server) Adverse(a Adversity) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adverse = adversity{}
	for _, known := range adversities {
		if known.name == a {
			s.adverse = known
		}
	}
}

// redirect is an answer that leads elsewhere.
func redirect(status int, location string) answer {
	return answer{status: status}.with("Location", location)
}
