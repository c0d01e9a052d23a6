package lines

import "testing"

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 8, "one two\nthree"},
		{"one two three", 80, "one two three"},
		{"one\n\ntwo", 80, "one\n\ntwo"},
		{"abcdefghij kl", 4, "abcd\nefgh\nij\nkl"},
		{"请检查名称，然后重试。", 10, "请检查名\n称，然后重\n试。"},
		{"任意 width", 0, "任\n意\nw\ni\nd\nt\nh"},
	} {
		if got := Wrap(c.text, c.width); got != c.want {
			t.Errorf("%q at %d is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestIndent(t *testing.T) {
	if got, want := Indent("one\n\ntwo\n", "  "), "  one\n\n  two\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
