package connector

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

// What a running Logto did not store: NUL and halves of a character (422), a key
// __proto__ (400), a number that JavaScript cannot hold (null).
func TestWhatLogtoCannotStore(t *testing.T) {
	for text, want := range map[string]string{
		`{"note": "\ud800"}`:                       "1:11 error lone-surrogate /note",
		`{"note": "ab\udc00 c"}`:                   "1:13 error lone-surrogate /note",
		`{"note": "\ude00\ud83d"}`:                 "1:11 error lone-surrogate /note",
		`{"note": [{"deep": "\ud83dx"}]}`:          "1:21 error lone-surrogate /note/0/deep",
		`{"templates": [{"usageType": "\udfff"}]}`: "1:31 error lone-surrogate /templates/0/usageType",
		`{"templates": [{"content": "x\ud800"}]}`:  "1:30 error lone-surrogate /templates/0/content",
		`{"note": "\ud83d\ude00"}`:                 "",
		`{"note": "\ufffd"}`:                       "",
		`{"note": "a\u0000"}`:                      "1:10 error nul-character /note",
		`{"__proto__": 1}`:                         "1:2 error prototype-key /__proto__",
		`{"note": {"__proto__": {}}}`:              "1:11 error prototype-key /note/__proto__",
		`{"templates": [{"__proto__": null}]}`:     "1:17 error prototype-key /templates/0/__proto__",
		`{"note": [[{"\u005f_proto__": 1}]]}`:      "1:13 error prototype-key /note/0/0/__proto__",
		`{"note": {"_proto_": 1}}`:                 "",
		`{"note": "__proto__"}`:                    "",
		`{"constructor": 1}`:                       "",
		`{"note": 1e400}`:                          "1:10 error huge-number /note",
		`{"note": [-1E+309]}`:                      "1:11 error huge-number /note/0",
		`{"note": 1.8e308}`:                        "1:10 error huge-number /note",
		`{"note": {"n": 123e400}}`:                 "1:16 error huge-number /note/n",
		`{"templates": [{"n": 2e308}]}`:            "1:22 error huge-number /templates/0/n",
		`{"note": 1.7976931348623157e308}`:         "",
		`{"note": [1e-400, 12345678901234567890]}`: "", // 0, and a little less
		`{"note": "1e400"}`:                        "",
	} {
		d := Decode([]byte(text))
		stored := func(p problem.Problem) bool {
			return !slices.Contains([]problem.Code{problem.LoneSurrogate, problem.NULCharacter, problem.PrototypeKey, problem.HugeNumber}, p.Code)
		}
		var got string
		for _, line := range lines(slices.DeleteFunc(d.Problems(), stored)) {
			got += line
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
		for _, p := range d.Problems() { // once is enough
			if p.Code == problem.UnknownKey && strings.HasSuffix(p.Path, prototypeKey) {
				t.Errorf("%s: %+v", text, p)
			}
		}
	}
}
