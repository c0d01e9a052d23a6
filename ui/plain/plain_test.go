package plain

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

func TestFromNothingToTheFile(t *testing.T) {
	for _, tr := range []i18n.Printer{english, chinese} {
		t.Run(string(tr.Lang()), func(t *testing.T) {
			o, sim := setup(t, tr.Lang())
			r := answers(t, o, straight...)
			if r.err != nil {
				t.Fatalf("%v\n%s", r.err, r.out)
			}
			want := walk.New(connector.TextLanguage(tr.Lang()))
			want.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
			want.ServiceSID = twiliosim.DemoServiceSID
			if got := saved(t, o); !bytes.Equal(got, export.JSON(want.Result())) {
				t.Errorf("saved\n%s", got)
			}
			if sent := sim.Sent(); len(sent) != 1 || sent[0].To != arriving {
				t.Errorf("sent %v", sent)
			}
			if o.Drafts.(*memory).kept != nil {
				t.Error("the draft is still there")
			}
			for _, step := range walk.Steps() {
				r.says(t, tr.T("title."+step.Key()))
			}
			r.says(t, tr.Status(account.Delivered).Message, tr.T("save.next"))
		})
	}
}

// Lines are no longer than the terminal, but for what is to be copied.
func TestWidth(t *testing.T) {
	for _, width := range []int{24, 40, 100} {
		o, _ := setup(t, i18n.Chinese)
		o.Size = func() (int, int) { return width, 24 }
		r := answers(t, o, straight...)
		for line := range strings.Lines(r.out) {
			line = strings.TrimRight(line, "\n")
			if n := ansi.StringWidth(line); n > width && !strings.Contains(line, "https://") && !strings.Contains(line, "AC") {
				t.Errorf("%d cells of %d: %s", n, width, line)
			}
		}
	}
}

// Every answer is left out once: the walk ends there, and nothing is lost.
func TestEndOfInputAtEveryQuestion(t *testing.T) {
	for n := range len(straight) - 1 { // the last is after the file
		o, sim := setup(t, i18n.English)
		r := answers(t, o, straight[:n]...)
		if !errors.Is(r.err, ErrLeft) {
			t.Errorf("after %d answers: %v", n, r.err)
		}
		kept := o.Drafts.(*memory).kept
		if n < 2 != (kept == nil) {
			t.Errorf("after %d answers the draft is %+v", n, kept)
		}
		if n > 4 && kept.ServiceSID != twiliosim.DemoServiceSID {
			t.Errorf("after %d answers the draft has the service %q", n, kept.ServiceSID)
		}
		if n < 9 && len(sim.Sent()) > 0 {
			t.Errorf("after %d answers a message was sent", n)
		}
		if _, err := os.Stat(o.Walk.Target); err == nil {
			t.Errorf("after %d answers a file was written", n)
		}
		if !strings.HasSuffix(r.out, "\n") {
			t.Errorf("after %d answers the line is not ended", n)
		}
	}
}

// steps are the answers of straight that lead to each step.
var steps = map[walk.Step]int{walk.Start: 0, walk.Credentials: 1, walk.Sender: 3, walk.Templates: 4, walk.Review: 5, walk.Test: 6, walk.Save: 10}

func TestBackAndHelpAtEveryStep(t *testing.T) {
	for at, n := range steps {
		t.Run(at.Key(), func(t *testing.T) {
			o, _ := setup(t, i18n.English)
			script := append([]string{}, straight[:n]...)
			if at > walk.Start {
				script = append(script, "?", "<") // from there to the step before, whose answers are all there
				for range map[walk.Step]int{walk.Sender: 3, walk.Save: 3}[at] {
					script = append(script, "")
				}
				if at == walk.Save { // another message would be sent only after a yes
					script[len(script)-1] = "skip"
				}
				if at != walk.Sender && at != walk.Save {
					script = append(script, "")
				}
			} else {
				script = append(script, "?")
			}
			r := answers(t, o, append(script, straight[n:]...)...)
			if r.err != nil {
				t.Fatalf("%v\n%s", r.err, r.out)
			}
			r.says(t, english.T("help."+at.Key()+".title"), "https://")
			if at > walk.Start && strings.Count(r.out, "Step "+string(rune('1'+int(at)))+" of 7") != 2 {
				t.Errorf("the step was not left and entered again:\n%s", r.out)
			}
			d := connector.Decode(saved(t, o))
			if !connector.Latest().Accepts(d) || d.Config().AccountSID != twiliosim.DemoAccountSID {
				t.Errorf("saved\n%s", saved(t, o))
			}
		})
	}
}

// What ends while the terminal goes away is an end like any other.
func TestBrokenInput(t *testing.T) {
	o, _ := setup(t, i18n.English)
	synctest.Test(t, func(t *testing.T) {
		o.Out, o.In = io.Discard, io.MultiReader(strings.NewReader("\n"+twiliosim.DemoAccountSID+"\n"), broken{})
		if err := Run(t.Context(), o); !errors.Is(err, ErrLeft) {
			t.Error(err)
		}
	})
	if o.Drafts.(*memory).kept == nil {
		t.Error("no draft is kept")
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

// Ctrl+C at a question ends it at once.
func TestCancelledQuestion(t *testing.T) {
	o, _ := setup(t, i18n.English)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, typing := io.Pipe()
		o.In, o.Out = in, io.Discard
		time.AfterFunc(time.Minute, cancel)
		start := time.Now()
		if err := Run(ctx, o); !errors.Is(err, context.Canceled) || time.Since(start) != time.Minute {
			t.Errorf("%v after %s", err, time.Since(start))
		}
		_ = typing.Close()
	})
}

// A fault of the program ends it with a report that holds no token.
func TestCrash(t *testing.T) {
	o, _ := setup(t, i18n.English)
	o.Connect = func(_, token string, _ *string) walk.Twilio { panic("no client for " + token) }
	r := answers(t, o, straight...)
	var crash *Crash
	if !errors.As(r.err, &crash) || !strings.Contains(crash.Report, "no client for "+redact.Mask) || strings.Contains(crash.Report, twiliosim.DemoAuthToken) {
		t.Errorf("%v", r.err)
	}
	if o.Drafts.(*memory).kept == nil {
		t.Error("no draft is kept")
	}
}

// Only the token is typed without being shown, from before it is asked for.
func TestTokenIsHidden(t *testing.T) {
	o, _ := setup(t, i18n.English)
	x := &terminal{lines: straight}
	var hidden []string
	o.Hide = func() func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		hidden = append(hidden, x.lines[0])
		if strings.Contains(x.shown.String(), english.T("ask.auth-token")+":") {
			t.Error("the token was asked for before it was hidden")
		}
		x.quiet = true
		return func() { x.set(false) }
	}
	synctest.Test(t, func(t *testing.T) {
		o.In, o.Out = x, x
		if err := Run(t.Context(), o); err != nil {
			t.Error(err)
		}
	})
	if len(hidden) != 1 || hidden[0] != twiliosim.DemoAuthToken || x.quiet {
		t.Errorf("hidden: %d answers, quiet at the end: %t", len(hidden), x.quiet)
	}
}
