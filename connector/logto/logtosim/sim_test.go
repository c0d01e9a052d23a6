package logtosim

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector"
)

// caller calls the API with a token.
type caller struct {
	t     *testing.T
	s     *Server
	token string
}

func newCaller(t *testing.T, options ...Option) caller {
	s := New(options...)
	return caller{t, s, signIn(t, s, DemoID, "all")}
}

// do makes a call and returns status and body.
func (c caller) do(method, path, body string) (int, string) {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), method, DemoEndpoint+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := c.s.RoundTrip(req)
	if err != nil {
		c.t.Fatal(err)
	}
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return answer.StatusCode, string(data)
}

// post posts a configuration of the Twilio connector.
func (c caller) post(config string) (int, string) {
	c.t.Helper()
	return c.do("POST", "/api/connectors", `{"connectorId":"`+connector.FactoryID+`","config":`+config+`}`)
}

const good = `{"accountSID":"A","authToken":"T","fromMessagingServiceSID":"M","empty":[{}],"templates":[
	{"usageType":"Register","content":"r"},{"usageType":"SignIn","content":"s"},
	{"usageType":"ForgotPassword","content":"f"},{"usageType":"Generic","content":""}]}`

// The traps of a real Logto, as its README of recordings has them.
func TestTraps(t *testing.T) {
	c := newCaller(t)
	c.s.Put(Row{FactoryID: "vonage-sms", Config: json.RawMessage(`{"apiKey":"k"}`)})
	if status, body := c.post(good); status != 200 || !strings.Contains(body, `"authToken":"T"`) {
		t.Errorf("%d %s", status, body)
	}
	rows := c.s.Rows()
	const kept = `{"authToken":"T","templates":[{"content":"r","usageType":"Register"},{"content":"s","usageType":"SignIn"},` +
		`{"content":"f","usageType":"ForgotPassword"},{"usageType":"Generic"}],"accountSID":"A","fromMessagingServiceSID":"M"}`
	if len(rows) != 1 || rows[0].FactoryID != connector.FactoryID || string(rows[0].Config) != kept {
		t.Fatalf("there is %s", rows)
	}
	if status, body := c.do("PATCH", "/api/connectors/"+rows[0].ID, `{"config":`+kept+`}`); status != 400 || !strings.Contains(body, `"path":["templates",3,"content"]`) {
		t.Errorf("what was read is taken again: %d %s", status, body)
	}
	if status, body := c.post(strings.Replace(good, `"r"`, `"a\u0000b"`, 1)); status != 500 {
		t.Errorf("a NUL: %d %s", status, body)
	}
	if status, body := c.post(strings.Replace(good, `"r"`, `"`+strings.Repeat("x", maxBody)+`"`, 1)); status != 404 || body != "Not Found" {
		t.Errorf("too large: %d %s", status, body)
	}
	c.s.Put(Row{FactoryID: connector.FactoryID, Config: json.RawMessage("{}")})
	if status, body := c.do("GET", "/api/connectors", ""); status != 400 || !strings.Contains(body, "connector.more_than_one_sms") {
		t.Errorf("two: %d %s", status, body)
	}
	c.post(good)
	if status, _ := c.do("GET", "/api/connectors?page=7", ""); status != 200 || len(c.s.Rows()) != 1 {
		t.Errorf("not mended: %d", status)
	}
	if status, _ := c.do("GET", "/api/nothing", ""); status != 404 {
		t.Errorf("another path: %d", status)
	}
	if status, body := c.do("POST", "/api/connectors", "[]"); status != 400 || !strings.Contains(body, "guard.invalid_input") {
		t.Errorf("no object: %d %s", status, body)
	}
}

// The verdict is that of the domain, which is the published connector's.
func TestVerdictIsTheGuards(t *testing.T) {
	texts := []string{good, `{}`, `{"templates":{}}`, `{"templates":[1,null,{}]}`}
	for _, key := range []string{"accountSID", "authToken", "fromMessagingServiceSID", "templates", "usageType", "content"} {
		for _, value := range []string{`null`, `1`, `"x"`, `[]`, `{}`} {
			texts = append(texts, strings.Replace(good, `"`+key+`":`, `"`+key+`":`+value+`,"was":`, 1))
		}
	}
	for _, value := range []string{`null`, `true`, `false`, `"true"`} {
		texts = append(texts, strings.Replace(good, `"empty":[{}]`, `"disableRiskCheck":`+value, 1))
	}
	for _, value := range []string{`null`, `1`, `"x"`, `"api.twilio.com"`, `"API.dublin.ie1.twilio.com"`, `"https://api.twilio.com"`} {
		texts = append(texts, strings.Replace(good, `"empty":[{}]`, `"host":`+value, 1))
	}
	for _, text := range texts {
		status, body := newCaller(t).post(text)
		if accepted := connector.Latest().Accepts(connector.Decode([]byte(text))); accepted != (status == 200) {
			t.Errorf("%s: accepted %t, %d %s", text, accepted, status, body)
		}
	}
}

// The connector posts to the host of the configuration, in lower case, as 1.5.0 does.
func TestMessageGoesToTheHost(t *testing.T) {
	for value, want := range map[string]string{
		"": "api.twilio.com", `"host":"API.Dublin.IE1.twilio.com",`: "api.dublin.ie1.twilio.com",
	} {
		var asked []string
		c := newCaller(t, Twilio(roundTripper(func(r *http.Request) (*http.Response, error) {
			asked = append(asked, r.URL.Scheme+"://"+r.URL.Host)
			return &http.Response{StatusCode: http.StatusCreated, Body: http.NoBody}, nil
		})))
		config := strings.Replace(good, "{", "{"+value, 1)
		c.do("POST", "/api/connectors/"+connector.FactoryID+"/test", `{"phone":"15551234567","config":`+config+`}`)
		if len(asked) != 1 || asked[0] != "https://"+want {
			t.Errorf("%s: asked %v", value, asked)
		}
	}
}

// A Twilio that does not answer keeps nobody else waiting.
func TestOthersGoOnMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCaller(t, Twilio(roundTripper(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		})))
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() {
			body := fmt.Sprintf(`{"phone":"15551234567","config":%s}`, good)
			req, err := http.NewRequestWithContext(ctx, "POST", DemoEndpoint+"/api/connectors/"+connector.FactoryID+"/test", strings.NewReader(body))
			if err == nil {
				req.Header.Set("Authorization", "Bearer "+c.token)
				_, err = c.s.RoundTrip(req)
			}
			ended <- err
		}()
		synctest.Wait()
		if status, _ := c.do("GET", "/api/connectors", ""); status != 200 {
			t.Errorf("%d", status)
		}
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}
