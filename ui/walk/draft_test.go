package walk

import (
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/twiliosim"
)

// TestResumeToken: a draft holds no token. Resuming takes one from elsewhere only
// where it is the one that the draft was made with.
func TestResumeToken(t *testing.T) {
	const sid, token, other = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, "another"
	for name, c := range map[string]struct {
		answer func(*Walk) // before the draft is kept
		env    [2]string   // SID and token of the environment at the resumption
		want   string
	}{
		"the same environment":      {func(*Walk) {}, [2]string{sid, token}, token},
		"a token alone":             {func(*Walk) {}, [2]string{"", token}, token},
		"another account's":         {func(*Walk) {}, [2]string{twiliosim.TrialAccountSID, token}, ""},
		"no environment any longer": {func(*Walk) {}, [2]string{}, ""},
		"it was typed":              {func(w *Walk) { w.SetCredentials(sid, other) }, [2]string{sid, token}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			begun := New(connector.English)
			begun.SetCredentials(sid, token)
			begun.MarkUnchanged()
			c.answer(begun)
			kept := begun.Draft()

			w := New(connector.English)
			w.SetCredentials(c.env[0], c.env[1])
			w.Resume(kept, nil)
			if w.AuthToken != c.want || w.AccountSID != sid {
				t.Errorf("resumed with %q and %q, want %q", w.AccountSID, w.AuthToken, c.want)
			}
			if again := w.Draft(); again.OtherToken {
				t.Error("nothing was typed since")
			}
		})
	}
}
