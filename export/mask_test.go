package export

import (
	"strings"
	"testing"

	"logto-twilio/connector/twiliosim"
)

var (
	token = "d" + twiliosim.DemoAuthToken[1:] // d, so that an escape of it ends in no digit of a token
	sid   = twiliosim.DemoAccountSID
)

func TestMask(t *testing.T) {
	odd := `odd"token\with/signs`
	for name, c := range map[string]struct {
		text, want string
		secret     string
	}{
		"the value":             {`"authToken": "` + token + `",`, `"authToken": "••••••••",`, token},
		"on the next line":      {"\"authToken\"\n:\n\"short\"", "\"authToken\"\n:\n\"••••••••\"", ""},
		"short":                 {`{"authToken":"x","a":"x"}`, `{"authToken":"••••••••","a":"x"}`, "x"},
		"empty":                 {`"authToken": "",`, `"authToken": "",`, ""},
		"null":                  {`"authToken": null,`, `"authToken": null,`, ""},
		"a number":              {`"authToken": 123456789,`, `"authToken": ••••••••,`, ""},
		"twice":                 {`{"authToken":"aaaa","authToken":"bbbb"}`, `{"authToken":"••••••••","authToken":"••••••••"}`, ""},
		"an object":             {`"authToken": {"a":1}`, `"authToken": {"a":1}`, ""},
		"cut off":               {`{"authToken": "half of i`, `{"authToken": "••••••••`, ""},
		"escaped quote":         {`"authToken": "a\"b", "c": "d"`, `"authToken": "••••••••", "c": "d"`, ""},
		"in a template":         {`"content": "` + token + `!"`, `"content": "••••••••!"`, token},
		"after a word":          {`"url": "x` + token + `"`, `"url": "x••••••••"`, token},
		"in an unknown key":     {`"` + token + `": 1`, `"••••••••": 1`, token},
		"another one":           {`"old": "0123456789abcdef0123456789ABCDEF"`, `"old": "••••••••"`, ""},
		"the digits of a SID":   {`"accountSID": "` + sid + `"`, `"accountSID": "` + sid + `"`, token},
		"no token, too long":    {`"hash": "` + strings.Repeat("a", 33) + `"`, `"hash": "` + strings.Repeat("a", 33) + `"`, ""},
		"written with escapes":  {`"content": "\u0064` + token[1:] + `"`, `"content": "••••••••"`, token},
		"the key with escapes":  {`"auth\u0054oken": "\u0064` + token[1:] + `"`, `"auth\u0054oken": "••••••••"`, token},
		"escapes beside it":     {`"content": "a\n<` + token + `>"`, `"content": "a\n<••••••••>"`, token},
		"signs":                 {`"a": "odd\"token\\with\/signs"`, `"a": "••••••••"`, odd},
		"YAML":                  {"authToken: " + token + "\nnext: 1", "authToken: ••••••••\nnext: 1", ""},
		"JavaScript":            {`{ authToken: 'it', b: 1 }`, `{ authToken: '••••••••', b: 1 }`, ""},
		".env":                  {"TWILIO_AUTH_TOKEN=something\nA=b", "TWILIO_AUTH_TOKEN=••••••••\nA=b", ""},
		"a secret with a break": {"a\nbcdefgh\n", "a\nbcdefgh\n", "\nbcdefgh\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := mask(c.text, []string{"", c.secret}); got != c.want {
				t.Errorf("%s\nbecame %s\nwant   %s", c.text, got, c.want)
			}
		})
	}
}

func TestMaskTokens(t *testing.T) {
	text := `{"sid":"` + sid + `","token":"` + token + `","tail":"` + token + `0"}`
	want := `{"sid":"` + sid + `","token":"","tail":"` + token + `0"}`
	if got := MaskTokens(text, ""); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"短信\tok\n":              "短信\tok\n",
		"\x1b[31mred\x1b[0m":    `\u001b[31mred\u001b[0m`,
		"\u009b31m\x7f\x00\r":   `\u009b31m\u007f\u0000\u000d`,
		"a\u202eb\u2066c\u2028": `a\u202eb\u2066c\u2028`,
		"\xff\x9b":              "\ufffd\ufffd",
		"👨\u200d👩":              "👨\u200d👩",
	} {
		if got := visible(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Whatever the text: no token in what is shown, and a line stays a line.
func FuzzMask(f *testing.F) {
	for _, text := range []string{`{"authToken": "` + token + `"}`, "authToken:\n" + token, `"\u0064` + token[1:] + `"`, "\"\\"} {
		f.Add(text, token)
	}
	f.Fuzz(func(t *testing.T, text, secret string) {
		got := visible(mask(text, []string{secret}))
		if strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Errorf("%q became %q: lines moved", text, got)
		}
		if len(secret) >= shortestSecret && !strings.Contains(secret, "•") && !strings.Contains(got, `\`) &&
			strings.Contains(got, secret) && !strings.Contains(secret, "\n") && !strings.HasSuffix(text, secret) {
			if i := strings.Index(got, secret); i < 2 || !isUpper(got[i-1]) || !isUpper(got[i-2]) {
				t.Errorf("%q became %q: %q shows", text, got, secret)
			}
		}
	})
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
