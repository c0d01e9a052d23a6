package cli

import (
	"fmt"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// somebodysNumber is a number that must not be shown.
const somebodysNumber = "15557654321"

// experience changes settings of the simulated Logto: experience FILE.
func experience(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: experience FILE")
	}
	(*ts.Value(logtoSimulation{}).(**logtosim.Server)).ChangeExperience(ts.ReadFile(args[0]))
}

// logged writes sends into the audit log, some hours old, refused by Twilio with a code
// or failed with a text: logged HOURS COUNT EVENT [CODE|TEXT].
func logged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: logged HOURS COUNT EVENT [CODE|TEXT]")
	}
	at, n := some(ts, args)
	send := logtosim.Send{At: at, Event: args[2], Phone: somebodysNumber}
	if len(args) == 4 {
		send.Error = args[3]
		if _, err := strconv.Atoi(args[3]); err == nil {
			send.Error = logtosim.Refused(fmt.Sprintf(`{"code":%s,"message":"Refused for +%s","status":400}`, args[3], somebodysNumber))
		}
	}
	for range n {
		(*ts.Value(logtoSimulation{}).(**logtosim.Server)).PutSends(send)
	}
}

// messaged writes messages of the demo's service, some hours old: messaged HOURS COUNT STATUS [CODE].
func messaged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: messaged HOURS COUNT STATUS [CODE]")
	}
	at, n := some(ts, args)
	past := twiliosim.Past{At: at, Service: twiliosim.DemoServiceSID, To: "+" + somebodysNumber, Status: account.MessageStatus(args[2])}
	if len(args) == 4 {
		code, err := strconv.Atoi(args[3])
		ts.Check(err)
		past.Code = code
	}
	for range n {
		ts.Value(simulation{}).(*twiliosim.Server).PutMessages(twiliosim.DemoAccountSID, past)
	}
}

// some reads HOURS and COUNT.
func some(ts *testscript.TestScript, args []string) (at time.Time, n int) {
	hours, err := strconv.Atoi(args[0])
	ts.Check(err)
	n, err = strconv.Atoi(args[1])
	ts.Check(err)
	return time.Now().Add(-time.Duration(hours) * time.Hour), n
}
