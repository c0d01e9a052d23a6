package twilio

import (
	"context"
	"io"
	"net/http"
	"runtime"
	"testing"
	"time"
)

// An answer without an end costs a few times the limit, not what is sent.
func TestMemoryIsBounded(t *testing.T) {
	for _, status := range []int{200, 404, 502} {
		for name, do := range map[string]func(context.Context, *Client) error{"Account": askAccount, "Send": send, "RemoveNumber": remove} {
			c := at(t, serve(t, endless(status, 0)).URL, 20*time.Second)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			callError(t, do(t.Context(), c))
			runtime.ReadMemStats(&after)
			const most = 8 * maxAnswer
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("%s, HTTP %d: %d MiB allocated", name, status, used>>20)
			}
		}
	}
}

// counting is a body of blanks that notes how much of it is read.
type counting struct{ read int }

func (c *counting) Read(p []byte) (int, error) {
	if c.read >= farTooLong {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = ' '
	}
	c.read += len(p)
	return len(p), nil
}

func (*counting) Close() error { return nil }

// Of no answer more is read than its kind may have, and a little.
func TestReadingIsBounded(t *testing.T) {
	for status, most := range map[int]int{200: maxAnswer, 201: maxAnswer, 400: maxErrorAnswer, 404: maxErrorAnswer, 429: maxErrorAnswer, 502: maxErrorAnswer} {
		body := &counting{} // of the last attempt
		c := over(roundTripper(func(*http.Request) (*http.Response, error) {
			body = &counting{}
			a := reply(status, "")
			a.Body = body
			return a, nil
		}))
		callError(t, send(t.Context(), c))
		if body.read == 0 || body.read > most+most/2 {
			t.Errorf("HTTP %d: read %d bytes of an answer, of %d at most", status, body.read, most)
		}
	}
}
