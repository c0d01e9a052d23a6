package wizard

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

func TestQuittingWithNothingToLoseIsAtOnce(t *testing.T) {
	driven(t, newOptions(i18n.English), func(t *testing.T, d *direct) {
		d.key("ctrl+c")
		if !d.happened("quit") || !d.m.Left {
			t.Errorf("still there:\n%s", d.screen())
		}
	})
}

func TestQuittingWithUnsavedAnswersAsks(t *testing.T) {
	for _, c := range []struct {
		name     string
		keys     []string
		quits    bool
		discards bool
	}{
		{"stay", []string{"enter"}, false, false},
		{"esc", []string{"esc"}, false, false},
		{"keep", []string{"down", "enter"}, true, false},
		{"discard", []string{"down", "down", "enter"}, true, true},
		{"ctrl+c again", []string{"ctrl+c"}, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOptions(i18n.English)
			chosen(&o)
			kept := &fakeDrafts{}
			o.Drafts = kept
			driven(t, o, func(t *testing.T, d *direct) {
				d.do(at(walk.Sender), press("ctrl+c"))
				d.shows("Leave before the configuration is saved?")
				if d.happened("quit") {
					t.Fatal("it quits without asking")
				}
				d.keys(c.keys...)
				if d.happened("quit") != c.quits || d.m.Left != c.quits {
					t.Errorf("quits: %v, left: %v", d.happened("quit"), d.m.Left)
				}
				if (len(kept.removed) > 0) != c.discards {
					t.Errorf("drafts were removed: %v", kept.removed)
				}
				if c.discards && kept.removed[0] <= kept.saves[len(kept.saves)-1].serial {
					t.Errorf("%d is removed, %d was saved", kept.removed[0], kept.saves[len(kept.saves)-1].serial)
				}
				if !c.quits {
					d.hides("Leave before")
				}
			})
		})
	}
}

func TestQuittingAfterSavingAsksNothing(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	chosen(&o)
	kept := &fakeDrafts{}
	o.Drafts = kept
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Save), press("enter"))
		if last := kept.saves[len(kept.saves)-1].serial; len(kept.removed) != 1 || kept.removed[0] <= last {
			t.Errorf("removed %v, last saved %d", kept.removed, last)
		}
		saves := len(kept.saves)
		d.key("ctrl+c")
		if !d.happened("quit") || len(kept.saves) != saves {
			t.Errorf("still there, or a draft kept:\n%s", d.screen())
		}
	})
}

func TestDraftsHoldNeitherTokenNorNumber(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	numbered(arriving)(&o)
	kept := &fakeDrafts{}
	o.Drafts = kept
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), sending, delivered, press("enter"))
	})
	if len(kept.saves) < 5 {
		t.Fatalf("%d drafts for six steps", len(kept.saves))
	}
	last := 0
	for _, s := range kept.saves {
		if s.serial <= last {
			t.Errorf("serial %d after %d", s.serial, last)
		}
		last = s.serial
		text, err := json.Marshal(s.answers)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{twiliosim.DemoAuthToken, arriving, arriving[1:]} {
			if strings.Contains(string(text), secret) {
				t.Errorf("the draft at %s holds %s: %s", s.answers.Step.Key(), secret, text)
			}
		}
	}
	if a := kept.saves[len(kept.saves)-1].answers; a.Step != walk.Save || a.ServiceSID == "" || len(a.Templates) == 0 {
		t.Errorf("the last draft is %+v", a)
	}
}

func TestResumeAsksForTheTokenAndGoesOn(t *testing.T) {
	o := newOptions(i18n.English)
	abandoned(&o)
	first := walk.New("en")
	chosen(&Options{Setup: walk.Setup{Walk: first}})
	first.SetContent(0, "Mine: {{code}}")
	first.Reach(walk.Review)
	text, err := json.Marshal(first.Answers)
	if err != nil {
		t.Fatal(err)
	}
	var a walk.Answers
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	o.Drafts = &fakeDrafts{stored: map[string]walk.Answers{"2": a}}
	driven(t, o, func(t *testing.T, d *direct) {
		d.keys("down", "down", "enter")
		d.shows("┃ Auth Token")
		d.do(pasted(twiliosim.DemoAuthToken), press("enter"), answered)
		if o.Walk.Step != walk.Review || o.Walk.Templates[0].Content != "Mine: {{code}}" {
			t.Errorf("at %s with %q:\n%s", o.Walk.Step.Key(), o.Walk.Templates[0].Content, d.screen())
		}
	})
}

