package connector

import (
	"testing"

	"logto-twilio/connector/problem"
)

// What takes the place of a character is named where it cannot be seen.
func TestReplacementsAreShown(t *testing.T) {
	for character, want := range map[string]string{
		"\u00a0": "U+0020 SPACE", "\t": "U+0020 SPACE", "\u2009": "U+0020 SPACE", "\u2028": "U+000A LINE FEED", "\u2029": "U+000A LINE FEED",
		"’": "'", "“": `"`, "…": "...",
	} {
		p := find(CheckTemplate(Template{UsageType: Generic, Content: "{{code}}" + character + "is it"}), problem.AvoidableUCS2)
		if p == nil || p.Args["replacement"] != want {
			t.Errorf("%q: %+v, want %s", character, p, want)
		}
	}
}
