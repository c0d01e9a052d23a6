package redact

import "testing"

func TestEscaped(t *testing.T) {
	const lines = "\t\n"
	for _, c := range []struct{ in, keep, want string }{
		{"", "", ""},
		{"My service 我的服务 👩\u200d👧", "", "My service 我的服务 👩\u200d👧"},
		{"a\tb\nc", lines, "a\tb\nc"},
		{"a\tb\nc", "", `a\u0009b\u000ac`},
		{"\x1b[31mred", lines, `\u001b[31mred`},
		{"a\r\nb", lines, "a\\u000d\nb"},
		{"\u202eabc\u2066\u200f\u061c", "", `\u202eabc\u2066\u200f\u061c`},
		{"\u200b\ufeff\u2028\u009b", "", `\u200b\ufeff\u2028\u009b`},
		{"\U000e0041", "", `\udb40\udc41`}, // two units, as JSON writes it
		{"a\xffb", "", "a\ufffdb"},
		{"a\xff\x00", lines, `a` + "\ufffd" + `\u0000`},
		{`\u001b`, "", `\u001b`},
	} {
		got := Escaped(c.in, c.keep)
		if got != c.want {
			t.Errorf("Escaped(%q, %q) = %q, want %q", c.in, c.keep, got, c.want)
		}
		if again := Escaped(got, c.keep); again != got {
			t.Errorf("%q, again %q", got, again)
		}
	}
}
