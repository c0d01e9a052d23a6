package twilio

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
)

var quiet = log.New(io.Discard, "", 0)

// stage is where a call can be when it is canceled.
type stage struct {
	name   string
	answer http.HandlerFunc
	with   func(*Client, *network)
	asked  bool // the request is on the wire, so that it may be carried out
	paged  bool // there only where there are pages
}

var stages = []stage{
	{name: "waiting for its turn", answer: hang, with: func(c *Client, _ *network) {
		for range maxRequests {
			c.slots <- struct{}{}
		}
	}},
	{name: "connecting", answer: hang, with: func(_ *Client, n *network) {
		n.dial = func(ctx context.Context) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
	}},
	{name: "before the answer", answer: hang, asked: true},
	{name: "within the answer", answer: endless(200, time.Second), asked: true},
	{name: "within a refusal", answer: endless(404, time.Second), asked: true},
	{name: "before another try", answer: answers(429, "", "Retry-After", "9")},
	{name: "on the second page", paged: true, answer: func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/next" {
			hang(w, r)
		}
		io.WriteString(w, everyList("/next"))
	}},
}

// Wherever a call is when it is canceled, it ends at once, the server sees its
// request go, and no goroutine and no connection stay behind.
func TestCancelAtEveryStage(t *testing.T) {
	for _, call := range calls {
		for _, stage := range stages {
			if stage.paged && call.list == "" {
				continue
			}
			t.Run(call.name+"/"+stage.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) { cancelAt(t, call, stage) })
			})
		}
	}
}

func cancelAt(t *testing.T, call testCall, stage stage) {
	const after = 5500 * time.Millisecond
	running := make(chan struct{}, 9)
	c, n := inMemory(t, func(w http.ResponseWriter, r *http.Request) {
		running <- struct{}{}
		defer func() { <-running }()
		stage.answer(w, r)
	})
	if stage.with != nil {
		stage.with(c, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(after, cancel)
	start := time.Now()
	e := callError(t, call.do(ctx, c))
	if took := time.Since(start) - after; took < 0 || took > 100*time.Millisecond {
		t.Errorf("ended %v after it was canceled", took)
	}
	if e.Kind != account.CallCanceled || !errors.Is(e, context.Canceled) || e.Effect != call.effect {
		t.Errorf("%+v", e)
	}
	if want := call.changes() && stage.asked; e.OutcomeUnknown != want {
		t.Errorf("outcome unknown: %v, want %v", e.OutcomeUnknown, want)
	}
	time.Sleep(time.Second) // in which a server notices that its client is gone
	if len(running) > 0 {
		t.Error("the server still has the request")
	}
	if stage.asked && n.open.Load() != 0 {
		t.Error("the connection is still open")
	}
}

// Over a real network the server sees a canceled request go, too.
func TestCancelEndsTheRequest(t *testing.T) {
	arrived, gone := make(chan struct{}), make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		close(arrived)
		hang(w, r)
		close(gone)
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
	}()
	if e := callError(t, buy(ctx, at(t, s.URL, time.Minute))); e.Kind != account.CallCanceled || !e.OutcomeUnknown {
		t.Errorf("%+v", e)
	}
	<-gone
}

// A call whose context has ended asks nobody; its outcome is known.
func TestCanceledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, call := range calls {
		err := call.do(ctx, over(roundTripper(func(*http.Request) (*http.Response, error) {
			t.Error("asked")
			return reply(200, "{}"), nil
		})))
		if e := callError(t, err); e.Kind != account.CallCanceled || e.OutcomeUnknown || e.Effect != call.effect {
			t.Errorf("%s: %+v", call.name, e)
		}
	}
}

func TestCancelBetweenAttempts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		tries := 0
		_, err := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			tries++
			answer := reply(429, "")
			answer.Header.Set("Retry-After", "5")
			return answer, nil
		})}).Send(ctx, testOutgoing)
		if e := callError(t, err); e.Kind != account.TimedOut || e.OutcomeUnknown || tries != 1 {
			t.Errorf("%+v after %d tries", e, tries)
		}
	})
}

// The caller's own deadline is a time-out, and nothing is repeated after it.
func TestDeadlineOfTheCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		start := time.Now()
		_, err := New(testSID, testToken, Options{Transport: silent}).Account(ctx)
		if e := callError(t, err); e.Kind != account.TimedOut || time.Since(start) != 2*time.Second {
			t.Errorf("%+v after %v", e, time.Since(start))
		}
	})
}

// When one of a service's lists fails, the next is not asked for.
func TestSendersEndAtTheFirstFailure(t *testing.T) {
	var asked []string
	_, err := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		asked = append(asked, r.URL.Path[strings.LastIndex(r.URL.Path, "/"):])
		if strings.HasSuffix(r.URL.Path, "/ShortCodes") {
			return reply(404, `{"code":20404}`), nil
		}
		return reply(200, everyList("")), nil
	})).Senders(t.Context(), testService)
	if e := callError(t, err); e.Code != 20404 || fmt.Sprint(asked) != "[/PhoneNumbers /ShortCodes]" {
		t.Errorf("%+v after %v", e, asked)
	}
}
