package i18n

import (
	"strings"
	"testing"
)

// filled fills a sentence from a map.
func filled(s string, args map[string]string) string {
	return fill(s, func(name string) (string, bool) {
		v, ok := args[name]
		return v, ok
	})
}

func TestFill(t *testing.T) {
	args := map[string]string{"n": "2", "one": "1", "name": "SignIn", "evil": "{n} {{code}}", "none": "", "zero": "0"}
	for s, want := range map[string]string{
		"":                                     "",
		"no places":                            "no places",
		"{name}":                               "SignIn",
		"a {name} b {n} c":                     "a SignIn b 2 c",
		"{name}{n}":                            "SignIn2",
		"{n} {n|segment|segments}":             "2 segments",
		"{one} {one|segment|segments}":         "1 segment",
		"+1{zero|| and 1 other| and # others}": "+1",
		"+1{one|| and 1 other| and # others}":  "+1 and 1 other",
		"+1{n|| and 1 other| and # others}":    "+1 and 2 others",
		"{n|one}":                              "",
		"{one|one}":                            "one",
		"{none}|":                              "|",
		"write {{code}}":                       "write {{code}}",
		"{{ code }} and {n}":                   "{{ code }} and 2",
		"{{name}} stays, {name} does not":      "{{name}} stays, SignIn does not",
		"{{{name}}}":                           "{{SignIn}}",
		"a {{{name}}} b {n}":                   "a {{SignIn}} b 2",
		"{missing}":                            "{missing}",
		"{missing|one|other}":                  "{missing|one|other}",
		"{evil}":                               "{n} {{code}}",
		"open {name":                           "open {name",
		"open {{code}":                         "open {{code}",
		"}{":                                   "}{",
		"a } b":                                "a } b",
		"${TWILIO_AUTH_TOKEN}":                 "${TWILIO_AUTH_TOKEN}",
	} {
		if got := filled(s, args); got != want {
			t.Errorf("%q became %q, wanted %q", s, got, want)
		}
	}
}

func FuzzFill(f *testing.F) {
	for _, s := range []string{"", "{", "{{", "{{{", "{{{{name}}}}", "{name|a|b}", "{{{name}", "}{name}{{", "{{name}}{name"} {
		f.Add(s, "value")
	}
	f.Fuzz(func(t *testing.T, s, v string) {
		// Without arguments a sentence comes out as it is.
		if got := filled(s, nil); got != s {
			t.Errorf("%q became %q with nothing to fill in", s, got)
		}
		// With one, nothing but the places changes.
		got := filled(s, map[string]string{"name": v})
		if !strings.Contains(s, "{name") && got != s {
			t.Errorf("%q became %q without a place", s, got)
		}
	})
}

func FuzzT(f *testing.F) {
	f.Add("call.unreachable", "host", "x")
	f.Fuzz(func(t *testing.T, key, name, value string) {
		if In(Chinese).T(key, name, value) == "" {
			t.Errorf("nothing is said for %q", key)
		}
	})
}
