package walk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"regexp"
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

// decision is a name in the list of the package comment.
var decision = regexp.MustCompile(`\[([A-Za-z.]+)\]`)

// The list of decisions in the package comment names what there is, and each is used
// by who shows the walk.
func TestDecisionsAreThere(t *testing.T) {
	declared, list := map[string]bool{}, ""
	eachFile(t, ".", func(_ string, file *ast.File, _ func(token.Pos) token.Position) {
		if file.Doc != nil {
			list += file.Doc.Text()
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				declared[receiver(d)+d.Name.Name] = true
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						declared[s.Name.Name] = true
					}
				}
			}
		}
	})
	used := map[string]bool{}
	for _, dir := range []string{"wizard", "plain", "cli"} {
		eachFile(t, filepath.Join("..", dir), func(_ string, file *ast.File, _ func(token.Pos) token.Position) {
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					used[s.Sel.Name] = true
				}
				return true
			})
		})
	}
	found := decision.FindAllStringSubmatch(list, -1)
	if len(found) < 20 {
		t.Fatalf("the list has %d names", len(found))
	}
	for _, m := range found {
		_, name, of := strings.Cut(m[1], ".")
		if !of {
			name = m[1]
		}
		if !declared[m[1]] || !used[name] {
			t.Errorf("%s: declared %t, used by who shows it %t", m[1], declared[m[1]], used[name])
		}
	}
}

// receiver is the type of a method with a dot, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	of := d.Recv.List[0].Type
	if p, ok := of.(*ast.StarExpr); ok {
		of = p.X
	}
	return of.(*ast.Ident).Name + "."
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
