// Package adversity lets every call to a simulated Twilio go wrong: delays, resets,
// answers that are cut off, endless or not Twilio's, refusals, redirects, pages that
// lead on for ever or elsewhere, terminal escapes in every string. Tests alone import
// it: the program does not. Those of twiliosim try it.
package adversity

import (
	"io"
	"net/http"
	"time"

	"logto-twilio/connector/simnet/trouble"
	"logto-twilio/connector/twiliosim"
)

// Kind is a way in which every call goes wrong, whoever makes it and whatever it
// asks for. It is stable.
type Kind string

// The kinds. Of each it is said whether Twilio takes the request, so that
// a message is sent or a number bought although its caller cannot know.
const (
	// Latency: taken, and the answer comes after LatencyDelay.
	Latency Kind = "latency"
	// ResetBefore: not taken; the connection is reset.
	ResetBefore Kind = "reset-before"
	// ResetAfter: taken; the connection is reset before the answer.
	ResetAfter Kind = "reset-after"
	// HalfAnswer: taken; the connection ends in the middle of the answer, before
	// its Content-Length. An answer without a body ends before its header does.
	HalfAnswer Kind = "half-answer"
	// EndlessAnswer: taken; the answer begins as it should, and blanks follow for
	// as long as somebody reads.
	EndlessAnswer Kind = "endless-answer"
	// FalseSuccess: not taken; HTTP 200 and a page of HTML, as behind a captive portal.
	FalseSuccess Kind = "false-success"
	// GatewayError: not taken; HTTP 502 and a page of HTML.
	GatewayError Kind = "gateway-error"
	// ErrorAfter: taken; HTTP 500 and Twilio's error 20500 all the same.
	ErrorAfter Kind = "error-after"
	// Throttled: not taken; HTTP 429 and 20429, without a Retry-After.
	Throttled Kind = "throttled"
	// ThrottledShort: the same, with a Retry-After of a second.
	ThrottledShort Kind = "throttled-short"
	// ThrottledLong: the same, with a Retry-After of an hour.
	ThrottledLong Kind = "throttled-long"
	// Redirected: not taken; HTTP 302 to another path of the same host, which
	// does it again.
	Redirected Kind = "redirected"
	// RedirectedAbroad: not taken; HTTP 307 to ForeignHost.
	RedirectedAbroad Kind = "redirected-abroad"
	// EndlessPages: taken; each page of a list names a next one, which has items,
	// and an address that none had before. Other answers are as ever.
	EndlessPages Kind = "endless-pages"
	// ForeignPages: taken; each page of a list names a next one on ForeignHost.
	// Other answers are as ever.
	ForeignPages Kind = "foreign-pages"
	// TerminalEscapes: taken; every string of the answer is wrapped in what a
	// terminal would obey or show wrongly. Taken out whole it leaves nothing. As
	// they are stay SIDs, phone numbers, times and the addresses of next pages,
	// without which no call could follow.
	TerminalEscapes Kind = "terminal-escapes"
)

const (
	// LatencyDelay is how long an answer takes under Latency, at speed 1.
	LatencyDelay = 4 * time.Second
	// ForeignHost is where no client of Twilio may go. A Server that stands for
	// all hosts answers there too, so Requests tells who went.
	ForeignHost = "twilio.example.net"
)

// wires are what the kinds do, in the order of All.
var wires = []struct {
	kind Kind
	wire func(*twiliosim.Server) twiliosim.Wire
}{
	{Latency, after(func(s *twiliosim.Server, a *http.Response) error {
		return s.Wait(a.Request.Context(), LatencyDelay)
	})},
	{ResetBefore, instead(func(*http.Request) (*http.Response, error) { return nil, trouble.Reset() })},
	{ResetAfter, after(func(*twiliosim.Server, *http.Response) error { return trouble.Reset() })},
	{HalfAnswer, after(func(_ *twiliosim.Server, a *http.Response) error { return halve(a) })},
	{EndlessAnswer, after(func(s *twiliosim.Server, a *http.Response) error { return prolong(s, a) })},
	{FalseSuccess, instead(func(r *http.Request) (*http.Response, error) { return trouble.Page(r, http.StatusOK, ""), nil })},
	{GatewayError, instead(func(r *http.Request) (*http.Response, error) { return trouble.Page(r, http.StatusBadGateway, ""), nil })},
	{ErrorAfter, after(func(_ *twiliosim.Server, a *http.Response) error {
		*a = *refusal(a.Request, http.StatusInternalServerError, 20500, "Internal Server Error")
		return nil
	})},
	{Throttled, instead(throttle(""))},
	{ThrottledShort, instead(throttle("1"))},
	{ThrottledLong, instead(throttle("3600"))},
	{Redirected, instead(func(r *http.Request) (*http.Response, error) {
		return redirect(r, http.StatusFound, "/moved"+r.URL.Path), nil
	})},
	{RedirectedAbroad, instead(func(r *http.Request) (*http.Response, error) {
		return redirect(r, http.StatusTemporaryRedirect, "https://"+ForeignHost+r.URL.Path), nil
	})},
	{EndlessPages, after(func(_ *twiliosim.Server, a *http.Response) error {
		return rewrite(a, func(doc any) any { return leadOn(doc, a.Request.URL, "") })
	})},
	{ForeignPages, after(func(_ *twiliosim.Server, a *http.Response) error {
		return rewrite(a, func(doc any) any { return leadOn(doc, a.Request.URL, "https://"+ForeignHost) })
	})},
	{TerminalEscapes, after(func(_ *twiliosim.Server, a *http.Response) error {
		return rewrite(a, func(doc any) any { return deface("", doc) })
	})},
}

// All lists the kinds, in a fixed order.
func All() []Kind {
	list := make([]Kind, len(wires))
	for i, w := range wires {
		list[i] = w.kind
	}
	return list
}

// Put puts every request to a server from now on under an adversity; "" ends it.
func Put(s *twiliosim.Server, k Kind) {
	s.Through(nil)
	for _, w := range wires {
		if w.kind == k {
			s.Through(w.wire(s))
		}
	}
}

// instead is a wire that never asks Twilio.
func instead(answer func(*http.Request) (*http.Response, error)) func(*twiliosim.Server) twiliosim.Wire {
	return func(*twiliosim.Server) twiliosim.Wire {
		return func(r *http.Request, _ func() (*http.Response, error)) (*http.Response, error) { return answer(r) }
	}
}

// after is a wire that changes Twilio's answer, or loses it with an error.
func after(change func(*twiliosim.Server, *http.Response) error) func(*twiliosim.Server) twiliosim.Wire {
	return func(s *twiliosim.Server) twiliosim.Wire {
		return func(_ *http.Request, ask func() (*http.Response, error)) (*http.Response, error) {
			a, err := ask()
			if err != nil {
				return nil, err
			}
			if err := change(s, a); err != nil {
				return nil, err
			}
			return a, nil
		}
	}
}

// body is the whole body of an answer, which is in memory.
func body(a *http.Response) []byte {
	data, err := io.ReadAll(a.Body)
	if err != nil {
		panic(err)
	}
	return data
}
