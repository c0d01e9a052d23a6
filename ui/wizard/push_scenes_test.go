package wizard

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// pushing lets a wizard push to a Logto in which something was done before.
func pushing(before func(*logtosim.Server)) func(*Options) {
	return func(o *Options) {
		server := logtosim.New()
		before(server)
		ready(o)
		o.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
			u, _ := logto.ParseEndpoint(a.Endpoint)
			return logto.New(u, a.Application(), logto.Options{Resource: a.Resource, Transport: server})
		}
	}
}

// breaking lets something go wrong.
func breaking(f faults.Fault) func(*logtosim.Server) {
	return func(s *logtosim.Server) { faults.Break(s, f) }
}

// another puts the connector of another provider there.
func another(s *logtosim.Server) {
	s.Put(logtosim.Row{ID: "mock1", FactoryID: "mock-short-message-service", Config: json.RawMessage(`{}`)})
}

// toPush is done up to the last screen, and asked to push.
var toPush = []action{at(walk.Save), press("enter", "down", "enter")}

// asked goes through the questions about the Logto.
var asked = press("enter", "enter", "enter", "enter")

func pushScenes() []scene {
	to := func(more ...action) []action { return append(toPush[:len(toPush):len(toPush)], more...) }
	nothing := func(*logtosim.Server) {}
	return []scene{
		{"forms", "every one", with(chosen), []action{
			at(walk.Save), press("tab"), shot("the JSON"), press("right"), shot("a body"), press("right"), shot("env"),
			press("right", "right"), shot("a Secret"), press("right"), shot("a script"), press("enter"), shot("after the script"),
			press("esc", "tab", "right", "enter"), shot("after the split"),
		}},
		{"forms", "over files", with(chosen, func(*Options) {
			for name, text := range map[string]string{"connector.env": "OTHER=1\n", ".env": "TWILIO_AUTH_TOKEN=old\nOTHER=1\n"} {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					panic(err)
				}
			}
		}), []action{
			at(walk.Save), press("tab", "right", "right", "enter"), shot("no difference to show"),
			press("esc", "tab", "right", "right", "right", "right", "enter"), shot("the line in .env"),
		}},
		{"push", "for the first time", with(chosen, pushing(nothing)), to(
			shot("the questions"), replaced("no address"), press("enter"), shot("no address"),
			press("f1"), shot("the help"), press("esc"),
			replaced("t.logto.app"), press("tab", "tab", "tab"), shot("the resource"),
			press("enter"), answered, shot("not the resource"),
			typed(logtosim.Resource), press("enter"), answered, shot("the plan"), press("n"), shot("not now"),
			asked, answered, press("y"), answered, shot("pushed"),
			press("down", "enter"), shot("the end"),
		)},
		{"push", "once more", with(chosen, pushing(nothing)), to(
			asked, answered, press("y"), answered, press("down", "enter", "down", "down", "enter"), asked, answered, shot("nothing to do"),
		)},
		{"push", "over another provider", with(chosen, pushing(another)), to(asked, answered, shot("asked"), press("enter"), shot("not done"))},
		{"push", "the wrong secret", with(chosen, pushing(nothing)), to(
			press("tab", "tab"), replaced("wrong"), press("enter", "enter"), answered, shot("refused"),
		)},
		{"push", "no role", with(chosen, pushing(nothing)), to(
			press("tab"), replaced(logtosim.UnprivilegedID), asked, answered, shot("forbidden"),
		)},
		{"push", "down", with(chosen, pushing(breaking(faults.Fault{Effect: faults.Down}))), to(asked, delivered, shot("unreachable"))},
		{"push", "the answer is lost", with(chosen, pushing(breaking(faults.Fault{Effect: faults.LostRequest, Method: "POST", Path: "/api/connectors"}))), to(
			asked, answered, press("y"), delivered, shot("looked at"),
		)},
	}
}

// A test that Logto sends is sent once, and only after a yes of its own.
func TestLogtoSendsOnce(t *testing.T) {
	folder(t)
	server := logtosim.New()
	o := newOptions(i18n.English)
	chosen(&o)
	ready(&o)
	o.Walk.TestNumber = arriving
	o.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
		u, _ := logto.ParseEndpoint(a.Endpoint)
		return logto.New(u, a.Application(), logto.Options{Transport: server})
	}
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(toPush...)
		d.do(asked, answered, press("y"), answered)
		for _, no := range []string{"enter", "n", "esc"} {
			d.do(press("down", "down", "enter"))
			d.shows("one test SMS to " + arriving + "?")
			d.do(press(no), answered)
			d.shows("What now?")
		}
		d.do(press("down", "down", "enter", "y"), answered)
		d.shows("Check the phone")
		d.hides("Let Logto send one test SMS")
	})
	tests := 0
	for _, r := range server.Requests() {
		if strings.HasSuffix(r.Path, "/test") {
			tests++
		}
	}
	if tests != 1 {
		t.Errorf("%d test messages", tests)
	}
}

// The application's secret is on no screen, unless it is revealed, and in no draft.
func TestSecretOfLogtoIsHidden(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	chosen(&o)
	ready(&o)
	drafts := &fakeDrafts{}
	o.Drafts = drafts
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(toPush...)
		for range 4 {
			d.hides(logtosim.DemoSecret)
			d.key("tab")
		}
		d.do(press("shift+tab", "ctrl+r"))
		d.shows(logtosim.DemoSecret)
	})
	for _, s := range drafts.saves {
		if text, err := json.Marshal(s.answers); err != nil || strings.Contains(string(text), logtosim.DemoSecret) {
			t.Errorf("a draft: %s %v", text, err)
		}
	}
}
