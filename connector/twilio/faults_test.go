package twilio

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
)

// fault is something that a server does instead of answering as Twilio does.
type fault struct {
	name    string
	handler http.HandlerFunc

	kind     account.ErrorKind
	status   int
	code     int
	gets     int  // how often a GET is seen, or a DELETE
	posts    int  // how often a POST is seen
	unknown  bool // the outcome of a POST or a DELETE is unknown
	contains string
}

var faults = []fault{
	{name: "page of HTML, 502", handler: answers(502, htmlPage, "Content-Type", "text/html"),
		kind: account.Unintelligible, status: 502, gets: 3, posts: 1, unknown: true, contains: "502 Bad Gateway"},
	{name: "empty 500", handler: answers(500, ""),
		kind: account.Unintelligible, status: 500, gets: 3, posts: 1, unknown: true},
	{name: "20500", handler: refusal(500, 20500),
		kind: account.Refused, status: 500, code: 20500, gets: 3, posts: 1, unknown: true},
	{name: "20503", handler: refusal(503, 20503),
		kind: account.Refused, status: 503, code: 20503, gets: 3, posts: 1, unknown: true},
	{name: "20003", handler: refusal(401, 20003),
		kind: account.Refused, status: 401, code: 20003, gets: 1, posts: 1, contains: "Words"},
	{name: "401 in HTML", handler: answers(401, htmlPage),
		kind: account.Refused, status: 401, gets: 1, posts: 1, contains: "401 Unauthorized"},
	{name: "empty 403", handler: answers(403, ""),
		kind: account.Refused, status: 403, gets: 1, posts: 1},
	{name: "refusal cut off", handler: answers(400, `{"code":21211,"message":"Invalid 'To`),
		kind: account.Refused, status: 400, code: 21211, gets: 1, posts: 1},
	{name: "refusal of other types", handler: answers(400, `{"code":"x","message":7,"more_info":[]}`),
		kind: account.Refused, status: 400, gets: 1, posts: 1, contains: "400 Bad Request"},
	{name: "refusal of 40 MB", handler: large(404),
		kind: account.Refused, status: 404, code: 20404, gets: 1, posts: 1},
	{name: "refusal without end", handler: endless(404, 0),
		kind: account.Refused, status: 404, gets: 1, posts: 1},
	{name: "refusal that trickles", handler: endless(404, time.Second),
		kind: account.Refused, status: 404, gets: 1, posts: 1},
	{name: "success in HTML", handler: answers(200, htmlPage),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "empty success", handler: answers(200, ""),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "no content", handler: answers(204, ""),
		kind: account.Unintelligible, status: 204, gets: 1, posts: 1, unknown: true},
	{name: "success of nothing", handler: answers(200, "{}"),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "null", handler: answers(200, "null"),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "success of other types", handler: answers(200, otherTypes),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "JSON cut off", handler: answers(200, `{"sid":"AC`),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "connection cut off", handler: answers(200, `{"sid":"AC`, "Content-Length", "1000"),
		kind: account.Unintelligible, status: 200, gets: 3, posts: 1, unknown: true},
	{name: "success of 40 MB", handler: large(200),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true, contains: "4 MiB"},
	{name: "success without end", handler: endless(200, 0),
		kind: account.Unintelligible, status: 200, gets: 1, posts: 1, unknown: true},
	{name: "success that trickles", handler: endless(200, time.Second),
		kind: account.TimedOut, status: 200, gets: 2, posts: 1, unknown: true},
	{name: "101 and silence", handler: switches,
		kind: account.Unintelligible, status: 101, gets: 1, posts: 1, unknown: true, contains: "101 Switching Protocols"},
	{name: "hang", handler: hang,
		kind: account.TimedOut, gets: 2, posts: 1, unknown: true},
	{name: "connection dropped", handler: drop,
		kind: account.Unreachable, gets: 3, posts: 1, unknown: true},
	{name: "429", handler: refusal(429, 20429),
		kind: account.Refused, status: 429, code: 20429, gets: 3, posts: 3},
	{name: "429, Retry-After: 0", handler: answers(429, `{"code":20429}`, "Retry-After", "0"),
		kind: account.Refused, status: 429, code: 20429, gets: 3, posts: 3},
	{name: "429, Retry-After: an hour", handler: answers(429, "", "Retry-After", "3600"),
		kind: account.Refused, status: 429, gets: 1, posts: 1},
	{name: "redirect", handler: answers(302, "", "Location", "https://example.com/"),
		kind: account.Unintelligible, status: 302, gets: 1, posts: 1, unknown: true, contains: "302 Found"},
	{name: "redirect that repeats a POST", handler: answers(307, "", "Location", "https://example.com/"),
		kind: account.Unintelligible, status: 307, gets: 1, posts: 1, unknown: true},
	{name: "escapes and the credentials back", handler: echo,
		kind: account.Refused, status: 400, code: 21211, gets: 1, posts: 1, contains: "red ••••••••"},
}

