package export

import (
	"bytes"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
)

const sid = twiliosim.DemoAccountSID

// hidden is a token with nothing in common with any SID: the demo's is the digits
// of its account's.
var hidden = strings.Repeat("d0", 16)

func config() connector.Config {
	return connector.Config{
		AccountSID:              sid,
		AuthToken:               hidden,
		FromMessagingServiceSID: "MG" + strings.Repeat("0", 32),
		Templates: []connector.Template{
			{UsageType: connector.SignIn, Content: "Your code is {{code}}"},
			{UsageType: connector.Generic, Content: "{{code}} <3"},
		},
	}
}

func TestJSONAndMasked(t *testing.T) {
	d := connector.NewDocument(config())
	whole, shown := JSON(d), Masked(d)
	if !bytes.Contains(whole, []byte(`"authToken": "`+hidden+`"`)) {
		t.Errorf("the saved JSON lacks its token:\n%s", whole)
	}
	want := strings.Replace(string(whole), `"`+hidden+`"`, `"`+redact.Mask+`"`, 1)
	if string(shown) != want {
		t.Errorf("shown:\n%s\nwant\n%s", shown, want)
	}
	c := config()
	c.AuthToken = ""
	if shown := Masked(connector.NewDocument(c)); bytes.Contains(shown, []byte("•")) {
		t.Errorf("an empty token is masked:\n%s", shown)
	}
}

// However a file holds the token, what is shown of it does not.
func TestMaskedFindsTheToken(t *testing.T) {
	escapes := strings.ReplaceAll(hidden, "d", `\u0064`)
	for name, text := range map[string]string{
		"escapes":     `{"authToken": "` + escapes + `"}`,
		"key escapes": `{"auth\u0054oken": "` + escapes + `"}`,
		"equal keys":  `{"authToken": "an older one!", "authToken": "` + hidden + `", "x": "an older one!"}`,
		"elsewhere":   `{"authToken": "` + hidden + `", "templates": [{"usageType":"Test","content":"` + escapes + `"}]}`,
		"a request":   `{"connectorId":"twilio-short-message-service","config":{"authToken":"` + hidden + `"}}`,
		"no JSON":     `{"authToken": "` + hidden + `",,}`,
		"cut off":     `{"authToken": "` + hidden,
	} {
		d := connector.Decode([]byte(text))
		shown := string(Masked(d))
		lines, _ := Diff([]byte(text), connector.NewDocument(config()))
		shown += picture(lines)
		for _, secret := range []string{hidden, escapes, "an older one!"} {
			if strings.Contains(shown, secret) {
				t.Errorf("%s: shown as %s", name, shown)
			}
		}
	}
}

func TestDiff(t *testing.T) {
	other := config()
	other.AuthToken = strings.Repeat("f", 32)
	more := config()
	more.Templates[0].Content = "{{code}} is your code"
	file := func(c connector.Config) string { return string(connector.NewDocument(c).Bytes()) }
	for name, c := range map[string]struct {
		old, want string
		new       connector.Config
		changed   bool
	}{
		"nothing":      {file(config()), "", config(), false},
		"line ends":    {strings.ReplaceAll(file(config()), "\n", "\r\n"), "", config(), false},
		"a text":       {file(config()), "content", more, false},
		"the token":    {file(config()), "~  \"authToken\": \"" + redact.Mask + "\",\n", other, true},
		"from nothing": {"", "+  \"authToken\": \"" + redact.Mask + "\",\n", config(), true},
		"from no JSON": {"authToken: " + hidden + "\x1b[2J\n", `-authToken: ` + redact.Mask, config(), false},
	} {
		t.Run(name, func(t *testing.T) {
			lines, changed := Diff([]byte(c.old), connector.NewDocument(c.new))
			got := picture(lines)
			if changed != c.changed || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
				t.Errorf("token changed: %v\n%swant %v\n%s", changed, got, c.changed, c.want)
			}
			if strings.ContainsAny(got, "\x1b\r") || strings.Contains(got, hidden) || strings.Contains(got, other.AuthToken) {
				t.Errorf("unsafe to show: %q", got)
			}
		})
	}
}

// What is past MaxSize is not looked at.
func TestDiffHuge(t *testing.T) {
	lines, changed := Diff(bytes.Repeat([]byte("x\n"), jsondoc.MaxSize), connector.NewDocument(config()))
	removed := 0
	for _, l := range lines {
		if l.Kind == Removed {
			removed++
		}
	}
	if removed != jsondoc.MaxSize/2 || !changed {
		t.Errorf("%d lines removed, token changed: %v", removed, changed)
	}
}
