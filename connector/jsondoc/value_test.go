package jsondoc

import (
	"strings"
	"testing"
)

// A value is what stands there, be it another connector's or the body of a request.
func TestParseValue(t *testing.T) {
	for _, in := range []string{
		`{"apiKey":"k","apiSecret":"s"}`, `{"connectorId":"twilio-short-message-service","config":{}}`,
		`[{"connectorId":"vonage-sms"}]`, `{}`, ` "x" `, `null`, `{"a":1,"a":"\ud800"}`,
	} {
		if v := ParseValue([]byte(in)); v == nil || v.Kind == Object && len(v.Members) != strings.Count(in, `":`) {
			t.Errorf("%s: %+v", in, v)
		}
	}
	for _, in := range []string{``, `{`, `{}{}`, `{"a":1,}`, `{/**/}`, "\ufeff{}", `a: 1`, "\"\xff\"", `"` + strings.Repeat("x", MaxSize) + `"`} {
		if v := ParseValue([]byte(in)); v != nil {
			t.Errorf("%.20s: %+v", in, v)
		}
	}
}
