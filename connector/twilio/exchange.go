package twilio

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/twilio/twilio-go/client"
	api "github.com/twilio/twilio-go/rest/api/v2010"
	messaging "github.com/twilio/twilio-go/rest/messaging/v1"
	pricing "github.com/twilio/twilio-go/rest/pricing/v1"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// How much of an answer is read. A page of a thousand records has one or two MiB.
const (
	maxAnswer      = 4 << 20
	maxErrorAnswer = 64 << 10
)

// exchange carries the requests of one call, one after the other. It holds the
// call's context because twilio-go has no other way to hand it on.
type exchange struct {
	*Client
	ctx    context.Context
	effect account.Effect // what the call changes at Twilio, "" where it only reads

	// The last request, for errors found in its answer by twilio-go.
	method string
	asked  *url.URL // where it went, empty before the first
	status int      // 0 until there is an answer
}

// exchange is for a call that only reads.
func (c *Client) exchange(ctx context.Context) *exchange { return c.changing(ctx, "") }

// changing is the exchange of a call that changes something.
func (c *Client) changing(ctx context.Context, effect account.Effect) *exchange {
	return &exchange{Client: c, ctx: ctx, effect: effect, asked: &url.URL{}}
}

// twilio is twilio-go's client over this exchange. Its credentials are empty:
// it would refuse a token of other characters than it expects, and the exchange
// adds them itself once it knows where the request goes.
func (x *exchange) twilio() *client.Client {
	return &client.Client{
		Credentials: &client.Credentials{},
		HTTPClient:  &http.Client{Transport: x},
	}
}

// handler is made without NewRequestHandler, which lets TWILIO_REGION and
// TWILIO_EDGE choose the host.
func (x *exchange) handler() *client.RequestHandler {
	return &client.RequestHandler{Client: x.twilio()}
}

func (x *exchange) api() *api.ApiService { return api.NewApiService(x.handler()) }

func (x *exchange) messaging() *messaging.ApiService {
	return messaging.NewApiService(x.handler())
}

func (x *exchange) pricing() *pricing.ApiService { return pricing.NewApiService(x.handler()) }

// account is the account SID as a part of a path.
func (x *exchange) account() string { return segment(x.accountSID) }

// segment escapes s as one segment of a path, which twilio-go does not do. An empty
// segment or one of dots would lead to another resource, and a DELETE would delete
// that: it becomes a name that nothing at Twilio has.
func segment(s string) string {
	if strings.Trim(s, ".") == "" {
		return "-" + s
	}
	return url.PathEscape(s)
}

// RoundTrip sends a request with the credentials, only to hosts that may see them, and
// repeats it where that is safe. It returns only successes, read to their end; anything
// else is a *account.CallError.
func (x *exchange) RoundTrip(req *http.Request) (*http.Response, error) {
	if x.authToken == connector.TokenVariable { // which is no password
		return nil, &account.CallError{Kind: account.NoToken}
	}
	if !connector.ValidHost(x.host) {
		return nil, &account.CallError{Kind: account.UnfitHost}
	}
	target, err := x.route(req.URL)
	if err != nil {
		return nil, err
	}
	x.method, x.asked = req.Method, target
	req = req.Clone(x.ctx)
	req.URL, req.Host = target, target.Host
	req.SetBasicAuth(x.accountSID, x.authToken)
	perhaps := false // an attempt without an answer may have done it; only a DELETE is then repeated
	for try := 1; ; try++ {
		answer, fail := x.attempt(req)
		if fail == nil {
			return answer, nil
		}
		if perhaps && fail.err.HTTPStatus == http.StatusNotFound {
			return x.gone(), nil
		}
		perhaps = perhaps || fail.err.OutcomeUnknown
		fail.err.OutcomeUnknown = perhaps
		wait, again := x.again(fail, try)
		if !again {
			return nil, fail.err
		}
		if !remote.Sleep(x.ctx, wait) {
			return nil, x.ended(!perhaps).err
		}
	}
}

// gone is the answer to a repeated DELETE that found nothing left to delete: an earlier
// attempt deleted it, and only its answer was lost.
func (x *exchange) gone() *http.Response {
	x.status = http.StatusNoContent
	return &http.Response{StatusCode: x.status, Header: http.Header{}, Body: http.NoBody}
}

// attempt waits for its turn, sends a request once and reads the answer, within
// the time-out.
func (x *exchange) attempt(req *http.Request) (*http.Response, *failure) {
	x.status = 0
	select {
	case x.slots <- struct{}{}:
		defer func() { <-x.slots }()
	case <-x.ctx.Done():
	}
	if x.ctx.Err() != nil {
		return nil, x.ended(true)
	}
	var p remote.Progress
	ctx, cancel := context.WithTimeout(x.ctx, x.timeout)
	defer cancel()
	req = req.WithContext(p.Follow(ctx))
	if err := rewind(req); err != nil {
		return nil, x.unanswered(ctx, err, true)
	}
	answer, err := remote.RoundTrip(x.transport, req)
	if err != nil {
		return nil, x.unanswered(ctx, err, p.Unsent(err))
	}
	defer answer.Body.Close()
	x.status = answer.StatusCode
	if answer.StatusCode/100 != 2 {
		return nil, x.rejected(answer)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer+1))
	switch {
	case err != nil:
		return nil, x.cutOff(ctx, err)
	case len(body) > maxAnswer:
		return nil, &failure{err: x.unintelligible("an answer of more than 4 MiB")}
	}
	answer.Body = io.NopCloser(bytes.NewReader(body))
	return answer, nil
}

// rewind gives a request its body again: the attempt before has read it.
func rewind(req *http.Request) (err error) {
	if req.GetBody != nil {
		req.Body, err = req.GetBody()
	}
	return err
}
