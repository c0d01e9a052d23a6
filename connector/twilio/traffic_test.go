package twilio

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

// Of the account's messages those of the service and of the time are counted, each once.
func TestTraffic(t *testing.T) {
	sim := twiliosim.New(twiliosim.Speed(1000))
	now := time.Now()
	put := func(ago time.Duration, service string, status account.MessageStatus, code, n int) {
		for range n {
			sim.PutMessages(twiliosim.DemoAccountSID, twiliosim.Past{At: now.Add(-ago), Service: service, To: "+15557654321", Status: status, Code: code})
		}
	}
	put(time.Hour, twiliosim.DemoServiceSID, account.Delivered, 0, 600)
	put(9*time.Hour, twiliosim.DemoServiceSID, account.Undelivered, 30034, 3)
	put(15*time.Hour, twiliosim.DemoServiceSID, account.Failed, 30450, 2)
	put(20*time.Hour, twiliosim.DemoServiceSID, account.Delivered, 30018, 1)
	put(time.Hour, twiliosim.NoSenderServiceSID, account.Delivered, 0, 5)
	put(25*time.Hour, twiliosim.DemoServiceSID, account.Delivered, 0, 5)
	c := New(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, Options{Transport: sim})
	got, err := c.Traffic(t.Context(), twiliosim.DemoServiceSID, now.Add(-24*time.Hour), now)
	want := "[{delivered 601} {undelivered 3} {failed 2}] [{30034 true 3} {30450 true 2} {30018 false 1}]"
	if said := fmt.Sprint(got.Statuses, got.Reasons); err != nil || got.Total != 606 || got.Lost() != 5 || got.Cut || said != want {
		t.Errorf("%+v, %v", got, err)
	}
	if strings.Contains(fmt.Sprintf("%+v", got), "555765") {
		t.Error("a number is kept")
	}
}
