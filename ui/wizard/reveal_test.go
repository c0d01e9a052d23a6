package wizard

import (
	"testing"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// A secret is revealed where it was asked for, and until it is left: no other is,
// and it is covered when somebody comes back.
func TestRevealingIsOfOneFieldAndOneStay(t *testing.T) {
	for name, leave := range map[string][]action{
		"another field":      {press("shift+tab"), press("tab")},
		"up and down":        {press("up"), press("down")},
		"the step before":    {press("esc"), press("enter"), at(walk.Credentials)},
		"on, and back":       {press("enter"), answered, press("esc")},
		"the key once more":  {press("ctrl+r")},
		"far on, and back":   {at(walk.Review), press("esc", "esc", "esc")},
		"a question, and no": {press("ctrl+c"), press("esc")},
		"a question, stayed": {press("ctrl+c"), press("enter")},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t)
			o := newOptions(i18n.English)
			chosen(&o)
			driven(t, o, func(t *testing.T, d *direct) {
				d.do(at(walk.Credentials), press("tab", "ctrl+r"))
				d.shows(twiliosim.DemoAuthToken)
				d.do(leave...)
				d.hides(twiliosim.DemoAuthToken)
			})
		})
	}
}

// What Ctrl+R shows of Twilio's token says nothing of Logto's secret.
func TestRevealingTheTokenKeepsTheSecretOfLogto(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	chosen(&o)
	ready(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Credentials), press("tab", "ctrl+r"))
		d.shows(twiliosim.DemoAuthToken)
		d.do(toPush...)
		for range 5 {
			d.hides(logtosim.DemoSecret)
			d.key("tab")
		}
		d.do(press("shift+tab", "ctrl+r"))
		d.shows(logtosim.DemoSecret)
		d.do(press("shift+tab", "tab"))
		d.hides(logtosim.DemoSecret)
		d.do(press("ctrl+r", "tab", "enter"), answered, press("esc"))
		d.hides(logtosim.DemoSecret)
	})
}

func TestPasteIsTakenClean(t *testing.T) {
	for _, around := range [][2]string{{" ", " "}, {"\n", "\r\n"}, {"\t ", "\n\n"}, {"\u00a0", "\u200b"}, {"", "\r"}} {
		o := newOptions(i18n.English)
		driven(t, o, func(t *testing.T, d *direct) {
			d.keys("enter")
			d.paste(around[0] + twiliosim.DemoAccountSID + around[1])
			d.keys("enter")
			d.paste(around[0] + twiliosim.DemoAuthToken + around[1])
			if o.Walk.AccountSID != twiliosim.DemoAccountSID || o.Walk.AuthToken != twiliosim.DemoAuthToken {
				t.Errorf("pasted between %q and %q: SID %q, token %q", around[0], around[1], o.Walk.AccountSID, o.Walk.AuthToken)
			}
			d.hides("✗")
		})
	}
}

func TestTokenIsShownOnlyWhenAskedFor(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.keys("enter", "tab")
		d.hides(twiliosim.DemoAuthToken)
		d.key("ctrl+r")
		d.shows(twiliosim.DemoAuthToken)
		d.key("ctrl+r")
		d.hides(twiliosim.DemoAuthToken)
	})
}
