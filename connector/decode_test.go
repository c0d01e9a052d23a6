package connector

import (
	"reflect"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		text string
		code problem.Code
		at   problem.Position
		args problem.Args
	}{
		{"", problem.EmptyText, problem.Position{Line: 1, Column: 1}, nil},
		{" \n\t\r\n", problem.EmptyText, problem.Position{Line: 3, Column: 1}, nil},
		{`{"a":1,}`, problem.TrailingComma, problem.Position{Line: 1, Column: 7}, problem.Args{"closer": "}"}},
		{"[1,\n2,\n]", problem.TrailingComma, problem.Position{Line: 2, Column: 2}, problem.Args{"closer": "]"}},
		{"{\"a\": \"é\"\n \"b\": 2}", problem.MissingComma, problem.Position{Line: 1, Column: 10}, nil},
		{`[1 2]`, problem.MissingComma, problem.Position{Line: 1, Column: 3}, nil},
		{`[{"a":1}{"a":1}]`, problem.MissingComma, problem.Position{Line: 1, Column: 9}, nil},
		{`{"a" 1}`, problem.MissingColon, problem.Position{Line: 1, Column: 5}, nil},
		{`{"a"=1}`, problem.MissingColon, problem.Position{Line: 1, Column: 5}, nil},
		{`{"a"}`, problem.MissingColon, problem.Position{Line: 1, Column: 5}, nil},
		{`{"a":}`, problem.MissingValue, problem.Position{Line: 1, Column: 6}, problem.Args{"found": "}"}},
		{`[1,,2]`, problem.MissingValue, problem.Position{Line: 1, Column: 4}, problem.Args{"found": ","}},
		{`}`, problem.MissingValue, problem.Position{Line: 1, Column: 1}, problem.Args{"found": "}"}},
		{`{,}`, problem.MissingName, problem.Position{Line: 1, Column: 2}, problem.Args{"found": ","}},
		{"{\"a\": [\n1", problem.Unclosed, problem.Position{Line: 2, Column: 2}, problem.Args{"opener": "[", "openedLine": 1, "openedColumn": 7}},
		{`{"a":`, problem.Unclosed, problem.Position{Line: 1, Column: 6}, problem.Args{"opener": "{", "openedLine": 1, "openedColumn": 1}},
		{`{`, problem.Unclosed, problem.Position{Line: 1, Column: 2}, problem.Args{"opener": "{", "openedLine": 1, "openedColumn": 1}},
		{`{"a": "b`, problem.UnclosedString, problem.Position{Line: 1, Column: 9}, problem.Args{"openedLine": 1, "openedColumn": 7}},
		{`"\`, problem.UnclosedString, problem.Position{Line: 1, Column: 3}, problem.Args{"openedLine": 1, "openedColumn": 1}},
		{"{\"a\": \"b\r\n\"}", problem.LineBreakInString, problem.Position{Line: 1, Column: 9}, problem.Args{"openedLine": 1, "openedColumn": 7}},
		{"{\n[", problem.UnexpectedCharacter, problem.Position{Line: 2, Column: 1}, problem.Args{"found": "[", "expected": `"`}},
		{"[{\"a\":1]]", problem.MismatchedBracket, problem.Position{Line: 1, Column: 8},
			problem.Args{"found": "]", "expected": "}", "openedLine": 1, "openedColumn": 2}},
		{`{"a": "say "hi" now"}`, problem.UnescapedQuote, problem.Position{Line: 1, Column: 12}, nil},
		{`{'a': 1}`, problem.WrongQuotes, problem.Position{Line: 1, Column: 2}, problem.Args{"found": "'"}},
		{`{“a”: 1}`, problem.WrongQuotes, problem.Position{Line: 1, Column: 2}, problem.Args{"found": "“"}},
		{`{"a"：1}`, problem.FullWidthPunctuation, problem.Position{Line: 1, Column: 5}, problem.Args{"found": "：", "expected": ":"}},
		{`[1，2]`, problem.FullWidthPunctuation, problem.Position{Line: 1, Column: 3}, problem.Args{"found": "，", "expected": ","}},
		{"{\u00a0\"a\": 1}", problem.InvisibleCharacter, problem.Position{Line: 1, Column: 2}, problem.Args{"character": "U+00A0 NO-BREAK SPACE"}},
		{"[1,\x00]", problem.InvisibleCharacter, problem.Position{Line: 1, Column: 4}, problem.Args{"character": "U+0000 NULL"}},
		{"[\v]", problem.InvisibleCharacter, problem.Position{Line: 1, Column: 2}, problem.Args{"character": "U+000B LINE TABULATION"}},
		{`{accountSID: 1}`, problem.UnquotedKey, problem.Position{Line: 1, Column: 2}, nil},
		{`{"a": hello}`, problem.UnquotedValue, problem.Position{Line: 1, Column: 7}, nil},
		{`{"a": ${TOKEN}}`, problem.UnquotedValue, problem.Position{Line: 1, Column: 7}, nil},
		{`[truex]`, problem.UnquotedValue, problem.Position{Line: 1, Column: 2}, nil},
		{`[True]`, problem.WrongLiteral, problem.Position{Line: 1, Column: 2}, problem.Args{"found": "True", "expected": "true"}},
		{`[undefined]`, problem.WrongLiteral, problem.Position{Line: 1, Column: 2}, problem.Args{"found": "undefined", "expected": "null"}},
		{`[01]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[+1]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[.5]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[1.]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[1e]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[0x10]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`[-]`, problem.BadNumber, problem.Position{Line: 1, Column: 2}, nil},
		{`["\x"]`, problem.BadEscape, problem.Position{Line: 1, Column: 3}, nil},
		{`["é\u12g4"]`, problem.BadUnicodeEscape, problem.Position{Line: 1, Column: 4}, nil},
		{"[\"a\tb\"]", problem.ControlCharacter, problem.Position{Line: 1, Column: 4}, problem.Args{"character": "U+0009 CHARACTER TABULATION"}},
		{"{}\n{}", problem.TrailingText, problem.Position{Line: 2, Column: 1}, nil},
		{`{}}`, problem.TrailingText, problem.Position{Line: 1, Column: 3}, nil},
		{`[1;2]`, problem.UnexpectedCharacter, problem.Position{Line: 1, Column: 3}, problem.Args{"found": ";", "expected": ","}},
		{"{\"é\":\n\"\xff\"}", problem.NotUTF8, problem.Position{Line: 2, Column: 2}, nil},
		{"{\"\xed\xa0\x80\"}", problem.NotUTF8, problem.Position{Line: 1, Column: 3}, nil},
		{strings.Repeat("[", jsondoc.MaxDepth+1), problem.TooDeep, problem.Position{Line: 1, Column: jsondoc.MaxDepth + 1}, problem.Args{"limit": jsondoc.MaxDepth}},
		{strings.Repeat(" ", jsondoc.MaxSize+1), problem.TooLarge, problem.Position{}, problem.Args{"limit": jsondoc.MaxSize}},
	}
	for _, test := range tests {
		d := Decode([]byte(test.text))
		want := []problem.Problem{{Severity: problem.Error, Code: test.code, At: test.at, Args: test.args}}
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
	if Latest().Accepts(d) || d.Problems()[0].Code != problem.ByteOrderMark || d.Root.At != (problem.Position{Line: 1, Column: 1}) {
		t.Errorf("a byte order mark: accepted %t, %+v", Latest().Accepts(d), d.Problems()[0])
	}
	if mended := d.With(d.Config()); !Latest().Accepts(mended) || string(mended.Bytes()) != string(good.Bytes()) {
		t.Errorf("With does not take the mark away: %.20q", mended.Bytes())
	}
}

func TestDepthAndSizeAtTheLimit(t *testing.T) {
	deep := strings.Repeat("[", jsondoc.MaxDepth) + strings.Repeat("]", jsondoc.MaxDepth)
	if d := Decode([]byte(deep)); d.Root == nil {
		t.Errorf("a depth of MaxDepth: %+v", d.Problems())
	}
	large := "{}" + strings.Repeat(" ", jsondoc.MaxSize-2)
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
		again := Decode([]byte(jsondoc.Quote(test.want)))
		if again.Root == nil || again.Root.Text != test.want {
			t.Errorf("quote(%q) = %s, which reads otherwise", test.want, jsondoc.Quote(test.want))
		}
	}
	if got, want := jsondoc.Quote("\x00\x1f<&>\u2028\xed\xa0\xbd\xff\x7f\"\\"), "\"\\u0000\\u001f<&>\u2028\\ud83d\ufffd\x7f\\\"\\\\\""; got != want {
		t.Errorf("quote = %s, want %s", got, want)
	}
}

func TestTree(t *testing.T) {
	d := Decode([]byte("{\"é\": [1.50, \"中\"],\r\n\t\"a\" :null,\r\"a\": {\"__proto__\": false}}"))
	list := d.Root.Get("é")
	if list.At != (problem.Position{Line: 1, Column: 7}) || list.Items[0].At != (problem.Position{Line: 1, Column: 8}) || list.Items[0].Text != "1.50" ||
		list.Items[1].At != (problem.Position{Line: 1, Column: 14}) {
		t.Errorf("the list: %+v %+v %+v", list, list.Items[0], list.Items[1])
	}
	last := d.Root.Get("a")
	if !last.Is(jsondoc.Object) || last.At != (problem.Position{Line: 3, Column: 6}) || d.Root.Members[1].KeyAt != (problem.Position{Line: 2, Column: 2}) {
		t.Errorf("the last of two equal keys: %+v", last)
	}
	if v := last.Get("__proto__"); v == nil || v.Kind != jsondoc.Bool || v.At.Column != 20 {
		t.Errorf("__proto__: %+v", v)
	}
	if last.Get("toString") != nil || list.Get("length") != nil || (*jsondoc.Value)(nil).Get("a") != nil {
		t.Error("Get finds what is not there")
	}
}

func TestWrapped(t *testing.T) {
	config := string(NewDocument(Config{Templates: templatesOf(Portable)}).Bytes())
	tests := []struct {
		text    string
		wrapped bool
		codes   []problem.Code
	}{
		{`{"connectorId": "twilio-short-message-service", "config": ` + config + `}`, true, []problem.Code{problem.WrappedConfiguration}},
		{`{"id": "x", "config": ` + config + `, "connectorId": "mock-sms"}`, true, []problem.Code{problem.WrappedConfiguration, problem.OtherConnector}},
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
	p := find(d.Problems(), problem.NotAnObject)
	if p == nil || p.At != (problem.Position{Line: 1, Column: 59}) || p.Path != "" {
		t.Errorf("a config that is no object: %+v", p)
	}
}

// find returns the first problem with a code, nil where there is none.
func find(problems []problem.Problem, code problem.Code) *problem.Problem {
	for i, p := range problems {
		if p.Code == code {
			return &problems[i]
		}
	}
	return nil
}
