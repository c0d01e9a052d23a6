// Package faults lets calls to a simulated Logto go wrong. Tests alone import it: the
// program does not.
package faults

import (
	"net/http"
	"strings"
	"sync"
	"time"

	"logto-twilio/connector/logto/logtosim"
)

// Effect is what goes wrong.
type Effect string

// What can go wrong.
const (
	Down         Effect = "down"          // no connection
	LostRequest  Effect = "lost-request"  // the connection ends before anything is done
	LostAnswer   Effect = "lost-answer"   // it is done, and the connection ends without an answer
	Hanging      Effect = "hanging"       // no answer ever, and nothing is done
	Slow         Effect = "slow"          // the answer takes the fault's Delay
	HTMLPage     Effect = "html-page"     // a page with 200: a captive portal, another site
	BadGateway   Effect = "bad-gateway"   // a page with 502
	CutOff       Effect = "cut-off"       // it is done, and the answer is JSON that ends too early
	ServerError  Effect = "server-error"  // Logto's own 500, and nothing is done
	TooMany      Effect = "too-many"      // 429, and nothing is done
	Forbidden    Effect = "forbidden"     // 403 in Logto's words
	OtherAPI     Effect = "other-api"     // 401: the token is for another API
	OtherAddress Effect = "other-address" // 401: the token names another address of Logto
	Redirecting  Effect = "redirecting"   // to RedirectTarget
	DroppedField Effect = "dropped-field" // it is done, and then another hand takes the templates away
	Meanwhile    Effect = "meanwhile"     // another hand does what the fault's Hand is, and then it is done
)

// SlowAnswer is how long a Slow answer takes where its fault does not say.
const SlowAnswer = 300 * time.Millisecond

// RedirectTarget is where a Redirecting answer leads, with the path of the request.
const RedirectTarget = "https://elsewhere.invalid"

// Fault is something that goes wrong.
type Fault struct {
	Effect Effect
	// Method and Path choose the calls that it goes wrong at: "" is any, and a path
	// matches what begins with it.
	Method, Path string
	// After is how many such calls go well before it, and Times how many it then
	// hits; 0 is all of them.
	After, Times int

	Delay time.Duration // of a Slow answer
	Hand  func()        // of Meanwhile
}

// Break lets something go wrong at a server from now on. Of several faults that fit a
// call, the first hits it.
func Break(s *logtosim.Server, f Fault) {
	w, ok := s.Wire().(*wire)
	if !ok {
		w = &wire{server: s}
		s.Through(w)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if f.Times == 0 {
		f.Times = -1
	}
	w.faults = append(w.faults, &f)
}

// Mend ends all that goes wrong at a server.
func Mend(s *logtosim.Server) { s.Through(nil) }

// wire is what calls to a server go through.
type wire struct {
	server *logtosim.Server

	mu     sync.Mutex
	faults []*Fault
}

// hits is what goes wrong at a call, of no effect where nothing does.
func (w *wire) hits(r *http.Request) Fault {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range w.faults {
		switch {
		case f.Times == 0, f.Method != "" && f.Method != r.Method, !strings.HasPrefix(r.URL.Path, f.Path):
		case f.After > 0:
			f.After--
		default:
			f.Times--
			return *f
		}
	}
	return Fault{}
}

// Carry is what a caller gets in the place of what ask says.
func (w *wire) Carry(r *http.Request, ask func() (*http.Response, error)) (*http.Response, error) {
	f := w.hits(r)
	if f.Effect.asks() {
		if f.Effect == Meanwhile {
			f.Hand()
		}
		a, err := ask()
		if err != nil {
			return nil, err
		}
		return f.spoil(w.server, a)
	}
	return f.Effect.instead(r)
}
