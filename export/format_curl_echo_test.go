//go:build unix

package export

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/redact/redacttest"
)

// echoed is what the script says where a Logto refuses with that message and details.
func echoed(t *testing.T, shell, message, details string) string {
	t.Helper()
	answer, err := json.Marshal(map[string]string{"code": "connector.invalid_config", "message": message, "details": details})
	if err != nil {
		t.Fatal(err)
	}
	l := newLogto()
	l.status, l.answer = 400, string(answer)
	output, ok := push(t, shell, l, connector.NewDocument(config()), "TWILIO_AUTH_TOKEN="+redacttest.Token)
	if ok || !strings.Contains(output, "refused (400 connector.invalid_config - ") {
		t.Errorf("success %t, said %q", ok, output)
	}
	return output
}

// However a Logto writes the token that it repeats, the script does not show it.
func TestScriptShowsNoFormOfTheToken(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for names := range slices.Chunk(slices.Sorted(maps.Keys(redacttest.Encodings)), 5) { // the script reads no more of a text
			message, details := "", ""
			for _, name := range names {
				output := redacttest.Encodings[name](redacttest.Token)
				message += output + " is another word than "
				details += "AC" + output + ", "
			}
			output := echoed(t, shell, message, details)
			if leak := redacttest.Leak(output, redacttest.Token); leak != "" || !strings.Contains(output, redact.Mask) {
				t.Errorf("%v: %q has %s", names, output, leak)
			}
		}
	})
}

// What Logto has to say stays as it is.
func TestScriptKeepsWhatHelps(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		const message = "The 'To' number +15551234567 is not valid: /templates/0/content (21211), fromMessagingServiceSID"
		const details = "Expected 'Register' | 'OrganizationInvitation' for AC2f4a6c8e0b1d3f5a7c9e1b3d5f7a9c0e 账户已被停用，请联系支持。"
		if output := echoed(t, shell, message, details); !strings.Contains(output, " - "+message+" - "+details+")\n") {
			t.Errorf("said %q", output)
		}
		const unknown = "Found 0f9e8d7c 6b5a4938 in https://me:secret@logto.example, 4711 times."
		if output := echoed(t, shell, unknown, "12"); !strings.Contains(output, " - Found "+redact.Mask+" in https://logto.example, 4711 times. - 12)\n") {
			t.Errorf("said %q", output)
		}
	})
}
