package connector

import (
	"fmt"
	"testing"

	"logto-twilio/connector/problem"
)

func TestWithAuthToken(t *testing.T) {
	for text, want := range map[string]string{
		`{"authToken":"a"}`: `{"authToken":"\"x\\"}`,
		"\ufeff{ \"authToken\" :\t\"\\u0061\"\r\n, \"disableRiskCheck\": null}":     "\ufeff{ \"authToken\" :\t\"\\\"x\\\\\"\r\n, \"disableRiskCheck\": null}",
		`{"authToken":"a","authToken":"b"}`:                                         `{"authToken":"a","authToken":"\"x\\"}`,
		`{"connectorId":"twilio-short-message-service","config":{"authToken":"a"}}`: `{"connectorId":"twilio-short-message-service","config":{"authToken":"\"x\\"}}`,
		`{"authToken":1}`:               `{"authToken":1}`,
		`{"accountSID":"AC"}`:           `{"accountSID":"AC","authToken":"\"x\\"}`,
		"\ufeff{\"accountSID\":\"AC\"}": "\ufeff{\"accountSID\":\"AC\",\"authToken\":\"\\\"x\\\\\"}",
		`""`:                            `""`,
		`[]`:                            `[]`,
		`{`:                             `{`,
	} {
		if got := Decode([]byte(text)).WithAuthToken(`"x\`).Bytes(); string(got) != want {
			t.Errorf("%s became %s", text, got)
		}
	}
}

func TestHeldToken(t *testing.T) {
	const token = `"0123456789abcdef0123456789abcdef"`
	for text, want := range map[string]string{
		`{"authToken":"${TWILIO_AUTH_TOKEN}"}`:                   "",
		`{"authToken":"$OTHER"}`:                                 "",
		`{"authToken":"<your-auth-token>"}`:                      "",
		`{"authToken":" "}`:                                      "",
		`{"authToken":null,"templates":[]}`:                      "",
		`{"accountSID":"AC0123456789abcdef0123456789abcdef"}`:    "",
		`[` + token + `]`:                                        "",
		`{`:                                                      "",
		`{"authToken":` + token + `}`:                            "/authToken 1:14",
		`{"authToken":"letmein-letmein"}`:                        "/authToken 1:14",
		`{"authToken":" ` + token[1:] + `}`:                      "/authToken 1:14",
		"{\"authToken\":" + token + ",\n\"authToken\":\"${X}\"}": "/authToken 1:14",
		`{"accountSID":"x","auth/token":` + token + `}`:          "/auth~1token 1:32",
		`{"connectorId":"twilio-short-message-service","config":{` + `"authToken":` + token + `}}`: "/authToken 1:69",
	} {
		got := ""
		if p, held := Decode([]byte(text)).HeldToken(); held {
			got = fmt.Sprintf("%s %d:%d", p.Path, p.At.Line, p.At.Column)
			if p.Severity != problem.Error || p.Code != problem.TokenInFile || p.Args["key"] == "" {
				t.Errorf("%s: %+v", text, p)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
