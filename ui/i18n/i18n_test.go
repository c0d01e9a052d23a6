package i18n

import (
	"testing"

	"logto-twilio/connector"
)

func TestPrinter(t *testing.T) {
	if got := (Printer{}).Lang(); got != English {
		t.Errorf("the zero Printer speaks %s", got)
	}
	if got := In(Chinese).Lang(); got != Chinese {
		t.Errorf("In(Chinese) speaks %s", got)
	}
	for l, want := range map[Lang]string{English: "Delivered", Chinese: "已送达"} {
		if got := In(l).T("status.delivered"); got != want {
			t.Errorf("in %s it is %q", l, got)
		}
	}
}

func TestT(t *testing.T) {
	p := In(English)
	for _, c := range []struct{ got, want string }{
		{p.T("no.such.key"), "⟦no.such.key⟧"},
		{p.T("call.unreachable", "host", "h"), "h could not be reached."},
		{p.T("call.unreachable", "host", []string{"a", "b"}), "a, b could not be reached."},
		{In(Chinese).T("call.unreachable", "host", []connector.UsageType{"a", "b"}), "无法连接到 a、b。"},
		// Faults of a caller are seen on the screen, and do not end the program.
		{p.T("call.unreachable"), "{host} could not be reached."},
		{p.T("call.unreachable", "host"), "{host} could not be reached."},
		{p.T("call.unreachable", 1, []int{2}), "{host} could not be reached."},
	} {
		if c.got != c.want {
			t.Errorf("said %q, wanted %q", c.got, c.want)
		}
	}
}

func TestParseLang(t *testing.T) {
	for s, want := range map[string]Lang{
		"en": English, "EN": English, "en-GB": English, "en_US.UTF-8": English, "en@euro": English,
		"zh": Chinese, "zh-CN": Chinese, "zh_CN.UTF-8": Chinese, "zh-Hans-CN": Chinese, "zh_TW": Chinese,
	} {
		if got, ok := ParseLang(s); !ok || got != want {
			t.Errorf("%s is read as %s, %t", s, got, ok)
		}
	}
	for _, s := range []string{"", "C", "C.UTF-8", "POSIX", "de_DE", "english", "zhuang", "-"} {
		if got, ok := ParseLang(s); ok || got != English {
			t.Errorf("%q is read as %s, %t", s, got, ok)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang string
		want                Lang
	}{
		{"", "", "", English},
		{"", "", "zh_CN.UTF-8", Chinese},
		{"", "zh_CN.UTF-8", "en_US.UTF-8", Chinese},
		{"C", "zh_CN.UTF-8", "zh_CN.UTF-8", English},
		{"zh_CN", "de_DE", "en_US", Chinese},
		{"", "", "de_DE.UTF-8", English},
		// a terminal of another encoding
		{"zh_CN.GBK", "", "", English},
		{"zh_CN.GB18030", "", "", English},
		{"", "", "zh_CN.gb2312", English},
		{"", "zh_TW.Big5", "zh_TW.UTF-8", English},
		{"", "zh_CN.UTF-8", "zh_CN.GBK", English},
		{"", "zh_CN.UTF-8", "C", English},
		{"", "zh_CN.UTF-8", "POSIX", English},
		{"zh_CN.UTF-8", "", "zh_CN.GBK", Chinese},
		{"zh_CN.utf8", "", "", Chinese},
		{"zh_CN.UTF8@pinyin", "", "", Chinese},
		{"zh_CN@pinyin", "", "", Chinese},
		{"zh_CN.GBK@pinyin.UTF-8", "", "", English},
		{"", "", "zh_Hans_CN.UTF-8", Chinese},
		{"zh-CN", "", "", Chinese},
		{"en_US.ISO-8859-1", "", "", English},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := FromEnvironment(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%v is read as %s", env, got)
		}
	}
}

// The encoding is that of LC_CTYPE where it stands alone; some systems write but
// that of UTF-8.
func TestFromEnvironmentEncoding(t *testing.T) {
	for encoding, want := range map[string]Lang{"zh_CN.GBK": English, "C": English, "UTF-8": Chinese, "en_US.UTF-8": Chinese, "": Chinese} {
		env := map[string]string{"LC_CTYPE": encoding, "LANG": "zh_CN.UTF-8"}
		if got := FromEnvironment(func(name string) string { return env[name] }); got != want {
			t.Errorf("%v is read as %s", env, got)
		}
	}
}

func BenchmarkT(b *testing.B) {
	p := In(Chinese)
	for b.Loop() {
		p.T("call.unreachable", "host", "api.twilio.com")
	}
}

func TestPrompt(t *testing.T) {
	for sentence, want := range map[string]string{"Search:": "Search: ", "搜索：": "搜索：", "继续？": "继续？", "Go on?": "Go on? "} {
		if got := Prompt(sentence); got != want {
			t.Errorf("%q: %q", sentence, got)
		}
	}
}
