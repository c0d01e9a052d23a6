package connector

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// TestCodesAreComplete reads the constants of type Code from the sources: each
// is in the list of its file, has a docstring, and is not there twice.
func TestCodesAreComplete(t *testing.T) {
	seen := make(map[string]string)
	for file, listed := range map[string][]Code{"codes.go": Codes(), "checks.go": CheckCodes()} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if kind, ok := spec.Type.(*ast.Ident); !ok || kind.Name != "Code" {
				return true
			}
			found++
			code, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if !slices.Contains(listed, Code(code)) || spec.Doc == nil {
				t.Errorf("%s: %s is not listed or has no docstring", file, code)
			}
			if other, ok := seen[code]; ok {
				t.Errorf("%s is in %s and %s", code, other, file)
			}
			seen[code] = file
			return false
		})
		if found != len(listed) || found == 0 {
			t.Errorf("%s has %d codes, %d are listed", file, found, len(listed))
		}
	}
}
