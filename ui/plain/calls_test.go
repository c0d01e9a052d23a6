package plain

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// fromEmpty are the answers from an account without anything to the saved file: a
// service is created and a number bought.
var fromEmpty = []string{
	"",                        // a new configuration
	twiliosim.EmptyAccountSID, //
	twiliosim.DemoAuthToken,   //
	"", "",                    // create a service, by the usual name
	"",                         // buy a number
	"united k", "mob", "", "y", // in a country, of a kind, the first one, yes
	"", "", "", // the service, the templates, the review
	"+447700900123", "gen", "y", "", "", "", // the message, the file
	"", // finished
}

func connectStalled(o *Options, name string) {
	connect := o.Connect
	o.Connect = func(sid, token string, host *string) walk.Twilio { return stalled{connect(sid, token, host), name} }
}

// Ctrl+C, the second one where something is billed, ends the program at once, whatever
// call is under way, and says what may have been done.
func TestCancelDuringEachCall(t *testing.T) {
	for name, effect := range map[string]account.Effect{
		"Account": "", "Services": "", "Senders": "", "PhoneNumbers": "", "NumberCountries": "", "AvailableNumbers": "", "Message": "",
		"CreateService": account.ServiceCreated, "BuyNumber": account.NumberBought, "AddNumber": account.NumberAdded, "Send": account.MessageSent,
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := setup(t, i18n.English)
			connectStalled(&o, name)
			lines := fromEmpty
			if name == "Senders" { // the empty account has no service to look at
				lines = straight
			}
			var r outcome
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				insist, now := context.WithCancel(t.Context())
				defer now()
				o.Insist = insist
				start, last := time.Now(), 40*time.Second
				time.AfterFunc(last, cancel)
				if effect == account.NumberBought || effect == account.MessageSent {
					last += 5 * time.Second
					time.AfterFunc(last, now)
				}
				r = run(ctx, o, lines)
				if took := time.Since(start); !errors.Is(r.err, context.Canceled) || took != last {
					t.Errorf("%v after %s", r.err, took)
				}
			})
			readable(t, r.out)
			if effect != "" {
				r.says(t, english.T("call.outcome-unknown."+string(effect)))
			}
			if name != "Account" && o.Drafts.(*memory).kept == nil {
				t.Error("no draft is kept")
			}
			r.says(t, "30 s") // that it was still waiting
		})
	}
}

func TestFromAnEmptyAccount(t *testing.T) {
	o, sim := setup(t, i18n.English)
	r := answers(t, o, fromEmpty...)
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	if bought := sim.Bought(); len(bought) != 1 || !strings.HasPrefix(bought[0], "+44") {
		t.Errorf("bought %v", bought)
	}
	r.says(t, english.T("title.numbers", "service", "Logto"), "billed monthly", english.T("buy.confirm", "number", sim.Bought()[0]))
	if c := connector.Decode(saved(t, o)).Config(); c.AccountSID != twiliosim.EmptyAccountSID || c.FromMessagingServiceSID == "" {
		t.Errorf("saved %s, %s", c.AccountSID, c.FromMessagingServiceSID)
	}
}

// Enter alone buys nothing, and each question leads back to the one before.
func TestBuyingWantsAYes(t *testing.T) {
	o, sim := setup(t, i18n.English)
	lines := slices.Concat(fromEmpty[:6], []string{"united k", "mob", "", "", "<", "<", "<", "<", "<", "<"})
	r := answers(t, o, lines...)
	if len(sim.Bought()) > 0 || !errors.Is(r.err, ErrLeft) {
		t.Errorf("%v, bought %v", r.err, sim.Bought())
	}
	if n := strings.Count(r.out, english.T("title.buy-country")); n != 2 {
		t.Errorf("the country was asked for %d times:\n%s", n, r.out)
	}
}

// A purchase whose answer is lost is looked for, and not made again.
func TestLostPurchase(t *testing.T) {
	o, sim := setup(t, i18n.English)
	var r outcome
	synctest.Test(t, func(t *testing.T) {
		connect := o.Connect
		o.Connect = func(sid, token string, host *string) walk.Twilio {
			return lostPurchase{connect(sid, token, host), sim}
		}
		r = run(t.Context(), o, fromEmpty)
	})
	if r.err != nil || len(sim.Bought()) != 1 {
		t.Errorf("%v, bought %v\n%s", r.err, sim.Bought(), r.out)
	}
}

// lostPurchase loses the answer to a purchase.
type lostPurchase struct {
	walk.Twilio
	sim *twiliosim.Server
}

func (l lostPurchase) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	adversity.Put(l.sim, adversity.ResetAfter)
	defer adversity.Put(l.sim, "")
	return l.Twilio.BuyNumber(ctx, e164)
}

