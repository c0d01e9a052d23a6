package connector

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

// fixable is a configuration in which parts are replaced.
func fixable(replacements ...string) string {
	return strings.NewReplacer(replacements...).Replace(string(NewDocument(good()).Bytes()))
}

func TestFix(t *testing.T) {
	generic := DefaultText(Generic, English)
	tests := []struct {
		name, source, want string
		mended             []problem.Code
	}{
		{"nothing to mend", fixable(), fixable(), nil},
		{"byte order mark", utf8Mark + fixable(), fixable(), []problem.Code{problem.ByteOrderMark}},
		{"two byte order marks", utf8Mark + utf8Mark + fixable(), fixable(), []problem.Code{problem.ByteOrderMark}},
		{"trailing commas", fixable("\"Test\"\n    }\n  ]", "\"Test\",\n    },\n  ],"), fixable(), []problem.Code{problem.TrailingComma, problem.TrailingComma, problem.TrailingComma}},
		{"signs of an input method", fixable(`"templates": `, `"templates"：`, "}\n  ]", "｝\n  】"), fixable(`"templates": `, `"templates":`),
			[]problem.Code{problem.FullWidthPunctuation, problem.FullWidthPunctuation, problem.FullWidthPunctuation}},
		{"a no-break space, a zero-width one", fixable("{\n  \"acc", "{\u00a0\n\u200b  \"acc"), fixable("{\n  \"acc", "{ \n  \"acc"),
			[]problem.Code{problem.InvisibleCharacter, problem.InvisibleCharacter}},
		{"True", `{"disableRiskCheck":True}`, `{"disableRiskCheck":true}`, []problem.Code{problem.WrongLiteral}},
		{"None is no word of JSON's", `{"disableRiskCheck":None}`, `{"disableRiskCheck":None}`, nil},
		{"all or nothing", `{"a":True,"b":'x'}`, `{"a":True,"b":'x'}`, nil},
		{"mark before what cannot be decoded", utf8Mark + `{'a':1}`, `{'a':1}`, []problem.Code{problem.ByteOrderMark}},

		{"equal keys, equal values", `{"a":1,  "b":2, "a":1,"b":3}`, `{"b":2, "a":1,"b":3}`, []problem.Code{problem.UnknownKey, problem.DuplicateKey}},
		{"equal keys, other values", `{"a":1,"a":2}`, `{"a":1,"a":2}`, nil},
		{"the last one wins", `{"a":1,"a":2,"a":1}`, `{"a":2,"a":1}`, []problem.Code{problem.UnknownKey, problem.DuplicateKey}},
		{"equal keys deep down", `{"x":[{"a":{"b":[1]},"a":{"b":[1]}}]}`, `{"x":[{"a":{"b":[1]}}]}`, []problem.Code{problem.DuplicateKey}},

		{"misspelt keys", fixable(`accountSID`, `accountSid`, `"templates"`, `"template"`, `"content"`, `"contents"`), fixable(),
			[]problem.Code{problem.MissingKey, problem.MissingKey, problem.MisspeltKey, problem.MisspeltKey, problem.MissingKey, problem.MisspeltKey, problem.MissingKey, problem.MisspeltKey,
				problem.MissingKey, problem.MisspeltKey, problem.MissingKey, problem.MisspeltKey, problem.MissingKey, problem.MisspeltKey}},
		{"a key of the other type", `{"accountsid":5}`, `{"accountsid":5}`, nil},
		{"two that could be meant", `{"accountsid":"a","accountSid":"b"}`, `{"accountsid":"a","accountSid":"b"}`, nil},
		{"another word before a key", `{"emailTemplates":[],"oldAuthToken":"x"}`, `{"emailTemplates":[],"oldAuthToken":"x"}`, nil},
		{"a word left out", `{"messagingServiceSID":"x"}`, `{"fromMessagingServiceSID":"x"}`, []problem.Code{problem.MissingKey, problem.MisspeltKey}},
		{"not ours", `{"schema":"x"}`, `{"schema":"x"}`, nil},

		{"around the values", fixable(fakeAccount, ` “`+fakeAccount+`”,`, fakeService, `MG\u200b`+fakeService[2:], fakeToken, ` '`+fakeToken+`'\n`),
			fixable(), []problem.Code{problem.SurroundingBlanks, problem.SurroundingQuotes, problem.SurroundingBlanks, problem.SurroundingQuotes, problem.InvisibleInValue}},
		{"within a token", fixable(fakeToken, fakeToken+`,`), fixable(fakeToken, fakeToken+`,`), nil},
		{"invisible within a token", fixable(fakeToken, `\u200b`+fakeToken[:9]+`\u200b`+fakeToken[9:]), fixable(fakeToken, `\u200b`+fakeToken[:9]+`\u200b`+fakeToken[9:]), nil},
		{"nothing left", fixable(fakeToken, ` `), fixable(fakeToken, ` `), nil},
		{"another thing", fixable(fakeAccount, ` `+fakeService), fixable(fakeAccount, fakeService), []problem.Code{problem.SurroundingBlanks}},
		{"half a character", fixable(fakeAccount, `\ud800 `), fixable(fakeAccount, `\ud800 `), nil},

		{"usage types", fixable(`"SignIn"`, `"signin"`, `"Generic"`, `"Generic "`), fixable(), []problem.Code{problem.MissingUsageTypes, problem.MisspeltUsageType, problem.MisspeltUsageType}},
		{"one that is there", fixable(`"Test"`, `"Signin"`), fixable(`"Test"`, `"Signin"`), nil},
		{"another word for one", fixable(`"Register"`, `"SignUp"`), fixable(`"Register"`, `"SignUp"`), nil},
		{"unknown", fixable(`"Test"`, `"Newsletter"`), fixable(`"Test"`, `"Newsletter"`), nil},

		{"{{ code }}", fixable("{{code}}", "{{ code }}"), fixable(),
			[]problem.Code{problem.SpacedPlaceholder, problem.SpacedPlaceholder, problem.SpacedPlaceholder, problem.SpacedPlaceholder, problem.SpacedPlaceholder}},
		{"{code}", fixable(generic, `{code} \u00e9 and {Code}`), fixable(generic, `{{code}} \u00e9 and {{code}}`), []problem.Code{problem.MisspeltCode, problem.MisspeltCode}},
		{"full width", fixable(generic, `｛｛ ｃｏｄｅ ｝｝`), fixable(generic, `{{code}}`), []problem.Code{problem.MisspeltCode, problem.AvoidableUCS2}},
		{"NUL", fixable(generic, `{{co\u0000de}}`), fixable(generic, `{{code}}`), []problem.Code{problem.NULCharacter, problem.MissingCode, problem.TemplateTag, problem.InvisibleUCS2}},
		{"a right one beside it", fixable(generic, `{{code}} {code}`), fixable(generic, `{{code}} {code}`), nil},
		{"another word", fixable(generic, `{{passcode}}`), fixable(generic, `{{passcode}}`), nil},
		{"other brackets", fixable(generic, `<code>`), fixable(generic, `<code>`), nil},
		{"a dollar", fixable(generic, `${code}`), fixable(generic, `${code}`), nil},
		{"not closed", fixable(generic, `{{code is it`), fixable(generic, `{{code is it`), nil},
		{"other braces", fixable(generic, `{ {code} }`), fixable(generic, `{ {code} }`), nil},

		{"quotes of a word processor", fixable(generic, `“{{code}}” \u2013 it’s\u200b \u00e9`), fixable(generic, `\"{{code}}\" - it's \u00e9`), []problem.Code{problem.AvoidableUCS2}},
		{"a text that stays UCS-2", fixable(generic, `“{{code}}” 验证码`), fixable(generic, `“{{code}}” 验证码`), nil},
		{"braces that would become a variable", fixable(generic, `{{code}} ｛｛user.name｝｝ {{user.id}}`), fixable(generic, `{{code}} ｛｛user.name｝｝ {{user.id}}`), nil},
	}
	for _, test := range tests {
		fixed, mended := Decode([]byte(test.source)).Fix()
		if got := string(fixed.Bytes()); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
		var codes []problem.Code
		for _, p := range mended {
			codes = append(codes, p.Code)
		}
		if !slices.Equal(codes, test.mended) {
			t.Errorf("%s: mended %q, want %q", test.name, codes, test.mended)
		}
	}
}