func TestDraftThatIsGoneIsSaid(t *testing.T) {
	o := newOptions(i18n.English)
	o.Walk.Abandoned = []draft.Info{{Path: "1", Target: "connector.json"}}
	o.Drafts = &fakeDrafts{}
	driven(t, o, func(t *testing.T, d *direct) {
		d.keys("enter")
		d.shows("it is gone")
		d.keys("down", "enter")
		if o.Walk.Step != walk.Credentials {
			t.Errorf("at %s", o.Walk.Step.Key())
		}
	})
}

func TestTypedAtOnceLandsWhereItBelongs(t *testing.T) {
	o := newOptions(i18n.English)
	driven(t, o, func(t *testing.T, d *direct) {
		d.key("enter")
		d.hold = true // Enter moves on at once, not by a command
		for _, r := range twiliosim.DemoAccountSID + "\r" + twiliosim.DemoAuthToken {
			k := keyPress(string(r))
			if r == '\r' {
				k = keyPress("enter")
			}
			d.send(k)
		}
		d.release()
		if o.Walk.AccountSID != twiliosim.DemoAccountSID || o.Walk.AuthToken != twiliosim.DemoAuthToken {
			t.Errorf("the SID is %q, the token %q", o.Walk.AccountSID, o.Walk.AuthToken)
		}
	})
}

func TestSuspendGoesThroughEverywhere(t *testing.T) {
	for _, before := range [][]string{nil, {"f1"}, {"ctrl+c"}} {
		o := newOptions(i18n.English)
		signedIn(&o)
		o.Suspend = true
		driven(t, o, func(t *testing.T, d *direct) {
			d.keys(slices.Concat(before, []string{"ctrl+z"})...)
			if !d.happened("suspend") {
				t.Errorf("ctrl+z after %v does nothing", before)
			}
		})
	}
}

func TestTerminalOfTheOtherKind(t *testing.T) {
	driven(t, newOptions(i18n.English), func(t *testing.T, d *direct) {
		dark := d.m.View().Content
		d.send(tea.BackgroundColorMsg{Color: white{}})
		if light := d.m.View().Content; dark == light {
			t.Error("a light background changes nothing")
		}
	})
}

// white is the colour of paper.
type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

func TestNoticeGoesWithTheStep(t *testing.T) {
	o := newOptions(i18n.English)
	chosen(&o)
	o.OpenURL = nil
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("ctrl+o"), after(time.Second))
		d.shows("No browser: https://docs.logto.io")
		d.key("enter")
		d.hides("No browser: https://docs.logto.io")
	})
}

// While a message is on its way nobody leaves without being told, saved or not.
func TestQuittingWhileTwilioIsPaid(t *testing.T) {
	for name, title := range map[string]string{"saved": "Leave before Twilio has answered?", "not saved": "Leave before the configuration is saved?"} {
		o := newOptions(i18n.English)
		chosen(&o)
		if name == "saved" {
			o.Walk.MarkUnchanged()
		}
		o.Walk.TestNumber = "+15551234567"
		f := inMemory()
		f.send = func(ctx context.Context, _ connector.Outgoing) (account.Message, error) {
			<-ctx.Done()
			return account.Message{}, &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true, Effect: account.MessageSent}
		}
		o.Connect = f.connect
		driven(t, o, func(t *testing.T, d *direct) {
			d.do(at(walk.Test), sending, press("ctrl+c"))
			d.shows(title)
			d.shows("A request that Twilio bills is under way")
			d.keys("enter", "esc")
			d.settle()
			d.shows("may or may not have been sent")
			d.key("ctrl+c")
			d.hides("A request that Twilio bills")
		})
	}
}
