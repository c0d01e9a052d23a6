//go:build unix

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// types answers plain mode's questions: each line is typed when its question is
// there, which its last words tell.
func (x *terminal) types(answers ...[2]string) {
	x.t.Helper()
	seen := 0
	for _, a := range answers {
		x.until(a[0], func(string) bool {
			now := x.printedText()
			if i := strings.LastIndex(now[seen:], squeeze(a[0])); i < 0 || !strings.HasSuffix(now, ":") && !strings.HasSuffix(now, "：") {
				return false
			}
			seen = len(now)
			return true
		})
		x.send(a[1] + "\n")
	}
}

// printedText is all that was printed, without blanks and line ends. The caller
// does not hold the lock.
func (x *terminal) printedText() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return squeeze(string(x.printed))
}

// plainly are the answers from credentials that are typed to a saved file. The
// demo fills them in.
func plainly(x *terminal, sid, token string) [][2]string {
	return [][2]string{
		{x.says("start.ask"), ""},
		{x.says("ask.account-sid"), sid},
		{x.says("ask.auth-token"), token},
		{x.says("title.sender"), ""},
		{x.says("plain.texts"), ""},
		{x.says("review.no-problems"), ""},
		{x.says("ask.test-number"), "+15551234567"},
		{x.says("test.which"), ""},
		{x.says("test.send", "to", "+15551234567"), "y"},
		{x.says("test.now"), ""},
		{x.says("save.format"), ""},
		{x.says("ask.target"), ""},
	}
}

// unadorned holds what plain mode printed: no escape sequence, nothing drawn.
func (x *terminal) unadorned() {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if bytes.ContainsAny(x.printed, "\x1b\b\f─│┃█●") {
		x.t.Errorf("printed:\n%q", x.printed)
	}
}

// TestPlainMakesTheFileOfTheWizard: the same answers make the same bytes, in the
// demo and with a Twilio behind an address.
func TestPlainMakesTheFileOfTheWizard(t *testing.T) {
	t.Parallel()
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		t.Run("demo/"+string(lang), func(t *testing.T) {
			t.Parallel()
			wizard := t.TempDir()
			walkDemo(t, program{args: []string{"--demo"}, lang: lang, dir: wizard})
			x := start(t, program{args: []string{"--demo", "--plain"}, lang: lang, secrets: []string{twiliosim.DemoAuthToken}})
			x.types(plainly(x, "", "")...)
			x.types([][2]string{ // the demo goes on to a push
				{x.says("done.now"), ""}, {x.says("ask.logto-endpoint"), ""}, {x.says("ask.logto-app-id"), ""},
				{x.says("ask.logto-secret"), ""}, {x.says("ask.logto-resource"), ""}, {x.says("push.ask"), ""},
				{x.says("push.now"), ""}, {x.says("enable.ask.sign-in"), ""}, {x.says("enable.ask.sign-up"), ""},
				{x.says("enable.ask.recovery"), ""}, {x.says("enable.change"), ""},
				{x.says("push.now"), ""}, {x.says("ask.test-number"), ""},
				{x.says("proof.ask", "host", "logto.demo.invalid", "number", "+15551234567"), ""},
			}...)
			x.types([][2]string{{x.says("ask.proof-code"), x.arrivedCode(x.printedText)}, {x.says("push.now"), ""}, {x.says("done.now"), ""}}...)
			x.ends(exitOK, x.says("save.next"), x.says("proof.proved", "host", "logto.demo.invalid", "number", "+15551234567"), x.says("frame.demo"), x.tr.Status(account.Delivered).Message)
			same(t, wizard, x.dir)
		})
		t.Run("served/"+string(lang), func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			w := start(t, program{args: []string{"--twilio-url", sim.URL}, lang: lang})
			w.toCredentials()
			w.answerCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
			w.chooseSender("Logto verification")
			w.toTest()
			w.sendTest("+15551234567")
			w.wait(w.says("test.now"))
			w.send(enter)
			w.save()
			x := start(t, program{args: []string{"--plain", "--twilio-url", sim.URL}, lang: lang, secrets: []string{twiliosim.DemoAuthToken}})
			x.types(plainly(x, twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)...)
			x.types([2]string{x.says("done.now"), ""})
			x.ends(exitOK, x.says("save.next"), sim.URL)
			same(t, w.dir, x.dir)
			if n := len(sim.posts()); n != 2 {
				t.Errorf("%d messages were sent, one by each was wanted", n)
			}
		})
	}
}

