package cli

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTextsThatUsersReadAsTyped is about files that were met: their verdict, in the
// order of the file and each code once, and the exit code with and without --strict.
func TestTextsThatUsersReadAsTyped(t *testing.T) {
	want := map[string]struct {
		codes        string
		exit, strict int
	}{
		"other-placeholders-c":             {"misspelt-code code-in-braces", 1, 1},
		"other-placeholders-d":             {"misspelt-code code-in-braces", 1, 1},
		"other-placeholders-e":             {"misspelt-code", 1, 1},
		"content-tab":                      {"avoidable-ucs2", 0, 0},
		"content-shortener":                {"link-shortener", 0, 1},
		"content-nbsp":                     {"avoidable-ucs2", 0, 0},
		"html-p":                           {"html-markup", 0, 1},
		"html-b":                           {"html-markup", 0, 1},
		"html-br":                          {"html-markup", 0, 1},
		"html-doc":                         {"html-markup", 0, 1},
		"html-md":                          {"markdown-markup", 0, 1},
		"escape-nl":                        {"escaped-character", 0, 1},
		"escape-pct":                       {"escaped-character", 0, 1},
		"escape-quote":                     {"escaped-character", 0, 1},
		"escape-unicode":                   {"escaped-character", 0, 1},
		"hidden-characters-tab":            {"avoidable-ucs2", 0, 0},
		"hidden-characters-nbsp":           {"avoidable-ucs2", 0, 0},
		"hidden-characters-ls":             {"avoidable-ucs2", 0, 1},
		"hidden-characters-key-confusable": {"missing-key misspelt-key", 1, 1},
		"hidden-characters-key-space":      {"missing-key misspelt-key", 1, 1},
	}
	files, err := filepath.Glob("testdata/texts/*.json")
	if err != nil || len(files) != len(want) {
		t.Fatalf("%d files for %d verdicts, %v", len(files), len(want), err)
	}
	for _, file := range files {
		w := want[strings.TrimSuffix(filepath.Base(file), ".json")]
		var out bytes.Buffer
		env := Env{Out: &out, Err: &bytes.Buffer{}, Getenv: func(string) string { return "" }}
		exit := Main([]string{"validate", "--json", file}, env)
		var list struct{ Files []judgement }
		if err := json.Unmarshal(out.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, p := range list.Files[0].Problems {
			if !slices.Contains(codes, string(p.Code)) {
				codes = append(codes, string(p.Code))
			}
		}
		if got := strings.Join(codes, " "); got != w.codes || exit != w.exit {
			t.Errorf("%s: %s, exit code %d; want %s, %d", file, got, exit, w.codes, w.exit)
		}
		if exit := Main([]string{"validate", "--strict", file}, Env{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, Getenv: env.Getenv}); exit != w.strict {
			t.Errorf("%s --strict: exit code %d, want %d", file, exit, w.strict)
		}
	}
}
