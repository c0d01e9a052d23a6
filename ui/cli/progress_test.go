package cli

import (
	"bytes"
	"net/http/httptest"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/twiliosim"
)

// What goes on is said on a terminal alone, and taken back.
func TestProgress(t *testing.T) {
	server := httptest.NewServer(twiliosim.New())
	defer server.Close()
	config := connector.Config{AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID}
	for _, watched := range []bool{true, false} {
		var out, words bytes.Buffer
		code := Main([]string{"doctor", "-", "--twilio-url", server.URL}, Env{
			In:  bytes.NewReader(connector.NewDocument(config).Bytes()),
			Out: &out, Err: &words, Getenv: func(string) string { return "" }, Watched: watched,
		})
		if code != exitProblem || strings.Contains(out.String(), "Asking") {
			t.Errorf("watched: %t: exit code %d\n%s", watched, code, out.String())
		}
		const erase = "\r\x1b[K"
		if strings.Contains(words.String(), "Asking Twilio about the account…"+erase) != watched || strings.Contains(words.String(), erase) != watched {
			t.Errorf("watched: %t: %q", watched, words.String())
		}
	}
}

// send says what it waits for, and takes that back before it says anything else.
func TestSendProgress(t *testing.T) {
	server := httptest.NewServer(twiliosim.New(twiliosim.Speed(1000)))
	defer server.Close()
	config := connector.Config{AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID, Templates: []connector.Template{{UsageType: connector.Generic, Content: "{{code}}"}}}
	for args, want := range map[string]string{"": "following", "--no-wait": "", "--to=+15000021211": "refused"} {
		var words bytes.Buffer
		Main(append([]string{"send", "-", "--to", "+15551234567", "--twilio-url", server.URL}, strings.Fields(args)...), Env{
			In:  bytes.NewReader(connector.NewDocument(config).Bytes()),
			Out: &bytes.Buffer{}, Err: &words, Getenv: func(string) string { return "" }, Watched: true,
		})
		const erase = "\r\x1b[K"
		if !strings.Contains(words.String(), "1 segment.\n"+erase+"Waiting for Twilio…"+erase) {
			t.Errorf("%q: %q", args, words.String())
		}
		if following := strings.Contains(words.String(), "Accepted\n"+erase+"Waiting for delivery…"+erase); following != (want == "following") {
			t.Errorf("%q: %q", args, words.String())
		}
	}
}

// A line that is taken back has to stay in its row.
func TestProgressOnANarrowTerminal(t *testing.T) {
	var words bytes.Buffer
	progress{&app{Env: Env{Err: &words, Watched: true, ErrWidth: 10}}}.say("Asking Twilio about the account…")
	if got, want := words.String(), "\r\x1b[KAsking T…"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
