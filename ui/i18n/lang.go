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
// is none of ours, or where the terminal would not read the UTF-8 that Chinese is
// written in: by LC_ALL, LC_CTYPE and LANG.
func FromEnvironment(getenv func(string) string) Lang {
	first := func(names ...string) string {
		for _, name := range names {
			if v := getenv(name); v != "" {
				return v
			}
		}
		return ""
	}
	language := first("LC_ALL", "LC_MESSAGES", "LANG")
	if !readsUTF8(language) || !readsUTF8(first("LC_ALL", "LC_CTYPE", "LANG")) {
		return English
	}
	l, _ := ParseLang(language)
	return l
}

// readsUTF8 reports whether a locale may be one of UTF-8: it names no other encoding
// (language_TERRITORY.encoding@modifier) and is not the one of plain ASCII.
func readsUTF8(locale string) bool {
	name, _, _ := strings.Cut(locale, "@")
	_, encoding, named := strings.Cut(name, ".")
	if !named {
		return name != "C" && name != "POSIX"
	}
	return strings.EqualFold(strings.ReplaceAll(encoding, "-", ""), "utf8")
}
