package logtosim

import (
	"net/http"
	"strings"
	"time"
)

// Effect is what goes wrong.
type Effect string

// What can go wrong.
const (
	Down         Effect = "down"          // no connection
	LostRequest  Effect = "lost-request"  // the connection ends before anything is done
	LostAnswer   Effect = "lost-answer"   // it is done, and the connection ends without an answer
	Hanging      Effect = "hanging"       // no answer ever, and nothing is done
	Slow         Effect = "slow"          // the answer takes SlowAnswer
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
)

// SlowAnswer is how long a Slow answer takes.
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
}

// Break lets something go wrong from now on. Of several faults that fit a call,
// the first hits it.
func (s *Server) Break(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Times == 0 {
		f.Times = -1
	}
	s.faults = append(s.faults, &f)
}

// Mend ends all that goes wrong.
func (s *Server) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// fault is what goes wrong at a call, "" where nothing does.
func (s *Server) fault(r *http.Request) Effect {
	for _, f := range s.faults {
		switch {
		case f.Times == 0, f.Method != "" && f.Method != r.Method, !strings.HasPrefix(r.URL.Path, f.Path):
		case f.After > 0:
			f.After--
		default:
			f.Times--
			return f.Effect
		}
	}
	return ""
}

// instead is what is answered in the place of an operation; false where the
// operation goes on.
func (e Effect) instead(path string) (answer, bool) {
	switch e {
	case Down, LostRequest, Hanging:
		return answer{fault: e}, true
	case HTMLPage:
		return page(http.StatusOK, "Welcome to this network"), true
	case BadGateway:
		return page(http.StatusBadGateway, "502 Bad Gateway"), true
	case ServerError:
		return internalError(), true
	case TooMany:
		return refuse(http.StatusTooManyRequests, "request.too_many", "Too many requests."), true
	case Forbidden:
		return forbidden(), true
	case OtherAPI:
		return unfitClaim("aud"), true
	case OtherAddress:
		return unfitClaim("iss"), true
	case Redirecting:
		a := page(http.StatusTemporaryRedirect, "Moved")
		a.location = RedirectTarget + path
		return a, true
	}
	return answer{}, false
}

// spoil lets go wrong what goes wrong once an operation is done, the server's lock
// held.
func (e Effect) spoil(s *Server, a answer) answer {
	if later := a.later; later != nil {
		a.later = func() answer {
			a := later()
			s.mu.Lock()
			defer s.mu.Unlock()
			return e.spoil(s, a)
		}
		return a
	}
	switch e {
	case LostAnswer:
		return answer{fault: e}
	case Slow:
		a.delay = SlowAnswer
	case CutOff:
		a.body = a.body[:len(a.body)/2]
	case DroppedField:
		for i := range s.rows {
			s.rows[i].Config = withoutTemplates(s.rows[i].Config)
		}
	}
	return a
}

// page is a page of HTML.
func page(status int, title string) answer {
	body := "<!doctype html>\n<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n"
	return answer{status: status, contentType: "text/html; charset=utf-8", body: []byte(body)}
}
