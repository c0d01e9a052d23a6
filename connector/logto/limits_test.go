package logto

import (
	"io"
	"net/http"
	"testing"
)

// endless is the body of an answer that goes on for 16 times what is read of one, and
// counts.
type endless struct{ left, given int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	e.left, e.given = e.left-n, e.given+n
	for i := range p[:n] {
		p[i] = ' '
	}
	return n, nil
}

func (e *endless) Close() error { return nil }

// always answers every request alike.
type always func() *http.Response

func (f always) RoundTrip(*http.Request) (*http.Response, error) { return f(), nil }

// An answer without an end is not read to it, whatever its status.
func TestLongAnswers(t *testing.T) {
	for _, status := range []int{200, 201, 204, 400, 403, 404, 500} {
		body := &endless{left: 16 * maxAnswer}
		c := over(t, always(func() *http.Response {
			body.left, body.given = 16*maxAnswer, 0
			return &http.Response{StatusCode: status, Header: http.Header{}, Body: body}
		}))
		_, err := c.send(t.Context(), request{call: CallList, method: "GET", path: "api/connectors"})
		if err == nil || status/100 == 2 && err.Kind != NotLogto || body.given > maxAnswer+1 {
			t.Errorf("%d: %+v after %d MiB", status, err, body.given>>20)
		}
	}
}
