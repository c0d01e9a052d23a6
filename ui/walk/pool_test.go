package walk

import (
	"context"
	"errors"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// pools is an account with two services, and a number that is in one or none.
type pools struct {
	in          string
	addErr      error
	removeErr   error
	sendersErr  error
	lostAnswers bool // what is asked for happens, and the answer is lost
	adds        int
}

func (p *pools) Senders(_ context.Context, service string) ([]account.Sender, error) {
	if p.sendersErr != nil {
		return nil, p.sendersErr
	}
	if service == p.in {
		return []account.Sender{{SID: "PN1"}}, nil
	}
	return nil, nil
}

func (p *pools) AddNumber(_ context.Context, service, _ string) error {
	p.adds++
	if p.addErr == nil || p.lostAnswers {
		p.in = service
	}
	return p.addErr
}

func (p *pools) RemoveNumber(context.Context, string, string) error {
	if p.removeErr == nil {
		p.in = ""
	}
	return p.removeErr
}

func TestPlace(t *testing.T) {
	lost := &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true}
	full := &account.CallError{Kind: account.Refused, Code: 21714}
	for name, test := range map[string]struct {
		pools  pools
		from   string
		done   bool
		in     string
		known  bool
		adding int
	}{
		"a free number":              {pools{}, "", true, "MG2", true, 1},
		"one of another service":     {pools{in: "MG1"}, "MG1", true, "MG2", true, 1},
		"not taken out":              {pools{in: "MG1", removeErr: full}, "MG1", false, "MG1", true, 0},
		"taken out and not put in":   {pools{in: "MG1", addErr: full}, "MG1", false, "", true, 1},
		"put in, the answer lost":    {pools{addErr: lost, lostAnswers: true}, "", true, "MG2", true, 1},
		"lost, and it was not taken": {pools{addErr: lost}, "", false, "", true, 1},
		"lost, and nobody can say":   {pools{addErr: lost, sendersErr: errors.New("x")}, "", false, "", false, 1},
		"done, and nobody can say":   {pools{sendersErr: errors.New("x")}, "", true, "", false, 1},
	} {
		p := Place(t.Context(), &test.pools, "PN1", test.from, "MG2")
		in, known := p.In()
		if p.Done() != test.done || in != test.in || known != test.known || test.pools.adds != test.adding {
			t.Errorf("%s: done %t, in %q (known %t) after %d requests: %v", name, p.Done(), in, known, test.pools.adds, p.Err)
		}
	}
}

// shop sells a number, and counts how often.
type shop struct {
	buyErr  error
	findErr error
	has     bool
	bought  int
	looked  int
}

func (s *shop) BuyNumber(context.Context, string) (account.PhoneNumber, error) {
	s.bought++
	if s.buyErr != nil {
		return account.PhoneNumber{}, s.buyErr
	}
	return account.PhoneNumber{SID: "PN1", Number: "+12065550150"}, nil
}

func (s *shop) FindPhoneNumber(context.Context, string) (account.PhoneNumber, bool, error) {
	s.looked++
	if !s.has || s.findErr != nil {
		return account.PhoneNumber{}, false, s.findErr
	}
	return account.PhoneNumber{SID: "PN1", Number: "+12065550150"}, true, nil
}

func TestBuy(t *testing.T) {
	lost := &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true}
	taken := &account.CallError{Kind: account.Refused, Code: 21422}
	for name, test := range map[string]struct {
		shop                   shop
		bought, unsure, looked bool
	}{
		"bought":                    {shop{}, true, false, false},
		"taken meanwhile":           {shop{buyErr: taken}, false, false, false},
		"lost, and it was bought":   {shop{buyErr: lost, has: true}, true, false, false},
		"lost, and it is not there": {shop{buyErr: lost}, false, true, true},
		"lost, and nobody can say":  {shop{buyErr: lost, findErr: errors.New("x")}, false, true, false},
	} {
		p := Buy(t.Context(), &test.shop, "+12065550150")
		if p.Bought() != test.bought || p.Unsure() != test.unsure || p.Looked != test.looked {
			t.Errorf("%s: bought %t, unsure %t, looked %t", name, p.Bought(), p.Unsure(), p.Looked)
		}
		if test.shop.bought != 1 {
			t.Errorf("%s: %d purchases", name, test.shop.bought)
		}
	}
}

func TestCancelledPurchaseIsLookedForWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := &shop{buyErr: &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true}, has: true}
	p := Buy(ctx, s, "+12065550150")
	if !p.Unsure() || s.looked != 0 {
		t.Fatalf("unsure %t, looked %d times", p.Unsure(), s.looked)
	}
	if p.Look(t.Context(), s); !p.Bought() || s.bought != 1 {
		t.Errorf("bought %t, %d purchases", p.Bought(), s.bought)
	}
}

func TestHolder(t *testing.T) {
	w := New(connector.English)
	w.AddService(account.Service{SID: "MG1"})
	w.AddService(account.Service{SID: "MG2"})
	w.AddService(account.Service{SID: "MG1", FriendlyName: "again"})
	if len(w.Services) != 2 {
		t.Fatalf("%d services", len(w.Services))
	}
	none := account.Found[[]account.Campaign]{}
	w.SetSenders("MG1", []account.Sender{{SID: "PN1"}}, none, nil)
	if holder := w.Holder("PN1"); holder != "MG1" || w.HoldersKnown() {
		t.Errorf("PN1 is in %q, and all are known: %t", holder, w.HoldersKnown())
	}
	w.SetSenders("MG2", []account.Sender{{SID: "PN1"}}, none, nil) // it was moved
	w.SetSenders("MG1", nil, none, nil)
	w.Listed = true
	if holder := w.Holder("PN1"); holder != "MG2" || !w.HoldersKnown() {
		t.Errorf("PN1 is in %q, and all are known: %t", holder, w.HoldersKnown())
	}
	if w.Services[0].Sends() || w.Services[1].Sends() {
		t.Error("a service without a sender for SMS sends")
	}
}
