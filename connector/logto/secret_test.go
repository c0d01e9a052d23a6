package logto

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// No redirect is followed, wherever it leads, and no credential goes along.
func TestRedirects(t *testing.T) {
	visits := 0
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { visits++ }))
	defer other.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, to := range []string{other.URL, "/elsewhere", "//[::1"} {
			var paths []string
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				paths = append(paths, r.URL.Path)
				w.Header().Set("Location", to)
				w.WriteHeader(status)
			}))
			u, err := ParseEndpoint(s.URL)
			if err != nil {
				t.Fatal(err)
			}
			_, err = New(u, Application{"id", logtosim.DemoSecret}, Options{}).SMS(t.Context())
			if e := callError(t, err); e.Kind != Redirected || e.HTTPStatus != status || visits > 0 || !slices.Equal(paths, []string{"/oidc/token"}) {
				t.Errorf("%d to %s: %+v, %d visits, %v", status, to, e, visits, paths)
			}
			s.Close()
		}
	}
}

// An answer that repeats whatever it can, in every field, is shown without what is
// secret and without what a terminal would obey.
func TestErrorsAreClean(t *testing.T) {
	desired, err := Desired(demoDocument(rotate))
	if err != nil {
		t.Fatal(err)
	}
	const access = "granted-access-token-of-some-length"
	echo := func(r *http.Request) string {
		body, _ := io.ReadAll(r.Body)
		shown := fmt.Sprintf("\x1b[31m\u202e%s %s %s %s", r.Header.Get("Authorization"), logtosim.DemoSecret, body, access)
		return fmt.Sprintf("%q", strings.ToValidUTF8(shown, ""))
	}
	shapes := []string{
		`{"code":%[1]s,"message":%[1]s,"data":{"message":%[1]s,"issues":[{"path":[%[1]s,3],"message":%[1]s}]}}`,
		`{"code":"connector.general","message":%[1]s,"data":{"message":"{\"code\":20003,\"status\":401,\"message\":\"` + rotatedToken + `\"}"}}`,
		`{"code":"connector.invalid_config","error_description":%[1]s,"message":%[1]s,"data":{"issues":[{"path":["authToken"],"message":%[1]s}]}}`,
		`{"code":7,"message":{"a":%[1]s},"data":%[1]s}`, `{"data":{"issues":{}}}`, `[%[1]s]`, `%[1]s`, `<html>%[1]s`, ``, `null`,
	}
	for _, shape := range shapes {
		for _, status := range []int{400, 401, 403, 404, 418, 422, 500} {
			c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
				if r.URL.Path == "/oidc/token" {
					return reply(r, 200, `{"access_token":"`+access+`","expires_in":3600,"scope":"openid all"}`), nil
				}
				body := shape
				if strings.Contains(shape, "%") {
					body = fmt.Sprintf(shape, echo(r))
				}
				return reply(r, status, body), nil
			}))
			e := callError(t, c.Test(t.Context(), desired, "+15551234567"))
			shown := fmt.Sprintf("%v %+v %+v", e, *e, e.Twilio)
			for _, secret := range []string{access, logtosim.DemoSecret, rotatedToken, "\x1b", "\u202e"} {
				if strings.Contains(shown, secret) {
					t.Errorf("%s, %d: %q is in %q", shape, status, secret, shown)
				}
			}
			if len(e.Message) > 4*maxWords {
				t.Errorf("%d bytes of message", len(e.Message))
			}
		}
	}
}

func TestPrintingHidesSecrets(t *testing.T) {
	s := logtosim.New()
	s.Put(row(connector.FactoryID, demoDocument()))
	c := over(t, s)
	p := plan(t, c, demoDocument(rotate))
	type private struct{ p Plan }
	for _, v := range []any{c, *c, []*Client{c}, struct{ C *Client }{c}, c.app, p, &p, private{p}, p.Desired, p.State, p.Changes} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			shown := fmt.Sprintf(verb, v)
			for _, secret := range []string{logtosim.DemoSecret, twiliosim.DemoAuthToken, rotatedToken, "simulated.access"} {
				if strings.Contains(strings.ReplaceAll(shown, twiliosim.DemoAccountSID, ""), secret) {
					t.Errorf("%s of %T: %s", verb, v, shown)
				}
			}
		}
	}
}
