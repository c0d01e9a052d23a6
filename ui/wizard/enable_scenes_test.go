package wizard

import (
	"sync"
	"time"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/walk"
)

// running are the simulated Logtos, by the walk that uses them.
var running sync.Map

// enabling lets a wizard push to a Logto that can send codes, in which something was
// done before, and names a phone number.
func enabling(number string, before func(*logtosim.Server), options ...logtosim.Option) func(*Options) {
	return func(o *Options) {
		server := logtosim.New(append(options, logtosim.Twilio(twiliosim.New()))...)
		before(server)
		running.Store(o.Walk, server)
		ready(o)
		o.Walk.TestNumber, o.Phone = number, nil
		o.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
			u, _ := logto.ParseEndpoint(a.Endpoint)
			return logto.New(u, a.Application(), logto.Options{Transport: server})
		}
	}
}

// simulated shows a phone, at which the same code arrives each time.
func simulated(o *Options) {
	server, _ := running.Load(o.Walk)
	o.Phone = func(number string) string {
		if _, sent := server.(*logtosim.Server).Code(number[1:]); sent {
			return "246810 is your verification code."
		}
		return ""
	}
}

// theCode types the code that Logto waits for.
var theCode = action{do: func(d driver) {
	server, _ := running.Load(d.model().Walk)
	code, _ := server.(*logtosim.Server).Code(d.model().Walk.TestNumber[1:])
	d.text(code)
}}

// changing is something that is done to a Logto before.
func changing(experience string) func(*logtosim.Server) {
	return func(s *logtosim.Server) { s.ChangeExperience(experience) }
}

// nothingBefore is done to a new Logto.
func nothingBefore(*logtosim.Server) {}

// toEnable is pushed, and asked to let users use it.
var toEnable = append(toPush[:len(toPush):len(toPush)], asked, answered, press("y"), answered, press("enter"), answered)

func enableScenes() []scene {
	to := func(more ...action) []action { return append(toEnable[:len(toEnable):len(toEnable)], more...) }
	yes := press("enter", "enter", "enter", "enter") // through the questions, in a new Logto
	read := func(e faults.Effect) func(*logtosim.Server) {
		return breaking(faults.Fault{Effect: e, Path: "/api/sign-in-exp"})
	}
	write := func(e faults.Effect) func(*logtosim.Server) {
		return breaking(faults.Fault{Effect: e, Method: "PATCH", Path: "/api/sign-in-exp"})
	}
	trouble := func(name string, before func(*logtosim.Server), more ...action) scene {
		return scene{"enable", name, with(chosen, enabling(arriving, before)), to(more...)}
	}
	return []scene{
		trouble("a new Logto", nothingBefore,
			shot("the questions"), press("tab", "right"), shot("besides"), press("right"), shot("instead"),
			press("tab", "tab", "right", "enter"), shot("excluded"),
			press("tab", "tab", "tab", "left", "enter"), shot("warned"), press("enter"), shot("not changed"),
			yes, press("y"), answered, shot("changed"), press("down", "enter"), shot("the end")),
		trouble("nothing chosen", nothingBefore, press("right"), yes, shot("said")),
		trouble("a second factor", changing(`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`), shot("excluded")),
		trouble("in use", changing(`{"signIn":{"methods":[{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}]}}`),
			shot("the questions"), press("enter", "enter"), shot("nothing more")),
		{"enable", "an older Logto", with(chosen, enabling(arriving, nothingBefore, logtosim.Older())), to(shot("the questions"))},
		trouble("not reached", read(faults.Down), delivered, shot("said")),
		trouble("not allowed", read(faults.Forbidden), shot("said")),
		trouble("a page of HTML", read(faults.HTMLPage), shot("said"), press("enter"), answered, shot("again")),
		trouble("no answer", read(faults.Hanging), shot("waiting"), press("esc"), answered, shot("cancelled")),
		trouble("moved", func(s *logtosim.Server) {
			faults.Break(s, faults.Fault{Effect: faults.Meanwhile, Method: "GET", Path: "/api/sign-in-exp", After: 1, Times: 1,
				Hand: func() { s.ChangeExperience(`{"signInMode":"SignIn"}`) }})
		}, yes, press("y"), answered, shot("not written"), press("enter"), answered, shot("looked again")),
		trouble("a lost answer", write(faults.LostAnswer), yes, press("y"), delivered, shot("looked at")),
		trouble("an error of Logto's", write(faults.ServerError), yes, press("y"), delivered, shot("said")),
		trouble("no answer to a change", write(faults.Hanging), yes, press("y"), shot("waiting"), press("esc"), answered, shot("cancelled")),
	}
}

func proofScenes() []scene {
	to := func(more ...action) []action {
		more = append([]action{press("enter", "enter", "enter", "enter", "y"), answered, press("enter")}, more...)
		return append(toEnable[:len(toEnable):len(toEnable)], more...)
	}
	send := func(s *logtosim.Server, e faults.Effect) {
		faults.Break(s, faults.Fault{Effect: e, Method: "POST", Path: "/api/verification-codes", Times: 1})
	}
	check := func(s *logtosim.Server, e faults.Effect) {
		faults.Break(s, faults.Fault{Effect: e, Method: "POST", Path: "/api/verification-codes/verify"})
	}
	trouble := func(name, number string, before func(*logtosim.Server), more ...action) scene {
		return scene{"proof", name, with(chosen, enabling(number, before)), to(more...)}
	}
	refused := ""
	for _, s := range twiliosim.Scenarios() {
		if s.Effect == twiliosim.Refused && s.Code == 21608 {
			refused = s.Number
		}
	}
	return []scene{
		trouble("no number yet", "", nothingBefore, shot("asked"), typed("0171"), press("enter"), shot("no number"),
			replaced(arriving), press("enter"), shot("no is usual"), press("enter"), shot("not now")),
		trouble("a real phone", arriving, nothingBefore, press("y"), answered, shot("sent"), press("enter"), shot("nothing typed"),
			typed("12"), press("enter"), shot("no code"), replaced("000012"), press("enter"), answered, shot("wrong"), press("enter"), theCode, press("enter"), answered, shot("proved"),
			press("enter"), shot("the end")),
		{"proof", "a simulated phone", with(chosen, enabling(arriving, nothingBefore), simulated), to(
			press("y"), answered, shot("it shows the code"), press("esc"), shot("not typed"), press("down", "enter"), shot("the end"))},
		trouble("refused by Twilio", refused, nothingBefore, press("y"), answered, shot("said"), press("down", "enter"), shot("asked again")),
		trouble("not answered", arriving, func(s *logtosim.Server) { send(s, faults.Hanging) }, press("y"), shot("waiting"),
			press("ctrl+c"), shot("quitting"), press("esc", "esc"), answered, shot("perhaps sent")),
		trouble("an answer that is lost", arriving, func(s *logtosim.Server) { send(s, faults.LostAnswer) }, press("y"), delivered,
			shot("perhaps sent"), press("enter"), theCode, press("enter"), answered, shot("proved")),
		trouble("too many", arriving, func(s *logtosim.Server) { send(s, faults.TooMany) }, press("y"), answered, shot("said")),
		trouble("expired", arriving, nothingBefore, press("y"), answered, theCode, after(11*time.Minute), press("enter"), answered, shot("said")),
		trouble("a check without an answer", arriving, func(s *logtosim.Server) { check(s, faults.HTMLPage) }, press("y"), answered,
			theCode, press("enter"), answered, shot("said")),
	}
}