// otherTypes has something else where each answer has its substance.
const otherTypes = `{"sid":1,"status":[],"balance":{},"phone_number_prices":0,"services":{},"phone_numbers":0,
	"short_codes":0,"alpha_senders":0,"compliance":"","verifications":false,"countries":1,"available_phone_numbers":{},
	"incoming_phone_numbers":"x","outgoing_caller_ids":2}`

// switches answers that another protocol begins, and then nothing.
func switches(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	_, _ = io.WriteString(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n")
	_, _ = io.Copy(io.Discard, conn) // until the client is gone
}

func TestFaults(t *testing.T) {
	cells := 0
	for _, f := range faults {
		for _, call := range calls {
			cells++
			t.Run(f.name+"/"+call.name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { meet(t, f, call) })
			})
		}
	}
	t.Logf("%d faults × %d calls: %d cells", len(faults), len(calls), cells)
}

// meet lets a call meet a fault.
func meet(t *testing.T, f fault, call testCall) {
	var seen atomic.Int32
	c, _ := inMemory(t, func(w http.ResponseWriter, r *http.Request) {
		seen.Add(1)
		f.handler(w, r)
	})
	start := time.Now()
	err := call.do(t.Context(), c)
	if took := time.Since(start); took > 62*time.Second { // two time-outs and a pause
		t.Errorf("took %v", took)
	} else if f.status == http.StatusSwitchingProtocols && took > time.Second { // no time-out at all
		t.Errorf("took %v, not at once", took)
	}
	if f.status == http.StatusNoContent && call.method == "DELETE" {
		if err != nil {
			t.Errorf("removed, and %v", err)
		}
		return
	}
	e := callError(t, err)
	if e.Kind != f.kind || e.HTTPStatus != f.status || e.Code != f.code || e.Host != "localhost" || e.Effect != call.effect {
		t.Errorf("%+v; want %s, HTTP %d, code %d", e, f.kind, f.status, f.code)
	}
	if e.Message == "" || !strings.Contains(e.Message, f.contains) {
		t.Errorf("message %q, want something with %q", e.Message, f.contains)
	}
	if want := call.changes() && f.unknown; e.OutcomeUnknown != want {
		t.Errorf("outcome unknown: %v, want %v", e.OutcomeUnknown, want)
	}
	if f.code != 0 && !strings.HasSuffix(e.Link, fmt.Sprint(f.code)) || !strings.HasPrefix(e.Link+"https://www.twilio.com/", "https://www.twilio.com/") {
		t.Errorf("link %q", e.Link)
	}
	want := f.gets
	if call.method == "POST" {
		want = f.posts
	}
	if n := int(seen.Load()); n != want {
		t.Errorf("%d requests, want %d", n, want)
	}
}

// A server that resets the connection with the request half read: what it made
// of it cannot be known on this side.
func TestResetWhileReading(t *testing.T) {
	for _, call := range calls {
		t.Run(call.name, func(t *testing.T) {
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer listener.Close()
			var seen atomic.Int32
			go resetEach(listener, &seen)
			e := callError(t, call.do(t.Context(), at(t, "http://"+listener.Addr().String(), time.Second)))
			if e.Kind != account.Unreachable || e.OutcomeUnknown != call.changes() {
				t.Errorf("%+v", e)
			}
			if n := seen.Load(); call.method == "POST" && n != 1 || call.method != "POST" && n != 3 {
				t.Errorf("%d connections", n)
			}
		})
	}
}

// Nothing listens: nothing was sent, so a POST is repeated too.
func TestConnectionRefused(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	for _, call := range calls {
		c := at(t, "http://"+listener.Addr().String(), time.Second)
		var seen atomic.Int32
		inner := c.transport
		c.transport = roundTripper(func(r *http.Request) (*http.Response, error) {
			seen.Add(1)
			return inner.RoundTrip(r)
		})
		e := callError(t, call.do(t.Context(), c))
		if e.Kind != account.Unreachable || e.OutcomeUnknown || seen.Load() != 3 {
			t.Errorf("%s: %+v after %d requests", call.name, e, seen.Load())
		}
	}
}
