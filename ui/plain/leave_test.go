package plain

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// slow takes a while over what is billed, and then has done it, or fails.
type slow struct {
	walk.Twilio
	takes time.Duration
	fails *account.CallError
}

// or waits, as the network does; the context may end before.
func (x slow) or(ctx context.Context, effect account.Effect) error {
	select {
	case <-time.After(x.takes):
	case <-ctx.Done():
		return &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true, Effect: effect}
	}
	if x.fails != nil {
		return x.fails
	}
	return nil
}

func (x slow) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	if err := x.or(ctx, account.NumberBought); err != nil {
		return account.PhoneNumber{}, err
	}
	return x.Twilio.BuyNumber(ctx, e164)
}

func (x slow) Send(ctx context.Context, m connector.Outgoing) (account.Message, error) {
	if err := x.or(ctx, account.MessageSent); err != nil {
		return account.Message{}, err
	}
	return x.Twilio.Send(ctx, m)
}

// leaving runs a walk that somebody wants to leave, and insists on it, so long after the
// billed request began; what is returned last is how long the program took from the wish.
func leaving(t *testing.T, x slow, wish, insist time.Duration, lines []string) (Options, outcome, time.Duration) {
	t.Helper()
	o, _ := setup(t, i18n.English)
	var r outcome
	var took time.Duration
	synctest.Test(t, func(t *testing.T) {
		ctx, leave := context.WithCancel(t.Context())
		now, end := context.WithCancel(t.Context())
		defer end()
		o.Insist = now
		connect := o.Connect
		var at time.Time
		begun := func() {
			time.AfterFunc(wish, func() { at = time.Now(); leave() })
			time.AfterFunc(insist, end)
		}
		o.Connect = func(sid, token string, host *string) walk.Twilio {
			x.Twilio = connect(sid, token, host)
			return beginning{x, begun}
		}
		r = run(ctx, o, lines)
		took = time.Since(at)
	})
	readable(t, r.out)
	return o, r, took
}

// beginning tells when a request that is billed begins.
type beginning struct {
	slow
	begun func()
}

func (b beginning) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	b.begun()
	return b.slow.BuyNumber(ctx, e164)
}

func (b beginning) Send(ctx context.Context, m connector.Outgoing) (account.Message, error) {
	b.begun()
	return b.slow.Send(ctx, m)
}

// A first Ctrl+C during what is billed waits for the answer, which is said; a second one
// does not wait, and neither does anybody for ever.
func TestLeavingWaitsForWhatIsBilled(t *testing.T) {
	const bought = account.NumberBought
	buying, sending := fromEmpty[:10], straight[:9]
	refused := &account.CallError{Kind: account.Refused, Code: 21422, HTTPStatus: 400, Effect: bought}
	unsent := &account.CallError{Kind: account.Refused, Code: 21211, HTTPStatus: 400, Effect: account.MessageSent}
	unknown := func(e account.Effect) string { return english.T("call.outcome-unknown." + string(e)) }
	for name, c := range map[string]struct {
		slow
		insist, took time.Duration
		lines        []string
		says, never  string
	}{
		"bought":          {slow{takes: 10 * time.Second}, time.Hour, 9 * time.Second, buying, "was bought.", unknown(bought)},
		"not bought":      {slow{takes: 10 * time.Second, fails: refused}, time.Hour, 9 * time.Second, buying, "was not bought, and nothing was charged.", unknown(bought)},
		"insisted":        {slow{takes: 10 * time.Second}, 4 * time.Second, 3 * time.Second, buying, unknown(bought), "was bought."},
		"no answer":       {slow{takes: time.Hour}, time.Hour, 30 * time.Second, buying, unknown(bought), "was bought."},
		"sent":            {slow{takes: 10 * time.Second}, time.Hour, 9 * time.Second, sending, "Message SID: SM", unknown(account.MessageSent)},
		"not sent":        {slow{takes: 10 * time.Second, fails: unsent}, time.Hour, 9 * time.Second, sending, english.TwilioError(21211).Title, unknown(account.MessageSent)},
		"sent, insisted":  {slow{takes: 10 * time.Second}, 4 * time.Second, 3 * time.Second, sending, unknown(account.MessageSent), "Message SID: SM"},
		"sent, no answer": {slow{takes: time.Hour}, time.Hour, 30 * time.Second, sending, unknown(account.MessageSent), "Message SID: SM"},
	} {
		t.Run(name, func(t *testing.T) {
			o, r, took := leaving(t, c.slow, time.Second, c.insist, c.lines)
			if !errors.Is(r.err, context.Canceled) || took != c.took {
				t.Errorf("%v after %s\n%s", r.err, took, r.out)
			}
			_, text := billed(o).WaitToLeave(english)
			r.says(t, text, c.says)
			if strings.Contains(squeeze(r.out), squeeze(c.never)) {
				t.Errorf("said %q:\n%s", c.never, r.out)
			}
			if n := strings.Count(squeeze(r.out), squeeze(text)); n != 1 {
				t.Errorf("said %d times that it waits", n)
			}
			if o.Drafts.(*memory).kept == nil {
				t.Error("no draft is kept")
			}
		})
	}
}

// billed is a walk in the middle of what is billed.
func billed(o Options) *walk.Setup {
	s := o.Setup
	s.Walk = walk.New(connector.English)
	s.Walk.BeginSpending()
	return &s
}

// Once the message is with Twilio, following it ends at once.
func TestLeavingDoesNotWaitForADelivery(t *testing.T) {
	lines := append(straight[:6:6], "+15000000200", "Generic", "y") // a status that stays
	o, r, took := leaving(t, slow{takes: time.Second}, 20*time.Second, time.Hour, lines)
	_, text := billed(o).WaitToLeave(english)
	if !errors.Is(r.err, context.Canceled) || took != 0 || strings.Contains(squeeze(r.out), squeeze(text)) {
		t.Errorf("%v after %s\n%s", r.err, took, r.out)
	}
	r.says(t, english.T("test.sid", "sid", o.Walk.Sent.Message.SID))
}

// slowLogto takes a while over the message that it is asked for.
type slowLogto struct {
	walk.Logto
	begun func()
}

func (x slowLogto) Test(ctx context.Context, _ logto.Config, _ string) error {
	x.begun()
	select {
	case <-time.After(10 * time.Second):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A message that Logto is asked for is billed too.
func TestLeavingWaitsForLogtosMessage(t *testing.T) {
	o, sim := setup(t, i18n.English)
	toLogto(&o, logtosim.New(logtosim.Twilio(sim)))
	lines := slices.Concat(straight[:len(straight)-1], who, []string{"y", "have", "y"})
	var r outcome
	synctest.Test(t, func(t *testing.T) {
		ctx, leave := context.WithCancel(t.Context())
		connect := o.ConnectLogto
		o.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
			return slowLogto{connect(a), func() { time.AfterFunc(time.Second, leave) }}
		}
		r = run(ctx, o, lines)
	})
	_, text := billed(o).WaitToLeave(english)
	r.says(t, text, english.T("push.test-sent", "number", arriving))
	if !errors.Is(r.err, context.Canceled) {
		t.Error(r.err)
	}
}
