package logto

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

func rotate(c *connector.Config) { c.AuthToken = rotatedToken }

// Every way there is from what is there to what is wanted: what is done, what
// would be deleted, what differs, and how often Logto is written to.
func TestPush(t *testing.T) {
	vonage := logtosim.Row{FactoryID: "vonage-sms", Config: []byte(`{"apiKey":"k","apiSecret":"s","brandName":"B"}`)}
	ours := row(connector.FactoryID, demoDocument())
	newText := func(c *connector.Config) { c.Templates[1].Content = "New: {{code}}" }
	for name, tt := range map[string]struct {
		rows    []logtosim.Row
		desired *connector.Document
		action  Action
		deletes int
		changes []string
	}{
		"first time": {nil, demoDocument(), Post, 0, []string{
			"added /accountSID", "added /authToken", "added /fromMessagingServiceSID", "added /templates/0",
			"added /templates/1", "added /templates/2", "added /templates/3", "added /templates/4"}},
		"no change":          {[]logtosim.Row{ours}, demoDocument(), Nothing, 0, nil},
		"changed template":   {[]logtosim.Row{ours}, demoDocument(newText), Patch, 0, []string{"changed /templates/1/content"}},
		"rotated token":      {[]logtosim.Row{ours}, demoDocument(rotate), Patch, 0, []string{"changed /authToken"}},
		"another provider":   {[]logtosim.Row{vonage}, demoDocument(rotate), Post, 1, nil},
		"two SMS connectors": {[]logtosim.Row{ours, vonage}, demoDocument(), Post, 0, nil},
		"without a config":   {[]logtosim.Row{{FactoryID: connector.FactoryID, Config: []byte("{}")}}, demoDocument(), Patch, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := logtosim.New()
			s.Put(tt.rows...)
			c := over(t, s)
			p := plan(t, c, tt.desired)
			if p.Action != tt.action || len(p.Deletes) != tt.deletes {
				t.Errorf("%s, deletes %v", p.Action, p.Deletes)
			}
			if want := tt.deletes > 0 || len(tt.rows) > 1; p.Destroys() != want {
				t.Errorf("destroys: %t", p.Destroys())
			}
			if tt.changes != nil || tt.action == Nothing {
				equalLists(t, "changes", paths(p.Changes), tt.changes)
			}
			r, err := c.Push(t.Context(), p)
			outcome, writes := Pushed, 1
			if tt.action == Nothing {
				outcome, writes = Unchanged, 0
			}
			if err != nil || r.Outcome != outcome {
				t.Errorf("%s, %v", r.Outcome, err)
			}
			if !holds(t, s, tt.desired) {
				t.Errorf("there is %s", s.Rows())
			}
			if n := asked(s, "POST", "/api/") + asked(s, "PATCH", "/api/"); n != writes {
				t.Errorf("written %d times", n)
			}
			if again := plan(t, c, tt.desired); again.Action != Nothing {
				t.Errorf("the second push would %s: %v", again.Action, again.Changes)
			}
		})
	}
}

// A write whose answer was lost is not repeated: what is there is looked at.
func TestLostAnswers(t *testing.T) {
	for name, tt := range map[string]struct {
		rows   []logtosim.Row
		method string
	}{
		"POST":  {nil, "POST"},
		"PATCH": {[]logtosim.Row{row(connector.FactoryID, demoDocument(rotate))}, "PATCH"},
	} {
		for effect, want := range map[faults.Effect]Outcome{
			faults.LostAnswer: Pushed, faults.CutOff: Pushed, faults.LostRequest: Unknown,
			faults.ServerError: Unknown, faults.BadGateway: Unknown, faults.HTMLPage: Unknown,
			faults.DroppedField: Different, faults.TooMany: Unchanged, faults.Down: Unchanged,
			faults.Forbidden: Unchanged, faults.Redirecting: Unchanged,
		} {
			t.Run(name+" "+string(effect), func(t *testing.T) {
				s := logtosim.New()
				s.Put(tt.rows...)
				c := over(t, s)
				p := plan(t, c, demoDocument())
				faults.Break(s, faults.Fault{Effect: effect, Method: tt.method, Path: "/api/connectors"})
				r, err := c.Push(t.Context(), p)
				if r.Outcome != want || (err == nil) != (want == Pushed || want == Different) {
					t.Fatalf("%s, %v", r.Outcome, err)
				}
				if err != nil && callError(t, err).OutcomeUnknown != (want == Unknown) {
					t.Errorf("%+v", err)
				}
				if n := asked(s, tt.method, "/api/"); n != 1 && want != Unchanged {
					t.Errorf("written %d times", n)
				}
				if want == Unknown && !r.Looked {
					t.Error("nobody looked what is there")
				}
				if missing := r.Changes(p.Desired); (len(missing) > 0) == (want == Pushed) {
					t.Errorf("missing: %v", missing)
				}
			})
		}
	}
}

