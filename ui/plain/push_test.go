package plain

import (
	"encoding/json"
	"strings"
	"testing"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// pushing is a walk that can push to a simulated Logto, after which it is done.
func pushing(t *testing.T, lines ...string) (outcome, *logtosim.Server) {
	t.Helper()
	return pushingTo(t, func(*logtosim.Server) {}, lines...)
}

// pushingTo is such a walk to a Logto to which something is done before.
func pushingTo(t *testing.T, before func(*logtosim.Server), lines ...string) (outcome, *logtosim.Server) {
	t.Helper()
	o, sim := setup(t, i18n.English)
	server := logtosim.New(logtosim.Twilio(sim))
	server.Put(logtosim.Row{ID: "mock1", FactoryID: "mock-short-message-service", Config: json.RawMessage("{}")})
	before(server)
	toLogto(&o, server)
	script := append(append([]string{}, straight[:len(straight)-1]...), lines...)
	return answers(t, o, script...), server
}

// toLogto connects a walk to a simulated Logto.
func toLogto(o *Options, server *logtosim.Server) {
	o.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
		u, _ := logto.ParseEndpoint(a.Endpoint)
		return logto.New(u, a.Application(), logto.Options{Resource: a.Resource, Transport: server})
	}
}

// who are the answers about the Logto.
var who = []string{"push", logtosim.DemoEndpoint, logtosim.DemoID, logtosim.DemoSecret, ""}

func TestPush(t *testing.T) {
	help := []string{who[0], "?"}
	r, server := pushing(t, append(append(help, who[1:]...), "yes", "have", "", "have", "y", "", "finish")...)
	r.says(t, english.T("help.push"))
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("push.ask-delete"), english.T("push.test-sent", "number", arriving))
	if n := asked(server, "POST", "/api/connectors/twilio-short-message-service/test"); n != 1 {
		t.Errorf("after a no and a yes %d messages were asked for", n)
	}
	rows := server.Rows()
	if len(rows) != 1 || !strings.Contains(string(rows[0].Config), twiliosim.DemoServiceSID) {
		t.Errorf("Logto has %d connectors", len(rows))
	}
	if strings.Contains(r.out, logtosim.DemoSecret) || strings.Contains(r.out, twiliosim.DemoAuthToken) {
		t.Errorf("a secret was printed:\n%s", r.out)
	}
}

// What would delete something is not the usual answer, and wrong answers lead back.
func TestPushIsNotDoneUnasked(t *testing.T) {
	r, server := pushing(t, append(who, "", "finish")...)
	if r.err != nil || len(server.Rows()) != 1 || server.Rows()[0].ID != "mock1" {
		t.Errorf("%v, %d connectors\n%s", r.err, len(server.Rows()), r.out)
	}
	r, server = pushing(t, "push", "no address", logtosim.DemoEndpoint, logtosim.DemoID, "wrong", "",
		logtosim.DemoSecret, "", "n", "finish")
	if r.err != nil || server.Rows()[0].ID != "mock1" {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("problem.bad-endpoint"), english.T("logto.wrong-secret"))
}

// What Logto says is wrong is asked for again, and a resource can be emptied.
func TestPushLeadsToWhatIsWrong(t *testing.T) {
	r, server := pushing(t, "push", logtosim.DemoEndpoint, logtosim.DemoID, logtosim.DemoSecret, "https://other.example/api",
		"-", "y", "", "finish")
	if r.err != nil || len(server.Rows()) != 1 || server.Rows()[0].ID == "mock1" {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("logto.wrong-resource", "host", "logto.demo.invalid", "resource", "https://other.example/api"),
		english.T("plain.prompt-empty", "label", english.T("ask.logto-resource"), "default", "https://other.example/api"))
	r, server = pushing(t, "push", logtosim.DemoEndpoint, "unknown", logtosim.DemoSecret, "",
		logtosim.DemoID, "", "", "y", "", "finish")
	if r.err != nil || server.Rows()[0].ID == "mock1" {
		t.Errorf("%v\n%s", r.err, r.out)
	}
}

// What may have been done all the same is a warning, not an error, and is not done again.
func TestUnsurePushIsAWarning(t *testing.T) {
	for path, c := range map[string]struct {
		lines []string
		says  string
	}{
		"/api/connectors": {append(who, "yes", "finish", "finish"), english.T("logto.outcome.absent")},
		"/api/connectors/twilio-short-message-service/test": {append(who, "yes", "have", "y", "", "finish"),
			english.T("call.outcome-unknown.message-sent")},
	} {
		r, server := pushingTo(t, func(s *logtosim.Server) {
			faults.Break(s, faults.Fault{Effect: faults.LostRequest, Method: "POST", Path: path})
		}, c.lines...)
		asked := 0
		for _, q := range server.Requests() {
			if q.Method == "POST" && q.Path == path {
				asked++
			}
		}
		// Offered once: in the first choice, and not in the one after the unsure answer.
		if n := strings.Count(squeeze(r.out), squeeze(english.T("push.test", "number", arriving))); path != "/api/connectors" && n != 1 {
			t.Errorf("%s: a test was offered %d times:\n%s", path, n, r.out)
		}
		warned := english.T(warns, "message", english.T("logto.unreachable", "host", "logto.demo.invalid")+" "+c.says)
		if asked != 1 || !strings.Contains(squeeze(r.out), squeeze(warned)) {
			t.Errorf("%s: asked %d times, not said %q:\n%s", path, asked, warned, r.out)
		}
	}
}
