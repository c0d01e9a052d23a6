package cli

import (
	"strings"
	"testing"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
)

const provedNumber = "+15551234567"

// provable is a Logto whose codes go over a simulated Twilio.
func provable() *logtosim.Server {
	sim := logtosim.New(logtosim.Twilio(twiliosim.New(twiliosim.Speed(1000))))
	sim.Put(twilioRow(demoDocument()))
	return sim
}

// arrived types the code that Logto waits for.
func arrived(sim *logtosim.Server, number string) func() string {
	return func() string {
		code, _ := sim.Code(strings.TrimPrefix(number, "+"))
		return code[:3] + " " + code[3:]
	}
}

func said(line string) func() string { return func() string { return line } }

// A code that was typed is checked, and nothing is sent twice, however it goes.
func TestEnableProves(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		number string
		before func(sim *logtosim.Server)
		typed  func(sim *logtosim.Server) []func() string // nil: no terminal
		args   []string
		code   int
		reason string // of a failure
		test   string // sent, and proved
		says   string
		sends  int
		checks int
	}{
		"recognised": {typed: func(sim *logtosim.Server) []func() string {
			return []func() string{said("y"), arrived(sim, provedNumber)}
		}, test: "sent true", says: "Proved:", sends: 1, checks: 1},
		"wrong, then right": {typed: func(sim *logtosim.Server) []func() string {
			return []func() string{said("y"), said("000001"), arrived(sim, provedNumber)}
		}, test: "sent true", says: "does not recognise this code", sends: 1, checks: 2},
		"wrong too often": {typed: func(*logtosim.Server) []func() string {
			lines := []func() string{said("y")}
			for range 12 {
				lines = append(lines, said("000001"))
			}
			return lines
		}, code: exitProblem, reason: "code-tries", test: "sent false", says: "too often", sends: 1, checks: 11},
		"nothing typed": {typed: func(*logtosim.Server) []func() string { return []func() string{said("y"), said("")} },
			code: exitProblem, reason: reasonNotProved, test: "sent false", says: "doctor", sends: 1},
		"the input ends": {typed: func(*logtosim.Server) []func() string { return []func() string{said("y")} },
			code: exitProblem, reason: reasonNotProved, test: "sent false", sends: 1},
		"no": {typed: func(*logtosim.Server) []func() string { return []func() string{said("")} },
			code: exitProblem, reason: reasonDeclined, says: "No code was sent"},
		"nobody to ask":           {code: exitUsage, reason: reasonNobodyToAsk, says: "--yes"},
		"sent, nobody to type it": {args: []string{"--yes"}, test: "sent false", says: "not proved", sends: 1},
		"ten were sent": {before: func(sim *logtosim.Server) {
			faults.Break(sim, faults.Fault{Effect: faults.TooMany, Path: "/api/verification-codes"})
		},
			args: []string{"--yes"}, code: exitUnreachable, reason: "too-many-requests", test: "refused false", sends: 1},
		"Twilio refuses": {number: "+15000021610", args: []string{"--yes"}, code: exitProblem, reason: "twilio-refused", test: "refused false", says: "Twilio", sends: 1},
		"no connector": {before: func(sim *logtosim.Server) {
			sim.Put(logtosim.Row{ID: "ours", FactoryID: "simple-mail-transfer-protocol", Config: []byte("{}")})
		},
			args: []string{"--yes"}, code: exitProblem, reason: "no-connector"},
		"lost, nobody to type it": {before: lost(faults.LostAnswer), args: []string{"--yes"}, code: exitUnreachable, test: "unknown false", sends: 1},
		"lost, and it arrived": {before: lost(faults.LostAnswer), typed: func(sim *logtosim.Server) []func() string {
			return []func() string{said("y"), arrived(sim, provedNumber)}
		}, test: "unknown true", says: "Proved:", sends: 1, checks: 1},
		"500 at sending": {before: lost(faults.ServerError), args: []string{"--yes"}, code: exitUnreachable, sends: 1, test: "unknown false"},
		"hanging":        {before: lost(faults.Hanging), args: []string{"--yes"}, code: exitUnreachable, test: "unknown false", sends: 1},
		"a page":         {before: lost(faults.HTMLPage), args: []string{"--yes"}, code: exitUnreachable, test: "unknown false", sends: 1},
		"500 at checking": {before: func(sim *logtosim.Server) {
			faults.Break(sim, faults.Fault{Effect: faults.ServerError, Path: "/api/verification-codes/verify"})
		}, typed: func(sim *logtosim.Server) []func() string {
			return []func() string{said("y"), arrived(sim, provedNumber), said("123456")}
		}, code: exitUnreachable, test: "sent false", sends: 1, checks: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := provable()
			if tt.before != nil {
				tt.before(sim)
			}
			var typed *typist
			if tt.typed != nil {
				typed = &typist{lines: tt.typed(sim)}
			}
			number := tt.number
			if number == "" {
				number = provedNumber
			}
			got := enabling(t, impatient{sim}, typed, append(tt.args, "--json", "--test", number)...)
			r := enableDocument(t, got)
			test, reason := "", ""
			if r.Test != nil {
				test = string(r.Test.Sent) + " " + map[bool]string{true: "true", false: "false"}[r.Test.Proved]
			}
			if r.Error != nil {
				reason = r.Error.Code
			}
			if got.code != tt.code || test != tt.test || tt.reason != "" && reason != tt.reason || !strings.Contains(got.err, tt.says) {
				t.Errorf("exit code %d, %s, %s\n%s", got.code, reason, test, got.err)
			}
			sends, checks := count(sim, "POST", "/api/verification-codes"), count(sim, "POST", "/api/verification-codes/verify")
			if sends != tt.sends || checks != tt.checks || count(sim, "PATCH", "/api/sign-in-exp") > 0 {
				t.Errorf("%d were sent and %d checked\n%s", sends, checks, got.err)
			}
		})
	}
}

