//go:build unix

package cli

import (
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"logto-twilio/connector/twiliosim"
)

// narrow is a terminal without a rail, whose lines are those of the sentences.
const narrow = 70

// TestCredentialTrouble meets what can go wrong with the first request. It is said
// at the step where it happened, with what to do, and one can mend it, try again,
// or go on without the check, which is made again on the next visit.
func TestCredentialTrouble(t *testing.T) {
	t.Parallel()
	const sid, token = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	wrongSID := sid[:30] + "dead"
	for name, c := range map[string]struct {
		sid, token string
		nobody     bool // nothing listens
		says       []string
	}{
		"wrong token":       {sid: sid, token: strings.Repeat("ab", 16)},
		"wrong SID":         {sid: wrongSID, token: token},
		"nothing listening": {sid: sid, token: token, nobody: true, says: []string{"call.unreachable.hint"}},
		"502 page of HTML":  {sid: sid, token: strings.Repeat("0", 28) + "0502", says: []string{"call.unintelligible.status.hint"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			address := sim.URL
			if c.nobody {
				address = unusedAddress(t)
			}
			x := start(t, program{args: []string{"--twilio-url", address}, width: narrow, height: 40, secrets: []string{c.token}})
			var says []string
			goOn := "credentials.unchecked"
			for _, key := range c.says {
				says = append(says, x.says(key))
			}
			if says == nil {
				e := x.tr.TwilioError(20003)
				says = []string{e.Title, e.Do}
				goOn = "credentials.anyway"
			}
			x.toCredentials()
			x.answerCredentials(c.sid, c.token)
			x.wait(append(says, x.says("credentials.edit"))...)

			// Again: the same.
			x.choose(x.says("credentials.again"))
			x.until("the second check, or its end", func(screen string) bool {
				return shows(screen, x.says("credentials.checking")) || shows(screen, "› "+x.says("credentials.edit"))
			})
			x.wait(append(says, x.says("credentials.edit"))...)
			// On, without the check: the list fails too, and the SID is typed by hand.
			x.choose(x.says(goOn))
			x.wait(x.says("title.sender"), says[0])
			x.send("m")
			x.wait(x.says("ask.service-sid"))
			x.send(twiliosim.DemoServiceSID, enter)
			x.wait(x.says("title.templates"))
			// Back at the credentials, they are checked again.
			x.send(esc)
			x.wait(x.says("title.sender"))
			x.send(esc) // ends a list that is still under way, else goes back
			x.until("the list's end, or the step before", func(screen string) bool {
				return shows(screen, x.says("call.canceled.hint")) || shows(screen, x.says("title.credentials"))
			})
			if shows(x.screen(), x.says("title.sender")) {
				x.send(esc)
			}
			x.wait(x.says("title.credentials"))
			if c.nobody {
				return
			}
			x.send(ctrlU, sid, enter, ctrlU, token, enter)
			x.wait(x.says("title.sender"), "Logto verification")
		})
	}
}

// unusedAddress is one that nothing listens at.
func unusedAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return "http://" + l.Addr().String()
}

// TestHangingServer cancels a request that is never answered: the form is back
// at once, with what was typed.
func TestHangingServer(t *testing.T) {
	t.Parallel()
	sim := simulate(t)
	x := start(t, program{args: []string{"--twilio-url", sim.URL}})
	x.toCredentials()
	x.answerCredentials(twiliosim.DemoAccountSID, strings.Repeat("0", 28)+"0504")
	x.wait(x.says("credentials.checking"))
	begun := time.Now()
	x.send(esc)
	x.waitGone(x.says("credentials.checking"), x.says("waiting.cancelling"))
	// Some 60 ms, of which esc itself takes 50; a loaded machine takes longer, and
	// the request's own time-out 30 s.
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("cancelling took %v", took)
	} else {
		t.Logf("cancelling took %v", took)
	}
	x.wait(x.says("title.credentials"), twiliosim.DemoAccountSID)
	x.send(ctrlU, twiliosim.DemoAuthToken, enter)
	x.wait(x.says("title.sender"))
}

// TestUnknownOutcome loses the answer to the one request that costs money. It is
// said that the message may have been sent, and it is not sent again.
func TestUnknownOutcome(t *testing.T) {
	t.Parallel()
	sim := twiliosim.New(twiliosim.Speed(1000))
	var posts atomic.Int32
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			posts.Add(1)
			_, _ = io.Copy(io.Discard, r.Body)
			panic(http.ErrAbortHandler)
		}
		sim.ServeHTTP(w, r)
	}))
	x := start(t, program{args: []string{"--twilio-url", address}, width: narrow, height: 40})
	x.toCredentials()
	x.answerCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	x.chooseSender("Logto verification")
	x.toTest()
	x.sendTest("+14155550123")
	x.wait(x.says("call.outcome-unknown.message-sent"), x.says("call.outcome-unknown.message-sent.hint"), x.says("test.now"))
	x.send(enter) // goes on, and does not send
	x.save()
	if code := x.exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if n := posts.Load(); n != 1 {
		t.Errorf("posted %d times", n)
	}
}
