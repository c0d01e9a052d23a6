package account

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"logto-twilio/connector/problem"
)

// TestCodesAreComplete reads the constants of type Code from the sources: each
// is in the list of its file, has a docstring, and is not there twice.
func TestCodesAreComplete(t *testing.T) {
	seen := make(map[string]string)
	for file, listed := range map[string][]problem.Code{"../problem/codes.go": problem.Codes(), "checks.go": CheckCodes()} {
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
			if !isCode(spec.Type) {
				return true
			}
			found++
			code, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if !slices.Contains(listed, problem.Code(code)) || spec.Doc == nil {
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

// isCode reports whether an expression names the type of codes, from within its
// package or from another one.
func isCode(x ast.Expr) bool {
	if s, ok := x.(*ast.SelectorExpr); ok {
		x = s.Sel
	}
	kind, ok := x.(*ast.Ident)
	return ok && kind.Name == "Code"
}
