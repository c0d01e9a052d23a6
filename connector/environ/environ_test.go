package environ

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestNamedOnce holds that no other code of the program writes one of these names.
func TestNamedOnce(t *testing.T) {
	names := []string{AccountSID, AuthToken, MessagingServiceSID, LogtoEndpoint, LogtoAuth, LogtoResource, TwilioURL, Config}
	for _, root := range []string{"../../connector", "../../export", "../../ui"} {
		files := 0
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			sentences := filepath.Base(filepath.Dir(path)) == "i18n"
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || sentences || d.Name() == "environ.go" {
				return err
			}
			files++
			for _, text := range literals(t, path) {
				for _, name := range names {
					if strings.Contains(text, name) {
						t.Errorf("%s writes %q", path, text)
					}
				}
			}
			return nil
		})
		if err != nil || files == 0 {
			t.Errorf("%s: %d files, %v", root, files, err)
		}
	}
}

// literals are the texts that a file of Go holds.
func literals(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				texts = append(texts, text)
			}
		}
		return true
	})
	return texts
}
