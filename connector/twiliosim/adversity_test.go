package twiliosim_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"syscall"
	"testing"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
)

// A way to reach a server: in memory, or over a connection.
type way struct {
	name string
	open func(*testing.T, *twiliosim.Server) http.RoundTripper
}

var ways = []way{
	{"in memory", func(_ *testing.T, s *twiliosim.Server) http.RoundTripper { return s }},
	{"over HTTP", func(t *testing.T, s *twiliosim.Server) http.RoundTripper {
		server := httptest.NewServer(s)
		t.Cleanup(server.Close)
		return rebase{server}
	}},
}

// outcome is what a caller got.
type outcome struct {
	resp *http.Response // nil where there is no answer
	body string         // as much of it as came, up to enough
	err  error          // of the call or of reading its body
}

// enough is more than any answer has.
const enough = 200 << 10

// ask makes one call, and reads its answer until it ends or there is enough.
func (c caller) ask(ctx context.Context, method, address string, form url.Values) outcome {
	c.t.Helper()
	r, err := http.NewRequestWithContext(ctx, method, address, strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.SetBasicAuth(c.sid, c.token)
	resp, err := c.transport.RoundTrip(r)
	if err != nil {
		return outcome{err: err}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, enough))
	return outcome{resp, string(body), err}
}

// effects is what calls are tried that change something, and how to see that
// they did.
var effects = []struct {
	name, method string
	address      func(caller) string
	form         url.Values
	done         func(caller, *twiliosim.Server) bool
}{
	{
		"create a service", "POST", func(caller) string { return services }, form("FriendlyName", "Made", "Usecase", "notifications"),
		func(c caller, _ *twiliosim.Server) bool {
			names, _ := all(c, services+"?PageSize=1000", "services", "friendly_name", "next_page_url")
			return names[0] == "Made"
		},
	}, {
		"buy a number", "POST", func(c caller) string { return c.account() + "/IncomingPhoneNumbers.json" }, form("PhoneNumber", "+12125550150"),
		func(c caller, s *twiliosim.Server) bool {
			return len(s.Bought()) == 1 && len(c.owned("+12125550150")) == 1
		},
	}, {
		"add a number", "POST", func(caller) string { return pool(twiliosim.NoSenderServiceSID) },
		form("PhoneNumberSid", twiliosim.Accounts()[0].Unassigned[0].SID),
		func(c caller, _ *twiliosim.Server) bool {
			sids, _ := all(c, pool(twiliosim.NoSenderServiceSID), "phone_numbers", "sid", "next_page_url")
			return len(sids) == 1
		},
	}, {
		"remove a number", "DELETE", func(caller) string {
			return pool(twiliosim.DemoServiceSID) + "/" + twiliosim.Accounts()[0].Services[0].Senders[0].SID
		}, nil,
		func(c caller, _ *twiliosim.Server) bool {
			sids, _ := all(c, pool(twiliosim.DemoServiceSID), "phone_numbers", "sid", "next_page_url")
			return len(sids) == 1
		},
	}, {
		"send a message", "POST", func(c caller) string { return c.account() + "/Messages.json" },
		form("To", somebody, "MessagingServiceSid", twiliosim.DemoServiceSID, "Body", "1"),
		func(c caller, s *twiliosim.Server) bool {
			taken := s.Taken()
			return len(taken) == 1 && c.get(c.message(taken[0]))["to"] == somebody
		},
	},
}

// answered is an outcome with a whole answer of a status and parts of a header.
func answered(status int, header ...string) func(outcome) bool {
	return func(o outcome) bool {
		if o.err != nil || o.resp.StatusCode != status {
			return false
		}
		for i := 0; i < len(header); i += 2 {
			if !strings.HasPrefix(o.resp.Header.Get(header[i]), header[i+1]) || header[i+1] == "" && o.resp.Header.Get(header[i]) != "" {
				return false
			}
		}
		return true
	}
}

// lost is an outcome without an answer: over HTTP the connection is closed.
func lost(o outcome) bool {
	return o.resp == nil && (errors.Is(o.err, syscall.ECONNRESET) || errors.Is(o.err, io.EOF))
}

// success is an outcome as it should be.
func success(o outcome) bool { return o.err == nil && o.resp.StatusCode/100 == 2 }

