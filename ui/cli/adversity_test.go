package cli

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"unicode"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
	"logto-twilio/ui/i18n"
)

// adverseCalls are one call of each sort: what reads, what reads pages, and
// everything that changes something.
var adverseCalls = map[string]func(context.Context, *twilio.Client) error{
	"Account": func(ctx context.Context, c *twilio.Client) error { _, err := c.Account(ctx); return err },
	"Senders": func(ctx context.Context, c *twilio.Client) error {
		_, err := c.Senders(ctx, twiliosim.DemoServiceSID)
		return err
	},
	"NumberPrices": func(ctx context.Context, c *twilio.Client) error { _, err := c.NumberPrices(ctx, "US"); return err },
	"Send": func(ctx context.Context, c *twilio.Client) error {
		_, err := c.Send(ctx, connector.Outgoing{To: demoNumber, MessagingServiceSID: twiliosim.DemoServiceSID, Body: "1"})
		return err
	},
	"CreateService": func(ctx context.Context, c *twilio.Client) error { _, err := c.CreateService(ctx, "New"); return err },
	"BuyNumber": func(ctx context.Context, c *twilio.Client) error {
		_, err := c.BuyNumber(ctx, "+12125550150")
		return err
	},
	"AddNumber": func(ctx context.Context, c *twilio.Client) error {
		return c.AddNumber(ctx, twiliosim.NoSenderServiceSID, twiliosim.Accounts()[0].Unassigned[0].SID)
	},
	"RemoveNumber": func(ctx context.Context, c *twilio.Client) error {
		return c.RemoveNumber(ctx, twiliosim.DemoServiceSID, twiliosim.Accounts()[0].Services[0].Senders[0].SID)
	},
}

// TestAdversityIsSaid goes on where the client's table of adversities ends: what
// a person is told, in both languages, and the exit code. Whatever goes wrong on
// the way is 3; what may have happened all the same is said, with where to look.
func TestAdversityIsSaid(t *testing.T) {
	cells := 0
	for _, a := range adversity.All() {
		for name, do := range adverseCalls {
			cells++
			t.Run(string(a)+"/"+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					sim := twiliosim.New()
					adversity.Put(sim, a)
					err := do(t.Context(), twilio.New(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, twilio.Options{Transport: sim}))
					if err != nil {
						checkSaid(t, err)
					}
				})
			})
		}
	}
	t.Logf("%d adversities × %d calls: %d cells", len(adversity.All()), len(adverseCalls), cells)
}

func checkSaid(t *testing.T, err error) {
	t.Helper()
	if code := exitCode(err); code != exitUnreachable {
		t.Errorf("exit code %d for %v", code, err)
	}
	e := err.(*account.CallError)
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		tr := i18n.In(lang)
		said := tr.Failure(err)
		if said.Message == "" || said.Hint == "" {
			t.Errorf("%s: %+v", lang, said)
		}
		if text := said.Message + said.Hint; strings.Contains(text, twiliosim.DemoAuthToken) || strings.ContainsFunc(text, unicode.IsControl) {
			t.Errorf("unfit to be shown: %q", text)
		}
		lost := tr.T("call.outcome-unknown." + string(e.Effect))
		if strings.Contains(said.Message, lost) != e.OutcomeUnknown && e.Effect != "" {
			t.Errorf("%s: %q, outcome unknown: %t", lang, said.Message, e.OutcomeUnknown)
		}
	}
}
