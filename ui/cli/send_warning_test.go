package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// A message that arrived has arrived, whatever code Twilio adds: send ends well, says
// the code as a warning, and its JSON has no error.
func TestWarningOnADeliveredMessage(t *testing.T) {
	for _, code := range []int{30018, 30040, 30034, 30041, 99999, 0} {
		d := account.Delivery{
			Outgoing: connector.Outgoing{To: "+15551234567"},
			Message:  account.Message{SID: "SM1", Status: account.Delivered, ErrorCode: code},
		}
		for _, asJSON := range []bool{false, true} {
			var out, words strings.Builder
			c := sendCommand{app: &app{Env{Out: &out, Err: &words}, english}, json: asJSON, wait: time.Minute}
			if err := c.end(d, nil); err != nil {
				t.Errorf("%d: %v", code, err)
			}
			if !strings.Contains(words.String(), "delivered to +15551234567") || strings.Contains(words.String(), "Twilio adds a warning") != (code != 0) {
				t.Errorf("%d is told as\n%s", code, words.String())
			}
			if s := c.report; s.Outcome != outcomeDelivered || s.Error != nil || !s.Final ||
				(s.ErrorCode == nil) != (code == 0) {
				t.Errorf("%d: %+v", code, s)
			}
		}
	}
}

// A message of which a part arrived is a warning, and no success: send ends as the
// wizard and plain mode say it, with the exit code of what did not arrive.
func TestDeliveredInPart(t *testing.T) {
	for _, tr := range []i18n.Printer{english, i18n.In(i18n.Chinese)} {
		for _, code := range []int{0, 30018, 30008, 30034, 99999} {
			m := account.Message{SID: "SM1", Status: account.PartiallyDelivered, ErrorCode: code}
			c := sendCommand{app: &app{Env{Out: io.Discard, Err: io.Discard}, tr}, wait: time.Minute}
			var f *failure
			if err := c.end(account.Delivery{Message: m}, nil); !errors.As(err, &f) || f.exit != exitProblem {
				t.Fatalf("%d: %v", code, err)
			}
			if e := walk.EndingOf(tr, m); f.said.Message != e.Text || e.Status != account.CheckWarning {
				t.Errorf("%d: %q, the wizard says %q", code, f.said.Message, e.Text)
			}
			if warned := strings.Contains(f.said.Hint, tr.TwilioError(code).Title); warned != (code != 0) {
				t.Errorf("%d: %q", code, f.said.Hint)
			}
		}
	}
}

// The word of --json and what the walk concludes are one.
func TestOutcomeIsWhatTheWalkConcludes(t *testing.T) {
	for _, status := range []account.MessageStatus{account.Accepted, account.Queued, account.Sending, account.Sent, account.Delivered,
		account.Read, account.Undelivered, account.Failed, account.Canceled, account.PartiallyDelivered, "new"} {
		m := account.Message{Status: status}
		if missed := walk.EndingOf(english, m).Missed; missed != (outcomeOf(account.Delivery{Message: m}) == outcomeUndelivered) {
			t.Errorf("%s: missed %v", status, missed)
		}
	}
}

// The demo's number for it, from send to the words and the JSON.
func TestSendToTheNumberThatIsWarnedOf(t *testing.T) {
	server := httptest.NewServer(twiliosim.New(twiliosim.Speed(1000)))
	defer server.Close()
	config := connector.Config{AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID, Templates: []connector.Template{{UsageType: connector.Generic, Content: "{{code}}"}}}
	for _, args := range [][]string{{}, {"--json"}, {"--lang", "zh-CN"}, {"--lang", "zh-CN", "--json"}} {
		var out, words strings.Builder
		code := Main(append([]string{"send", "-", "--to", "+15000030018", "--twilio-url", server.URL}, args...), Env{
			In: bytes.NewReader(connector.NewDocument(config).Bytes()), Out: &out, Err: &words, Getenv: func(string) string { return "" },
		})
		tr := english
		if slices.Contains(args, "zh-CN") {
			tr = i18n.In(i18n.Chinese)
		}
		e := tr.TwilioError(30018)
		if code != exitOK || !strings.Contains(words.String(), tr.T("send.delivered", "to", "+15000030018")) ||
			strings.Count(words.String(), tr.T("send.warning", "title", e.Title, "code", 30018)) != 1 {
			t.Errorf("%v: exit code %d\n%s", args, code, words.String())
		}
		if !slices.Contains(args, "--json") {
			continue
		}
		var s sent
		if err := json.Unmarshal([]byte(out.String()), &s); err != nil || s.Outcome != outcomeDelivered || s.Error != nil || s.ErrorCode == nil || *s.ErrorCode != 30018 {
			t.Errorf("%v: %v\n%s", args, err, out.String())
		}
	}
}
