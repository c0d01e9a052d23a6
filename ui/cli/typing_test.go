//go:build unix

package cli

import (
	"testing"

	"logto-twilio/connector/twiliosim"
)

// TestTyping types both credentials in one go, in the ways in which they come,
// and asks Twilio whether each landed whole in its own field.
func TestTyping(t *testing.T) {
	t.Parallel()
	const sid, token = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	bracketed := func(s string) string { return pasteOn + s + pasteOff }
	for name, keys := range map[string]string{
		"typed ahead of the screen":      sid + enter + token + enter,
		"tab between the fields":         sid + tab + token + enter,
		"pasted, wrapped in all sorts":   bracketed("  \""+sid+"\"\r\n") + enter + bracketed("\n\t'"+token+"',\n") + enter,
		"pasted with line feeds":         bracketed("\n"+sid+"\n\n") + enter + bracketed(token+"\n") + enter,
		"pasted without brackets":        "  " + sid + " \r" + token + " \r",
		"unbracketed, with line feeds":   sid + "\n" + enter + token + "\n" + enter,
		"both in one unbracketed paste":  "\"" + sid + "\"\r\"" + token + "\"\r",
		"a wrong start, taken back":      "MG" + ctrlU + sid + enter + "x\x7f" + token + enter,
		"back and forth between the two": sid + enter + token[:16] + "\x1b[Z" + down + token[16:] + enter,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			x := start(t, program{args: []string{"--twilio-url", sim.URL}})
			x.toCredentials()
			x.send(keys)
			x.wait(x.says("title.sender"), "Logto verification") // both were right
			for _, r := range sim.Requests() {
				if r.AccountSID != sid {
					t.Errorf("asked as %q", r.AccountSID)
				}
			}
		})
	}
}

// TestTypingAhead types a whole walk before anything of it is shown but what must
// be waited for: the answers of Twilio.
func TestTypingAhead(t *testing.T) {
	t.Parallel()
	sim := simulate(t)
	x := start(t, program{args: []string{"--twilio-url", sim.URL}})
	x.wait(x.says("title.start"))
	x.send(enter, twiliosim.DemoAccountSID, enter, twiliosim.DemoAuthToken, enter)
	x.chooseSender("Logto verification")
	x.wait(x.says("title.templates"))
	x.send(enter, enter, ctrlS, ctrlU, "mine.json", enter)
	x.wait(x.says("save.saved.title"), "mine.json")
	x.send(enter)
	if code := x.exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	checkSaved(t, x.dir+"/mine.json")
	if posts := sim.posts(); len(posts) > 0 {
		t.Errorf("the test was skipped, and %v sent", posts)
	}
}
