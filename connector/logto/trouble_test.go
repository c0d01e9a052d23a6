package logto

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/signin"
)

// ask is one of the client's calls about signing in, and the paths that it asks for.
type ask struct {
	paths []string
	once  bool // none of its requests is made again, whatever comes of it
	do    func(context.Context, *Client, signin.Plan) error
}

// asks are all of them but ChangeSignIn, which has tables of its own.
var asks = map[string]ask{
	"experience": {[]string{signInPath}, false, func(ctx context.Context, c *Client, _ signin.Plan) error {
		_, err := c.SignInExperience(ctx)
		return err
	}},
	"facts": {[]string{"/api/connectors", "/api/captcha-provider", "/api/account-center"}, false, func(ctx context.Context, c *Client, _ signin.Plan) error {
		_, err := c.Facts(ctx)
		return err
	}},
	"CAPTCHA": {[]string{"/api/captcha-provider"}, false, func(ctx context.Context, c *Client, _ signin.Plan) error {
		_, err := c.CAPTCHA(ctx)
		return err
	}},
	"account center": {[]string{"/api/account-center"}, false, func(ctx context.Context, c *Client, _ signin.Plan) error {
		_, err := c.AccountCenter(ctx)
		return err
	}},
	"sends": {[]string{logsPath}, false, func(ctx context.Context, c *Client, _ signin.Plan) error {
		_, err := c.Sends(ctx, time.Now().Add(-time.Hour), time.Now())
		return err
	}},
	"send": {[]string{sendPath}, true, func(ctx context.Context, c *Client, _ signin.Plan) error {
		return c.SendCode(ctx, proofPhone)
	}},
	"verify": {[]string{verifyPath}, true, func(ctx context.Context, c *Client, _ signin.Plan) error {
		return c.VerifyCode(ctx, proofPhone, "123456")
	}},
	"change": {[]string{signInPath}, false, func(ctx context.Context, c *Client, p signin.Plan) error {
		_, err := c.ChangeSignIn(ctx, p)
		return err
	}},
}

// Each fault at each request of each call, that for the token included: what failed is
// said, in a bounded time, and what certainly was not done is not called unknown.
func TestTroubleAtEachRequest(t *testing.T) {
	for effect, kind := range map[faults.Effect]Kind{
		faults.Down: Unreachable, faults.LostRequest: Unreachable, faults.LostAnswer: Unreachable, faults.HTMLPage: NotLogto,
		faults.BadGateway: ServerError, faults.ServerError: ServerError, faults.TooMany: TooMany, faults.Forbidden: Forbidden,
		faults.Redirecting: Redirected, faults.Hanging: TimedOut,
	} {
		for name, a := range asks {
			for _, path := range append(slices.Clone(a.paths), "/oidc/token") {
				synctest.Test(t, func(t *testing.T) {
					s := ready()
					p := planned(t, over(t, s), signin.Choice{SignIn: true})
					faults.Break(s, faults.Fault{Effect: effect, Path: path})
					before, began := len(s.Requests()), time.Now()
					err := a.do(t.Context(), over(t, s), p)
					e := callError(t, err)
					took, n := time.Since(began), 0
					for _, r := range s.Requests()[before:] {
						if r.Path == path {
							n++
						}
					}
					once := a.once && path != "/oidc/token"
					want := kind
					if effect == faults.ServerError && name == "send" && once {
						want = TwilioSilent
					}
					certain := slices.Contains([]Kind{TooMany, Forbidden, Redirected}, e.Kind) || effect == faults.Down
					if e.Kind != want || e.OutcomeUnknown != (once && !certain) || took > 2*time.Minute || once && n != 1 || n > 9 || path == "/oidc/token" && n > 3 {
						t.Errorf("%s, %s at %s: %v, unknown %t, %d times in %v", name, effect, path, e, e.OutcomeUnknown, n, took)
					}
				})
			}
		}
	}
}

// Ctrl+C before a call and at each of its requests: it ends at once and asks for no more.
func TestCtrlCAtEachRequest(t *testing.T) {
	for name, a := range asks {
		for _, path := range append(slices.Clone(a.paths), "/oidc/token", "") {
			s := ready()
			p := planned(t, over(t, s), signin.Choice{SignIn: true})
			ctx, cancel := context.WithCancel(t.Context())
			if path == "" {
				cancel()
			}
			var after atomic.Int32
			c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
				if ctx.Err() != nil {
					after.Add(1)
				}
				if r.URL.Path == path {
					cancel()
					<-r.Context().Done()
					return nil, r.Context().Err()
				}
				return s.RoundTrip(r)
			}))
			err := a.do(ctx, c, p)
			// What goes on at once may have been on its way.
			if e := callError(t, err); !errors.Is(err, context.Canceled) || e.OutcomeUnknown != (a.once && path == a.paths[0]) || int(after.Load()) > len(sendKeys)-1 {
				t.Errorf("%s at %q: %v, unknown %t, %d more", name, path, err, e.OutcomeUnknown, after.Load())
			}
			cancel()
		}
	}
}

// None of these errors says a number or a code.
func TestErrorsNameNobody(t *testing.T) {
	for _, status := range []int{400, 401, 403, 404, 422, 429, 500, 501} {
		s := ready()
		c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
			if !strings.HasPrefix(r.URL.Path, "/api/") {
				return s.RoundTrip(r)
			}
			return reply(r, status, `{"code":"connector.general","message":"Error of connector","data":{"message":`+
				`"{\"code\":21608,\"message\":\"unverified\",\"status\":400}"}}`), nil
		}))
		for name, a := range asks {
			err := a.do(t.Context(), c, signin.Plan{Patch: []byte("{}")})
			if err == nil {
				if name != "CAPTCHA" && name != "account center" || status != 404 {
					t.Errorf("%s takes %d", name, status)
				}
				continue
			}
			if said := err.Error(); strings.Contains(said, "1555") || strings.Contains(said, "123456") || strings.Contains(said, logtosim.DemoSecret) {
				t.Errorf("%s: %s", name, said)
			}
		}
	}
}
