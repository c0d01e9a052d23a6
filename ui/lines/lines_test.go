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

func TestProse(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 8, "one two\nthree"},
		{"one\n\ntwo", 80, "one\n\ntwo"},
		{"see https://example.com/a-b/c?d=e now", 10, "see\nhttps://example.com/a-b/c?d=e\nnow"},
		{"abcdefghij kl", 4, "abcdefghij\nkl"},
		{"use --dry-run or not", 9, "use\n--dry-run\nor not"},
		{"已保存：/home/我的文件/连接器.json。请检查名称。", 10, "已保\n存：/home/我的文件/连接器.json。\n请检查名\n称。"},
		{"文件 C:\\配置\\a.json 不存在", 8, "文件\nC:\\配置\\a.json\n不存在"},
		{"请检查名称，然后重试。", 10, "请检查名\n称，然后重\n试。"},
		{"kept as a draft, /a/long/path: run", 18, "kept as a draft,\n/a/long/path: run"},
		{"no\u00a0break here", 5, "no\u00a0break\nhere"},
	} {
		if got := Prose(c.text, c.width); got != c.want {
			t.Errorf("%q at %d is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestIndent(t *testing.T) {
	if got, want := Indent("one\n\ntwo\n", "  "), "  one\n\n  two\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
