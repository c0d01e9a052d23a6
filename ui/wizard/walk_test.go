package wizard

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/colorprofile"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// TestEnterAloneWalksTheDemo walks the real program through, in a terminal.
func TestEnterAloneWalksTheDemo(t *testing.T) {
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		t.Run(string(lang), func(t *testing.T) {
			folder(t)
			synctest.Test(t, func(t *testing.T) {
				o := newOptions(lang)
				demo(&o)
				x := newTerminal(t, o, look{profile: colorprofile.TrueColor})
				defer x.close()
				for presses := 0; o.Walk.Saved() == ""; presses++ {
					if presses == 20 {
						t.Fatalf("Enter leads nowhere:\n%s", x.screen())
					}
					x.check("on the way")
					x.key("enter")
					x.wait(5 * time.Second)
				}
				if o.Walk.Sent == nil || o.Walk.Sent.Message.Status != account.Delivered {
					t.Errorf("the test message: %+v", o.Walk.Sent)
				}
				for presses := 0; o.Walk.Pushed == ""; presses++ {
					if presses == 10 {
						t.Fatalf("Enter does not push:\n%s", x.screen())
					}
					x.key("enter")
					x.wait(5 * time.Second)
				}
				for presses := 0; !o.Walk.LastStep.Proof.Sent; presses++ {
					if presses == 12 {
						t.Fatalf("Enter does not lead to the proof:\n%s", x.screen())
					}
					x.key("enter")
					x.wait(5 * time.Second)
				}
				x.check("the code")
				shown := digits.FindString(o.Phone(arriving))
				x.text(shown)
				for range 3 { // the code, on from the proof, and the end
					x.key("enter")
					x.wait(time.Second)
				}
				if last := o.Walk.LastStep; last.Used == "" || !last.Proof.Proved || last.Proof.Asked != 1 {
					t.Errorf("the last step: %+v", last)
				}
				if err := x.result(); err != nil || x.m.Left {
					t.Errorf("the program ended with %v, left %v", err, x.m.Left)
				}
			})
			saved := connector.Decode(read(t, walk.DefaultTarget))
			if !connector.Latest().Accepts(saved) || len(saved.Problems()) > 0 {
				t.Errorf("what was saved has the problems %v", saved.Problems())
			}
		})
	}
}

// digits finds the code in what the simulated phone shows.
var digits = regexp.MustCompile(`\b\d{6}\b`)

// read reads a file of the test's folder.
func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// answersTo are the steps with something that is typed there, and that is wrong.
var answersTo = []struct {
	step    walk.Step
	actions []action
}{
	{walk.Credentials, []action{press("shift+tab"), replaced("SK" + twiliosim.DemoAccountSID[2:]), press("tab"), replaced("no token")}},
	{walk.Sender, []action{press("m"), replaced("VA1")}},
	{walk.Templates, []action{press("e"), replaced("no code"), press("esc")}},
	{walk.Test, []action{replaced("0171"), press("tab", "right")}},
	{walk.Save, []action{replaced("nowhere/at/all.json")}},
}

func TestGoingBackLosesNothingAndIsNeverHeld(t *testing.T) {
	for _, c := range answersTo {
		t.Run(c.step.Key(), func(t *testing.T) {
			folder(t)
			o := newOptions(i18n.English)
			chosen(&o)
			driven(t, o, func(t *testing.T, d *direct) {
				d.do(at(c.step))
				d.do(c.actions...)
				typed := o.Walk.Answers
				for presses := 0; o.Walk.Step > walk.Start; presses++ {
					if presses == 20 {
						t.Fatalf("esc leads nowhere:\n%s", d.screen())
					}
					d.key("esc")
				}
				typed.Step = walk.Start
				if c.step == walk.Sender { // a SID that cannot be one is kept, and not taken for the answer
					typed.ServiceSID, o.Walk.ServiceSID = o.Walk.TypedSID, o.Walk.TypedSID
					if o.Walk.TypedSID != "VA1" {
						t.Errorf("the SID that was typed is gone: %q", o.Walk.TypedSID)
					}
				}
				if !reflect.DeepEqual(typed, o.Walk.Answers) {
					t.Errorf("went back with\n%+v\nand had typed\n%+v", o.Walk.Answers, typed)
				}
			})
		})
	}
}

func TestWhatWasTypedIsThereOnReturn(t *testing.T) {
	o := newOptions(i18n.English)
	driven(t, o, func(t *testing.T, d *direct) {
		d.key("enter")
		d.do(typed("AC123"), press("tab"), typed("half a token"), press("esc", "enter"))
		d.shows("› AC123")
		if o.Walk.AuthToken != "half a token" {
			t.Errorf("the token is %q", o.Walk.AuthToken)
		}
		d.hides("half a token")
	})
}

func TestReviewLeadsToTheStepAndBack(t *testing.T) {
	folder(t)
	for _, c := range []struct {
		key     string
		step    walk.Step
		shown   string
		mend    []action
		without string // the problem that is gone
	}{
		{"3", walk.Credentials, "┃ Account SID", []action{replaced(twiliosim.DemoAccountSID), press("enter", "enter"), answered}, "placeholder"},
		{"3", walk.Sender, "Messaging service", []action{answered, press("enter")}, "holds an Account SID"},
		{"7", walk.Templates, "› ✗ SignIn", []action{press("d", "enter")}, "no {{code}} in the text"},
		{"8", walk.Templates, "› ! Signin", []action{press("space", "enter")}, "Signin is unknown"},
	} {
		t.Run(c.step.Key()+c.key, func(t *testing.T) {
			o := newOptions(i18n.English)
			openFile("troubled.json")(&o)
			driven(t, o, func(t *testing.T, d *direct) {
				if c.step == walk.Sender { // Twilio lists nothing for a placeholder
					signedIn(&o)
				}
				d.do(straight, press(c.key))
				if o.Walk.Step != c.step {
					t.Fatalf("%s leads to %s", c.key, o.Walk.Step.Key())
				}
				d.shows(c.shown)
				d.do(c.mend...)
				if o.Walk.Step != walk.Review {
					t.Fatalf("%s does not lead back but to %s:\n%s", c.step.Key(), o.Walk.Step.Key(), d.screen())
				}
				for range 10 {
					d.hides(c.without)
					d.key("pgdown")
				}
				d.key("enter")
				if o.Walk.Step != walk.Test {
					t.Errorf("after Review comes %s", o.Walk.Step.Key())
				}
			})
		})
	}
}

func TestOpenedFileKeepsWhatTheWizardDoesNotKnow(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	openFile("good.json")(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(straight, press("esc", "e"), replaced("Changed: {{code}}"), press("esc"), at(walk.Save), press("enter", "y"))
		if o.Walk.Saved() == "" {
			t.Fatalf("it is not saved:\n%s", d.screen())
		}
	})
	want := strings.Replace(files["good.json"], "Your code is {{code}}.", "Changed: {{code}}", 1)
	if got := string(read(t, "good.json")); got != want {
		t.Errorf("the file is now\n%s", got)
	}
}
