//go:build unix

package cli

import (
	"net/http"
	"slices"
	"sync"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// TestHosts walks with everything set that leads twilio-go to other hosts, through
// a proxy that notes where the program wants to go and lets it get nowhere.
func TestHosts(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var asked []string
	proxy := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.Method+" "+r.Host)
		w.WriteHeader(http.StatusForbidden)
	}))
	x := start(t, program{width: narrow, height: 40, secrets: []string{twiliosim.DemoAuthToken}, env: []string{
		"HTTPS_PROXY=" + proxy, "HTTP_PROXY=" + proxy, "TWILIO_REGION=ie1", "TWILIO_EDGE=dublin",
		"TWILIO_ACCOUNT_SID=" + twiliosim.DemoAccountSID, "TWILIO_AUTH_TOKEN=" + twiliosim.DemoAuthToken,
		"TWILIO_MESSAGING_SERVICE_SID=" + twiliosim.DemoServiceSID,
	}})
	x.toCredentials()
	x.send(enter, enter)
	x.choose(x.says("credentials.unchecked"))
	x.wait(x.says("title.sender"), x.says("ask.service-sid")) // it is known, only not checked
	x.send(enter)
	x.toTest()
	x.sendTest("+14155550123")
	x.wait(x.says("test.now"))
	mu.Lock()
	defer mu.Unlock()
	slices.Sort(asked)
	if got, want := slices.Compact(asked), []string{"CONNECT api.twilio.com:443", "CONNECT messaging.twilio.com:443"}; !slices.Equal(got, want) {
		t.Errorf("asked for %q, want %q", got, want)
	}
}
