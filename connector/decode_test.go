package connector

import (
	"reflect"
	"strings"
	"testing"
)

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		text string
		code Code
		at   Position
		args Args
	}{
		{"", EmptyText, Position{1, 1}, nil},
		{" \n\t\r\n", EmptyText, Position{3, 1}, nil},
		{`{"a":1,}`, TrailingComma, Position{1, 7}, Args{"closer": "}"}},
		{"[1,\n2,\n]", TrailingComma, Position{2, 2}, Args{"closer": "]"}},
		{"{\"a\": \"é\"\n \"b\": 2}", MissingComma, Position{1, 10}, nil},
		{`[1 2]`, MissingComma, Position{1, 3}, nil},
		{`[{"a":1}{"a":1}]`, MissingComma, Position{1, 9}, nil},
		{`{"a" 1}`, MissingColon, Position{1, 5}, nil},
		{`{"a"=1}`, MissingColon, Position{1, 5}, nil},
		{`{"a"}`, MissingColon, Position{1, 5}, nil},
		{`{"a":}`, MissingValue, Position{1, 6}, Args{"found": "}"}},
		{`[1,,2]`, MissingValue, Position{1, 4}, Args{"found": ","}},
		{`}`, MissingValue, Position{1, 1}, Args{"found": "}"}},
		{`{,}`, MissingName, Position{1, 2}, Args{"found": ","}},
		{"{\"a\": [\n1", Unclosed, Position{2, 2}, Args{"opener": "[", "openedLine": 1, "openedColumn": 7}},
		{`{"a":`, Unclosed, Position{1, 6}, Args{"opener": "{", "openedLine": 1, "openedColumn": 1}},
		{`{`, Unclosed, Position{1, 2}, Args{"opener": "{", "openedLine": 1, "openedColumn": 1}},
		{`{"a": "b`, UnclosedString, Position{1, 9}, Args{"openedLine": 1, "openedColumn": 7}},
		{`"\`, UnclosedString, Position{1, 3}, Args{"openedLine": 1, "openedColumn": 1}},
		{"{\"a\": \"b\r\n\"}", LineBreakInString, Position{1, 9}, Args{"openedLine": 1, "openedColumn": 7}},
		{"{\n[", UnexpectedCharacter, Position{2, 1}, Args{"found": "[", "expected": `"`}},
		{"[{\"a\":1]]", MismatchedBracket, Position{1, 8},
			Args{"found": "]", "expected": "}", "openedLine": 1, "openedColumn": 2}},
		{`{"a": "say "hi" now"}`, UnescapedQuote, Position{1, 12}, nil},
		{`{'a': 1}`, WrongQuotes, Position{1, 2}, Args{"found": "'"}},
		{`{“a”: 1}`, WrongQuotes, Position{1, 2}, Args{"found": "“"}},
		{`{"a"：1}`, FullWidthPunctuation, Position{1, 5}, Args{"found": "：", "expected": ":"}},
		{`[1，2]`, FullWidthPunctuation, Position{1, 3}, Args{"found": "，", "expected": ","}},
		{"{\u00a0\"a\": 1}", InvisibleCharacter, Position{1, 2}, Args{"character": "U+00A0 NO-BREAK SPACE"}},
		{"[1,\x00]", InvisibleCharacter, Position{1, 4}, Args{"character": "U+0000 NULL"}},
		{"[\v]", InvisibleCharacter, Position{1, 2}, Args{"character": "U+000B LINE TABULATION"}},
		{`{accountSID: 1}`, UnquotedKey, Position{1, 2}, nil},
		{`{"a": hello}`, UnquotedValue, Position{1, 7}, nil},
		{`{"a": ${TOKEN}}`, UnquotedValue, Position{1, 7}, nil},
		{`[truex]`, UnquotedValue, Position{1, 2}, nil},
		{`[True]`, WrongLiteral, Position{1, 2}, Args{"found": "True", "expected": "true"}},
		{`[undefined]`, WrongLiteral, Position{1, 2}, Args{"found": "undefined", "expected": "null"}},
		{`[01]`, BadNumber, Position{1, 2}, nil},
		{`[+1]`, BadNumber, Position{1, 2}, nil},
		{`[.5]`, BadNumber, Position{1, 2}, nil},
		{`[1.]`, BadNumber, Position{1, 2}, nil},
		{`[1e]`, BadNumber, Position{1, 2}, nil},
		{`[0x10]`, BadNumber, Position{1, 2}, nil},
		{`[-]`, BadNumber, Position{1, 2}, nil},
		{`["\x"]`, BadEscape, Position{1, 3}, nil},
		{`["é\u12g4"]`, BadUnicodeEscape, Position{1, 4}, nil},
		{"[\"a\tb\"]", ControlCharacter, Position{1, 4}, Args{"character": "U+0009 CHARACTER TABULATION"}},
		{"{}\n{}", TrailingText, Position{2, 1}, nil},
		{`{}}`, TrailingText, Position{1, 3}, nil},
		{`[1;2]`, UnexpectedCharacter, Position{1, 3}, Args{"found": ";", "expected": ","}},
		{"{\"é\":\n\"\xff\"}", NotUTF8, Position{2, 2}, nil},
		{"{\"\xed\xa0\x80\"}", NotUTF8, Position{1, 3}, nil},
		{strings.Repeat("[", MaxDepth+1), TooDeep, Position{1, MaxDepth + 1}, Args{"limit": MaxDepth}},
		{strings.Repeat(" ", MaxSize+1), TooLarge, Position{}, Args{"limit": MaxSize}},
	}
	for _, test := range tests {
		d := Decode([]byte(test.text))
		want := []Problem{{Severity: Error, Code: test.code, At: test.at, Args: test.args}}
		if got := d.Problems(); !reflect.DeepEqual(got, want) {
			t.Errorf("Problems(%.40q) = %+v\nwant %+v", test.text, got, want)
		}
		if d.Root != nil || Latest().Accepts(d) || string(d.Bytes()) != test.text {
			t.Errorf("Decode(%.40q): root %v, accepted %t", test.text, d.Root, Latest().Accepts(d))
		}
	}
}

