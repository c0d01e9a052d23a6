package plain

import (
	"errors"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// inIreland lets a walk talk to a Twilio whose accounts are in that region.
func inIreland(t *testing.T, lang i18n.Lang) (Options, *twiliosim.Server) {
	o, _ := setup(t, lang)
	sim := twiliosim.New(twiliosim.Region(connector.IrelandHost))
	o.Connect = func(sid, token string, host *string) walk.Twilio {
		return twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})
	}
	return o, sim
}

// Another region is asked for after a refusal, or where somebody says so.
func TestAnotherRegion(t *testing.T) {
	region := english.T("credentials.region")
	rest := straight[3:]
	for name, lines := range map[string][]string{
		"after a refusal": append([]string{"", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken,
			region, "ie1", "https://api.dublin.ie1.twilio.com/"}, rest...),
		"asked for": append([]string{"", "Region", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, connector.IrelandHost}, rest...),
		"back and on": append([]string{"", "region", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, "<", "",
			connector.IrelandHost}, rest...),
	} {
		t.Run(name, func(t *testing.T) {
			o, sim := inIreland(t, i18n.English)
			r := answers(t, o, lines...)
			if r.err != nil {
				t.Fatalf("%v\n%s", r.err, r.out)
			}
			if text := string(saved(t, o)); !strings.HasPrefix(text, "{\n  \"host\": \"api.dublin.ie1.twilio.com\",\n") {
				t.Errorf("saved\n%s", text)
			}
			r.says(t, english.T("ask.host.why"))
			for _, request := range sim.Requests() {
				if refused := name == "after a refusal" && request.Host == "api.twilio.com"; !refused && !strings.HasSuffix(request.Host, ".dublin.ie1.twilio.com") {
					t.Errorf("asked %s%s", request.Host, request.Path)
				}
			}
		})
	}
}

// Who presses Enter is not asked, and neither is one whose credentials are right.
func TestRegionIsNotAskedOtherwise(t *testing.T) {
	o, _ := setup(t, i18n.English)
	if r := answers(t, o, straight...); r.err != nil || strings.Contains(r.out, english.T("ask.host")) {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	o, _ = inIreland(t, i18n.English) // refused, and gone on
	r := answers(t, o, "", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, "")
	if !errors.Is(r.err, ErrLeft) || strings.Contains(r.out, english.T("ask.host.why")) {
		t.Errorf("%v\n%s", r.err, r.out)
	}
}

// A file with a host asks for it, and can lose it.
func TestFileWithHost(t *testing.T) {
	o, _ := inIreland(t, i18n.Chinese)
	signedIn(&o)
	host := connector.IrelandHost
	o.Walk.Host, o.Walk.HostAsked = &host, true
	r := answers(t, o, "", "", "", "-")
	r.says(t, chinese.T("ask.host.why"), chinese.TwilioError(20003).Title)
	if o.Walk.Host != nil {
		t.Errorf("the host is %q", *o.Walk.Host)
	}
}
