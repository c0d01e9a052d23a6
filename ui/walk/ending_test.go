package walk

import (
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// The status decides what a message came to, whatever code Twilio adds.
func TestEndingIsThatOfTheStatus(t *testing.T) {
	for status, want := range map[account.MessageStatus]account.CheckStatus{
		account.Delivered: account.CheckOK, account.Read: account.CheckOK,
		account.Sent: account.CheckWarning, account.Queued: account.CheckWarning, account.PartiallyDelivered: account.CheckWarning,
		account.Undelivered: account.CheckFailed, account.Failed: account.CheckFailed, account.Canceled: account.CheckFailed,
	} {
		for _, code := range []int{0, 30018, 30034, 30040, 99999} {
			e := EndingOf(english, account.Message{Status: status, ErrorCode: code})
			if e.Status != want || e.Code != code || e.Text == "" && (code == 0 || want != account.CheckFailed) ||
				e.Missed != (want == account.CheckFailed || status == account.PartiallyDelivered) {
				t.Errorf("%s with %d: %+v", status, code, e)
			}
		}
	}
}

// A warning on a message that arrived leaves going on the usual choice.
func TestWarningIsNoRefusal(t *testing.T) {
	w := New(connector.English)
	w.Sent = &account.Delivery{Message: account.Message{Status: account.Delivered, ErrorCode: 30018}}
	if w.Refusal() != 0 || w.AfterTest(english, false, nil)[0].Value != GoOn {
		t.Errorf("refused with %d, then %+v", w.Refusal(), w.AfterTest(english, false, nil))
	}
	w.Sent.Err = &account.CallError{Kind: account.Refused, Code: 21211}
	if w.Refusal() != 21211 {
		t.Error("a refusal has no code")
	}
}

// What is dropped on its way to the clipboard is not called copied.
func TestCopiedText(t *testing.T) {
	for name, c := range map[string]struct{ env, want string }{
		"tmux":   {"TMUX", english.T("done.copied-dropped", "multiplexer", "tmux", "file", "connector.json")},
		"screen": {"STY", english.T("done.copied-dropped", "multiplexer", "GNU screen", "file", "connector.json")},
		"none":   {"", english.T("done.copied")},
	} {
		s := saved(t, "json")
		s.Getenv = func(v string) string {
			if v == c.env {
				return "1"
			}
			return ""
		}
		if got := s.CopiedText(english); got != c.want || !strings.Contains(got, "clear it after use") {
			t.Errorf("%s: %s", name, got)
		}
		s.Walk.AuthToken = connector.TokenVariable
		if got := s.CopiedText(english); strings.Contains(got, "clear it") {
			t.Errorf("%s, with a variable: %s", name, got)
		}
	}
}
