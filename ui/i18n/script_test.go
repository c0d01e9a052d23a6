package i18n

import (
	"strings"
	"testing"
)

// The script fills in by their order what push fills in by their names, in the
// sentence alone.
func TestScriptSaysWhatPushSays(t *testing.T) {
	said := In(English).T("script.wrong-audience")
	for _, want := range []string{"%s did not accept the access token: it is for %s,", "(HTTP %s). Set the Management API with --resource"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q lacks %q", said, want)
		}
	}
	for key, x := range logtoTexts {
		if _, ok := scriptTexts["script."+strings.TrimPrefix(strings.TrimSuffix(key, ".hint"), "logto.")]; !ok {
			continue
		}
		for _, s := range []string{x.en, x.zh} {
			at := -1
			for _, hole := range scriptHoles {
				i := strings.Index(s, hole)
				if i >= 0 && (i < at || strings.Count(s, hole) > 1 || strings.HasSuffix(key, ".hint")) {
					t.Errorf("%s cannot be filled in by order: %s", key, s)
				}
				at = max(at, i)
			}
		}
	}
}

// The shell fills in as much in one language as in the other, and finds nothing
// else that printf would take for its own.
func TestScriptSentencesAreFormats(t *testing.T) {
	for key, x := range scriptTexts {
		if strings.Count(x.en, "%s") != strings.Count(x.zh, "%s") {
			t.Errorf("%s: %q and %q", key, x.en, x.zh)
		}
		for _, s := range []string{x.en, x.zh} {
			if rest := strings.ReplaceAll(s, "%s", ""); strings.ContainsAny(rest, `%\`) {
				t.Errorf("%s is no plain format: %q", key, s)
			}
		}
	}
}