// ends waits for the end of plain mode and looks at all that it printed.
func (x *terminal) ends(code int, said ...string) {
	x.t.Helper()
	if got := x.exit(); got != code {
		x.t.Errorf("exit code %d, want %d", got, code)
	}
	x.unadorned()
	if all := x.everything(); !shows(all, said...) {
		x.t.Errorf("said:\n%s\nwant\n%s", all, strings.Join(said, "\n"))
	}
}

// same compares the saved files of two folders.
func same(t *testing.T, a, b string) {
	t.Helper()
	checkSaved(t, filepath.Join(b, "connector.json"))
	var data [2][]byte
	for i, dir := range []string{a, b} {
		var err error
		if data[i], err = os.ReadFile(filepath.Join(dir, "connector.json")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(data[0], data[1]) {
		t.Errorf("the wizard wrote\n%s\nand plain mode\n%s", data[0], data[1])
	}
}

// TestPlainOnSimpleTerminal: where the terminal can do nothing else, plain mode is
// what comes by itself.
func TestPlainOnSimpleTerminal(t *testing.T) {
	t.Parallel()
	x := start(t, program{args: []string{"--demo"}, env: []string{"TERM=dumb"}})
	x.types([2]string{x.says("start.ask"), "<"}, [2]string{x.says("plain.first"), "?"})
	x.send("\x04")
	x.ends(exitInterrupted, x.says("plain.keys"), x.says("plain.first"), x.says("plain.left"))
}

// TestPlainEndings ends plain mode while it asks for the token: the terminal echoes
// again (exit looks), the draft is kept, and nothing of the token is seen.
func TestPlainEndings(t *testing.T) {
	t.Parallel()
	const half = "0123456789abcdef"
	for name, end := range map[string]func(*terminal){
		"ctrl+c":  func(x *terminal) { x.send(half, ctrlC) },
		"ctrl+d":  func(x *terminal) { x.send("\x04") },
		"kill":    func(x *terminal) { x.signal(syscall.SIGTERM) },
		"kill -1": func(x *terminal) { x.signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			x := start(t, program{args: []string{"--plain", "--twilio-url", sim.URL}, secrets: []string{half}})
			x.types(plainly(x, twiliosim.DemoAccountSID, "")[:2]...)
			x.until("the token", func(string) bool { return strings.HasSuffix(x.printedText(), squeeze(x.says("ask.auth-token")+":")) })
			if *x.state() == *x.before {
				t.Error("the terminal shows what is typed")
			}
			end(x)
			x.ends(exitInterrupted, x.says("cli.draft-kept", "file", x.draft(twiliosim.DemoAccountSID)))
		})
	}
}

// TestPlainCancelledCall presses ctrl+c while Twilio does not answer.
func TestPlainCancelledCall(t *testing.T) {
	t.Parallel()
	sim := simulate(t)
	hangs := "0000000000000000000000000" + "0000504" // which is the token of a call without an answer
	x := start(t, program{args: []string{"--plain", "--twilio-url", sim.URL}})
	x.types(plainly(x, twiliosim.DemoAccountSID, hangs)[:3]...)
	x.until("the call", func(string) bool { return strings.Contains(x.printedText(), squeeze(x.says("credentials.checking"))) })
	x.send(ctrlC)
	x.ends(exitInterrupted)
}
