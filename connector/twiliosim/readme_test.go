package twiliosim_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// TestReadme holds the numbers, tokens, accounts and services that the README
// names against what the simulator knows, and wants both languages to name the
// same accounts and services.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{twiliosim.VerifiedNumber: true, twiliosim.TakenNumber: true}
	for _, s := range twiliosim.Scenarios() {
		known[s.Number], known[s.Token] = true, true
	}
	for _, a := range twiliosim.Accounts() {
		known[a.SID] = true
	}
	named := regexp.MustCompile("`(\\+1\\d{10}|0{25}\\d{7}|AC[0-9a-f]{32})`").FindAllSubmatch(readme, -1)
	if len(named) < 30 {
		t.Errorf("the README names %d, fewer than its tables have", len(named))
	}
	const anyOther = "+15551234567"
	for _, n := range named {
		if name := string(n[1]); !known[name] && name != anyOther {
			t.Errorf("the README names %s, which the simulator does not know", name)
		}
	}
	english, chinese, _ := strings.Cut(string(readme), "\n# 中文说明")
	want := []string{twiliosim.TakenNumber, twiliosim.VerifiedNumber}
	for _, a := range twiliosim.Accounts()[1:] {
		want = append(want, a.SID)
	}
	for _, s := range oddServices() {
		want = append(want, "`"+s.FriendlyName+"`")
	}
	for _, name := range want {
		if !strings.Contains(english, name) || !strings.Contains(chinese, name) {
			t.Errorf("the README does not name %s in both languages", name)
		}
	}
}

// oddServices are the demo's services that the package names for what is odd
// about them.
func oddServices() (list []twiliosim.Service) {
	for _, s := range twiliosim.Accounts()[0].Services {
		switch s.SID {
		case twiliosim.InReviewServiceSID, twiliosim.RefusedServiceSID, twiliosim.ShortValidityServiceSID,
			twiliosim.PlainEncodingServiceSID, twiliosim.TollFreeServiceSID:
			list = append(list, s)
		}
	}
	return list
}
