package twiliosim_test

import (
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
)

// TestContractOfTheClient drives every call of the real client over the simulator.
func TestContractOfTheClient(t *testing.T) {
	sim := twiliosim.New(twiliosim.Speed(100))
	transport := loadSpec(t, sim)
	for _, a := range twiliosim.Accounts() {
		client := twilio.New(a.SID, a.AuthToken, twilio.Options{Transport: transport})
		if got, err := client.Account(t.Context()); err != nil || got != a.Account {
			t.Errorf("account %+v, %v; want %+v", got, err, a.Account)
		}
		var got []connector.Service
		if err := client.Services(t.Context(), func(page []connector.Service) { got = append(got, page...) }); err != nil {
			t.Errorf("services of %s: %v", a.FriendlyName, err)
		}
		if len(got) != len(a.Services) {
			t.Fatalf("%d services, want %d", len(got), len(a.Services))
		}
		for i, want := range telling(a) {
			if got[i] != want.Service {
				t.Errorf("service %+v, want %+v", got[i], want.Service)
			}
			senders, err := client.Senders(t.Context(), want.SID)
			if err != nil || !slices.Equal(senders, want.Senders) {
				t.Errorf("senders of %s: %+v, %v; want %+v", want.FriendlyName, senders, err, want.Senders)
			}
		}
	}
	client := twilio.New(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, twilio.Options{Transport: transport})
	message := connector.Outgoing{To: somebody, MessagingServiceSID: twiliosim.DemoServiceSID,
		Body: "Your code is 123456.", RiskCheck: "enable"}
	m, err := client.Send(t.Context(), message)
	if err != nil || m.Status != connector.Accepted || m.Segments != 0 || m.From != "" || m.Price != "" {
		t.Fatalf("sent: %+v, %v", m, err)
	}
	if sent := sim.Sent(); len(sent) != 1 || sent[0] != message {
		t.Errorf("posted %+v, want %+v", sent, message)
	}
	time.Sleep(50 * time.Millisecond) // 5 s of the simulator's time
	if m, err = client.Message(t.Context(), m.SID); err != nil || m.Status != connector.Delivered ||
		m.Segments == 0 || m.From == "" || m.Price == "" || m.PriceUnit != "USD" {
		t.Errorf("delivered: %+v, %v", m, err)
	}
}

// TestClientSeesEveryScenario sends to every number and wants the client to say
// what the table says, and of a POST whether it may be repeated.
func TestClientSeesEveryScenario(t *testing.T) {
	for _, sc := range twiliosim.Scenarios() {
		synctest.Test(t, func(t *testing.T) {
			client := twilio.New(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken,
				twilio.Options{Transport: twiliosim.New(), Timeout: 10 * time.Second})
			m, err := client.Send(t.Context(), connector.Outgoing{To: sc.Number,
				MessagingServiceSID: twiliosim.DemoServiceSID, Body: "123456", RiskCheck: "enable"})
			var call *connector.CallError
			errors.As(err, &call)
			kinds := map[twiliosim.Effect]connector.ErrorKind{
				twiliosim.Refused: connector.Refused, twiliosim.HTMLPage: connector.Unintelligible,
				twiliosim.Hanging: connector.TimedOut, twiliosim.Unreachable: connector.Unreachable,
			}
			want, fails := kinds[sc.Effect]
			switch {
			case !fails && (err != nil || m.Status != connector.Accepted):
				t.Errorf("%s: %+v, %v", sc.Number, m, err)
			case fails && (call == nil || call.Kind != want || call.Code != sc.Code || call.HTTPStatus != sc.HTTPStatus):
				t.Errorf("%s: %+v, want %s, code %d, HTTP %d", sc.Number, err, want, sc.Code, sc.HTTPStatus)
			case fails && call.OutcomeUnknown == (want == connector.Refused && sc.HTTPStatus < 500 || want == connector.Unreachable):
				t.Errorf("%s: outcome unknown is %v: %v", sc.Number, call.OutcomeUnknown, err)
			}
		})
	}
}
