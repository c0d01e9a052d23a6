package cli

import (
	gobuild "go/build"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is what the paths of our own packages begin with.
const module = "logto-twilio"

// imports adds a package of the program and all of our own that it needs to seen.
func imports(t *testing.T, path string, seen map[string]bool) {
	t.Helper()
	if seen[path] {
		return
	}
	seen[path] = true
	pkg, err := gobuild.ImportDir(filepath.Join("..", "..", filepath.FromSlash(strings.TrimPrefix(path, module))), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, needed := range pkg.Imports { // those of its tests are not among them
		switch {
		case needed == "testing" || strings.HasPrefix(needed, "testing/") || strings.HasPrefix(needed, "net/http/httptest"):
			t.Errorf("%s imports %s", path, needed)
		case strings.HasPrefix(needed, module+"/"):
			imports(t, needed, seen)
		}
	}
}

// What only tests play is not in the program; the demo's Twilio and Logto are.
func TestProgramImportsNothingOfTests(t *testing.T) {
	seen := map[string]bool{}
	imports(t, module, seen)
	for _, path := range slices.Sorted(maps.Keys(seen)) {
		switch filepath.Base(path) {
		case "adversity", "faults", "redacttest", "trouble":
			t.Errorf("the program imports %s", path)
		}
	}
	for _, path := range []string{"/connector/twiliosim", "/connector/logto/logtosim"} {
		if !seen[module+path] {
			t.Errorf("the demo is without %s: there are %v", path, seen)
		}
	}
}
