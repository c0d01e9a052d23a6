package redact

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestCleanLine(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "My service", "My service"},
		{"chinese", "我的服务", "我的服务"},
		{"colour", "\x1b[1;31mred\x1b[0m", "red"},
		{"cursor", "a\x1b[2J\x1b[Hb", "ab"},
		{"private parameter", "\x1b[?1049hx", "x"},
		{"title, BEL", "\x1b]0;owned\aname", "name"},
		{"link, ST", "\x1b]8;;https://example.com\x1b\\name\x1b]8;;\x1b\\", "name"},
		{"clipboard without end", "name\x1b]52;c;aGk=", "name"},
		{"device control", "\x1bPq#0\x1b\\name", "name"},
		{"charset", "\x1b(0name", "name"},
		{"reset", "\x1bcname", "name"},
		{"save cursor", "\x1b7name", "name"},
		{"C1 sequence", "\u009b31mname", "name"},
		{"C1 string", "\u009d0;owned\u009cname", "name"},
		{"lone escape", "name\x1b", "name"},
		{"escape before Chinese", "\x1b我", "我"},
		{"string cut short by another sequence", "\x1b]0;a\x1b[31mb", "b"},
		{"controls", "a\x00\x07\x08b\x7fc\u0085d", "abcd"},
		{"lines", " a\r\nb\tc\u2028d ", "a b c d"},
		{"bidi", "a\u202eb\u2066c\u200fd\u061c", "abcd"},
		{"byte order mark, tag", "\ufeffa\U000e0041b", "ab"},
		{"emoji joined", "👩\u200d👧", "👩\u200d👧"},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
		{"long", strings.Repeat("语", 41), strings.Repeat("语", 39) + "…"},
		{"just fits", strings.Repeat("语", 40), strings.Repeat("语", 40)},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Line(tt.in, 40); got != tt.want {
				t.Errorf("Line(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanTextKeepsLines(t *testing.T) {
	const in, want = "Code: 123456\r\n\tnot \x1b[5mthis\x1b[m\rend\n", "Code: 123456\n\tnot this\nend"
	if got := Text(in, 1600); got != want {
		t.Errorf("Text(%q) = %q, want %q", in, got, want)
	}
}

func TestCleanMessageKeepsBlanks(t *testing.T) {
	const in, want = "\r\n \tCode: \x1b[5m1\x00\n \u3000", "\n \tCode: 1\n \u3000"
	if got := Message(in); got != want {
		t.Errorf("Message(%q) = %q, want %q", in, got, want)
	}
}

// A hostile text of four megabytes is cleaned in linear time.
func TestCleanIsLinear(t *testing.T) {
	for _, unit := range []string{"\x1b]", "\x1b[", "\x1b", "\u009b", "\x1b]\x1b", "a\x1b[m"} {
		start := time.Now()
		Line(strings.Repeat(unit, 4<<20/len(unit)), 300)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated took %v", unit, took)
		}
	}
}

func FuzzCleanLine(f *testing.F) {
	f.Add("\x1b[31mred\x1b]0;t\a\u202e\xff\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Line(s, 20)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > 20 {
			t.Errorf("Line(%q) = %q", s, got)
		}
		for _, r := range got {
			if r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e {
				t.Errorf("Line(%q) = %q holds %U", s, got, r)
			}
		}
		if again := Line(got, 20); again != got {
			t.Errorf("Line(%q) = %q, again %q", s, got, again)
		}
	})
}