// Whatever goes wrong with every call, the walk comes to its end, and prints
// nothing that a terminal would obey.
func TestAdversities(t *testing.T) {
	for _, a := range []adversity.Kind{"", adversity.TerminalEscapes, adversity.GatewayError, adversity.FalseSuccess,
		adversity.ResetAfter, adversity.HalfAnswer, adversity.Throttled, adversity.Redirected, adversity.ForeignPages} {
		t.Run(string(a), func(t *testing.T) {
			o, sim := setup(t, i18n.English)
			adversity.Put(sim, a)
			// What cannot be asked is gone past; what can, is asked again.
			r := answers(t, o, "", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, "continue", "type", twiliosim.DemoServiceSID,
				"", "con", arriving, "generic", "y", "con", "", "y", "con", "", "", "", "")
			if r.err != nil && !errors.Is(r.err, ErrLeft) {
				t.Errorf("%v\n%s", r.err, r.out)
			}
			if n := len(sim.Taken()); n > 1 {
				t.Errorf("%d messages were sent", n)
			}
		})
	}
}

// What Twilio says is shown without what a terminal would obey.
func TestHostileStrings(t *testing.T) {
	o, sim := setup(t, i18n.English)
	adversity.Put(sim, adversity.TerminalEscapes)
	if r := answers(t, o, straight...); r.err != nil {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	o, sim = setup(t, i18n.English)
	adversity.Put(sim, adversity.TerminalEscapes)
	if r := answers(t, o, fromEmpty...); len(sim.Bought()) != 1 {
		t.Errorf("%v\n%s", r.err, r.out)
	}
}

// The check of the credentials says what is wrong, and asks what to do.
func TestWrongCredentials(t *testing.T) {
	o, _ := setup(t, i18n.English)
	r := answers(t, o, "", twiliosim.DemoAccountSID, strings.Repeat("0", 32), "", twiliosim.DemoAuthToken, "", "", "", "", "", "", "", "")
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("credentials.edit"))
}

func TestDeliveries(t *testing.T) {
	for number, want := range map[string][]string{
		"+15000021211": {english.TwilioError(21211).Title, english.T("test.again")},
		"+15000030034": {english.TwilioError(30034).Title, english.T("test.mend", "step", english.T("step.sender"))},
		"+15000030018": {"OK: It has arrived", "Warning: " + english.TwilioError(30018).Title},
		"+15000000200": {english.T("test.no-word", "status", english.Status(account.Sent).Message), english.T("test.watch")},
		"+15000000502": {english.T("test.again")},
	} {
		o, sim := setup(t, i18n.English)
		signedIn(&o)
		r := answers(t, o, "", "", "", "", "", "", number, "", "y", "continue", "", "", "")
		if r.err != nil || len(sim.Requests()) == 0 {
			t.Errorf("%s: %v\n%s", number, r.err, r.out)
		}
		r.says(t, want...)
		// Twilio's support asks for the SID of a message, where there is one.
		sid := o.Walk.Sent.Message.SID
		if taken := number != "+15000021211" && number != "+15000000502"; taken != (sid != "") || taken != strings.Contains(r.out, english.T("test.sid", "sid", sid)) {
			t.Errorf("%s: the SID %q is not said\n%s", number, sid, r.out)
		}
	}
}

// Waiting goes on where that is chosen, and from the test one gets to what mends it.
func TestAfterATest(t *testing.T) {
	o, _ := setup(t, i18n.English)
	signedIn(&o)
	r := answers(t, o, "", "", "", "", "", "", "+15000000200", "", "y", "keep waiting", "continue", "", "", "")
	r.says(t, english.T("test.following", "n", 90))
	o, _ = setup(t, i18n.English)
	signedIn(&o)
	r = answers(t, o, "", "", "", "", "", "", "+15000030034", "", "y", "fix")
	if !errors.Is(r.err, ErrLeft) || o.Walk.Step != walk.Sender {
		t.Errorf("%v at %s", r.err, o.Walk.Step.Key())
	}
}

// A message is sent after a yes alone, the first as any other.
func TestSendingWantsAYes(t *testing.T) {
	o, sim := setup(t, i18n.English)
	signedIn(&o)
	r := answers(t, o, "", "", "", "", "", "", arriving, "Generic", "", "", "", "")
	if r.err != nil || len(sim.Sent()) > 0 || o.Walk.Saved() == "" {
		t.Errorf("%v, sent %v\n%s", r.err, sim.Sent(), r.out)
	}
	o, sim = setup(t, i18n.English)
	signedIn(&o)
	r = answers(t, o, "", "", "", "", "", "", arriving, "Generic", "y", "change", "+15551234568", "", "", "", "", "")
	if r.err != nil || len(sim.Sent()) != 1 {
		t.Errorf("%v, sent %v\n%s", r.err, sim.Sent(), r.out)
	}
}
