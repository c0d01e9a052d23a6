package wizard

import (
	"testing"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// The 0 of calls within a country is asked about before anything is sent.
func TestZeroBehindTheCountryCodeIsAskedAbout(t *testing.T) {
	const short, whole = "+447700900123", "+4407700900123"
	for name, c := range map[string]struct {
		typed string
		keys  []string
		want  string
		asks  bool
	}{
		"without is the usual answer": {"+44 07700 900123", []string{"enter"}, short, true},
		"as typed":                    {"+44 07700 900123", []string{"down", "enter"}, whole, true},
		"in brackets it is clear":     {"+44 (0)7700 900123", nil, short, false},
		"a number that has none":      {"+44 7700 900123", nil, short, false},
		"Italy keeps its own":         {"+39 06 1234 5678", nil, "+390612345678", false},
		"back, and typed anew":        {"0049 0171 1234567", []string{"esc"}, "0049 0171 1234567", true},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t)
			o := newOptions(i18n.English)
			chosen(&o)
			driven(t, o, func(t *testing.T, d *direct) {
				d.do(at(walk.Test), typed(c.typed), press("enter"))
				if c.asks {
					d.shows("Which number is it?")
				} else {
					d.hides("Which number is it?")
				}
				d.keys(c.keys...)
				if got := d.m.Walk.TestNumber; got != c.want {
					t.Errorf("the number is %s, not %s", got, c.want)
				}
				if c.want[0] == '+' {
					d.do(press("enter"))
					d.shows("Send one SMS to " + c.want)
				}
				if d.m.Walk.Sent != nil {
					t.Error("something was sent")
				}
			})
		})
	}
}

// Whoever passes the number by is led back to the question.
func TestZeroIsAskedAboutInTheEnd(t *testing.T) {
	folder(t)
	o := newOptions(i18n.English)
	chosen(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), typed("+44 07700 900123"), press("tab", "tab", "y"))
		d.shows("The 0 after +44 is dialled only within the country")
		if d.m.Walk.Sent != nil {
			t.Fatal("it was sent")
		}
		d.keys("enter")
		d.shows("Which number is it?")
	})
}
