package walk

import (
	"strings"
	"testing"
)

func TestPastedCredentials(t *testing.T) {
	sid, token := "AC"+strings.Repeat("a1", 16), strings.Repeat("b2", 16)
	for text, want := range map[string]bool{
		sid + "\n" + token: true,
		"TWILIO_AUTH_TOKEN='" + token + "'\r\nTWILIO_ACCOUNT_SID=" + sid: true,
		`{"accountSID": "` + sid + `", "authToken": "` + token + `"}`:    true,
		token + " " + sid + " " + sid:                                    true,
		sid:                                                              false,
		token:                                                            false,
		sid + token:                                                      false,
		sid + " " + token + " " + strings.Repeat("c3", 16): false,
	} {
		if gotSID, gotToken, ok := PastedCredentials(text); ok != want || ok && (gotSID != sid || gotToken != token) {
			t.Errorf("%q: %q %q %t", text, gotSID, gotToken, ok)
		}
	}
}
