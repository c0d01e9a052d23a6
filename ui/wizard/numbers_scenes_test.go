package wizard

import (
	"context"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/walk"
)

// emptied is the account without a service and a number.
func emptied(o *Options) { onAccount(twiliosim.EmptyAccountSID)(o) }

// numbersScenes are the screens behind the list of services.
func numbersScenes() []scene {
	to := []action{press("enter", "enter", "enter"), answered}
	forSale := append(to[:len(to):len(to)], press("enter", "enter"), answered, press("enter"), answered, press("enter"), answered,
		press("enter", "enter"), answered)
	return []scene{
		{"numbers", "of an account that has some", with(signedIn), append(to[:len(to):len(to)],
			press("down", "a"), answered, shot("free and held"),
			press("down", "down", "enter"), shot("a move is asked for"),
			press("enter"), shot("not moved"),
			press("enter", "y"), answered, shot("moved"),
			press("n"), shot("a new service"),
			replaced("x"), press("backspace", "enter"), shot("without a name"),
			press("esc"),
		)},
		{"numbers", "a service that cannot send", with(signedIn), append(to[:len(to):len(to)], press("down", "enter"), answered, shot("as it is"))},
		{"numbers", "none yet", with(emptied), append(to[:len(to):len(to)], press("enter", "enter"), answered, shot("none"))},
		{"numbers", "a move that stops half-way", with(signedIn, func(o *Options) { fake(halfMoved())(o) }), []action{ // it remembers what was done
			press("enter", "enter", "enter"), answered, press("down", "a"), answered, press("enter", "y"), answered, shot("in no service"),
		}},
		{"buy", "from nothing", with(emptied), append(to[:len(to):len(to)],
			press("enter", "enter"), answered, press("enter"), answered, shot("countries"),
			press("enter"), shot("kind"),
			press("enter"), shot("area code"),
			typed("41"), press("enter"), shot("a wrong area code"),
			replaced("999"), press("enter"), answered, shot("nothing there"),
			press("esc", "down", "enter"), answered, shot("toll-free"),
			press("enter"), shot("the question"),
			press("enter"), shot("not bought"),
			press("enter", "y"), answered, shot("bought"),
		)},
		{"buy", "needs an address", with(emptied), append(to[:len(to):len(to)],
			press("enter", "enter"), answered, press("enter"), answered, press("/"), typed("germany"), press("enter", "enter"),
			press("down", "enter"), answered, shot("with documents alone"),
		)},
		{"buy", "lost", with(emptied, losing), append(forSale[:len(forSale):len(forSale)], press("enter", "y"), answered, shot("the answer was lost"))},
	}
}

// losing is an account whose purchases are never answered.
func losing(o *Options) {
	connect := o.Connect
	o.Connect = func(sid, token string, host *string) walk.Twilio { return lost{connect(sid, token, host)} }
}

// lost buys, and does not say so.
type lost struct{ walk.Twilio }

func (lost) BuyNumber(context.Context, string) (account.PhoneNumber, error) {
	return account.PhoneNumber{}, &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true,
		Effect: account.NumberBought, Host: "api.twilio.com"}
}

// halfMoved is an account with two services, from one of which a number can be
// taken and not put into the other.
func halfMoved() *fakeTwilio {
	number := account.Sender{Kind: account.LongCode, SID: "PN1", Name: "+447700900120", Country: "GB", SMS: true}
	var held []account.Sender
	return &fakeTwilio{
		services: func(_ context.Context, page func([]account.Service)) error {
			held = []account.Sender{number} // anew for each walk of the scene
			page([]account.Service{{SID: "MG1", FriendlyName: "Old"}, {SID: "MG2", FriendlyName: "New"}})
			return nil
		},
		senders: func(_ context.Context, sid string) ([]account.Sender, error) {
			if sid == "MG1" {
				return held, nil
			}
			return nil, nil
		},
		numbers: func(_ context.Context, page func([]account.PhoneNumber)) error {
			page([]account.PhoneNumber{{SID: "PN1", Number: number.Name, SMS: true}})
			return nil
		},
		remove: func(context.Context, string, string) error { held = nil; return nil },
		add: func(context.Context, string, string) error {
			time.Sleep(100 * time.Millisecond)
			return &account.CallError{Kind: account.Refused, Code: 21714, HTTPStatus: 409, Effect: account.NumberAdded}
		},
	}
}
