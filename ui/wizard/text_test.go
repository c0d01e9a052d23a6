package wizard

import (
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"fits", "one two", 7, "one two"},
		{"words", "one two three", 8, "one two\nthree"},
		{"blanks at the end of a line", "one   two", 4, "one\ntwo"},
		{"line ends stay", "one\ntwo three", 8, "one\ntwo\nthree"},
		{"empty lines stay", "one\n\ntwo", 8, "one\n\ntwo"},
		{"a long word", "abcdefghij", 4, "abcd\nefgh\nij"},
		{"a long word after another", "a bcdefghij k", 4, "a\nbcde\nfghi\nj k"},
		{"a path stays whole", "the body of POST /api/connectors.", 24, "the body of POST\n/api/connectors."},
		{"a hyphen may end a line", "the sign-up code", 9, "the sign-\nup code"},
		{"an address that is too long", "https://a.example/bb/cc", 12, "https://\na.example/\nbb/cc"},
		{"an option", "see --twilio-url", 12, "see --\ntwilio-url"},
		{"Chinese breaks anywhere", "短信服务发送消息", 6, "短信服\n务发送\n消息"},
		{"no full stop begins a line", "短信已送达。好", 10, "短信已送\n达。好"},
		{"no comma begins a line", "短信已送，达", 8, "短信已\n送，达"},
		{"no closing bracket begins a line", "进入「短信」吧", 10, "进入「短\n信」吧"},
		{"no opening bracket ends a line", "进入短「信」", 8, "进入短\n「信」"},
		{"between Chinese and Latin", "打开 Twilio 控制台", 9, "打开\nTwilio 控\n制台"},
		{"an emoji is one", "a 👩‍👩‍👧 b", 4, "a 👩‍👩‍👧\nb"},
		{"narrower than a character", "短信", 1, "短\n信"},
		{"no room at all", "ab", 0, "a\nb"},
		{"nothing", "", 10, ""},
	} {
		if got := wrap(c.text, c.width); got != c.want {
			t.Errorf("%s: wrapped to %d:\n%s\nwant\n%s", c.name, c.width, got, c.want)
		}
	}
}

// prose is what the screens are full of.
const prose = "Logto 通过短信服务发送消息，短信服务是一组 Twilio 号码。请选择「验证码」（verification）用的那一个：" +
	"see https://docs.logto.io/integrations/twilio, “Services”, or POST /api/connectors. 结束。"

func TestWrapLosesNothingAndFits(t *testing.T) {
	for width := 2; width < 120; width++ {
		wrapped := wrap(prose, width)
		if squeezed(wrapped) != squeezed(prose) {
			t.Fatalf("at %d it says %s", width, wrapped)
		}
		for _, line := range strings.Split(wrapped, "\n") {
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			switch {
			case lipgloss.Width(line) > width:
				t.Errorf("at %d a line takes %d: %q", width, lipgloss.Width(line), line)
			case width > 20 && strings.ContainsRune("，。：、；！？」）”", first):
				t.Errorf("at %d a line begins with %c: %q", width, first, line)
			case width > 20 && strings.ContainsRune("「（“", last):
				t.Errorf("at %d a line ends with %c: %q", width, last, line)
			}
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"short", 5, "short"},
		{"longer", 5, "long…"},
		{"短信服务", 8, "短信服务"},
		{"短信服务", 7, "短信服…"},
		{"短信服务", 6, "短信…"},
		{"x", 0, ""},
		{"x", -3, ""},
	} {
		if got := cut(c.text, c.width); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := cut(newStyles(true).OK.Render("longer"), 5); ansi.Strip(got) != "long…" || !strings.HasSuffix(got, "\x1b[m") {
		t.Errorf("a coloured text is cut to %q", got)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("a\nb\r\nc\rd\te"), "a ⏎ b ⏎ c ⏎ d e"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWindow(t *testing.T) {
	text := "0\n1\n2\n3\n4\n5\n6\n7\n8\n9"
	for _, c := range []struct {
		name                string
		height, top, bottom int
		want                string
	}{
		{"all of it", 10, 0, 9, "0 1 2 3 4 5 6 7 8 9"},
		{"the beginning", 5, 0, 2, "0 1 2 3 ↓"},
		{"the middle", 5, 5, 5, "↑ 3 4 5 ↓"},
		{"several lines", 5, 4, 6, "↑ 4 5 6 ↓"},
		{"the end", 5, 9, 9, "↑ 6 7 8 9"},
		{"more than there is room for", 4, 2, 8, "↑ 2 3 ↓"},
		{"no room for signs", 2, 4, 4, "3 4"},
		{"no room", 0, 4, 4, "0 1 2 3 4 5 6 7 8 9"},
	} {
		got := ansi.Strip(window(text, c.height, c.top, c.bottom, 0, newStyles(true)))
		got = strings.NewReplacer("  ↑ …", "↑", "  ↓ …", "↓", "\n", " ").Replace(got)
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestWindowShowsWhatItMust tries every size and place.
func TestWindowShowsWhatItMust(t *testing.T) {
	text := strings.TrimSuffix(strings.Repeat("x\n", 12), "\n")
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = string(rune('a' + i))
	}
	text = strings.Join(lines, "\n")
	for height := 3; height <= 12; height++ {
		for line := range lines {
			shown := ansi.Strip(window(text, height, line, line, 0, newStyles(true)))
			if n := strings.Count(shown, "\n") + 1; n != height {
				t.Errorf("of %d lines %d are shown", height, n)
			}
			if !strings.Contains(shown, lines[line]) {
				t.Errorf("line %s is not among %d:\n%s", lines[line], height, shown)
			}
		}
	}
}
