package twiliosim_test

import (
	"encoding/base64"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
)

// endured is what the client makes of an adversity.
type endured struct {
	kind      account.ErrorKind // "" for a success
	status    int
	code      int
	retry     time.Duration
	unknown   bool // whether a change was made
	taken     bool // by Twilio
	reads     int  // how many requests a call makes that may be repeated
	changes   int  // and one that may not
	onlyPages bool // all this where there are next pages; a success elsewhere
	removes   bool // a removal succeeds all the same: its repetition finds nothing left
}

var adversities = map[adversity.Kind]endured{
	adversity.Latency:          {taken: true, reads: 1, changes: 1},
	adversity.ResetBefore:      {kind: account.Unreachable, unknown: true, reads: 3, changes: 1},
	adversity.ResetAfter:       {kind: account.Unreachable, unknown: true, taken: true, reads: 3, changes: 1},
	adversity.HalfAnswer:       {kind: account.Unintelligible, unknown: true, status: 200, taken: true, reads: 3, changes: 1, removes: true},
	adversity.EndlessAnswer:    {kind: account.TimedOut, unknown: true, status: 200, taken: true, reads: 2, changes: 1, removes: true},
	adversity.FalseSuccess:     {kind: account.Unintelligible, unknown: true, status: 200, reads: 1, changes: 1},
	adversity.GatewayError:     {kind: account.Unintelligible, unknown: true, status: 502, reads: 3, changes: 1},
	adversity.ErrorAfter:       {kind: account.Refused, unknown: true, status: 500, code: 20500, taken: true, reads: 3, changes: 1},
	adversity.Throttled:        {kind: account.Refused, status: 429, code: 20429, reads: 3, changes: 3},
	adversity.ThrottledShort:   {kind: account.Refused, status: 429, code: 20429, retry: time.Second, reads: 3, changes: 3},
	adversity.ThrottledLong:    {kind: account.Refused, status: 429, code: 20429, retry: time.Hour, reads: 1, changes: 1},
	adversity.Redirected:       {kind: account.Unintelligible, unknown: true, status: 302, reads: 1, changes: 1},
	adversity.RedirectedAbroad: {kind: account.Unintelligible, unknown: true, status: 307, reads: 1, changes: 1},
	adversity.EndlessPages:     {kind: account.Unintelligible, status: 200, taken: true, reads: 1, changes: 1, onlyPages: true},
	adversity.ForeignPages:     {kind: account.Forbidden, taken: true, reads: 1, changes: 1, onlyPages: true},
	adversity.TerminalEscapes:  {taken: true, reads: 1, changes: 1},
}

// TestClientInAdversity makes every call under every adversity: it ends, and says
// what happened; nothing is done twice, nobody foreign is asked, and nothing of
// what comes out is a secret or would be obeyed by a terminal.
func TestClientInAdversity(t *testing.T) {
	cells := 0
	for _, a := range adversity.All() {
		want, known := adversities[a]
		if !known {
			t.Errorf("what should become of %q?", a)
		}
		for _, call := range clientCalls {
			cells++
			t.Run(string(a)+"/"+call.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) { endure(t, a, call, want) })
			})
		}
	}
	t.Logf("%d adversities × %d calls: %d cells", len(adversity.All()), len(clientCalls), cells)
}

