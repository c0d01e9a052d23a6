package twiliosim_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/twiliosim"
)

// tokenFor is the token that provokes an effect on every call.
func tokenFor(t *testing.T, effect twiliosim.Effect) string {
	t.Helper()
	for _, sc := range twiliosim.Scenarios() {
		if sc.Effect == effect && sc.Token != "" {
			return sc.Token
		}
	}
	t.Fatalf("no token for %s", effect)
	return ""
}

// faulty asks for the demo's account with the token of an effect.
func faulty(ctx context.Context, t *testing.T, transport http.RoundTripper, base string, effect twiliosim.Effect) (*http.Response, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, "GET", base+"/2010-04-01/Accounts/"+twiliosim.DemoAccountSID+".json", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.SetBasicAuth(twiliosim.DemoAccountSID, tokenFor(t, effect))
	client := http.Client{Transport: transport}
	return client.Do(r)
}

const api = "https://api.twilio.com"

func TestHangingEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // fails where a goroutine is left behind
		reason := errors.New("had enough")
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(time.Minute, func() { cancel(reason) })
		start := time.Now()
		_, err := faulty(ctx, t, twiliosim.New(), api, twiliosim.Hanging)
		if !errors.Is(err, reason) || time.Since(start) != time.Minute {
			t.Errorf("after %v: %v", time.Since(start), err)
		}
	})
}

func TestHangingMessage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		s := twiliosim.New()
		r, _ := http.NewRequestWithContext(ctx, "POST", demo(t, s).account()+"/Messages.json", strings.NewReader(url.Values{
			"To": {"+15000000504"}, "MessagingServiceSid": {twiliosim.DemoServiceSID}, "Body": {"x"}}.Encode()))
		r.SetBasicAuth(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
		if _, err := s.RoundTrip(r); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	})
}

func TestEndedContextIsNotAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := twiliosim.New()
	r, _ := http.NewRequestWithContext(ctx, "GET", services, nil)
	if _, err := s.RoundTrip(r); !errors.Is(err, context.Canceled) || len(s.Requests()) != 0 {
		t.Errorf("%v, %d requests", err, len(s.Requests()))
	}
}

func TestSlowAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		resp, err := faulty(t.Context(), t, twiliosim.New(), api, twiliosim.Slow)
		if err != nil || resp.StatusCode != 200 || time.Since(start) != twiliosim.SlowAnswer {
			t.Errorf("after %v: %v %v", time.Since(start), resp, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := faulty(ctx, t, twiliosim.New(), api, twiliosim.Slow); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("with a second to spare: %v", err)
		}
	})
}

func TestUnreachable(t *testing.T) {
	_, err := faulty(t.Context(), t, twiliosim.New(), api, twiliosim.Unreachable)
	var dial *net.OpError
	if !errors.As(err, &dial) || dial.Op != "dial" || !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("%v", err)
	}
}

func TestHTMLPage(t *testing.T) {
	resp, err := faulty(t.Context(), t, twiliosim.New(), api, twiliosim.HTMLPage)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != 502 || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") || !strings.Contains(string(body), "<html>") {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
}

func TestHandler(t *testing.T) {
	server := httptest.NewServer(twiliosim.New())
	before := runtime.NumGoroutine()
	resp, err := faulty(t.Context(), t, server.Client().Transport, server.URL, twiliosim.HTMLPage)
	if err != nil || resp.StatusCode != 502 {
		t.Errorf("page: %v %v", resp, err)
	} else {
		resp.Body.Close()
	}
	if _, err := faulty(t.Context(), t, server.Client().Transport, server.URL, twiliosim.Unreachable); !errors.Is(err, io.EOF) {
		t.Errorf("unreachable: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := faulty(ctx, t, server.Client().Transport, server.URL, twiliosim.Hanging); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("hanging: %v", err)
	}
	c := demo(t, rebase{server})
	if _, m := c.send(somebody, twiliosim.DemoServiceSID, "123456"); m["status"] != "accepted" {
		t.Errorf("message: %v", m)
	}
	server.CloseClientConnections()
	server.Close() // waits for every handler
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	if left := runtime.NumGoroutine(); left > before {
		t.Errorf("%d goroutines, %d before", left, before)
	}
}

// rebase sends every request to a test server, as --twilio-url does.
type rebase struct{ server *httptest.Server }

func (b rebase) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = "http", strings.TrimPrefix(b.server.URL, "http://")
	return b.server.Client().Transport.RoundTrip(r)
}

func TestManyAtOnce(t *testing.T) {
	s := twiliosim.New(twiliosim.Speed(1000))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			c := demo(t, s)
			for range 10 {
				_, m := c.send(somebody, twiliosim.DemoServiceSID, "123456")
				if status, _, err := c.do("GET", c.message(m["sid"]), nil); status != 200 || err != nil {
					t.Errorf("%d %v", status, err)
				}
				if status, _, err := c.do("GET", services, nil); status != 200 || err != nil {
					t.Errorf("%d %v", status, err)
				}
				s.Sent()
			}
		})
	}
	wg.Wait()
	if n := len(s.Sent()); n != 80 {
		t.Errorf("%d messages", n)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		twiliosim.New()
	}
}
