package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"logto-twilio/ui/i18n"
)

// Every code that a package declares is explained.
func TestEveryCodeIsExplained(t *testing.T) {
	t.Parallel()
	for file, types := range map[string]string{
		"../../export/check.go":                "WriteErrorKind",
		"../../export/read.go":                 "ReadErrorKind",
		"../../connector/logto/errors.go":      "Kind",
		"../../connector/logto/config.go":      "Unfit",
		"../../connector/account/callerror.go": "ErrorKind",
		"codes.go":                             "",
	} {
		codes := constants(t, file, types)
		if len(codes) == 0 {
			t.Errorf("%s declares no %s", file, types)
		}
		for _, code := range codes {
			if codeKey(code) == "" {
				t.Errorf("%s of %s is not explained", code, file)
			}
		}
	}
	for _, code := range namedCodes() {
		for _, l := range []i18n.Lang{i18n.English, i18n.Chinese} {
			e, ok := (&app{Printer: i18n.In(l)}).explain(code)
			if !ok || e.Title == "" || strings.ContainsAny(e.Title, "⟦|") || strings.Contains(e.Do, "|") {
				t.Errorf("%s is explained as %+v", code, e)
			}
		}
	}
}

// constants are the strings that a file declares as constants of a type, "" for none.
func constants(t *testing.T, path, of string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.ValueSpec)
		if !ok || len(s.Values) != 1 {
			return true
		}
		kind := ""
		if id, ok := s.Type.(*ast.Ident); ok {
			kind = id.Name
		}
		if v, ok := s.Values[0].(*ast.BasicLit); ok && v.Kind == token.STRING && kind == of {
			if text, err := strconv.Unquote(v.Value); err == nil {
				values = append(values, text)
			}
		}
		return true
	})
	return values
}