func TestByteOrderMark(t *testing.T) {
	good := NewDocument(Config{Templates: templatesOf(Portable)})
	d := Decode(append([]byte("\ufeff"), good.Bytes()...))
	if Latest().Accepts(d) || d.Problems()[0].Code != ByteOrderMark || d.Root.At != (Position{1, 1}) {
		t.Errorf("a byte order mark: accepted %t, %+v", Latest().Accepts(d), d.Problems()[0])
	}
	if mended := d.With(d.Config()); !Latest().Accepts(mended) || string(mended.Bytes()) != string(good.Bytes()) {
		t.Errorf("With does not take the mark away: %.20q", mended.Bytes())
	}
}

func TestDepthAndSizeAtTheLimit(t *testing.T) {
	deep := strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth)
	if d := Decode([]byte(deep)); d.Root == nil {
		t.Errorf("a depth of MaxDepth: %+v", d.Problems())
	}
	large := "{}" + strings.Repeat(" ", MaxSize-2)
	if d := Decode([]byte(large)); d.Root == nil {
		t.Errorf("a size of MaxSize: %+v", d.Problems())
	}
}

func TestTexts(t *testing.T) {
	tests := []struct{ source, want string }{
		{`"plain"`, "plain"},
		{`"\"\\\/\b\f\n\r\t"`, "\"\\/\b\f\n\r\t"},
		{`"\u0041\u00e9\u4E2d"`, "Aé中"},
		{`"\ud83d\ude00"`, "😀"},
		{`"\ud83d"`, "\xed\xa0\xbd"},
		{`"\ude00\ud83d"`, "\xed\xb8\x80\xed\xa0\xbd"},
		{`"\ud83d\ud83d\ude00"`, "\xed\xa0\xbd😀"},
		{`"\ud83dx\u0041"`, "\xed\xa0\xbdxA"},
		{"\"\u2028\u007f\"", "\u2028\u007f"},
	}
	for _, test := range tests {
		d := Decode([]byte(test.source))
		if d.Root == nil || d.Root.Text != test.want {
			t.Errorf("Decode(%s) = %+v, want %q", test.source, d.Root, test.want)
			continue
		}
		again := Decode([]byte(Quote(test.want)))
		if again.Root == nil || again.Root.Text != test.want {
			t.Errorf("quote(%q) = %s, which reads otherwise", test.want, Quote(test.want))
		}
	}
	if got, want := Quote("\x00\x1f<&>\u2028\xed\xa0\xbd\xff\x7f\"\\"), "\"\\u0000\\u001f<&>\u2028\\ud83d\ufffd\x7f\\\"\\\\\""; got != want {
		t.Errorf("quote = %s, want %s", got, want)
	}
}

