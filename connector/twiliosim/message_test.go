package twiliosim_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/sms"
	"logto-twilio/connector/twiliosim"
)

// somebody is a number that nothing special is provoked for.
const somebody = "+447700900987"

// follow asks for a message until it ends or a minute has gone by, and returns
// its statuses with the time of each, and the last answer.
func follow(c caller, sent map[string]any) (string, map[string]any) {
	start, at := time.Now(), 0*time.Millisecond
	var walk []string
	last := sent
	for time.Since(start) < time.Minute {
		status := last["status"].(string)
		step := fmt.Sprintf("%s@%dms", status, at.Milliseconds())
		if len(walk) == 0 || !strings.HasPrefix(walk[len(walk)-1], status+"@") {
			walk = append(walk, step)
		}
		if account.MessageStatus(status).Final() {
			break
		}
		time.Sleep(100 * time.Millisecond)
		at = time.Since(start)
		last = c.get(c.message(sent["sid"]))
	}
	return strings.Join(walk, " "), last
}

func TestDelivery(t *testing.T) {
	tests := []struct {
		to, walk string
		code     any
	}{
		{somebody, "accepted@0ms queued@400ms sending@900ms sent@1500ms delivered@3200ms", nil},
		{"+15000030003", "accepted@0ms queued@400ms sending@900ms sent@1500ms undelivered@3200ms", 30003.0},
		{"+15000030034", "accepted@0ms queued@400ms sending@900ms sent@1500ms undelivered@6500ms", 30034.0},
		{"+15000030018", "accepted@0ms queued@400ms sending@900ms sent@1500ms delivered@3200ms", 30018.0},
		{"+15000030001", "accepted@0ms queued@400ms failed@1500ms", 30001.0},
		{"+15000000200", "accepted@0ms queued@400ms sending@900ms sent@1500ms", nil},
		// Created when it was posted, 5 s before the answer.
		{"+15000000408", "accepted@0ms queued@1000ms sending@4000ms sent@7000ms delivered@15000ms", nil},
	}
	for _, tt := range tests {
		t.Run(tt.to, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := demo(t, twiliosim.New())
				status, sent := c.send(tt.to, twiliosim.DemoServiceSID, "123456")
				if status != 201 {
					t.Fatalf("%d %v", status, sent)
				}
				walk, last := follow(c, sent)
				if walk != tt.walk {
					t.Errorf("went %s\nwant %s", walk, tt.walk)
				}
				if last["error_code"] != tt.code || (last["error_message"] != nil) != (tt.code != nil) {
					t.Errorf("error %v: %v", last["error_code"], last["error_message"])
				}
			})
		})
	}
}

func TestWhatShowsWhen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := demo(t, twiliosim.New())
		body := strings.Repeat("0123456789", 20)
		_, m := c.send(somebody, twiliosim.DemoServiceSID, body)
		segments := max(sms.MeasureText(body).Segments, 1)
		expect := func(when string, want map[string]any) {
			t.Helper()
			m = c.get(c.message(m["sid"]))
			for name, value := range want {
				if m[name] != value {
					t.Errorf("%s: %s is %v, want %v", when, name, m[name], value)
				}
			}
		}
		expect("at once", map[string]any{"num_segments": "0", "from": nil, "price": nil, "price_unit": nil,
			"date_sent": nil, "to": somebody, "body": body, "messaging_service_sid": twiliosim.DemoServiceSID})
		time.Sleep(1500 * time.Millisecond)
		expect("when sent", map[string]any{"num_segments": fmt.Sprint(segments), "from": "+447700900120", "price": nil})
		time.Sleep(2 * time.Second)
		expect("when delivered", map[string]any{"price": fmt.Sprintf("-%.5f", 0.0079*float64(segments)), "price_unit": "USD"})
		if m["date_sent"] == nil {
			t.Error("delivered, and no date_sent")
		}
	})
}

func TestSpeed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := demo(t, twiliosim.New(twiliosim.Speed(10)))
		_, sent := c.send(somebody, twiliosim.DemoServiceSID, "123456")
		time.Sleep(320 * time.Millisecond)
		if m := c.get(c.message(sent["sid"])); m["status"] != "delivered" {
			t.Errorf("after 320 ms: %v", m["status"])
		}
	})
}

func TestScenariosOfNumbers(t *testing.T) {
	for _, sc := range twiliosim.Scenarios() {
		if sc.Code == 0 {
			continue
		}
		t.Run(fmt.Sprint(sc.Code), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := demo(t, twiliosim.New())
				status, m := c.send(sc.Number, twiliosim.DemoServiceSID, "123456")
				if sc.Effect == twiliosim.Refused {
					if status != sc.HTTPStatus || code(m) != sc.Code || m["message"] == "" {
						t.Errorf("%d %v", status, m)
					}
					return
				}
				walk, last := follow(c, m)
				if status != 201 || last["error_code"] != float64(sc.Code) || last["error_message"] == "" {
					t.Errorf("%d, went %s, error %v", status, walk, last["error_code"])
				}
			})
		})
	}
}

func TestNumbersThatAreNamedInTheDocumentation(t *testing.T) {
	want := map[string]string{
		"+15000020003": "refused", "+15000021211": "refused", "+15000021408": "refused", "+15000021608": "refused",
		"+15000021610": "refused", "+15000021614": "refused", "+15000572006": "refused", "+15000030003": "undelivered",
		"+15000030007": "undelivered", "+15000030034": "undelivered-late", "+15000030018": "warned", "+15000000502": "html-page",
		"+15000000503": "unreachable", "+15000000504": "hanging", "+15000000408": "slow", "+15000000200": "never-reported",
	}
	for _, sc := range twiliosim.Scenarios() {
		if effect, ok := want[sc.Number]; ok && effect == string(sc.Effect) {
			delete(want, sc.Number)
		}
	}
	if len(want) > 0 {
		t.Errorf("missing or different: %v", want)
	}
}

func TestTrialNotice(t *testing.T) {
	c := caller{t, twiliosim.New(), twiliosim.TrialAccountSID, twiliosim.DemoAuthToken}
	_, m := c.send(twiliosim.VerifiedNumber, twiliosim.TrialServiceSID, "123456")
	if m["body"] != "Sent from your Twilio trial account - 123456" {
		t.Errorf("%v", m["body"])
	}
}

func TestMessagesOfOthers(t *testing.T) {
	s := twiliosim.New()
	_, m := demo(t, s).send(somebody, twiliosim.DemoServiceSID, "123456")
	trial := caller{t, s, twiliosim.TrialAccountSID, twiliosim.DemoAuthToken}
	if status, body, err := trial.do("GET", trial.message(m["sid"]), nil); status != 404 || code(body) != 20404 {
		t.Errorf("%d %v %v", status, body, err)
	}
}
