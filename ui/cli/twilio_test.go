//go:build unix

package cli

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// simulated is a simulated Twilio behind an address, its deliveries done at once.
type simulated struct {
	*twiliosim.Server
	URL string
}

func simulate(t *testing.T) simulated {
	t.Helper()
	sim := twiliosim.New(twiliosim.Speed(1000))
	return simulated{sim, serve(t, sim)}
}

// serve serves a handler on this machine and returns its address.
func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = nil
	server.Start()
	t.Cleanup(func() {
		server.CloseClientConnections() // what hangs, too
		server.Close()
	})
	return server.URL
}

// posts are the requests that asked to send a message.
func (s simulated) posts() []twiliosim.Request {
	var list []twiliosim.Request
	for _, r := range s.Requests() {
		if r.Method == http.MethodPost {
			list = append(list, r)
		}
	}
	return list
}

// choose moves the cursor down to one of several choices, and takes it.
func (x *terminal) choose(label string) {
	x.t.Helper()
	x.wait(label)
	for range 10 {
		screen := x.screen()
		if shows(screen, "› "+label) {
			break
		}
		x.send(down)
		x.until("the cursor moves", func(now string) bool { return now != screen })
	}
	x.send(enter)
}

// The walk against a simulated Twilio, step by step, each helper from the title
// of its step to the next one.

func (x *terminal) toCredentials() {
	x.t.Helper()
	x.wait(x.says("title.start"))
	x.send(enter)
	x.wait(x.says("title.credentials"))
}

func (x *terminal) answerCredentials(sid, token string) {
	x.t.Helper()
	x.wait(x.says("title.credentials"))
	x.send(sid, enter, token, enter)
}

func (x *terminal) chooseSender(name string) {
	x.t.Helper()
	x.wait(x.says("title.sender"), name)
	x.send(enter)
}

func (x *terminal) toTest() {
	x.t.Helper()
	x.wait(x.says("title.templates"))
	x.send(enter)
	x.wait(x.says("title.review"))
	x.send(enter)
	x.wait(x.says("title.test"))
}

func (x *terminal) sendTest(number string) {
	x.t.Helper()
	x.wait(x.says("ask.test-number"))
	x.send(number, enter, enter, "y") // Enter alone is no yes where it costs
}

func (x *terminal) save() {
	x.t.Helper()
	x.wait(x.says("title.save"))
	x.send(enter)
	x.wait(x.says("save.saved.title"))
	x.send(enter)
}