func TestTree(t *testing.T) {
	d := Decode([]byte("{\"é\": [1.50, \"中\"],\r\n\t\"a\" :null,\r\"a\": {\"__proto__\": false}}"))
	list := d.Root.Get("é")
	if list.At != (Position{1, 7}) || list.Items[0].At != (Position{1, 8}) || list.Items[0].Text != "1.50" ||
		list.Items[1].At != (Position{1, 14}) {
		t.Errorf("the list: %+v %+v %+v", list, list.Items[0], list.Items[1])
	}
	last := d.Root.Get("a")
	if last.Kind != Object || last.At != (Position{3, 6}) || d.Root.Members[1].KeyAt != (Position{2, 2}) {
		t.Errorf("the last of two equal keys: %+v", last)
	}
	if v := last.Get("__proto__"); v == nil || v.Kind != Bool || v.At.Column != 20 {
		t.Errorf("__proto__: %+v", v)
	}
	if last.Get("toString") != nil || list.Get("length") != nil || (*Value)(nil).Get("a") != nil {
		t.Error("Get finds what is not there")
	}
}

func TestWrapped(t *testing.T) {
	config := string(NewDocument(Config{Templates: templatesOf(Portable)}).Bytes())
	tests := []struct {
		text    string
		wrapped bool
		codes   []Code
	}{
		{`{"connectorId": "twilio-short-message-service", "config": ` + config + `}`, true, []Code{WrappedConfiguration}},
		{`{"id": "x", "config": ` + config + `, "connectorId": "mock-sms"}`, true, []Code{WrappedConfiguration, OtherConnector}},
		{`{"connectorId": 1, "config": ` + config + `}`, false, nil},
		{`{"config": ` + config + `}`, false, nil},
		{`{"connectorId": "x", "config": {}, "templates": []}`, false, nil},
	}
	for _, test := range tests {
		d := Decode([]byte(test.text))
		if d.Wrapped != test.wrapped || Latest().Accepts(d) != test.wrapped {
			t.Errorf("%.50s: wrapped %t, accepted %t", test.text, d.Wrapped, Latest().Accepts(d))
		}
		for _, code := range test.codes {
			if find(d.Problems(), code) == nil {
				t.Errorf("%.50s: no %s", test.text, code)
			}
		}
	}
	d := Decode([]byte("{\"connectorId\": \"twilio-short-message-service\", \"config\": 5}"))
	p := find(d.Problems(), NotAnObject)
	if p == nil || p.At != (Position{1, 59}) || p.Path != "" {
		t.Errorf("a config that is no object: %+v", p)
	}
}

// find returns the first problem with a code, nil where there is none.
func find(problems []Problem, code Code) *Problem {
	for i, p := range problems {
		if p.Code == code {
			return &problems[i]
		}
	}
	return nil
}
