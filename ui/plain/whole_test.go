package plain

import (
	"strings"
	"testing"

	"logto-twilio/ui/i18n"
)

// What is printed whole is not wrapped, and holds nothing that a terminal would obey.
func TestWholeLinesAreCleaned(t *testing.T) {
	long := "https://www.twilio.com/" + strings.Repeat("long-", 60)
	for text, want := range map[string]string{
		long:                       long,
		"  \"a\": 1":               "  \"a\": 1",
		"a\x1b[31mb":               "ab",
		"a\x1b]52;c;ZXZpbA==\x07b": "ab",
		"a\u202eb":                 "ab",
		"a\x07b":                   "ab",
	} {
		o, _ := setup(t, i18n.English)
		var out strings.Builder
		o.Out = &out
		(&session{Options: o}).sayWhole(text)
		got := strings.TrimSuffix(out.String(), "\n")
		if got != want && strings.Join(strings.Fields(got), "") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
