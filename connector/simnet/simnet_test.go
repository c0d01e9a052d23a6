package simnet

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
)

// trip answers requests without a network.
type trip func(*http.Request) (*http.Response, error)

func (t trip) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

func TestAnswer(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "https://example.com/", nil)
	for _, c := range []struct {
		status     int
		body, line string
	}{
		{200, "yes", "200 OK"}, {404, "", "404 Not Found"}, {502, "<p>", "502 Bad Gateway"}, {429, "中文", "429 Too Many Requests"}, {299, "x", "299 "},
	} {
		a := Answer(r, c.status, http.Header{"A": {"b"}}, []byte(c.body))
		body, err := io.ReadAll(a.Body)
		if a.StatusCode != c.status || a.Status != c.line || string(body) != c.body || err != nil ||
			a.ContentLength != int64(len(c.body)) || a.Request != r || a.Header.Get("A") != "b" {
			t.Errorf("%d %q: %+v, %q, %v", c.status, c.body, a, body, err)
		}
	}
}

// A request is read to its limit and one byte more, so that one too many can be seen,
// and is closed whatever comes of it.
func TestReadBody(t *testing.T) {
	broken := errors.New("the line is broken")
	for _, c := range []struct {
		body io.Reader
		want string
		err  error
	}{
		{strings.NewReader(""), "", nil},
		{strings.NewReader("1234"), "1234", nil},
		{strings.NewReader("12345"), "12345", nil},
		{strings.NewReader("123456789"), "12345", nil},
		{iotest.OneByteReader(strings.NewReader("123456")), "12345", nil},
		{iotest.ErrReader(broken), "", broken},
		{io.MultiReader(strings.NewReader("12"), iotest.ErrReader(broken)), "", broken},
	} {
		body := &closing{Reader: c.body}
		got, err := ReadBody(body, 4)
		if string(got) != c.want || !errors.Is(err, c.err) || !body.closed {
			t.Errorf("want %q, %v: %q, %v, closed: %v", c.want, c.err, got, err, body.closed)
		}
	}
	if got, err := ReadBody(nil, 4); got != nil || err != nil {
		t.Errorf("of none: %q, %v", got, err)
	}
}

// closing notes that it was closed.
type closing struct {
	io.Reader
	closed bool
}

func (c *closing) Close() error { c.closed = true; return nil }

// What comes over a connection is what the transport answered.
func TestServe(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
	}{{200, "yes"}, {204, ""}, {404, `{"code":20404}`}, {200, strings.Repeat("long", 1<<16)}, {502, string(PageBody("Moved"))}} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			Serve(trip(func(r *http.Request) (*http.Response, error) {
				return Answer(r, c.status, http.Header{"X-Of": {r.URL.Path}, "Retry-After": {"7"}}, []byte(c.body)), nil
			}), w, r)
		}))
		defer s.Close()
		a, err := s.Client().Get(s.URL + "/path")
		if err != nil {
			t.Fatal(err)
		}
		defer a.Body.Close()
		body, err := io.ReadAll(a.Body)
		if err != nil || a.StatusCode != c.status || string(body) != c.body || a.Header.Get("X-Of") != "/path" ||
			a.Header.Get("Retry-After") != "7" || a.ContentLength != int64(len(c.body)) {
			t.Errorf("%d: %+v, %d bytes, %v", c.status, a, len(body), err)
		}
	}
}

// Where there is no answer the connection is closed; of one that is cut off, what came
// before is sent.
func TestServeCutOff(t *testing.T) {
	none := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		Serve(trip(func(*http.Request) (*http.Response, error) { return nil, Refused() }), w, r)
	}))
	defer none.Close()
	if a, err := none.Client().Get(none.URL); !errors.Is(err, io.EOF) {
		t.Errorf("without an answer: %+v, %v", a, err)
	}
	half := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		Serve(trip(func(r *http.Request) (*http.Response, error) {
			a := Answer(r, 200, nil, make([]byte, 100))
			a.Body = io.NopCloser(io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF)))
			return a, nil
		}), w, r)
	}))
	defer half.Close()
	a, err := half.Client().Get(half.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	if body, err := io.ReadAll(a.Body); string(body) != "half" || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("half an answer: %q, %v", body, err)
	}
}

func TestRefused(t *testing.T) {
	if err := Refused(); !errors.Is(err, syscall.ECONNREFUSED) || !strings.HasPrefix(err.Error(), "dial tcp: connect: ") {
		t.Error(err)
	}
}

func TestSleep(t *testing.T) {
	over := errors.New("over")
	synctest.Test(t, func(t *testing.T) {
		for _, c := range []struct {
			d, ends, want time.Duration
			err           error
		}{
			{0, time.Hour, 0, nil}, {-1, time.Hour, 0, nil}, {0, 0, 0, nil},
			{time.Minute, time.Hour, time.Minute, nil}, {time.Hour, time.Minute, time.Minute, over}, {time.Second, 0, 0, over},
		} {
			ctx, cancel := context.WithTimeoutCause(t.Context(), c.ends, over)
			start := time.Now()
			if err := Sleep(ctx, c.d); !errors.Is(err, c.err) || time.Since(start) != c.want {
				t.Errorf("%v of %v: %v after %v", c.d, c.ends, err, time.Since(start))
			}
			cancel()
		}
	})
}
