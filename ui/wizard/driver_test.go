package wizard

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// driver is somebody at a wizard: at a terminal, or at the Model itself.
type driver interface {
	key(name string) // by Bubble Tea's name for it
	text(s string)
	paste(s string)
	resize(width, height int)
	wait(d time.Duration)
	screen() string
	model() *Model // to look at what is no screen
}

// action is something that is done to a wizard, or a screen to look at.
type action struct {
	shot string // the name of the screen
	do   func(driver)
}

// shot looks at the screen.
func shot(name string) action { return action{shot: name} }

// press presses keys one after the other.
func press(names ...string) action {
	return action{do: func(d driver) {
		for _, name := range names {
			d.key(name)
		}
	}}
}

// typed types a text, pasted pastes it.
func typed(s string) action  { return action{do: func(d driver) { d.text(s) }} }
func pasted(s string) action { return action{do: func(d driver) { d.paste(s) }} }

// replaced clears the field that has the focus and types another text.
func replaced(s string) action {
	return action{do: func(d driver) { d.key("ctrl+u"); d.text(s) }}
}

// straight goes from a file that was opened to its review.
var straight = action{do: func(d driver) {
	if !strings.Contains(d.screen(), "› "+d.model().tr.T("start.review")) {
		d.key("down")
	}
	d.key("enter")
}}

// after lets time pass, on the clock of the bubble.
func after(d time.Duration) action { return action{do: func(x driver) { x.wait(d) }} }

// answered is time enough for the simulated Twilio to answer any number of
// calls but a slow one, delivered for a message to arrive.
var (
	answered  = after(900 * time.Millisecond)
	delivered = after(10300 * time.Millisecond)
)

// keyPress is a key by Bubble Tea's name for it.
func keyPress(name string) tea.KeyPressMsg {
	ctrl := func(c rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: c, Mod: tea.ModCtrl} }
	named := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "f1": {Code: tea.KeyF1},
		"ctrl+c": ctrl('c'), "ctrl+g": ctrl('g'), "ctrl+o": ctrl('o'), "ctrl+r": ctrl('r'), "ctrl+s": ctrl('s'),
		"ctrl+u": ctrl('u'), "ctrl+z": ctrl('z'), "ctrl+_": ctrl('_'),
	}
	if k, ok := named[name]; ok {
		return k
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// files are in the folder of every test.
var files = map[string]string{
	"good.json": `{
  "accountSID": "` + twiliosim.DemoAccountSID + `",
  "authToken": "` + twiliosim.DemoAuthToken + `",
  "fromMessagingServiceSID": "` + twiliosim.DemoServiceSID + `",
  "note": {"kept": [1, 2.50, true, null]},
  "templates": [
    {"content": "Your code is {{code}}.", "usageType": "SignIn"},
    {"content": "Welcome! {{code}}", "usageType": "Register", "owner": "web"},
    {"content": "{{code}} resets your password.", "usageType": "ForgotPassword"},
    {"content": "Code: {{code}}", "usageType": "Generic"}
  ]
}
`,
	"no-token.json": `{"accountSID": "` + twiliosim.DemoAccountSID + `", "fromMessagingServiceSID": "", "templates": []}`,
	"troubled.json": `{
  "accountSID": "<your-account-sid>",
  "authToken": "` + twiliosim.DemoAuthToken + `",
  "fromMessagingServiceSID": "` + twiliosim.DemoAccountSID + `",
  "disableRiskCheck": true,
  "surplus": 1,
  "templates": [
    {"content": "Your code", "usageType": "SignIn"},
    {"content": "验证码 {{code}}", "usageType": "Signin"},
    {"content": "Code: {{code}}", "usageType": "Generic"},
    {"content": "Another: {{code}}", "usageType": "Generic"}
  ]
}
`,
	"broken.json": "{\n  \"accountSID\": \"AC…\",\n  'authToken': 1,\n}\n",
}

// folder makes a folder with the files, and works there.
func folder(t testing.TB) {
	t.Helper()
	t.Chdir(t.TempDir())
	refill(t)
}

// refill puts the files into the folder of the test, and nothing else.
func refill(t testing.TB) {
	t.Helper()
	found, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if err := os.RemoveAll(f.Name()); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(name, []byte(files[name]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
}

// newOptions are those of a walk with a new simulated Twilio and no credentials.
func newOptions(lang i18n.Lang) Options {
	sim := twiliosim.New()
	running := logtosim.New(logtosim.Twilio(sim))
	return Options{
		Setup: walk.Setup{
			Lang: lang,
			Walk: walk.New(connector.TextLanguage(lang)),
			Connect: func(sid, token string, host *string) walk.Twilio {
				return twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})
			},
			ConnectLogto: func(a walk.LogtoAnswers) walk.Logto {
				u, _ := logto.ParseEndpoint(a.Endpoint)
				return logto.New(u, a.Application(), logto.Options{Resource: a.Resource, Transport: running})
			},
			Phone:    arrivals(sim),
			Getenv:   func(string) string { return "" },
			Read:     export.Read,
			GitState: gitFree,
			Now:      func() time.Time { return time.Now().UTC() },
		},
		OpenURL: func(string) error { return nil },
		Dark:    true,
	}
}

// arrivals is a simulated phone.
func arrivals(sim *twiliosim.Server) func(string) string {
	return func(number string) string {
		got := sim.Arrived(number)
		if len(got) == 0 {
			return ""
		}
		return got[len(got)-1]
	}
}

// demo fills in what the demo does, so that Enter alone walks through.
func demo(o *Options) {
	o.Demo = true
	signedIn(o)
	o.Walk.TestNumber = arriving
	ready(o)
	o.Walk.MarkUnchanged()
}

// ready names the simulated Logto.
func ready(o *Options) {
	o.Walk.Logto = walk.LogtoAnswers{Endpoint: logtosim.DemoEndpoint, AppID: logtosim.DemoID, Secret: logtosim.DemoSecret}
}

// signedIn fills in the credentials of the demo's account.
func signedIn(o *Options) {
	o.Walk.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
}

// arriving is a number whose messages arrive.
const arriving = "+15551234567"
