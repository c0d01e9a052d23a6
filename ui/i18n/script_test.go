package i18n

import (
	"strings"
	"testing"
)

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
