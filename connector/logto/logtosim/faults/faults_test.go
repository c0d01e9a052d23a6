package faults

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/logto/logtosim"
)

// signIn gets a token.
func signIn(t *testing.T, s *logtosim.Server) string {
	t.Helper()
	form := url.Values{"grant_type": {"client_credentials"}, "resource": {logtosim.Resource}, "scope": {"all"}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, logtosim.DemoEndpoint+"/oidc/token", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(logtosim.DemoID, logtosim.DemoSecret)
	answer, err := s.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	var granted struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&granted); err != nil || granted.AccessToken == "" {
		t.Fatalf("%d %v", answer.StatusCode, err)
	}
	return granted.AccessToken
}

// Every fault, over a connection and in memory.
func TestFaults(t *testing.T) {
	for effect, want := range map[Effect]int{
		Down: 0, LostRequest: 0, LostAnswer: 0, Hanging: 0, Slow: 200, HTMLPage: 200, BadGateway: 502, CutOff: 200,
		ServerError: 500, TooMany: 429, Forbidden: 403, Redirecting: 307, DroppedField: 200,
	} {
		t.Run(string(effect), func(t *testing.T) {
			s := logtosim.New()
			token := signIn(t, s)
			Break(s, Fault{Effect: effect, Method: "POST", Path: "/api", After: 1, Times: 1})
			server := httptest.NewServer(s)
			defer server.Close()
			over := func(when, base string, transport http.RoundTripper, want int) {
				t.Helper()
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				defer cancel()
				if effect == Hanging && want == 0 { // nothing else comes
					ctx, cancel = context.WithTimeout(ctx, time.Millisecond)
					defer cancel()
				}
				req, err := http.NewRequestWithContext(ctx, "POST", base+"/api/connectors", strings.NewReader(`{"connectorId":"vonage-sms"}`))
				if err != nil {
					t.Fatal(err)
				}
				req.Header.Set("Authorization", "Bearer "+token)
				status := 0
				if answer, err := transport.RoundTrip(req); err == nil {
					status = answer.StatusCode
					answer.Body.Close()
				}
				if status != want {
					t.Errorf("%s: %d, want %d", when, status, want)
				}
			}
			over("before it", logtosim.DemoEndpoint, s, 200)
			over("in memory", logtosim.DemoEndpoint, s, want)
			over("after it", logtosim.DemoEndpoint, s, 200)
			Break(s, Fault{Effect: effect})
			over("over a connection", server.URL, http.DefaultTransport, want)
			Mend(s)
			over("mended", server.URL, http.DefaultTransport, 200)
		})
	}
}

// Another hand, between what is read and what is written; and a Logto that is far away.
func TestMeanwhileAndDelay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := logtosim.New()
		token := signIn(t, s)
		const changed = `{"socialSignIn":{"automaticAccountLinking":true}}`
		Break(s, Fault{Effect: Meanwhile, Method: "GET", Path: "/api/sign-in-exp", After: 1, Times: 1, Hand: func() { s.ChangeExperience(changed) }})
		Break(s, Fault{Effect: Slow, Delay: 50 * time.Millisecond})
		for i, want := range []bool{false, true, true} {
			start := time.Now()
			req, err := http.NewRequestWithContext(t.Context(), "GET", logtosim.DemoEndpoint+"/api/sign-in-exp", nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Authorization", "Bearer "+token)
			answer, err := s.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(answer.Body)
			if strings.Contains(string(body), changed[1:len(changed)-1]) != want {
				t.Errorf("request %d: %s", i, body)
			}
			if took := time.Since(start); i != 1 && took != 50*time.Millisecond {
				t.Errorf("request %d took %v", i, took)
			}
		}
	})
}
