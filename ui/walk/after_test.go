package walk

import (
	"testing"

	"logto-twilio/connector"
	"logto-twilio/ui/draft"
)

// A draft of what would be begun anew comes first: Enter alone loses nothing.
func TestBeginnings(t *testing.T) {
	s := &Setup{Walk: New(connector.English), Dir: "/home/kim"}
	s.Walk.OfferDrafts([]draft.Info{
		{Target: "/home/kim/other.json"}, {Target: "/home/kim/connector.json"}, {Target: "/elsewhere/connector.json"},
	})
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

// What is no plain name does nothing to a terminal; any other is shown as it is.
func TestPlaceOfOddNames(t *testing.T) {
	s := &Setup{Dir: "/home/kim"}
	for path, want := range map[string]string{
		"/home/kim/connector.json": "connector.json", "/elsewhere/connector.json": "/elsewhere/connector.json",
		"/home/kim/two  blanks.json": "two  blanks.json", "/home/kim/\u8fde\u63a5\u5668.json": "\u8fde\u63a5\u5668.json",
		"/tmp/\x1b]0;x\x07\x1b[2Ja": "/tmp/a", "/tmp/\u202egnp.json": "/tmp/gnp.json", "/tmp/a\nb": "/tmp/a b", "/tmp/\x00a\r": "/tmp/a",
	} {
		if got := s.Place(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
	s.Walk = New(connector.English)
	s.Walk.Opened = "a\nb"
	if s.Edits(draft.Info{Target: "/home/kim/a b"}) || !s.Edits(draft.Info{Target: "/home/kim/a\nb"}) {
		t.Error("two names that look alike are taken for one")
	}
}
