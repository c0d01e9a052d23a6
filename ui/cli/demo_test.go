//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// TestDemo walks the demo from its start to the saved file with Enter alone: in
// English the program as it is built, in Chinese the test binary in its place.
func TestDemo(t *testing.T) {
	t.Parallel()
	t.Run("en", func(t *testing.T) {
		t.Parallel()
		walkDemo(t, program{command: []string{build(t)}, args: []string{"--demo"}})
	})
	t.Run("zh-CN", func(t *testing.T) {
		t.Parallel()
		walkDemo(t, program{args: []string{"--demo"}, lang: i18n.Chinese})
	})
}

// TestDemoFromNothing walks from an account without a service and a number to a
// message that was delivered, and no SID is typed.
func TestDemoFromNothing(t *testing.T) {
	t.Parallel()
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			x := start(t, program{args: []string{"--demo"}, lang: lang})
			for _, step := range []struct {
				keys  string
				shown []string
			}{
				{down + enter, []string{x.says("title.start")}},
				{enter + enter, []string{x.says("title.credentials")}},
				{enter, []string{x.says("key.create")}},
				{enter, []string{x.says("title.new-service")}},
				{enter, []string{x.says("numbers.buy"), x.says("key.buy")}},
				{enter, []string{x.says("title.buy-country"), "United States"}},
				{enter, []string{x.says("buy.kind")}},
				{enter, []string{x.says("buy.area-code")}},
				{enter, []string{x.says("title.buy-number"), "1.15 USD"}},
				{"y", []string{x.says("title.purchase"), "1.15 USD", x.says("buy.no")}},
				{enter, []string{x.says("title.sender"), "+12065550150"}},
				{enter, []string{x.says("title.templates")}},
				{enter, []string{x.says("title.review")}},
				{enter + enter + enter, []string{x.says("title.test"), x.says("test.send", "to", demoEmptyNumber)}},
				{enter, []string{x.says("test.now"), x.tr.Status(account.Delivered).Message}},
				{enter, []string{x.says("title.save")}},
				{down + enter, []string{x.says("save.saved.title"), x.says("done.finish")}},
			} {
				x.wait(append(step.shown, x.says("frame.demo"))...)
				x.send(step.keys)
			}
			if code := x.exit(); code != exitOK {
				t.Errorf("exit code %d", code)
			}
			c := checkSaved(t, filepath.Join(x.dir, "connector.json"))
			if c.AccountSID != twiliosim.EmptyAccountSID || c.FromMessagingServiceSID == "" {
				t.Errorf("saved for the account %s, the service %q", c.AccountSID, c.FromMessagingServiceSID)
			}
		})
	}
}

// build builds the program.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "logto-twilio")
	cmd := exec.Command("go", "build", "-o", path, "logto-twilio")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

func walkDemo(t *testing.T, p program) {
	// The demo must not care for these.
	p.env = append(p.env, "TWILIO_ACCOUNT_SID=AC00", "TWILIO_AUTH_TOKEN=x", "TWILIO_MESSAGING_SERVICE_SID=MG00",
		"LOGTO_TWILIO_URL=http://127.0.0.1:1", "TWILIO_REGION=ie1", "TWILIO_EDGE=dublin")
	x := start(t, p)
	for _, step := range []struct {
		keys  string
		shown []string
	}{
		{enter, []string{x.says("title.start")}},
		{enter + enter, []string{x.says("title.credentials")}},
		{enter, []string{x.says("title.sender"), "Logto verification"}},
		{enter, []string{x.says("title.templates")}},
		{enter, []string{x.says("title.review"), x.says("review.no-problems")}},
		{enter + enter + enter, []string{x.says("title.test"), x.says("test.send", "to", "+15551234567")}},
		{enter, []string{x.says("test.now"), x.tr.Status(account.Delivered).Message}},
		{enter, []string{x.says("title.save")}},
		{enter, []string{x.says("save.saved.title"), x.says("done.push"), "connector.json"}},
		{enter + enter + enter + enter, []string{x.says("title.push"), "logto.demo.invalid"}},
		{enter, []string{x.says("push.ask"), x.says("push.post")}},
		{enter, []string{x.says("push.now"), x.says("push.test", "number", "+15551234567")}},
		{enter + enter + enter + enter, []string{x.says("title.enable"), x.says("enable.ask.second-factor")}},
		{enter, []string{x.says("enable.change"), x.says("enable.do")}},
		{enter, []string{x.says("push.now"), x.says("title.proof")}},
		{enter, []string{x.says("title.proof"), x.says("test.yes"), "+15551234567"}},
	} {
		x.wait(append(step.shown, x.says("frame.demo"))...)
		x.send(step.keys)
	}
	x.send(x.arrivedCode(x.screen) + enter)
	x.wait(x.says("push.now"), x.says("proof.finish"))
	x.waitGone(x.says("proof.new-code"))
	x.send(enter)
	x.wait(x.says("done.finish"), x.says("save.saved.title"))
	x.send(enter)
	if code := x.exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if got, want := strings.TrimSpace(x.screen()), x.says("save.saved", "file", "connector.json"); !shows(got, want) ||
		!shows(got, x.says("done.pushed", "host", "logto.demo.invalid")) ||
		!shows(got, x.says("done.proved", "number", "+15551234567")) || !shows(got, x.says("save.next.used")) {
		t.Errorf("left on the terminal:\n%s\nwant\n%s and what comes next", got, want)
	}
	checkSaved(t, filepath.Join(x.dir, "connector.json"))
	if left, err := filepath.Glob(filepath.Join(x.home, "state", "*")); len(left) > 0 || err != nil {
		t.Errorf("the demo keeps drafts: %v %v", left, err)
	}
}

// arrivedCode waits for the simulated phone and reads its code off what is seen.
func (x *terminal) arrivedCode(seen func() string) string {
	x.t.Helper()
	before, _, _ := strings.Cut(x.says("proof.phone", "text", "|"), "|")
	code := ""
	x.until("a code at the simulated phone", func(string) bool {
		_, after, _ := strings.Cut(squeeze(seen()), squeeze(before))
		code = sixDigits.FindString(after)
		return code != ""
	})
	return code
}

// sixDigits finds a code.
var sixDigits = regexp.MustCompile(`\d{6}`)

// checkSaved holds a saved file against what the connector wants.
func checkSaved(t *testing.T, path string) connector.Config {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode() != 0o600 {
		t.Errorf("%s has the mode %v", path, info.Mode())
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := connector.Decode(data)
	if !connector.Latest().Accepts(d) {
		t.Errorf("Logto would not accept what was saved: %v", d.Problems())
	}
	return d.Config()
}
