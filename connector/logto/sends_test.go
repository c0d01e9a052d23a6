package logto

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/simnet/trouble"
)

const logsPath = "/api/logs"

// logged is a Logto whose log has those sends, a second apart, the newest last.
func logged(now time.Time, sends ...logtosim.Send) *logtosim.Server {
	s := ready()
	for i := range sends {
		sends[i].At = now.Add(time.Duration(i-len(sends)) * time.Second)
	}
	s.PutSends(sends...)
	return s
}

// unverifiedNumber is what Twilio answers, a number of somebody in it.
const unverifiedNumber = `{"code":21608,"message":"The number +15551234567 is unverified.","more_info":"https://www.twilio.com/docs/errors/21608","status":400}`

func TestSends(t *testing.T) {
	now := time.Now().Truncate(time.Second)
	s := logged(now,
		logtosim.Send{Event: "Register", Phone: "15557654321", Error: logtosim.Refused(unverifiedNumber)},
		logtosim.Send{Event: "Register", Phone: "15556525710"},
		logtosim.Send{Event: "SignIn", Phone: "15553334444", Template: "MfaVerification"},
		logtosim.Send{Event: "SignIn", Phone: "15553334444", Template: "BindMfa"},
		logtosim.Send{Event: "SignIn", Phone: "15559990002"},
		logtosim.Send{Event: "SignIn", Phone: "15559990002", Error: logtosim.Limited},
		logtosim.Send{Event: "ForgotPassword", Phone: "15559990003", Error: logtosim.Refused("<html>502</html>")},
		logtosim.Send{Event: "Register", Phone: "15557654321", Error: logtosim.Refused(unverifiedNumber)},
	)
	got, err := over(t, s).Sends(t.Context(), now.Add(-time.Hour), now)
	if err != nil {
		t.Fatal(err)
	}
	equalLists(t, "counts", counts(got), []string{"Register 3/2", "SignIn 2/1", "BindMfa 1/0", "ForgotPassword 1/1", "MfaVerification 1/0"})
	equalLists(t, "failures", failures(got, now), []string{"Register 21608  2 -1s", "ForgotPassword 0  1 -2s", "SignIn 0 request.message_rate_limited 1 -3s"})
	if got.Total != 8 || got.Failed != 4 || got.Cut {
		t.Errorf("%+v", got)
	}
	if said := fmt.Sprintf("%+v", got); strings.Contains(said, "1555") {
		t.Errorf("a number is kept: %s", said)
	}
	if got, err = over(t, s).Sends(t.Context(), now.Add(-3*time.Second), now.Add(-2*time.Second)); err != nil || got.Total != 2 {
		t.Errorf("of two seconds: %+v, %v", got, err)
	}
	for _, r := range s.Requests() {
		if strings.HasPrefix(r.Path, logsPath) && r.Method != "GET" {
			t.Errorf("%v", r)
		}
	}
}

func counts(s Sends) (list []string) {
	for _, n := range s.By {
		list = append(list, fmt.Sprintf("%s %d/%d", n.Usage, n.Total, n.Failed))
	}
	return list
}

func failures(s Sends, now time.Time) (list []string) {
	for _, f := range s.Failures {
		list = append(list, fmt.Sprintf("%s %d %s %d %v", f.Usage, f.TwilioCode, f.LogtoCode, f.Count, f.Last.Sub(now)))
	}
	return list
}

// many are n sends, every tenth of which was refused.
func many(now time.Time, n int) *logtosim.Server {
	sends := make([]logtosim.Send, n)
	for i := range sends {
		sends[i] = logtosim.Send{Event: []string{"SignIn", "Register", "ForgotPassword"}[i%3], Phone: strconv.Itoa(15550000000 + i)}
		if i%10 == 0 {
			sends[i].Error = logtosim.Refused(unverifiedNumber)
		}
	}
	return logged(now, sends...)
}

// A log of 10,000 entries, of one kind or of three, with 50 ms a request: under 3 s, four
// requests at once at most, and no more memory than some pages take.
func TestSendsOfALargeLog(t *testing.T) {
	now := time.Now()
	s := many(now, 10_000)
	one := make([]logtosim.Send, 10_000)
	for i := range one {
		one[i] = logtosim.Send{Event: "SignIn", Phone: "15551234567"}
	}
	for name, s := range map[string]*logtosim.Server{"three kinds": s, "one kind": logged(now, one...)} {
		pages := recorded(t, s, now)
		var running, most atomic.Int32
		c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.URL.Path != logsPath {
				return s.RoundTrip(r)
			}
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			time.Sleep(50 * time.Millisecond)
			page := pages[r.URL.Query().Get("logKey")+r.URL.Query().Get("page")]
			return reply(r, 200, cmp.Or(page, "[]")), nil
		}))
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := time.Now()
		got, err := c.Sends(t.Context(), now.Add(-24*time.Hour), now)
		took := time.Since(began)
		runtime.GC()
		runtime.ReadMemStats(&after)
		if err != nil || got.Total != 10_000 || got.Cut || took > 3*time.Second && !trouble.RaceDetector || took > 30*time.Second || most.Load() > logAtOnce {
			t.Errorf("%s: %+v, %v in %v, %d at once", name, got, err, took, most.Load())
		}
		if kept := int64(after.HeapAlloc) - int64(before.HeapAlloc); kept > 4<<20 {
			t.Errorf("%s: %d KiB are kept", name, kept>>10)
		}
	}
}

