package i18n

import "strings"

// ParseLang reads a language tag or a locale name: en, zh-CN, zh_CN.UTF-8,
// en@euro. Every Chinese is Simplified Chinese here; false where it is neither.
func ParseLang(s string) (Lang, bool) {
	if i := strings.IndexAny(s, "-_.@"); i >= 0 {
		s = s[:i]
	}
	switch strings.ToLower(s) {
	case "en":
		return English, true
	case "zh":
		return Chinese, true
	}
	return English, false
}

// FromEnvironment chooses the language by LC_ALL, LC_MESSAGES and LANG, the
// first that is set deciding (POSIX, "Environment Variables"). English where it
// is none of ours.
func FromEnvironment(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			l, _ := ParseLang(v)
			return l
		}
	}
	return English
}
