package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
)

// A message that arrived has arrived, whatever code Twilio adds: send ends well, says
// the code as a warning, and its JSON has no error.
func TestWarningOnADeliveredMessage(t *testing.T) {
	for _, code := range []int{30018, 30040, 30034, 30041, 99999, 0} {
		d := connector.Delivery{
			Outgoing: connector.Outgoing{To: "+15551234567"},
			Message:  connector.Message{SID: "SM1", Status: connector.Delivered, ErrorCode: code},
		}
		for _, asJSON := range []bool{false, true} {
			var out, words strings.Builder
			r := sendReporter{env: Env{Out: &out, Err: &words}, tr: english, o: sendOptions{json: asJSON, wait: time.Minute}}
			if err := r.end(d, nil); err != nil {
				t.Errorf("%d: %v", code, err)
			}
			if !strings.Contains(words.String(), "delivered to +15551234567") || strings.Contains(words.String(), "Twilio adds a warning") != (code != 0) {
				t.Errorf("%d is told as\n%s", code, words.String())
			}
			if !asJSON {
				continue
			}
			var s sent
			if err := json.Unmarshal([]byte(out.String()), &s); err != nil || s.Outcome != outcomeDelivered || s.Error != nil || !s.Final ||
				(s.ErrorCode == nil) != (code == 0) {
				t.Errorf("%d: %+v %v", code, s, err)
			}
		}
	}
}
