package walk

import (
	"context"
	"errors"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

func TestCourse(t *testing.T) {
	w := New(connector.English)
	c := Course{Walk: w}
	at := func(s Step) { w.Reach(s) }
	next := func(want Step) {
		t.Helper()
		if to, more := c.Next(); to != want || !more {
			t.Errorf("from %s on to %s, %t", w.Step.Key(), to.Key(), more)
		}
	}
	next(Credentials)
	if _, ok := c.Back(); ok {
		t.Error("there is something before the start")
	}
	at(Review)
	at(c.Jump(Sender))
	next(Review) // which it was left from
	at(c.Jump(Sender))
	if to, ok := c.Back(); to != Review || !ok {
		t.Errorf("back from a jump to %s", to.Key())
	}
	at(Templates)
	if to, ok := c.Back(); to != Sender || !ok {
		t.Errorf("back to %s", to.Key())
	}
	at(c.Resume(Review)) // without a token
	if w.Step != Credentials {
		t.Errorf("resumed at %s", w.Step.Key())
	}
	next(Review)
	w.SetCredentials("AC", "token")
	if to := c.Resume(Test); to != Test {
		t.Errorf("resumed with a token at %s", to.Key())
	}
	at(Save)
	if _, more := c.Next(); more {
		t.Error("there is something after the end")
	}
}

func TestAfterCheck(t *testing.T) {
	failed := []account.Check{{Status: account.CheckFailed}}
	warned := []account.Check{{Status: account.CheckWarning}}
	for want, c := range map[string]struct {
		checks []account.Check
		err    error
	}{
		"go-on edit":       {checks: warned},
		"edit go-on":       {checks: failed},
		"again edit go-on": {err: &account.CallError{Kind: account.Unreachable}},
		"edit again go-on": {err: &account.CallError{Kind: account.Refused, HTTPStatus: 401}},
	} {
		if got := values(New(connector.English).AfterCheck(i18n.Printer{}, c.checks, c.err)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	throttled := &account.CallError{Kind: account.Refused, HTTPStatus: 429}
	if got := values(New(connector.English).AfterCheck(i18n.Printer{}, nil, throttled)); got != "again edit go-on" {
		t.Errorf("throttled: %s", got)
	}
}

func values(choices []Choice) string {
	var all []string
	for _, c := range choices {
		all = append(all, c.Value)
	}
	return strings.Join(all, " ")
}

func TestAfterTest(t *testing.T) {
	w := New(connector.English)
	for want, c := range map[string]struct {
		delivery account.Delivery
		lost     bool
		err      error
	}{
		"go-on again":       {delivery: account.Delivery{Message: account.Message{Status: account.Delivered}}},
		"again go-on":       {delivery: account.Delivery{Message: account.Message{Status: account.Failed, ErrorCode: 30001}}},
		"again go-on mend":  {delivery: account.Delivery{Message: account.Message{Status: account.Undelivered, ErrorCode: 30034}}},
		"watch go-on again": {delivery: account.Delivery{Message: account.Message{Status: account.Sent}}, lost: true},
	} {
		w.Sent = &c.delivery
		if got := values(w.AfterTest(i18n.Printer{}, c.lost, c.err)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	lost := &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true}
	w.Sent = &account.Delivery{Err: lost}
	if got := values(w.AfterTest(i18n.Printer{}, false, lost)); got != "go-on again" {
		t.Errorf("what may have been sent is sent again by itself: %s", got)
	}
}

// account is one with services.
type listedAccount struct {
	Twilio
	services, fails int
	panics          bool
}

func (a listedAccount) Services(_ context.Context, page func([]account.Service)) error {
	for i := range a.services {
		page([]account.Service{{SID: string(rune('a' + i))}})
	}
	if a.fails > 0 {
		return errors.New("no more of them")
	}
	return nil
}

func (a listedAccount) Senders(_ context.Context, sid string) ([]account.Sender, error) {
	if a.panics {
		panic("a fault")
	}
	if sid == "b" {
		return nil, errors.New("no senders")
	}
	return []account.Sender{{SID: "PN" + sid, Kind: account.LongCode, Country: "US", SMS: true}}, nil
}

func (a listedAccount) Campaigns(context.Context, string) ([]account.Campaign, error) {
	return []account.Campaign{{Status: account.CampaignVerified}}, nil
}

func (a listedAccount) TollFreeVerifications(context.Context) ([]account.TollFreeVerification, error) {
	return nil, errors.New("not told")
}

func TestListServices(t *testing.T) {
	w := New(connector.English)
	if err := ListServices(t.Context(), listedAccount{services: 10}, w.Into()); err != nil {
		t.Fatal(err)
	}
	for _, s := range w.Services {
		if s.Known != (s.SID != "b") || s.Known && (len(s.Senders) != 1 || !s.Campaigns.Known()) {
			t.Errorf("%+v", s)
		}
	}
	if len(w.Services) != 10 || !w.TollFree.Asked || w.TollFree.Err == nil {
		t.Errorf("%d services, toll-free %+v", len(w.Services), w.TollFree)
	}
	w = New(connector.English)
	if err := ListServices(t.Context(), listedAccount{services: 3, fails: 1}, w.Into()); err == nil || len(w.Services) != 3 {
		t.Errorf("%v, %d services", err, len(w.Services))
	}
}

// A panic of one of its goroutines is one of the caller's, who knows what to hide.
func TestListServicesPanics(t *testing.T) {
	defer func() {
		if r, _ := recover().(string); !strings.HasPrefix(r, "a fault\n\ngoroutine") {
			t.Errorf("recovered %q", r)
		}
	}()
	_ = ListServices(t.Context(), listedAccount{services: 3, panics: true}, New(connector.English).Into())
}

func TestTemplatesAsTheyStand(t *testing.T) {
	w := New(connector.English)
	w.Templates = []connector.Template{
		{UsageType: connector.SignIn, Content: connector.DefaultText(connector.SignIn, connector.English)},
		{UsageType: connector.SignIn, Content: "{{code}}"}, {UsageType: "Signin", Content: "code"}, {UsageType: connector.Test, Content: "{{code}}"},
	}
	problems := w.TemplateProblems()
	if len(problems[0]) != 0 || problems[1][0].Code != problem.DuplicateUsageType || Meant(problems[2]) != connector.SignIn || Meant(problems[1]) != "" {
		t.Errorf("%+v", problems)
	}
	for i, want := range []bool{false, true, true, true} {
		if w.Removable(i) != want {
			t.Errorf("template %d can be removed: %t", i, !want)
		}
	}
	if !w.IsDefault(0) || w.IsDefault(1) || w.OtherTexts() != connector.Chinese {
		t.Error("the default texts are not known")
	}
}

func TestMaskReport(t *testing.T) {
	w := New(connector.English)
	w.SetCredentials("AC", "a token of no shape")
	const other = "0123456789abcdef0123456789abcdef" // of another account, or of a file
	if got := w.MaskReport("panic: a token of no shape, and " + other); strings.Contains(got, "shape") || strings.Contains(got, other) {
		t.Error(got)
	}
}
