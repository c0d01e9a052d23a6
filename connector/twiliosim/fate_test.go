package twiliosim_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector/twiliosim"
)

func TestChecksOfAMessage(t *testing.T) {
	const unknown = "MG00000000000000000000000000000000"
	service := map[string]string{}
	for _, s := range twiliosim.Accounts()[0].Services {
		service[s.FriendlyName] = s.SID
	}
	full, trial := twiliosim.DemoAccountSID, twiliosim.TrialAccountSID
	tests := []struct {
		name, account, to, service, body string
		status, code                     int
	}{
		{"without a plus", full, "447700900987", twiliosim.DemoServiceSID, "x", 400, 21211},
		{"country code 0", full, "+0447700900987", twiliosim.DemoServiceSID, "x", 400, 21211},
		{"too long", full, "+4477009009871234", twiliosim.DemoServiceSID, "x", 400, 21211},
		{"blanks", full, "+44 7700900987", twiliosim.DemoServiceSID, "x", 400, 21211},
		{"no recipient", full, "", twiliosim.DemoServiceSID, "x", 400, 21604},
		{"no service", full, somebody, "", "x", 400, 21603},
		{"misshapen service", full, somebody, "VA" + unknown[2:], "x", 400, 21705},
		{"unknown service", full, somebody, unknown, "x", 404, 21701},
		{"another account's service", full, somebody, twiliosim.TrialServiceSID, "x", 404, 21701},
		{"no sender", full, somebody, twiliosim.NoSenderServiceSID, "x", 400, 21704},
		{"no text", full, somebody, twiliosim.DemoServiceSID, "", 400, 21602},
		{"1600 characters", full, somebody, twiliosim.DemoServiceSID, strings.Repeat("码", 1600), 201, 0},
		{"1601 characters", full, somebody, twiliosim.DemoServiceSID, strings.Repeat("码", 1601), 400, 21617},
		{"to the sender itself", full, "+447700900120", twiliosim.DemoServiceSID, "x", 400, 21211},
		{"a short code abroad", full, somebody, service["Alerts"], "x", 400, 21703},
		{"a short code at home", full, "+12025550100", service["Alerts"], "x", 201, 0},
		{"a name in the USA", full, "+12025550100", service["Brand name"], "x", 400, 21703},
		{"a name abroad", full, somebody, service["Brand name"], "x", 201, 0},
		{"a sender without SMS", full, somebody, service["Voice line"], "x", 400, 21703},
		{"a name, provoked", full, "+15000030003", service["Brand name"], "x", 201, 0},
		{"trial, unverified", trial, somebody, twiliosim.TrialServiceSID, "x", 400, 21608},
		{"trial, verified", trial, twiliosim.VerifiedNumber, twiliosim.TrialServiceSID, "x", 201, 0},
		{"suspended", twiliosim.SuspendedAccountSID, somebody, twiliosim.SuspendedServiceSID, "x", 403, 20005},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := caller{t, twiliosim.New(), tt.account, twiliosim.DemoAuthToken}
			if status, m := c.send(tt.to, tt.service, tt.body); status != tt.status || code(m) != tt.code {
				t.Errorf("%d %v, want %d with code %d", status, m, tt.status, tt.code)
			}
		})
	}
}

func TestFates(t *testing.T) {
	tests := []struct {
		name, to, service string
		code              any
	}{
		{"an American number of an unregistered service", "+12025550100", "Marketing US", 30034.0},
		{"the same abroad", somebody, "Marketing US", nil},
		{"a registered one", "+12025550100", "Logto verification", nil},
		{"another number of the account", "+447700900150", "Logto verification", 30038.0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := demo(t, twiliosim.New())
				for _, s := range twiliosim.Accounts()[0].Services {
					if s.FriendlyName == tt.service {
						_, m := c.send(tt.to, s.SID, "123456")
						if walk, last := follow(c, m); last["error_code"] != tt.code {
							t.Errorf("went %s, error %v", walk, last["error_code"])
						}
					}
				}
			})
		})
	}
}

// The pumping protection stands aside where RiskCheck says so, and there alone.
func TestRiskCheck(t *testing.T) {
	for _, to := range []string{"+15000030450", "+15000030453"} {
		for check, want := range map[string]string{"disable": "delivered", "enable": "failed", "": "failed"} {
			synctest.Test(t, func(t *testing.T) {
				c := demo(t, twiliosim.New())
				_, m, err := c.do("POST", c.account()+"/Messages.json", map[string][]string{
					"To": {to}, "MessagingServiceSid": {twiliosim.DemoServiceSID}, "Body": {"x"}, "RiskCheck": {check},
				})
				if err != nil {
					t.Fatal(err)
				}
				if walk, last := follow(c, m); last["status"] != want {
					t.Errorf("%s, RiskCheck %q: went %s, want %s", to, check, walk, want)
				}
			})
		}
	}
}
