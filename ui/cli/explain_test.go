package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every code that is documented is explained, in both languages, and for programs.
func TestExplainKnowsEveryCode(t *testing.T) {
	list, err := os.ReadFile(filepath.Join("..", "i18n", "testdata", "twilio-codes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	codes := strings.Fields(string(list))
	if len(codes) < 240 {
		t.Fatalf("there are %d codes only", len(codes))
	}
	for _, code := range append(codes, "30490", "30506", "30549", "30720", "30841", "30936", "21734") { // the last as one of a family
		for _, lang := range []string{"en", "zh-CN"} {
			out, stderr, exit := run("explain", code, "--lang", lang)
			if exit != exitOK || stderr != "" || strings.ContainsAny(out, "{}⟦") && !strings.Contains(out, "{{code}}") ||
				!strings.HasPrefix(out, code) || !strings.HasSuffix(out, "/docs/api/errors/"+code+"\n") {
				t.Errorf("explain %s --lang %s ends with %d:\n%s%s", code, lang, exit, out, stderr)
			}
		}
		out, _, exit := run("explain", code, "--json")
		var e struct {
			Code                 int
			Known                bool
			Title, Why, Do, Link string
		}
		if err := json.Unmarshal([]byte(out), &e); err != nil || exit != exitOK || !e.Known || e.Code == 0 || e.Title == "" || e.Why == "" || e.Do == "" {
			t.Errorf("explain %s --json ends with %d: %v\n%s", code, exit, err, out)
		}
	}
}
