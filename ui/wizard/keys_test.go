package wizard

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// TestKeyLineIsTrue presses every key that a screen offers, each on a wizard of
// its own that was brought to that screen, and wants something to come of it.
func TestKeyLineIsTrue(t *testing.T) {
	folder(t)
	seen := map[string]bool{}
	for _, s := range scenes() {
		for i, a := range s.actions {
			if a.do == nil {
				for _, b := range offered(t, s, i) {
					key := s.golden + b.Help().Key
					if same := b.Help().Key == "f1" || b.Help().Key == "ctrl+c"; same && seen[key] {
						continue // they are the program's, not the step's
					}
					seen[key] = true
					names := b.Keys()
					if names[0] == "up" || names[0] == "down" {
						names = []string{"up", "down"} // one is enough: the cursor may be at the end
					}
					if !slices.ContainsFunc(names, func(name string) bool { return works(t, s, i, name) }) {
						t.Errorf("%s, %s, %s: %q (%s) does nothing", s.golden, s.name, a.shot, b.Help().Key, b.Help().Desc)
					}
				}
			}
		}
	}
}

// offered are the keys on the screen at the i-th action of a scene.
func offered(t *testing.T, s scene, i int) (keys []key.Binding) {
	replay(t, s, i, func(d *direct) {
		keys = slices.Clone(d.m.shownKeys())
		for _, b := range keys {
			if !strings.Contains(d.screen(), b.Help().Key+" "+b.Help().Desc) {
				t.Errorf("%s, %s: %s is not shown", s.name, s.actions[i].shot, b.Help().Desc)
			}
		}
	})
	return keys
}

// works reports whether a key has an effect at the i-th action of a scene.
func works(t *testing.T, s scene, i int, name string) (yes bool) {
	opened := false
	s.options = append(slices.Clone(s.options), func(o *Options) {
		o.OpenURL = func(string) error { opened = true; return nil }
	})
	replay(t, s, i, func(d *direct) {
		before, focus, calls := d.drawn(), d.m.View().Cursor, d.m.calls
		d.key(name)
		after, now := d.drawn(), d.m.View().Cursor
		yes = opened || before != after || calls != d.m.calls || !sameCursor(focus, now) || d.happened("quit") ||
			name == "enter" && strings.Contains(after, "✗") // it said why not
	})
	return yes
}

func sameCursor(a, b *tea.Cursor) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Position == b.Position
}

// replay brings a new wizard to the i-th action of a scene.
func replay(t *testing.T, s scene, i int, look func(*direct)) {
	t.Helper()
	refill(t)
	synctest.Test(t, func(t *testing.T) {
		d := newDirect(t, s.start(i18n.English))
		defer d.close()
		d.do(s.actions[:i]...)
		look(d)
	})
}

// A token that was pasted for the Account SID is not shown there, but for the rest
// of a SID.
func TestTokenPastedForTheSID(t *testing.T) {
	for _, around := range [][2]string{{"", ""}, {"TWILIO_AUTH_TOKEN=", "\n"}, {"export TWILIO_AUTH_TOKEN='", "'"}, {"  ", "\r\n"}, {`"authToken": "`, `",`}} {
		driven(t, newOptions(i18n.English), func(t *testing.T, d *direct) {
			d.key("enter")
			d.paste(around[0] + twiliosim.DemoAuthToken + around[1])
			d.hides(twiliosim.DemoAuthToken[:8])
			d.shows(redact.Mask)
			d.paste(twiliosim.DemoAccountSID)
			if got := d.m.Walk; got.AccountSID != twiliosim.DemoAccountSID || got.AuthToken != twiliosim.DemoAuthToken {
				t.Errorf("%q and a token of %d characters", got.AccountSID, len(got.AuthToken))
			}
		})
	}
	driven(t, newOptions(i18n.English), func(t *testing.T, d *direct) {
		d.key("enter")
		d.text("AC")
		d.paste(twiliosim.DemoAccountSID[2:])
		if got := d.m.Walk; got.AccountSID != twiliosim.DemoAccountSID || got.AuthToken != "" {
			t.Errorf("%q and a token of %d characters", got.AccountSID, len(got.AuthToken))
		}
	})
}

// Both credentials in one paste go where each belongs, wherever it is pasted, and
// the token is not shown.
func TestBothCredentialsInOnePaste(t *testing.T) {
	for _, field := range [][]string{nil, {"tab"}} {
		driven(t, newOptions(i18n.English), func(t *testing.T, d *direct) {
			d.key("enter")
			d.keys(field...)
			d.paste("TWILIO_ACCOUNT_SID=" + twiliosim.DemoAccountSID + "\nTWILIO_AUTH_TOKEN=" + twiliosim.DemoAuthToken + "\n")
			d.shows(twiliosim.DemoAccountSID)
			d.shows(redact.Mask)
			if got := d.m.Walk; got.AccountSID != twiliosim.DemoAccountSID || got.AuthToken != twiliosim.DemoAuthToken {
				t.Errorf("%q and a token of %d characters", got.AccountSID, len(got.AuthToken))
			}
			d.key("enter")
			d.settle()
			if d.m.Walk.Step != walk.Sender {
				t.Errorf("at %s", d.m.Walk.Step.Key())
			}
		})
	}
}