// changes say of each adversity whether a change is made under it, and what its
// caller gets.
var changes = map[adversity.Kind]struct {
	taken bool
	got   func(outcome) bool
}{
	adversity.Latency:     {true, success},
	adversity.ResetBefore: {false, lost},
	adversity.ResetAfter:  {true, lost},
	adversity.HalfAnswer: {true, func(o outcome) bool {
		return o.resp == nil && (errors.Is(o.err, io.EOF) || errors.Is(o.err, io.ErrUnexpectedEOF)) || // a 204
			errors.Is(o.err, io.ErrUnexpectedEOF) && int64(len(o.body)) == o.resp.ContentLength/2 && strings.HasPrefix(o.body, "{")
	}},
	adversity.EndlessAnswer:    {true, func(o outcome) bool { return success(o) && len(o.body) == enough }},
	adversity.FalseSuccess:     {false, answered(200, "Content-Type", "text/html")},
	adversity.GatewayError:     {false, answered(502, "Content-Type", "text/html")},
	adversity.ErrorAfter:       {true, answered(500, "Content-Type", "application/json")},
	adversity.Throttled:        {false, answered(429, "Retry-After", "")},
	adversity.ThrottledShort:   {false, answered(429, "Retry-After", "1")},
	adversity.ThrottledLong:    {false, answered(429, "Retry-After", "3600")},
	adversity.Redirected:       {false, answered(302, "Location", "/moved/")},
	adversity.RedirectedAbroad: {false, answered(307, "Location", "https://"+adversity.ForeignHost+"/")},
	adversity.EndlessPages:     {true, success},
	adversity.ForeignPages:     {true, success},
	adversity.TerminalEscapes:  {true, success},
}

// Each adversity meets each call that changes something, both ways: what comes
// back is what it says, and the change was made or not, as it says.
func TestAdversitiesOfChanges(t *testing.T) {
	for _, w := range ways {
		for _, a := range adversity.All() {
			for _, e := range effects {
				t.Run(w.name+"/"+string(a)+"/"+e.name, func(t *testing.T) {
					s := twiliosim.New(twiliosim.Speed(1000))
					c := demo(t, w.open(t, s))
					adversity.Put(s, a)
					if o := c.ask(t.Context(), e.method, e.address(c), e.form); changes[a].got == nil || !changes[a].got(o) {
						t.Errorf("%+v", o)
					}
					requests := s.Requests()
					if len(requests) == 0 || requests[0].Method != e.method {
						t.Errorf("requests: %+v", requests)
					}
					adversity.Put(s, "")
					if done := e.done(c, s); done != changes[a].taken {
						t.Errorf("done is %v", done)
					}
				})
			}
		}
	}
}

// An error is under an adversity as a success is.
func TestAdversitiesOfErrors(t *testing.T) {
	s := twiliosim.New(twiliosim.Speed(1000))
	c := demo(t, s)
	missing := services + "/MG" + strings.Repeat("0", 32)
	adversity.Put(s, adversity.HalfAnswer)
	if o := c.ask(t.Context(), "GET", missing, nil); !errors.Is(o.err, io.ErrUnexpectedEOF) || o.resp.StatusCode != 404 {
		t.Errorf("%+v", o)
	}
	adversity.Put(s, adversity.TerminalEscapes)
	if status, body, err := c.do("GET", missing, nil); status != 404 || code(body) != 20404 || err != nil ||
		!strings.Contains(body["message"].(string), "\x1b[") || !strings.Contains(body["more_info"].(string), "\x1b[") {
		t.Errorf("%d %v %v", status, body, err)
	}
	c.token = strings.Repeat("0", 32)
	adversity.Put(s, adversity.Latency)
	if o := c.as("AC").ask(t.Context(), "GET", services, nil); o.resp.StatusCode != 401 {
		t.Errorf("%+v", o)
	}
}

// In memory a reset is the error that a real transport has.
func TestResetOfAConnection(t *testing.T) {
	s := twiliosim.New()
	adversity.Put(s, adversity.ResetAfter)
	o := demo(t, s).ask(t.Context(), "GET", services, nil)
	var read *net.OpError
	if !errors.As(o.err, &read) || read.Op != "read" || !errors.Is(o.err, syscall.ECONNRESET) {
		t.Error(o.err)
	}
}

func TestUnknownAdversityIsNone(t *testing.T) {
	s := twiliosim.New()
	adversity.Put(s, "rain")
	if o := demo(t, s).ask(t.Context(), "GET", services, nil); !success(o) {
		t.Errorf("%+v", o)
	}
}
