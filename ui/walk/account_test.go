package walk

import (
	"errors"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// A SID that cannot be chosen is kept for when somebody comes back to it; the one from
// before is chosen meanwhile. One that can be chosen stays.
func TestGiveUpTyping(t *testing.T) {
	const mine, other = "MGde30de30de30de30de30de30de300001", "MGde30de30de30de30de30de30de300002"
	for name, c := range map[string]struct {
		typed      string
		listed     bool
		sid, keeps string
	}{
		"nothing":                  {"", false, mine, ""},
		"half of one":              {"MGde30", false, mine, "MGde30"},
		"a SID of another kind":    {"VAde30de30de30de30de30de30de300001", false, mine, "VAde30de30de30de30de30de30de300001"},
		"one, not known":           {other, false, other, ""},
		"one that nobody has":      {other, true, mine, other},
		"the one that was chosen":  {mine, true, mine, ""},
		"blanks that mean nothing": {"  ", false, mine, "  "},
	} {
		w := New(connector.English)
		if c.listed {
			w.AddService(account.Service{SID: mine})
			w.EndServices(nil)
		}
		w.TypedSID = "from before"
		w.ChooseService(c.typed) // as it is typed
		w.GiveUpTyping(c.typed, mine)
		if w.ServiceSID != c.sid || w.TypedSID != c.keeps {
			t.Errorf("%s: chosen %q, kept %q", name, w.ServiceSID, w.TypedSID)
		}
	}
}

// A listing that failed is none of all services, or of all numbers.
func TestListingsEnd(t *testing.T) {
	w := New(connector.English)
	w.EndServices(nil)
	w.EndNumbers(nil)
	if !w.Listed || !w.NumbersListed {
		t.Error("what was listed is not known to be all")
	}
	w.AddNumbers(account.PhoneNumber{SID: "PN1"})
	w.ForgetNumbers()
	if len(w.Numbers) > 0 || w.NumbersListed || !w.Listed {
		t.Errorf("forgotten: %+v, listed %t, services %t", w.Numbers, w.NumbersListed, w.Listed)
	}
	w.EndNumbers(nil)
	w.ForgetServices() // whose numbers they are is not known either
	if w.Listed || w.NumbersListed {
		t.Error("what was forgotten is taken for all")
	}
	w.EndServices(errors.New("odd"))
	w.EndNumbers(errors.New("odd"))
	if w.Listed || w.NumbersListed {
		t.Error("a listing that failed is taken for all")
	}
}
