package connector

import (
	"testing"
	"unicode/utf16"
)

func TestHasKeys(t *testing.T) {
	for text, want := range map[string]bool{
		fixable(): true, `{"accountSID":null}`: true, `{"disableRiskCheck":1,"x":2}`: true, `{"accountSid":"","templates":[]}`: true,
		`{"authToken":null}`: false, `{"templates":[]}`: false, `{"authToken":"","templates":[]}`: true, `{"accountSid":"","authToken":""}`: false,
		`{}`: false, ``: false, `[]`: false, `[{"authToken":1}]`: false, `"authToken"`: false, `{"name":"x","version":"1"}`: false,
		`{"accountSID":"AC",}`: true, `{'accountSID': 1}`: true, `{'authToken': 1}`: false, `{"compilerOptions": {}, // templates` + "\n}": false,
		`{"connectorId":"twilio-short-message-service","config":{}}`: true,
		`{"connectorId":"aliyun-short-message-service","config":{}}`: false,
		`{"connectorId":"other","config":{"accountSID":"AC"}}`:       true,
		utf16LE(fixable()): true, utf16LE(`{"name":"x"}`): false,
	} {
		if got := Decode([]byte(text)).HasKeys(); got != want {
			t.Errorf("%.60q: %t", text, got)
		}
	}
}

// utf16LE is a text as some editors and shells of Windows write it.
func utf16LE(s string) string {
	b := []byte("\xff\xfe")
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return string(b)
}