// recorded are the pages of a log, so that only the client's time is measured.
func recorded(t *testing.T, s *logtosim.Server, now time.Time) map[string]string {
	t.Helper()
	pages := map[string]string{}
	c := over(t, s)
	for key := range sendKeys {
		for page := 1; ; page++ {
			r := logRequest(key, page, now.Add(-24*time.Hour), now)
			body, err := c.call(t.Context(), &r)
			if err != nil {
				t.Fatal(err)
			}
			pages[key+strconv.Itoa(page)] = string(body)
			if len(body) < 10 {
				break
			}
		}
	}
	return pages
}

// A log beyond what is read is cut, and that is said.
func TestSendsAreBounded(t *testing.T) {
	page := "[" + strings.Repeat(`{"createdAt":1795834341953,"payload":{"result":"Success"}},`, logPage-1) + `{"createdAt":1795834341953,"payload":{"result":"Success"}}]`
	s := ready()
	n := atomic.Int32{}
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Path != logsPath {
			return s.RoundTrip(r)
		}
		n.Add(1)
		return reply(r, 200, page), nil
	}))
	got, err := c.Sends(t.Context(), time.UnixMilli(0), time.UnixMilli(1795834341954))
	if err != nil || !got.Cut || n.Load() > 3*(maxLogPages+logAtOnce) || got.Total != int(n.Load())*logPage {
		t.Errorf("%+v, %v after %d", got, err, n.Load())
	}
}

// Entries of any shape are read as far as they can be, and an older Logto that does not
// know start_time is not read to its beginning.
func TestSendsOfOddLogs(t *testing.T) {
	full := strings.Repeat(`{"createdAt":1000,"payload":{"result":"Success"}},`, logPage)
	for name, tt := range map[string]struct {
		body  string
		total int
	}{
		"none": {`[]`, 0}, "null": {`null`, 0}, "nothing in it": {`[null,1,"x",{},[]]`, 0},
		"odd payloads":            {`[{"createdAt":60000,"payload":null},{"createdAt":60000,"payload":{"result":7,"error":[1],"interaction":[]}},{"createdAt":"x"}]`, 6},
		"older than was asked":    {`[{"createdAt":60000,"payload":{}},` + strings.TrimSuffix(full, ",") + `]`, 3},
		"newer than was asked":    {`[{"createdAt":99999999,"payload":{}}]`, 0},
		"an error that is a text": {`[{"createdAt":60000,"payload":{"result":"Error","error":"x"}}]`, 3},
	} {
		s, n := ready(), atomic.Int32{}
		c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.URL.Path != logsPath {
				return s.RoundTrip(r)
			}
			n.Add(1)
			return reply(r, 200, tt.body), nil
		}))
		got, err := c.Sends(t.Context(), time.UnixMilli(50_000), time.UnixMilli(70_000))
		if err != nil || got.Total != tt.total || n.Load() != 3 {
			t.Errorf("%s: %+v, %v after %d", name, got, err, n.Load())
		}
	}
}

func TestSendsAndTrouble(t *testing.T) {
	now := time.Now()
	for effect, kind := range map[faults.Effect]Kind{
		faults.Down: Unreachable, faults.HTMLPage: NotLogto, faults.CutOff: NotLogto, faults.Hanging: TimedOut,
		faults.BadGateway: ServerError, faults.Forbidden: Forbidden, faults.TooMany: TooMany,
	} {
		for _, well := range []int{0, 5} {
			s := many(now, 2000)
			c := over(t, s)
			c.timeout = 100 * time.Millisecond
			faults.Break(s, faults.Fault{Effect: effect, Path: logsPath, After: well})
			got, err := c.Sends(t.Context(), now.Add(-time.Hour), now)
			if callError(t, err).Kind != kind || !got.Cut {
				t.Errorf("%s after %d: %v, %+v", effect, well, err, got)
			}
		}
	}
}

func TestSendsCanceled(t *testing.T) {
	now := time.Now()
	s := many(now, 1000)
	ctx, cancel := context.WithCancel(t.Context())
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Path == logsPath {
			cancel()
			<-r.Context().Done()
			return nil, r.Context().Err()
		}
		return s.RoundTrip(r)
	}))
	if got, err := c.Sends(ctx, now.Add(-time.Hour), now); !errors.Is(err, context.Canceled) || !got.Cut {
		t.Errorf("%+v, %v", got, err)
	}
}

// The entries of a running Logto, in short, and what is read of them.
func TestReasons(t *testing.T) {
	for said, want := range map[string]string{
		`{"message":"Error: ConnectorError: \"{\\\"code\\\":21608,\\\"message\\\":\\\"The number +15551234567 is unverified.\\\"}\""}`: "21608 ",
		`{"message":"{\"code\": 30034}"}`:                              "30034 ",
		`{"code":"request.message_rate_limited","message":"Too many"}`: "0 request.message_rate_limited",
		`{"message":"ConnectorError: connector.not_found"}`:            "0 connector.not_found",
		`{"message":"mail to user@mail.example.org, \"code\":123"}`:    "0 ",
		`null`: "0 ", `[]`: "0 ", ``: "0 ", `"entity.not_found"`: "0 entity.not_found",
		`{"message":"` + strings.Repeat("x", maxLogWords) + `\"code\":21608"}`: "0 ",
	} {
		var e logEntry
		e.Payload.Error = []byte(said)
		if n, code := e.reason(); fmt.Sprintf("%d %s", n, code) != want {
			t.Errorf("%.80s: %d %q, want %q", said, n, code, want)
		}
	}
}
