package logtosim

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
)

// replay makes one request and compares the answer.
func replay(t *testing.T, x exchange) {
	s := New(Twilio(roundTripper(recordedTwilio)))
	u, err := url.Parse(x.Request.URL)
	if err != nil {
		t.Fatal(err)
	}
	rows := states[x.Name]
	if id, ok := match("/api/connectors/{id}", u.Path); ok && rows == nil && !slices.Contains(absent, x.Name) {
		rows = []Row{{ID: id, FactoryID: connector.FactoryID, Config: recordedConfig("b")}}
	}
	s.Put(rows...)
	if x.signIn {
		c := caller{t, s, signIn(t, s, DemoID, "all")}
		prepareSignIn(s, x, func(path, body string) { c.do(http.MethodPost, path, body) })
		x.Body = withoutHistory(x.Body)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 35*time.Second) // as the recorder had it
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, x.Request.Method, DemoEndpoint+u.RequestURI(), strings.NewReader(bodyOf(x)))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range x.Request.Headers {
		req.Header.Set(name, value)
	}
	authorize(t, s, x, req)
	answer, err := s.RoundTrip(req)
	if x.Status == 0 { // it never came
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("%v, %v", answer, err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != x.Status {
		t.Fatalf("status %d, recorded %d: %s", answer.StatusCode, x.Status, body)
	}
	if got, want := answer.Header.Get("Content-Type"), x.Header["content-type"]; want != "" && got != want {
		t.Errorf("content type %q, recorded %q", got, want)
	}
	if len(body) == 0 && x.Body == nil {
		return
	}
	var got any = string(body)
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "application/json") {
		if err := json.Unmarshal(body, &got); err != nil {
			t.Fatal(err)
		}
	}
	compare(t, "", got, x.Body)
}

// bodyOf is the body of a recorded request.
func bodyOf(x exchange) string {
	if x.Name == "g12-post-body-1.2MB" { // the recording only describes it
		return `{"connectorId":"` + connector.FactoryID + `","config":{"templates":"` + strings.Repeat("x", 1_200_000) + `"}}`
	}
	var value any
	if len(x.Request.Body) > 0 && json.Unmarshal(x.Request.Body, &value) != nil {
		panic("a recording that was read as JSON")
	}
	switch body := value.(type) {
	case nil:
		return ""
	case string: // malformed on purpose
		return body
	case map[string]any:
		if x.Request.Headers["content-type"] == "application/json" {
			return string(x.Request.Body)
		}
		form := url.Values{}
		for key, value := range body {
			text, _ := value.(string)
			form.Set(key, strings.NewReplacer(recordedID, DemoID, "<secret redacted>", DemoSecret).Replace(text))
		}
		return form.Encode()
	}
	return ""
}

// authorize puts a working header where the recording has a redacted one.
func authorize(t *testing.T, s *Server, x exchange, req *http.Request) {
	header := x.Request.Headers["authorization"]
	id, basic := strings.CutPrefix(header, "Basic base64(")
	switch {
	case basic:
		id, _, _ = strings.Cut(id, ":")
		secret := DemoSecret
		if x.Name == "b08-token-wrong-secret" {
			secret = "wrong"
		}
		// On the port of the admin console there are other applications.
		if x.Name != "b07-token-m2m-on-admin-port" {
			id = strings.NewReplacer(recordedID, DemoID, recordedUnprivileged, UnprivilegedID).Replace(id)
		}
		req.SetBasicAuth(id, secret)
	case header == "Bearer <JWT redacted>" || header == "" && x.Name == "g12-post-body-1.2MB":
		req.Header.Set("Authorization", "Bearer "+bearer(t, s, x.Name))
	}
}

// bearer is a token of the kind that an exchange was made with.
func bearer(t *testing.T, s *Server, name string) string {
	if name == "c16-connectors-on-admin-port" {
		return "of.another.tenant"
	}
	scope := "all"
	if name == "b12b-api-with-scopeless-token" || name == "b18b-api-with-norole-token" || name == "i21-get-no-role" {
		scope = ""
	}
	value := signIn(t, s, DemoID, scope)
	if name == "c11-token-expired" {
		s.ExpireTokens()
	}
	return value
}

// signIn gets a token.
func signIn(t *testing.T, s *Server, id, scope string) string {
	t.Helper()
	form := url.Values{"grant_type": {"client_credentials"}, "resource": {Resource}, "scope": {scope}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, DemoEndpoint+"/oidc/token", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(id, DemoSecret)
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

// recordedTwilio answers as the stand-in for Twilio did, by the last digits of
// the account.
func recordedTwilio(r *http.Request) (*http.Response, error) {
	reply := func(status int, body string) (*http.Response, error) {
		return &http.Response{StatusCode: status, Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{}}, nil
	}
	refusal := func(status int, code, message string) (*http.Response, error) {
		return reply(status, `{"code":`+code+`,"message":"`+message+`","more_info":"https://www.twilio.com/docs/errors/`+
			code+`","status":`+strconv.Itoa(status)+`}`)
	}
	account, _, _ := r.BasicAuth()
	switch account[len(account)-2:] {
	case "01":
		return refusal(401, "20003", "Authenticate")
	case "02":
		return refusal(400, "21608", "The number +15551234567 is unverified.")
	case "03":
		return reply(503, "<html>503</html>")
	case "04":
		return refusal(429, "20429", "Too Many Requests")
	case "06":
		<-r.Context().Done()
		return nil, r.Context().Err()
	case "99":
		return reply(201, "{}")
	}
	return nil, io.ErrUnexpectedEOF
}

// volatile are the fields whose values no two Logtos share, or that are left out
// of the recordings: of them only the keys are compared.
var volatile = []string{
	"id", "access_token", "iat", "exp", "jti", "sub", "client_id", "iss", "description", "logo", "readme",
	"formItems", "configTemplate", "userAgent", "ua", "userId",
}

// compare compares an answer with the recorded one, whatever the order of keys.
func compare(t *testing.T, path string, got, want any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		fields, _ := got.(map[string]any)
		if !slices.Equal(slices.Sorted(maps.Keys(fields)), slices.Sorted(maps.Keys(want))) {
			t.Errorf("%s has the keys %v, recorded %v", path, slices.Sorted(maps.Keys(fields)), slices.Sorted(maps.Keys(want)))
			return
		}
		for key := range want {
			if !slices.Contains(volatile, key) {
				compare(t, path+"/"+key, fields[key], want[key])
			}
		}
	case []any:
		list, _ := got.([]any)
		if len(list) != len(want) {
			t.Errorf("%s has %d items, recorded %d", path, len(list), len(want))
			return
		}
		for i := range want {
			compare(t, path, list[i], want[i])
		}
	default:
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %v, recorded %v", path, got, want)
		}
	}
}

// roundTripper is a transport that is a function.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
