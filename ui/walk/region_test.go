package walk

import (
	"slices"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// opened is a walk in which a file with a host was opened.
func opened(host string) *Walk {
	c := found().Config()
	c.Host = &host
	w := New(connector.English)
	w.Open("connector.json", connector.NewDocument(c))
	return w
}

// The host is a question where it is needed, and never otherwise.
func TestHostIsAskedWhereItIsNeeded(t *testing.T) {
	if w := found(); len(w.CredentialQuestions()) != 2 || w.Host != nil {
		t.Errorf("%d questions, host %v", len(w.CredentialQuestions()), w.Host)
	}
	for _, host := range []string{"", "ie1", connector.DefaultHost, connector.IrelandHost} {
		if w := opened(host); len(w.CredentialQuestions()) != 3 || Host.Get(w) != host {
			t.Errorf("a file with the host %q: %d questions, %q", host, len(w.CredentialQuestions()), Host.Get(w))
		}
	}
	refused := &account.CallError{Kind: account.Refused, Code: 20003, HTTPStatus: 401}
	for name, c := range map[string]struct {
		change func(*Walk)
		err    error
		want   bool
	}{
		"refused":         {func(*Walk) {}, refused, true},
		"asked already":   {func(w *Walk) { w.HostAsked = true }, refused, false},
		"a cut SID":       {func(w *Walk) { w.AccountSID = w.AccountSID[:30] }, refused, false},
		"an odd token":    {func(w *Walk) { w.AuthToken = "token" }, refused, false},
		"another refusal": {func(*Walk) {}, &account.CallError{Kind: account.Refused, Code: 20008, HTTPStatus: 403}, false},
		"no network":      {func(*Walk) {}, &account.CallError{Kind: account.Unreachable}, false},
		"no error":        {func(*Walk) {}, nil, false},
	} {
		w := found()
		c.change(w)
		offered := slices.ContainsFunc(w.AfterCheck(i18n.Printer{}, nil, c.err), func(x Choice) bool { return x.Value == Region })
		if offered != c.want {
			t.Errorf("%s: offered %t", name, offered)
		}
	}
}

// What was found in one region is nothing in another, and a draft keeps the host.
func TestSetHost(t *testing.T) {
	w := found()
	w.SetHost(connector.DefaultHost)
	if !w.Checked() || !w.Listed {
		t.Error("Twilio's usual host is another region")
	}
	w.SetHost(connector.IrelandHost)
	if w.Checked() || w.Listed || len(w.Services) > 0 || w.AccountSID == "" {
		t.Error("what was found elsewhere counts")
	}
	if got := w.Result().Config().Host; got == nil || *got != connector.IrelandHost {
		t.Errorf("saved with the host %v", got)
	}
	resumed := New(connector.English)
	resumed.Resume(w.Draft(), nil)
	if Host.Get(resumed) != connector.IrelandHost || !resumed.HostAsked {
		t.Errorf("resumed with %q, asked %t", Host.Get(resumed), resumed.HostAsked)
	}
	w.SetHost("")
	if w.Host != nil || w.Result().Root.Get("host") != nil {
		t.Error("no host is a host")
	}
}

// A client is of one region.
func TestClientIsOfTheRegion(t *testing.T) {
	var hosts []string
	s := Setup{Walk: found(), Connect: func(sid, token string, host *string) Twilio {
		hosts = append(hosts, connector.Config{Host: host}.APIHost())
		return twilio.New(sid, token, twilio.Options{Host: host})
	}}
	s.Client()
	s.Client()
	s.Walk.SetHost("API.Dublin.IE1.twilio.com")
	s.Client()
	s.Walk.SetHost("")
	s.Client()
	if want := []string{connector.DefaultHost, connector.IrelandHost, connector.DefaultHost}; !slices.Equal(hosts, want) {
		t.Errorf("clients for %v, want %v", hosts, want)
	}
}

// A session with a region's token, which is refused until the region is known,
// asks nothing of another region after that.
func TestRegionIsFoundAndKept(t *testing.T) {
	sim := twiliosim.New(twiliosim.Region(connector.IrelandHost))
	w := found()
	s := Setup{Walk: w, Connect: func(sid, token string, host *string) Twilio {
		return twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})
	}}
	_, err := AskOwner(t.Context(), s.Client())
	if !badCredentials(err) {
		t.Fatalf("in the US: %v", err)
	}
	w.SetHost(connector.IrelandHost)
	before := len(sim.Requests())
	h, err := AskOwner(t.Context(), s.Client())
	if err != nil || h.Account.FriendlyName == "" || h.Balance == nil {
		t.Fatalf("in Ireland: %+v, %v", h, err)
	}
	client := s.Client()
	for name, do := range map[string]func() error{
		"services": func() error { return client.Services(t.Context(), func([]account.Service) {}) },
		"senders":  func() error { _, err := client.Senders(t.Context(), w.ServiceSID); return err },
		"send": func() error {
			w.TestNumber = twiliosim.VerifiedNumber
			out, _ := w.TestMessage()
			_, err := client.Send(t.Context(), out)
			return err
		},
		"numbers for sale": func() error { // whose prices the region does not have
			offers, err := FindNumbers(t.Context(), client, account.NumberSearch{Country: "GB", Kind: account.MobileNumber})
			if len(offers) == 0 || offers[0].Price != nil {
				t.Errorf("%d offers", len(offers))
			}
			return err
		},
	} {
		if err := do(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, r := range sim.Requests()[before:] {
		if !slices.Contains([]string{"api.dublin.ie1.twilio.com", "messaging.dublin.ie1.twilio.com", "pricing.dublin.ie1.twilio.com"}, r.Host) {
			t.Errorf("asked %s%s", r.Host, r.Path)
		}
	}
}