func TestReadingBackFails(t *testing.T) {
	s := logtosim.New()
	c := over(t, s)
	p := plan(t, c, demoDocument())
	faults.Break(s, faults.Fault{Effect: faults.Down, Method: "GET", After: 1})
	r, err := c.Push(t.Context(), p)
	if e := callError(t, err); r.Outcome != Unverified || r.Looked || e.Kind != Unreachable || e.OutcomeUnknown {
		t.Errorf("%+v, %v", r, err)
	}
	if !holds(t, s, demoDocument()) {
		t.Error("it was not written")
	}
}

// What somebody else did between the look and the push is not deleted unseen.
func TestChangedMeanwhile(t *testing.T) {
	for name, change := range map[string]func(*logtosim.Server){
		"a new connector": func(s *logtosim.Server) { s.Put(logtosim.Row{FactoryID: "vonage-sms", Config: []byte("{}")}) },
		"two of them": func(s *logtosim.Server) {
			s.Put(row(connector.FactoryID, demoDocument()), row(connector.FactoryID, demoDocument()))
		},
	} {
		s := logtosim.New()
		c := over(t, s)
		p := plan(t, c, demoDocument())
		change(s)
		before := len(s.Rows())
		r, err := c.Push(t.Context(), p)
		if r.Outcome != Unchanged || !errors.Is(err, ErrChangedMeanwhile) || len(s.Rows()) != before || asked(s, "POST", "/api/") > 0 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
	}
}

// Canceled at any moment, a push ends at once, asks for nothing more, and says
// what it knows.
func TestCanceledPush(t *testing.T) {
	for name, tt := range map[string]struct {
		fault faults.Fault
		want  Outcome
	}{
		"before":  {faults.Fault{Effect: faults.Hanging, Method: "GET"}, Unchanged},
		"writing": {faults.Fault{Effect: faults.Hanging, Method: "POST"}, Unknown},
		"after":   {faults.Fault{Effect: faults.Hanging, Method: "GET", After: 1}, Unverified},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := logtosim.New()
				c := over(t, s)
				p := plan(t, c, demoDocument())
				faults.Break(s, tt.fault)
				ctx, cancel := context.WithCancel(t.Context())
				go func() {
					synctest.Wait()
					cancel()
				}()
				asked := len(s.Requests())
				r, err := c.Push(ctx, p)
				if r.Outcome != tt.want || !errors.Is(err, context.Canceled) {
					t.Errorf("%s, %v", r.Outcome, err)
				}
				if n := len(s.Requests()) - asked; n > 3 {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}

// The connector is asked for by its id, whatever that is.
func TestIDIsEscaped(t *testing.T) {
	list := `[{"id":"../x?y","connectorId":"` + connector.FactoryID + `","type":"Sms","name":{},"config":{}}]`
	var path string
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		switch {
		case r.URL.Path == "/oidc/token":
			return reply(r, 200, `{"access_token":"t","expires_in":3600,"scope":"all"}`), nil
		case r.Method == http.MethodPatch:
			path = r.URL.EscapedPath()
		}
		return reply(r, 200, list), nil
	}))
	r, err := c.Push(t.Context(), plan(t, c, demoDocument()))
	if err != nil || r.Outcome != Different || path != "/api/connectors/..%2Fx%3Fy" {
		t.Errorf("%s, %v, %s", r.Outcome, err, path)
	}
}
