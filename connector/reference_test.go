package connector

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// TestTokensThatAreNone holds what is said of a value that is no token, and whether a
// file that is to have none may keep it.
func TestTokensThatAreNone(t *testing.T) {
	tests := []struct {
		want problem.Code
		held bool
		in   []string
	}{
		{problem.UnresolvedReference, false, []string{
			"op://Private/Twilio/token", "ENC[AES256_GCM,data:Zm9v,iv:AA,tag:BB,type:str]", "ENC[PKCS7,MIIB]", "ENC(abc)",
			"arn:aws:secretsmanager:eu-west-1:123456789012:secret:twilio", "arn:aws-cn:ssm:cn-north-1:1:parameter/x",
			"vault:secret/data/twilio#authToken", "vault://kv/twilio", "ref+awssecrets://twilio/token", "ssm:/prod/twilio/token",
			"projects/p/secrets/twilio/versions/latest", "sm://p/twilio", "@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/t)",
			"https://x.vault.azure.net/secrets/twilio", "/run/secrets/twilio", "file:///run/secrets/twilio", "{cipher}AQB0", "!Ref TwilioToken",
			"$ANSIBLE_VAULT;1.1;AES256", "doppler:TWILIO_AUTH_TOKEN", "lookup('env', 'X')", "secret:twilio",
		}},
		{problem.UnexpandedVariable, false, []string{
			"env(SUPABASE_AUTH_TWILIO_AUTH_TOKEN)", "$(TWILIO_AUTH_TOKEN)", "$(cat /run/secrets/twilio)", "$TWILIO_AUTH_TOKEN", "${X}", "${X:-y}",
			"${{ secrets.TWILIO_AUTH_TOKEN }}", "%TWILIO_AUTH_TOKEN%", "process.env.X", "import.meta.env.VITE_X", "os.environ['X']", "env:X",
			"%(TOKEN)s", "#{TOKEN}#", "@TOKEN@", "__TWILIO_TOKEN__", "TWILIO_AUTH_TOKEN", "var.twilio_auth_token", "secrets.TWILIO_AUTH_TOKEN",
		}},
		{problem.PlaceholderLeft, false, []string{
			"changeme", "CHANGE_ME", "change-me", "TODO", "TODO: ask Anna", "FIXME", "tbd", "your_auth_token", "replace-me", "REPLACE_WITH_YOUR_TOKEN",
			"insert token here", "enter-your-token-here", "placeholder", "dummy", "redacted", "authToken", "<token>", "xxxxxxxx",
		}},
		{problem.PastedAnAssignment, true, []string{
			"TWILIO_AUTH_TOKEN=" + fakeToken, "export TWILIO_AUTH_TOKEN='" + fakeToken + "'", "authToken: " + fakeToken, `"authToken": "` + fakeToken + `",`,
			"token=" + fakeToken, "Auth Token: letmein-letmein",
		}},
		{problem.PastedAnAssignment, false, []string{"TWILIO_AUTH_TOKEN=${X}", "authToken: <token>", "token: op://a/b", "TWILIO_AUTH_TOKEN=changeme", "token=$(X)"}},
		{problem.PastedCredentials, true, []string{
			fakeAccount + ":" + fakeToken, "SK" + fakeToken + ":abcDEF123", fakeAccount + " " + fakeToken, "https://" + fakeAccount + ":" + fakeToken + "@api.twilio.com",
			fakeToken + ":" + fakeAccount, fakeAccount + ", " + fakeToken,
		}},
		{problem.PastedCredentials, false, []string{fakeAccount + ":${TOKEN}", fakeAccount + ":changeme"}},
		{problem.UnusualToken, true, []string{"letmein-letmein", "abc123==", "0123456789abcdef", "https://example.com/x", "correct horse battery staple"}},
	}
	for _, test := range tests {
		for _, token := range test.in {
			problems := CheckAuthToken(token)
			if len(problems) == 0 || problems[len(problems)-1].Code != test.want {
				t.Errorf("%s: %+v, want %s", token, problems, test.want)
			}
			c := good()
			c.AuthToken = token
			if _, held := NewDocument(c).HeldToken(); held != test.held {
				t.Errorf("%s: held %t", token, held)
			}
		}
	}
}

// TestTokenElsewhere holds that a token is found where somebody pasted more than a SID.
func TestTokenElsewhere(t *testing.T) {
	for value, want := range map[string]bool{
		fakeAccount + ":" + fakeToken: true, "TWILIO_AUTH_TOKEN=" + fakeToken: true, fakeToken: true,
		fakeAccount: false, "TWILIO_ACCOUNT_SID=" + fakeAccount: false, "op://a/b": false, "changeme": false, "any words": false,
	} {
		c := good()
		c.AccountSID, c.AuthToken = value, TokenVariable
		if p, held := NewDocument(c).HeldToken(); held != want || held && p.Path != "/accountSID" {
			t.Errorf("%s: held %t, %+v", value, held, p)
		}
	}
}

// TestLongValues holds that no value takes long to be told from what it is not.
func TestLongValues(t *testing.T) {
	start := time.Now()
	for _, piece := range []string{"token=", "a:", "ENC[", "$(", "AC0:", "your ", "env(", "op://", "((", "x."} {
		value := strings.Repeat(piece, jsondoc.MaxSize/len(piece))
		CheckAuthToken(value)
		c := good()
		c.AuthToken = value
		NewDocument(c).HeldToken()
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %s", took)
	}
}
