package plain

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/ui/i18n"
)

// The 0 of calls within a country is asked about before anything is sent.
func TestZeroBehindTheCountryCodeIsAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		answers []string
		asks    bool
		to      string
	}{
		"without is the usual answer": {[]string{"+44 07700 900123", ""}, true, "+447700900123"},
		"as typed":                    {[]string{"+44 07700 900123", "2"}, true, "+4407700900123"},
		"in brackets it is clear":     {[]string{"+44 (0)7700 900123"}, false, "+447700900123"},
		"back, and another":           {[]string{"+49 0171 1234567", "<", "+49 171 1234567"}, true, "+491711234567"},
		"Italy keeps its own":         {[]string{"+39 06 1234 5678"}, false, "+390612345678"},
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := setup(t, i18n.English)
			lines := slices.Concat(straight[:6], c.answers, []string{"Generic", "n"})
			r := answers(t, o, lines...)
			if strings.Contains(r.out, "Which number is it?") != c.asks || !strings.Contains(r.out, "Send one SMS to "+c.to+" now?") {
				t.Errorf("it says\n%s", r.out)
			}
		})
	}
}
