package export

import (
	"testing"

	"logto-twilio/connector"
)

// A file whose name would not come through a terminal has no line to copy.
func TestGenerateCommandOfOddNames(t *testing.T) {
	c := connector.Config{AccountSID: "AC00000000000000000000000000000000", FromMessagingServiceSID: "MG00000000000000000000000000000000",
		Templates: []connector.Template{{UsageType: "Generic", Content: "{{code}}"}}}
	for file, want := range map[string]bool{
		"": true, "connector.json": true, "it's  here.json": true, "连接器.json": true,
		"a\nb.json": false, "\x1b[2J.json": false, "\u202egnp.json": false, "a\x00": false, "a\rb": false,
	} {
		if words, ok := GenerateCommand(c, file); ok != want {
			t.Errorf("%q: %q", file, words)
		}
	}
}
