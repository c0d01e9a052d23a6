package i18n

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// spoken is what the source of the user interface says through this package.
type spoken struct {
	faults   []string        // calls of T that would show a hole
	literals map[string]bool // every string, some of which are keys
	prefixes []string        // of keys put together: "step." + name
	suffixes []string        // key + ".hint"
}

// built are the areas whose keys this package puts together from codes.
var built = []string{"problem.", "check.", "twilio.", "call.", "status.", "read.", "write.", "failure.", "git.", "time.", "span.", "logto.", "signin.", "segments.", "hidden."}

func TestSourceAndTextsAgree(t *testing.T) {
	s := spoken{literals: map[string]bool{}}
	fset := token.NewFileSet()
	// The texts themselves are strings of this package, hence no use of them.
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "i18n" {
			return cmp.Or(err, fs.SkipDir)
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return s.read(fset, path, source)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range s.faults {
		t.Error(fault)
	}
	for _, table := range tables {
		for key := range table {
			if !s.uses(key) {
				t.Errorf("nothing says %s", key)
			}
		}
	}
}

// read collects what one file says.
func (s *spoken) read(fset *token.FileSet, path string, source []byte) error {
	file, err := parser.ParseFile(fset, path, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if v, ok := literal(n); ok {
				s.literals[v] = true
			}
		case *ast.BinaryExpr:
			if v, ok := literal(n.X); ok && strings.HasSuffix(v, ".") {
				s.prefixes = append(s.prefixes, v)
			}
			if v, ok := literal(n.Y); ok && strings.HasPrefix(v, ".") {
				s.suffixes = append(s.suffixes, v)
			}
		case *ast.CallExpr:
			if fault := s.call(n); fault != "" {
				s.faults = append(s.faults, fmt.Sprintf("%s: %s", fset.Position(n.Pos()), fault))
			}
		}
		return true
	})
	return nil
}

// call says what is wrong with a call of T, "" where nothing is.
func (s *spoken) call(c *ast.CallExpr) string {
	method, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || method.Sel.Name != "T" || len(c.Args) == 0 {
		return ""
	}
	key, ok := literal(c.Args[0])
	if !ok {
		return "" // the keys of a table are checked where it stands
	}
	x, ok := find(key)
	if !ok {
		return key + " does not exist"
	}
	if c.Ellipsis.IsValid() {
		return ""
	}
	if len(c.Args)%2 == 0 {
		return key + " is given a name without a value"
	}
	var given []string
	for i := 1; i < len(c.Args); i += 2 {
		name, ok := literal(c.Args[i])
		if !ok {
			return key + " is given a name that is no literal"
		}
		given = append(given, name)
	}
	return compare(key, arguments(x), given)
}

// compare names the argument that is missing or not wanted.
func compare(key string, wanted, given []string) string {
	for _, name := range wanted {
		if !slices.Contains(given, name) {
			return key + " lacks the argument " + name
		}
	}
	for _, name := range given {
		if !slices.Contains(wanted, name) {
			return key + " has no place for " + name
		}
	}
	return ""
}

// arguments lists the arguments of a text.
func arguments(x text) []string {
	var names []string
	fill(x.en+x.zh, func(name string) (string, bool) {
		names = append(names, name)
		return "", true
	})
	return names
}

// literal is the value of a string literal.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	v, err := strconv.Unquote(lit.Value)
	return v, err == nil
}

// uses reports whether a key is said somewhere, as a whole or put together.
func (s *spoken) uses(key string) bool {
	if s.literals[key] {
		return true
	}
	for _, prefix := range append(s.prefixes, built...) {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	for _, suffix := range s.suffixes {
		if base, ok := strings.CutSuffix(key, suffix); ok && s.uses(base) {
			return true
		}
	}
	return false
}

func TestReadingSource(t *testing.T) {
	s := spoken{literals: map[string]bool{}}
	err := s.read(token.NewFileSet(), "x.go", []byte(`package x
func f() {
	p.T("status.sent")
	p.T("call.unreachable", "host", h)
	p.T("call.unreachable", args...)
	p.T("call.unreachable")
	p.T("call.unreachable", "host")
	p.T("call.unreachable", host, h)
	p.T("call.unreachable", "host", h, "extra", 1)
	p.T("no.such")
	p.T("step." + name)
	p.T(key + ".about")
	t.T()
	T("not a method")
	field{"form.title"}
}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"x.go:6:2: call.unreachable lacks the argument host",
		"x.go:7:2: call.unreachable is given a name without a value",
		"x.go:8:2: call.unreachable is given a name that is no literal",
		"x.go:9:2: call.unreachable has no place for extra",
		"x.go:10:2: no.such does not exist",
	}
	if !slices.Equal(s.faults, want) {
		t.Errorf("found\n%s", strings.Join(s.faults, "\n"))
	}
	for key, used := range map[string]bool{
		"form.title": true, "form.title.about": true, "step.anything": true, "problem.x": true,
		"form.other": false, "form.other.about": false,
	} {
		if s.uses(key) != used {
			t.Errorf("%s is used: %t", key, !used)
		}
	}
}
