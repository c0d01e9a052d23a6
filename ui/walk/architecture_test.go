package walk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// Whoever shows the walk changes it by its methods alone: no field is written from
// outside this package.
func TestOnlyMethodsChangeTheWalk(t *testing.T) {
	fields := map[string]bool{}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Walk]()) {
		fields[f.Name] = f.IsExported()
	}
	for _, dir := range []string{"wizard", "plain", "cli"} {
		eachFile(t, filepath.Join("..", dir), func(name string, file *ast.File, at func(token.Pos) token.Position) {
			ast.Inspect(file, func(n ast.Node) bool {
				a, ok := n.(*ast.AssignStmt)
				if !ok {
					return true
				}
				for _, left := range a.Lhs {
					if field, of := selected(left); fields[field] && (of == "Walk" || of == "w") {
						t.Errorf("%s: %s is written", at(left.Pos()), field)
					}
				}
				return true
			})
		})
	}
}

// selected is the field that an expression names first of all, and whose it is: "Walk"
// or "w" for x.s.Walk.Logto.Endpoint and w.Logto, too.
func selected(e ast.Expr) (field, of string) {
	for {
		s, ok := e.(*ast.SelectorExpr)
		if !ok {
			return field, of
		}
		switch x := s.X.(type) {
		case *ast.Ident:
			return s.Sel.Name, x.Name
		case *ast.SelectorExpr:
			if x.Sel.Name == "Walk" {
				return s.Sel.Name, "Walk"
			}
		}
		e = s.X
	}
}

// eachFile parses the files of a folder that are no tests.
func eachFile(t *testing.T, dir string, do func(name string, file *ast.File, at func(token.Pos) token.Position)) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		seen++
		do(path, file, set.Position)
		return nil
	})
	if err != nil || seen == 0 {
		t.Fatalf("%d files in %s: %v", seen, dir, err)
	}
}
