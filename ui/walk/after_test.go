package walk

import (
	"testing"

	"logto-twilio/connector"
	"logto-twilio/ui/draft"
)

// A draft of what would be begun anew comes first: Enter alone loses nothing.
func TestBeginnings(t *testing.T) {
	s := &Setup{Walk: New(connector.English), Dir: "/home/kim", Abandoned: []draft.Info{
		{Target: "/home/kim/other.json"}, {Target: "/home/kim/connector.json"}, {Target: "/elsewhere/connector.json"},
	}}
	check := func(when string, want ...string) {
		t.Helper()
		got := s.Beginnings(english)
		for i, c := range got {
			if len(got) != len(want) || c.Value != want[i] {
				t.Fatalf("%s: %v, want %v", when, got, want)
			}
		}
	}
	check("at the start", "1", BeginNew, "0", "2", BeginOpen)
	s.Walk.Target = "other.json"
	check("with -o", "0", BeginNew, "1", "2", BeginOpen)
	s.Walk.Reach(Credentials)
	check("back from a later step", BeginNew, "0", "1", "2", BeginOpen)
}