func endure(t *testing.T, a adversity.Kind, call clientCall, want endured) {
	calm := calmly(t, call)
	sim := twiliosim.New()
	client := call.client(sim)
	sendOne(t, sim)
	asked := len(sim.Requests())
	adversity.Put(sim, a)
	start := time.Now()
	got, err := call.do(t.Context(), client)
	if took := time.Since(start); took > 62*time.Second { // two time-outs and a pause
		t.Errorf("took %v", took)
	}
	requests := sim.Requests()[asked:]
	adversity.Put(sim, "")

	switch {
	case want.kind == "", want.onlyPages && !call.paged, want.removes && call.effect == account.NumberRemoved:
		if err != nil || !reflect.DeepEqual(got, calm) {
			t.Errorf("%+v, %v; want %+v", got, err, calm)
		}
	default:
		explained(t, call, err, want)
		checkRequests(t, call, requests, want)
	}
	for _, r := range requests {
		if r.Host == adversity.ForeignHost || strings.HasPrefix(r.Path, "/moved") {
			t.Errorf("asked %s%s", r.Host, r.Path)
		}
	}
	if call.carried != nil {
		n, err := call.carried(t.Context(), client)
		if err != nil || n > 1 || (n == 1) != want.taken {
			t.Errorf("carried out %d times, %v; taken is %v", n, err, want.taken)
		}
	}
	if n := len(sim.Bought()); n > 1 || n == 1 && call.effect != account.NumberBought {
		t.Errorf("%d numbers were bought", n)
	}
	for _, result := range []any{got, err} {
		if list := unfit(reflect.ValueOf(result)); len(list) > 0 {
			t.Errorf("unfit to be shown: %q", list)
		}
	}
}

// calmly is what a call returns when nothing is wrong.
func calmly(t *testing.T, call clientCall) any {
	t.Helper()
	sim := twiliosim.New()
	sendOne(t, sim)
	got, err := call.do(t.Context(), call.client(sim))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// sendOne sends the message that Message asks for.
func sendOne(t *testing.T, sim *twiliosim.Server) {
	t.Helper()
	if _, err := clientOf(twiliosim.DemoAccountSID, sim).Send(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

// explained asserts that an error is what it should be.
func explained(t *testing.T, call clientCall, err error, want endured) {
	t.Helper()
	e, ok := err.(*account.CallError)
	if !ok {
		t.Fatalf("%T: %v", err, err)
	}
	status := want.status
	if status == 200 && want.taken && call.effect != "" {
		status = 201 // Twilio's for a POST
	}
	if e.Kind != want.kind || e.HTTPStatus != status || e.Code != want.code || e.RetryAfter != want.retry {
		t.Errorf("%#v; want %+v", e, want)
	}
	if e.Effect != call.effect || e.OutcomeUnknown != (want.unknown && call.effect != "") || e.Message == "" {
		t.Errorf("%#v; want %+v", e, want)
	}
	if want.kind != account.Forbidden && !strings.HasSuffix(e.Host, ".twilio.com") {
		t.Errorf("host %q", e.Host)
	}
}

// checkRequests counts the requests of a call that failed.
func checkRequests(t *testing.T, call clientCall, requests []twiliosim.Request, want endured) {
	t.Helper()
	most := want.reads
	if call.effect != "" && call.effect != account.NumberRemoved {
		most = want.changes
	}
	const endless = 200 // pages, after which a list is taken for one without an end
	if want.onlyPages {
		if len(requests) > endless {
			t.Errorf("%d requests", len(requests))
		}
	} else if len(requests) != most {
		t.Errorf("%d requests, want %d", len(requests), most)
	}
}

// unfit are the strings in v that hold the token or what a terminal would obey.
func unfit(v reflect.Value) (list []string) {
	switch v.Kind() {
	case reflect.String:
		basic := base64.StdEncoding.EncodeToString([]byte(twiliosim.DemoAccountSID + ":" + twiliosim.DemoAuthToken))
		obeyed := func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }
		s := v.String()
		if strings.Contains(s, twiliosim.DemoAuthToken) || strings.Contains(s, basic) || strings.ContainsFunc(s, obeyed) {
			list = append(list, s)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			list = unfit(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			list = append(list, unfit(v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			list = append(list, append(unfit(key), unfit(v.MapIndex(key))...)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			list = append(list, unfit(v.Field(i))...)
		}
	}
	return list
}

// TestUnfitIsNoticed makes sure that the test above would notice.
func TestUnfitIsNoticed(t *testing.T) {
	for _, s := range []string{"\x1b[31m", "a\nb", "\u009b", "\u202e", "x" + twiliosim.DemoAuthToken} {
		got := unfit(reflect.ValueOf(map[string]any{"x": []account.Service{{FriendlyName: s}}, "y": &account.CallError{Message: s}}))
		if len(got) != 2 {
			t.Errorf("%q: %q", s, got)
		}
	}
}
