package twiliosim_test

import (
	"os"
	"regexp"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// TestReadme holds the numbers, tokens and accounts that the README names against
// what the simulator knows.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{twiliosim.TrialAccountSID: true, twiliosim.SuspendedAccountSID: true, twiliosim.VerifiedNumber: true}
	for _, s := range twiliosim.Scenarios() {
		known[s.Number], known[s.Token] = true, true
	}
	named := regexp.MustCompile("`(\\+1500\\d{7}|\\+1415\\d{7}|0{25}\\d{7}|AC[0-9a-f]{32})`").FindAllSubmatch(readme, -1)
	if len(named) < 30 {
		t.Errorf("the README names %d, fewer than its tables have", len(named))
	}
	for _, n := range named {
		if !known[string(n[1])] {
			t.Errorf("the README names %s, which the simulator does not know", n[1])
		}
	}
}
