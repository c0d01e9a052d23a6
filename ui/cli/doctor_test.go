package cli

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

// recordingAccount answers what it was given, and notes what it was asked.
type recordingAccount struct {
	senders []account.Sender
	refuse  string // the call that fails

	mu       sync.Mutex
	asked    []string
	running  int
	together int // calls at most
}

// ask notes a call, and is the error that it fails with.
func (a *recordingAccount) ask(call string) error {
	a.mu.Lock()
	a.asked = append(a.asked, call)
	a.running++
	a.together = max(a.together, a.running)
	a.mu.Unlock()
	defer func() {
		a.mu.Lock()
		a.running--
		a.mu.Unlock()
	}()
	if call == a.refuse {
		return &account.CallError{Kind: account.Refused, HTTPStatus: 403}
	}
	return nil
}

func (a *recordingAccount) Account(context.Context) (account.Account, error) {
	return account.Account{}, a.ask("account")
}

func (a *recordingAccount) Balance(context.Context) (account.Balance, error) {
	return account.Balance{}, a.ask("balance")
}

func (a *recordingAccount) Service(_ context.Context, sid string) (account.Service, error) {
	return account.Service{SID: sid}, a.ask("service " + sid[:2])
}

func (a *recordingAccount) Senders(_ context.Context, sid string) ([]account.Sender, error) {
	return a.senders, a.ask("senders " + sid[:2])
}

func (a *recordingAccount) Campaigns(_ context.Context, sid string) ([]account.Campaign, error) {
	return nil, a.ask("campaigns " + sid[:2])
}

func (a *recordingAccount) TollFreeVerifications(context.Context) ([]account.TollFreeVerification, error) {
	return nil, a.ask("toll-free")
}

// What the answers before have made pointless is not asked for.
func TestSurvey(t *testing.T) {
	us := account.Sender{Kind: account.LongCode, Name: "+15551234567", Country: "US", SMS: true}
	free := account.Sender{Kind: account.LongCode, Name: "+18885551234", Country: "US", SMS: true}
	const all = "account balance campaigns MG senders MG service MG toll-free"
	for name, test := range map[string]struct {
		surveyed *recordingAccount
		sid      string
		service  string
		noToken  bool
		want     string
	}{
		"everything":              {surveyed: &recordingAccount{senders: []account.Sender{us, free}}, want: all},
		"no US number":            {surveyed: &recordingAccount{senders: []account.Sender{free}}, want: strings.Replace(all, " campaigns MG", "", 1)},
		"no number for the US":    {want: "account balance senders MG service MG"},
		"credentials are refused": {surveyed: &recordingAccount{refuse: "account"}, want: "account"},
		"the service is refused":  {surveyed: &recordingAccount{refuse: "service MG"}, want: "account balance service MG"},
		"the senders are refused": {surveyed: &recordingAccount{refuse: "senders MG"}, want: "account balance senders MG service MG"},
		"the balance is refused":  {surveyed: &recordingAccount{refuse: "balance"}, want: "account balance senders MG service MG"},
		"no token":                {noToken: true},
		"an API key":              {sid: "SK" + twiliosim.DemoAccountSID[2:]},
		"no messaging service":    {service: "<your-service>", want: "account balance"},
	} {
		t.Run(name, func(t *testing.T) {
			asked := test.surveyed
			if asked == nil {
				asked = &recordingAccount{}
			}
			config := connector.Config{AccountSID: twiliosim.DemoAccountSID, FromMessagingServiceSID: twiliosim.DemoServiceSID}
			if test.sid != "" {
				config.AccountSID = test.sid
			}
			if test.service != "" {
				config.FromMessagingServiceSID = test.service
			}
			x := surveyor{surveyed: asked, asking: func(string) {}}
			x.survey(t.Context(), connector.NewDocument(config), !test.noToken)
			slices.Sort(asked.asked)
			if got := strings.Join(asked.asked, " "); got != test.want || asked.together > 2 {
				t.Errorf("asked for %s, %d at a time, want %s", got, asked.together, test.want)
			}
		})
	}
}

// On a terminal lines are broken, what follows has a margin, and colours come from
// the status.
func TestChecksOnATerminal(t *testing.T) {
	var out bytes.Buffer
	env := Env{Out: &out, Width: 40, Environ: []string{"TTY_FORCE=1", "TERM=xterm-256color"}}
	got := (&doctorCommand{app: &app{env, english}}).putChecks([]checked{
		{Status: account.CheckOK, Message: "All is well."},
		{Status: account.CheckUnknown, Message: "Nobody knows what there is to know of it.", Hint: "Look at the place where it would be."},
	})
	want := "\x1b[32m✓ ok\x1b[m: All is well.\n" +
		"\x1b[33m? unknown\x1b[m: Nobody knows what there is\n  to know of it.\n" +
		"  \x1b[2mLook at the place where it would be.\x1b[m\n"
	if got != want {
		t.Errorf("written:\n%q, want\n%q", got, want)
	}
	if plain := (&doctorCommand{app: &app{Env{Out: &out}, english}}).putChecks([]checked{{Status: account.CheckFailed, Message: strings.Repeat("long ", 50)}}); strings.Count(plain, "\n") != 1 {
		t.Errorf("not one line:\n%s", plain)
	}
}