// lost is trouble at the one call that sends.
func lost(effect faults.Effect) func(*logtosim.Server) {
	return func(sim *logtosim.Server) {
		faults.Break(sim, faults.Fault{Effect: effect, Method: "POST", Path: "/api/verification-codes", Times: 1})
	}
}

// An eleventh code to a number in ten minutes is refused, and that is said.
func TestEnableOftenProved(t *testing.T) {
	t.Parallel()
	sim := provable()
	for range 10 {
		if got := enabling(t, sim, nil, "--yes", "--test", provedNumber); got.code != exitOK {
			t.Fatalf("exit code %d\n%s", got.code, got.err)
		}
	}
	got := enabling(t, sim, nil, "--yes", "--test", provedNumber, "--json")
	if r := enableDocument(t, got); got.code != exitUnreachable || r.Error.Code != "rate-limited" || !strings.Contains(got.err, "ten in ten minutes") {
		t.Errorf("exit code %d\n%s", got.code, got.err)
	}
}

// A change and its proof in one, with two answers and a code typed.
func TestEnableChangesAndProves(t *testing.T) {
	t.Parallel()
	sim := provable()
	typed := &typist{lines: []func() string{said("y"), said("yes"), arrived(sim, provedNumber)}}
	got := enabling(t, sim, typed, "--sign-in", "--test", provedNumber)
	if got.code != exitOK || !strings.Contains(got.err, "read back and is the same") || !strings.Contains(got.err, "Proved:") {
		t.Errorf("exit code %d\n%s", got.code, got.err)
	}
	for args, code := range map[string]int{"--test 5551234": exitUsage, "--test +15551234567 --dry-run": exitUsage} {
		if got := enabling(t, sim, nil, strings.Fields(args)...); got.code != code {
			t.Errorf("%s: exit code %d\n%s", args, got.code, got.err)
		}
	}
}
