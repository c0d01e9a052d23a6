package redact

import (
	"strings"
	"testing"
)

const (
	demoDigits = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
	demoSID    = "AC" + demoDigits
	fileToken  = "da1b2c3d4e5f60718293a4b5c6d7e8f9" // d, so that an escape of it ends in no digit of a token
)

func TestFile(t *testing.T) {
	odd := `odd"token\with/signs`
	for name, c := range map[string]struct {
		text, want string
		secret     string
	}{
		"the value":             {`"authToken": "` + fileToken + `",`, `"authToken": "••••••••",`, fileToken},
		"on the next line":      {"\"authToken\"\n:\n\"short\"", "\"authToken\"\n:\n\"••••••••\"", ""},
		"short":                 {`{"authToken":"x","a":"x"}`, `{"authToken":"••••••••","a":"x"}`, "x"},
		"a variable":            {`"authToken": "${TWILIO_AUTH_TOKEN}", "b": 1`, `"authToken": "${TWILIO_AUTH_TOKEN}", "b": 1`, ""},
		"a variable as secret":  {`"x": "${TWILIO_AUTH_TOKEN}"`, `"x": "${TWILIO_AUTH_TOKEN}"`, "${TWILIO_AUTH_TOKEN}"},
		"empty":                 {`"authToken": "",`, `"authToken": "",`, ""},
		"null":                  {`"authToken": null,`, `"authToken": null,`, ""},
		"a number":              {`"authToken": 123456789,`, `"authToken": ••••••••,`, ""},
		"twice":                 {`{"authToken":"aaaa","authToken":"bbbb"}`, `{"authToken":"••••••••","authToken":"••••••••"}`, ""},
		"an object":             {`"authToken": {"a":1}`, `"authToken": {"a":1}`, ""},
		"cut off":               {`{"authToken": "half of i`, `{"authToken": "••••••••`, ""},
		"escaped quote":         {`"authToken": "a\"b", "c": "d"`, `"authToken": "••••••••", "c": "d"`, ""},
		"in a template":         {`"content": "` + fileToken + `!"`, `"content": "••••••••!"`, fileToken},
		"after a word":          {`"url": "x` + fileToken + `"`, `"url": "x••••••••"`, fileToken},
		"in an unknown key":     {`"` + fileToken + `": 1`, `"••••••••": 1`, fileToken},
		"another one":           {`"old": "0123456789abcdef0123456789ABCDEF"`, `"old": "••••••••"`, ""},
		"the digits of a SID":   {`"accountSID": "` + demoSID + `"`, `"accountSID": "` + demoSID + `"`, fileToken},
		"and a SID's own":       {`"a": "` + demoSID + ` x` + demoDigits + `"`, `"a": "` + demoSID + ` x••••••••"`, demoDigits},
		"no token, too long":    {`"hash": "` + strings.Repeat("a", 33) + `"`, `"hash": "` + strings.Repeat("a", 33) + `"`, ""},
		"written with escapes":  {`"content": "\u0064` + fileToken[1:] + `"`, `"content": "••••••••"`, fileToken},
		"the key with escapes":  {`"auth\u0054oken": "\u0064` + fileToken[1:] + `"`, `"auth\u0054oken": "••••••••"`, fileToken},
		"escapes beside it":     {`"content": "a\n<` + fileToken + `>"`, `"content": "a\n<••••••••>"`, fileToken},
		"signs":                 {`"a": "odd\"token\\with\/signs"`, `"a": "••••••••"`, odd},
		"YAML":                  {"authToken: " + fileToken + "\nnext: 1", "authToken: ••••••••\nnext: 1", ""},
		"JavaScript":            {`{ authToken: 'it', b: 1 }`, `{ authToken: '••••••••', b: 1 }`, ""},
		".env":                  {"TWILIO_AUTH_TOKEN=something\nA=b", "TWILIO_AUTH_TOKEN=••••••••\nA=b", ""},
		"a secret with a break": {"a\nbcdefgh\n", "a\nbcdefgh\n", "\nbcdefgh\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := File(c.text, []string{"", c.secret}); got != c.want {
				t.Errorf("%s\nbecame %s\nwant   %s", c.text, got, c.want)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	text := `{"sid":"` + demoSID + `","token":"` + fileToken + `","tail":"` + fileToken + `0"}`
	want := `{"sid":"` + demoSID + `","token":"","tail":"` + fileToken + `0"}`
	if got := Tokens(text, ""); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"短信\tok\n":              "短信\tok\n",
		"\x1b[31mred\x1b[0m":    `\u001b[31mred\u001b[0m`,
		"\u009b31m\x7f\x00\r":   `\u009b31m\u007f\u0000\u000d`,
		"a\u202eb\u2066c\u2028": `a\u202eb\u2066c\u2028`,
		"\xff\x9b":              "\ufffd\ufffd",
		"👨\u200d👩":              "👨\u200d👩",
	} {
		if got := Escape(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Whatever the text: no token in what is shown, and a line stays a line.
func FuzzFile(f *testing.F) {
	for _, text := range []string{`{"authToken": "` + fileToken + `"}`, "authToken:\n" + fileToken, `"\u0064` + fileToken[1:] + `"`, "\"\\"} {
		f.Add(text, fileToken)
	}
	f.Fuzz(func(t *testing.T, text, secret string) {
		got := Escape(File(text, []string{secret}))
		if strings.Count(got, "\n") != strings.Count(text, "\n") {
			t.Errorf("%q became %q: lines moved", text, got)
		}
		if len(secret) >= piece && !strings.Contains(secret, "•") && !strings.Contains(got, `\`) &&
			strings.Contains(got, secret) && !strings.Contains(secret, "\n") && !strings.HasSuffix(text, secret) {
			if i := strings.Index(got, secret); i < 2 || !isUpper(got[i-1]) || !isUpper(got[i-2]) {
				t.Errorf("%q became %q: %q shows", text, got, secret)
			}
		}
	})
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
