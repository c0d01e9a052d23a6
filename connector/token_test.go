package connector

import "testing"

func TestWithAuthToken(t *testing.T) {
	for text, want := range map[string]string{
		`{"authToken":"a"}`: `{"authToken":"\"x\\"}`,
		"\ufeff{ \"authToken\" :\t\"\\u0061\"\r\n, \"disableRiskCheck\": null}": "\ufeff{ \"authToken\" :\t\"\\\"x\\\\\"\r\n, \"disableRiskCheck\": null}",
		`{"authToken":"a","authToken":"b"}`:                                     `{"authToken":"a","authToken":"\"x\\"}`,
		`{"connectorId":"c","config":{"authToken":"a"}}`:                        `{"connectorId":"c","config":{"authToken":"\"x\\"}}`,
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
