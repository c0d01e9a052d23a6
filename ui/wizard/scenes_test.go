package wizard

import (
	"context"
	"fmt"
	"strings"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// scenes are all states of all steps.
func scenes() []scene {
	var all []scene
	for _, list := range [][]scene{startScenes(), credentialsScenes(), senderScenes(), numbersScenes(), templatesScenes(), editorScenes(),
		reviewScenes(), testScenes(), deliveryScenes(), saveScenes(), pushScenes(), enableScenes(), proofScenes(), frameScenes()} {
		all = append(all, list...)
	}
	return all
}

// with are the changes to the options of a scene.
func with(changes ...func(*Options)) []func(*Options) { return changes }

func startScenes() []scene {
	return []scene{
		{"start", "nothing yet", nil, []action{
			shot("the choices"),
			press("down", "enter"), shot("the path"),
			typed("nowhere.json"), press("enter"), shot("no such file"),
			replaced("folder"), press("enter"), shot("a folder"),
			replaced("broken.json"), press("enter"), shot("no JSON"),
			replaced("good.json"), press("enter"), shot("open"),
		}},
		{"start", "drafts", with(abandoned), []action{press("down"), shot("two drafts")}},
		{"start", "a file of the command line", with(openFile("good.json")), []action{
			shot("open"),
			press("enter", "esc"), shot("back again"),
		}},
		{"start", "a file that is refused", with(openFile("troubled.json")), []action{shot("open")}},
		{"start", "a file that is not there", with(func(o *Options) {
			_, err := export.Read("nowhere.json")
			o.Walk.Unopened = &walk.Unopened{Path: "nowhere.json", Err: err}
		}), []action{shot("said at once")}},
	}
}

// abandoned lets two drafts be found.
func abandoned(o *Options) {
	now := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // of the bubble
	o.Dir = "/home/kim/shop"
	o.Walk.Abandoned = []draft.Info{
		{Path: "1", Target: "/home/kim/shop/connector.json", Saved: now.Add(-5 * time.Minute)},
		{Path: "2", Target: "/home/kim/another/place/with/a/long/name/connector.json", Saved: now.Add(-50 * time.Hour)},
	}
	o.Drafts = &fakeDrafts{}
}

// openFile opens one of the files, as the command line does.
func openFile(name string) func(*Options) {
	return func(o *Options) { o.Walk.Open(name, connector.Decode([]byte(files[name]))) }
}

// splitFile opens a file that leaves its token to the environment.
func splitFile(o *Options) {
	text := strings.ReplaceAll(files["good.json"], twiliosim.DemoAuthToken, connector.TokenVariable)
	o.Walk.Open("split.json", connector.Decode([]byte(text)))
}

// irelandFile opens a file for another region of Twilio.
func irelandFile(o *Options) {
	c := connector.Decode([]byte(files["good.json"])).Config()
	host := connector.IrelandHost
	c.Host = &host
	o.Walk.Open("ireland.json", connector.NewDocument(c))
}

// token is one that makes every call to the simulated Twilio fail.
func token(effect twiliosim.Effect, code int) string {
	for _, s := range twiliosim.Scenarios() {
		if s.Effect == effect && s.Code == code && s.Token != "" {
			return s.Token
		}
	}
	panic(fmt.Sprintf("no token for %s %d", effect, code))
}

// meeting fills in credentials with a token that meets an effect.
func meeting(effect twiliosim.Effect, code int) func(*Options) {
	return func(o *Options) { o.Walk.SetCredentials(twiliosim.DemoAccountSID, token(effect, code)) }
}

func credentialsScenes() []scene {
	to := press("enter")
	check := press("enter", "enter")
	return []scene{
		{"credentials", "by hand", nil, []action{
			to, shot("empty"),
			press("enter"), shot("nothing typed"),
			typed("SK" + twiliosim.DemoAccountSID[2:]), press("tab"), shot("an API key"),
			press("up"), replaced(twiliosim.DemoAccountSID), press("enter"),
			pasted(" " + twiliosim.DemoAuthToken + "\n"), shot("filled"),
		}},
		{"credentials", "from the environment", with(environment), []action{to, shot("filled")}},
		{"credentials", "a file without a token", with(openFile("no-token.json")), []action{shot("the cursor on it")}},
		{"credentials", "a file that was split", with(splitFile), []action{to, shot("without the token"), check, shot("nothing was asked")}},
		{"credentials", "a file that was split, with the token", with(splitFile, environment), []action{to, shot("with the token of the environment")}},
		{"credentials", "slow", with(meeting(twiliosim.Slow, 0)), []action{to, check, shot("asking"), press("esc"), shot("cancelled")}},
		{"credentials", "a wrong token", with(meeting(twiliosim.Refused, 20003)), []action{to, check, answered, shot("refused")}},
		{"credentials", "another region", with(meeting(twiliosim.Refused, 20003)), []action{to, check, answered,
			press("down", "down", "down", "enter"), shot("its host is asked for"),
			typed("ie1"), press("enter"), shot("not a host"), replaced(" https://api.dublin.ie1.twilio.com/ "), shot("a host"),
			press("enter"), answered, shot("refused there too")}},
		{"credentials", "another region, by a key", nil, []action{to, press("ctrl+t"), shot("its host is asked for")}},
		{"credentials", "a file with a host", with(irelandFile), []action{to, shot("asked for")}},
		{"credentials", "no network", with(meeting(twiliosim.Unreachable, 0)), []action{to, check, after(20 * time.Second), shot("unreachable")}},
		{"credentials", "a page of HTML", with(meeting(twiliosim.HTMLPage, 0)), []action{to, check, after(20 * time.Second), shot("unintelligible")}},
		{"credentials", "hanging", with(meeting(twiliosim.Hanging, 0)), []action{to, check, after(2 * time.Minute), shot("timed out")}},
		{"credentials", "a trial", with(onAccount(twiliosim.TrialAccountSID)), []action{to, check, answered, shot("warned")}},
		{"credentials", "suspended", with(onAccount(twiliosim.SuspendedAccountSID)), []action{to, check, answered, shot("warned")}},
	}
}

// account fills in the credentials of one of the simulated accounts.
func onAccount(sid string) func(*Options) {
	return func(o *Options) { o.Walk.SetCredentials(sid, twiliosim.DemoAuthToken) }
}

// environment has Twilio's variables.
func environment(o *Options) {
	o.Getenv = func(name string) string {
		return map[string]string{"TWILIO_ACCOUNT_SID": twiliosim.DemoAccountSID, "TWILIO_AUTH_TOKEN": twiliosim.DemoAuthToken,
			"TWILIO_MESSAGING_SERVICE_SID": twiliosim.DemoServiceSID}[name]
	}
	o.Walk.FromEnvironment(o.Getenv)
}

// fake puts a fake account in the place of the simulated one.
func fake(f *fakeTwilio) func(*Options) { return func(o *Options) { o.Connect = f.connect } }

func senderScenes() []scene {
	to := []action{press("enter", "enter", "enter"), answered}
	slow := serving(60, 3, time.Second, func(string) func() { return func() {} })
	broken := &fakeTwilio{services: func(context.Context, func([]account.Service)) error {
		return &account.CallError{Kind: account.Unreachable, Message: "connection refused", Host: "messaging.twilio.com"}
	}}
	return []scene{
		{"sender", "listing", with(signedIn, fake(slow)), []action{
			press("enter", "enter", "enter"), shot("nothing yet"),
			after(1500 * time.Millisecond), shot("names"),
			after(30 * time.Second), press("esc", "esc"),
		}},
		{"sender", "the account's", with(signedIn, fake(inMemory())), append(to,
			shot("the list"),
			press("down"), shot("no sender"),
			press("down"), shot("not registered"),
			press("down", "down", "down"), shot("a Chinese name"),
			press("/"), shot("searching"),
			typed("branch 4"), shot("a search"),
			press("enter"), shot("found"),
			press("esc", "m"), shot("by hand"),
			typed(twiliosim.DemoAccountSID), press("enter"), shot("another SID"),
		)},
		{"sender", "no services", with(signedIn, fake(&fakeTwilio{})), append(to, shot("empty"))},
		{"sender", "no answer", with(signedIn, fake(broken)), append(to, shot("failed"))},
		{"sender", "senders unknown", with(signedIn, fake(halfKnown())), append(to, shot("one unknown"))},
	}
}

// halfKnown is an account whose senders cannot be listed.
func halfKnown() *fakeTwilio {
	return &fakeTwilio{
		services: func(_ context.Context, page func([]account.Service)) error {
			page([]account.Service{{SID: twiliosim.DemoServiceSID, FriendlyName: "A service with a rather long name, as people give them"}})
			return nil
		},
		senders: func(context.Context, string) ([]account.Sender, error) {
			return nil, &account.CallError{Kind: account.Refused, HTTPStatus: 500, Host: "messaging.twilio.com"}
		},
	}
}

// chosen has a service, too: what is left before the test needs no Twilio.
func chosen(o *Options) {
	signedIn(o)
	w := o.Walk
	w.SetAccount(account.Account{FriendlyName: "Demo Company", Type: account.FullAccount, Status: account.ActiveAccount}, nil)
	w.ServiceSID, w.Listed = twiliosim.DemoServiceSID, true
	w.AddService(account.Service{SID: w.ServiceSID, FriendlyName: "Logto verification", A2PRegistered: true, SmartEncoding: true})
	w.SetSenders(w.ServiceSID, []account.Sender{{Kind: account.LongCode, Name: "+14155550120", Country: "US", SMS: true}},
		account.Found[[]account.Campaign]{Value: []account.Campaign{{Status: account.CampaignVerified}}, Asked: true}, nil)
}

// at goes to a step, the answers before it given, the test left out.
func at(s walk.Step) action {
	return action{do: func(d driver) {
		for tries := 0; d.model().Walk.Step < s; tries++ {
			if tries == 20 {
				panic("the walk is stuck:\n" + d.screen())
			}
			key := "enter"
			if d.model().Walk.Step == walk.Test {
				key = "ctrl+s"
			}
			d.key(key)
			d.wait(900 * time.Millisecond)
		}
	}}
}
