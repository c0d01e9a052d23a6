package logtosim

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// logs asks for a part of the audit log: when each entry was made, of a shape as the
// API's own document has it, and the headers.
func (c caller) logs(query string) ([]int64, http.Header) {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), "GET", DemoEndpoint+"/api/logs"+query, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := c.s.RoundTrip(req)
	if err != nil || answer.StatusCode != 200 {
		c.t.Fatalf("%s: %v %v", query, answer, err)
	}
	var entries []struct {
		ID, Key   string
		Payload   struct{ Key, Result string }
		CreatedAt int64
	}
	if err := json.NewDecoder(answer.Body).Decode(&entries); err != nil {
		c.t.Fatal(err)
	}
	var at []int64
	for _, e := range entries {
		if e.Key == "" || e.Payload.Key != e.Key || e.Payload.Result == "" || len(e.ID) != 21 {
			c.t.Errorf("%+v", e)
		}
		at = append(at, e.CreatedAt)
	}
	return at, answer.Header
}

// A large log comes in pages, the newest first, each entry once.
func TestLargeLog(t *testing.T) {
	c := newCaller(t)
	var sends []Send
	for i := range 10_001 {
		sends = append(sends, Send{At: time.UnixMilli(int64(i)), Event: []string{"Register", "SignIn", "ForgotPassword"}[i%3], Phone: "15551234567"})
	}
	c.s.PutSends(sends...)
	key := "?logKey=Interaction.SignIn.Verification.PhoneVerificationCode.Create"
	last := int64(10_001)
	for page, seen := 1, 0; ; page++ {
		at, header := c.logs(fmt.Sprintf("%s&page=%d&page_size=100", key, page))
		if header.Get("Total-Number") != "3334" || header.Get("Total-Number-Is-Capped") != "" {
			t.Fatalf("%v", header)
		}
		links := strings.Join(header["Link"], " ")
		for rel, want := range map[string]bool{"first": true, "last": true, "prev": page > 1, "next": page < 34} {
			if strings.Contains(links, `rel="`+rel+`"`) != want {
				t.Errorf("page %d: %s", page, links)
			}
		}
		for _, ms := range at {
			if ms >= last || ms%3 != 1 {
				t.Fatalf("%d after %d", ms, last)
			}
			last = ms
		}
		if seen += len(at); len(at) == 0 {
			if seen != 3334 || page != 35 {
				t.Errorf("%d entries, %d pages", seen, page)
			}
			break
		}
	}
	at, header := c.logs("?enableCap=true&page_size=1")
	if len(at) != 1 || header.Get("Total-Number") != "10001" || header.Get("Total-Number-Is-Capped") != "true" || len(header["Link"]) != 1 {
		t.Errorf("%v %v", at, header)
	}
	if at, header = c.logs("?start_time=1&enableCap=true"); len(at) != 20 || header.Get("Total-Number") != "10000" || header.Get("Total-Number-Is-Capped") != "" {
		t.Errorf("%v %v", at, header)
	}
	if at, _ = c.logs("?start_time=5000&end_time=5002"); len(at) != 3 || at[0] != 5002 || at[2] != 5000 {
		t.Errorf("%v", at)
	}
	if at, header = c.logs("?logKey=Interaction.SignIn"); len(at) != 0 || header.Get("Total-Number") != "0" {
		t.Errorf("%v %v", at, header)
	}
}

// What the audit log is not asked for in.
func TestLogRefused(t *testing.T) {
	c := newCaller(t)
	for query, want := range map[string]string{
		"page=0": "guard.invalid_pagination", "page=x": "guard.invalid_pagination", "page_size=101": "guard.invalid_pagination",
		"page_size=0": "guard.invalid_pagination", "start_time=x": "guard.invalid_input", "end_time=1e3": "guard.invalid_input",
		"start_time=2&end_time=1": "log.invalid_time_window", "logKey=a&logKey=b": "guard.invalid_input",
	} {
		status, body := c.do("GET", "/api/logs?"+query, "")
		checkRefusal(t, status, body, "400 "+want)
	}
}

// A send that failed has its reason with it, and one of a second factor its user.
func TestLogEntries(t *testing.T) {
	c := newCaller(t)
	c.s.PutSends(Send{At: time.UnixMilli(1), Event: "SignIn", Template: "MfaVerification", Phone: "15551234567", Error: Refused(`{"code":30006}`)})
	_, body := c.do("GET", "/api/logs", "")
	for _, want := range []string{
		`"error":{"message":"Error: ConnectorError: \"{\\\"code\\\":30006}\""}`, `"result":"Error"`, `"userId":"user`, `"value":"15551234567"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s: %s", want, body)
		}
	}
	if strings.Contains(body, "MfaVerification") || strings.Count(body, "interactionEvent") != 1 {
		t.Errorf("a code of a second factor, that did not go out: %s", body)
	}
}

// Logto's own refusal is in the log with its code, one of Twilio's as a text.
func TestFailuresInTheLog(t *testing.T) {
	for said, want := range map[string]string{
		Limited:                        `{"code":"request.message_rate_limited","message":"Too many messages sent to this recipient. Please try again later."}`,
		Refused(`{"code":1}`):          `{"message":"Error: ConnectorError: \"{\\\"code\\\":1}\""}`,
		"RequestError: socket hang up": `{"message":"RequestError: socket hang up"}`,
	} {
		if got := encode(Send{Error: said}.failure()); got != want {
			t.Errorf("%s: %s, want %s", said, got, want)
		}
	}
}
