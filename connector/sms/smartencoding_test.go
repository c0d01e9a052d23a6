package sms

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"unicode/utf8"
)

func TestSmartEncode(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		"Plain {{code}} [€]": "Plain {{code}} [€]",
		"“It’s” — 5…":        `"It's" - 5...`,
		"ＡＺ＿！～｛":             "AZ_!~{",
		"ａ":                  "ａ", // the small full-width letters are not in the list
		"验证码：1。":             "验证码:1.",
		"a\u200bb\ufeff":     "ab",
		"\xed\xa0\x80’\xff":  "\xed\xa0\x80'\xff", // half a character stays what it is
		"💬\u00a0é":           "💬  é",
	} {
		if got := SmartEncode(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// TestSmartEncodingConformance compares every character with the table of Twilio's
// own calculator, from the folder that LOGTO_TWILIO_CONNECTOR names.
func TestSmartEncodingConformance(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	node := os.Getenv("LOGTO_TWILIO_NODE")
	if node == "" {
		node = "node"
	}
	out, err := exec.CommandContext(t.Context(), node, "-p", `JSON.stringify(require(process.argv[1]).default)`,
		folder+"/node_modules/sms-segments-calculator/dist/libs/SmartEncodingMap.js").Output()
	if err != nil {
		t.Fatalf("asking the reference: %v", err)
	}
	var reference map[string]string
	if err := json.Unmarshal(out, &reference); err != nil {
		t.Fatalf("reading the table of the reference: %v", err)
	}
	if len(reference) < 200 {
		t.Fatalf("the table of the reference has %d entries", len(reference))
	}
	for r := range utf8.MaxRune + 1 {
		if !utf8.ValidRune(r) {
			continue
		}
		want, ok := reference[string(r)]
		if !ok {
			want = string(r)
		}
		if got := SmartEncode(string(r)); got != want {
			t.Errorf("%U becomes %q, the reference has %q", r, got, want)
		}
	}
}
