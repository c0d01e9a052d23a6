package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// A sentence that is said of several things stands once in the source: else it is
// mended in one place and forgotten in the other. Labels and titles of a few words
// may be alike by chance.
func TestNoSentenceTwice(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	seen := map[[2]string]token.Position{}
	fset := token.NewFileSet()
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			both, ok := n.(*ast.CompositeLit)
			if !ok || len(both.Elts) != 2 {
				return true
			}
			en, isText := literal(both.Elts[0])
			zh, isBoth := literal(both.Elts[1])
			if !isText || !isBoth || len(en) < 20 && !strings.HasSuffix(en, ".") {
				return true
			}
			here := fset.Position(both.Pos())
			if first, twice := seen[[2]string{en, zh}]; twice {
				t.Errorf("%s says what %s says: %s", here, first, en)
			}
			seen[[2]string{en, zh}] = here
			return true
		})
	}
	if len(seen) < 500 {
		t.Errorf("only %d sentences were read", len(seen))
	}
}
