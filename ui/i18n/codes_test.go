package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/diagnosis"
	"logto-twilio/connector/problem"
)

func TestEveryProblemHasWords(t *testing.T) {
	for _, code := range problem.Codes() {
		for _, key := range []string{"problem." + string(code), "problem." + string(code) + ".hint"} {
			if _, ok := find(key); !ok {
				t.Errorf("%s is missing", key)
			}
		}
	}
}

// checkCodes are the codes of all checks.
func checkCodes() []problem.Code { return slices.Concat(account.CheckCodes(), diagnosis.Codes()) }

func TestEveryCheckHasWords(t *testing.T) {
	// Where all is well there is nothing to be done, and some say it in their Err.
	fine := []problem.Code{
		account.ConfigurationAccepted, account.AccountActive, account.BalanceOK, account.ServiceFound,
		account.SendersReady, account.A2PVerified, account.TollFreeVerified,
		account.AccountRefused, account.AccountUnanswered, account.ServiceRefused,
		account.ServiceUnanswered, account.SendersUnanswered,
		diagnosis.LogtoUnanswered, diagnosis.LogtoRefused, diagnosis.ConnectorSame, diagnosis.ConnectorHidden,
		diagnosis.SMSUsed, diagnosis.SMSUseUnknown, diagnosis.SendsOK, diagnosis.SendsUnanswered,
		diagnosis.MessagesOK, diagnosis.MessagesUnanswered,
		diagnosis.SendsFailed, diagnosis.MessagesFailed, // those that follow say why
		diagnosis.SendsRefused, diagnosis.MessagesLost, diagnosis.MessagesDoubtful, // Twilio's code says it
	}
	for _, code := range checkCodes() {
		if _, ok := find("check." + string(code)); !ok {
			t.Errorf("check.%s is missing", code)
		}
		if _, ok := find("check." + string(code) + ".hint"); ok == slices.Contains(fine, code) {
			t.Errorf("check.%s: a hint is there: %t", code, ok)
		}
	}
}

func TestNoWordsWithoutACode(t *testing.T) {
	known := map[string]bool{}
	for _, code := range problem.Codes() {
		known["problem."+string(code)] = true
	}
	for _, code := range checkCodes() {
		known["check."+string(code)] = true
	}
	for key := range everything() {
		area, _, _ := strings.Cut(key, ".")
		if (area == "problem" || area == "check") && !known[strings.TrimSuffix(key, ".hint")] {
			t.Errorf("%s is for a code that does not exist", key)
		}
	}
}

// What a code's sentences may show is documented with the code ("Args: …").
func TestSentencesUseDocumentedArguments(t *testing.T) {
	documented := map[string][]string{}
	for _, file := range []string{"problem/codes.go", "account/checks.go", "diagnosis/codes.go"} {
		readArguments(t, "../../connector/"+file, documented)
	}
	for key, x := range everything() {
		area, code, _ := strings.Cut(strings.TrimSuffix(key, ".hint"), ".")
		if area != "problem" && area != "check" {
			continue
		}
		for _, name := range arguments(x) {
			if !slices.Contains(documented[code], name) {
				t.Errorf("%s shows %s, which is not among %v", key, name, documented[code])
			}
		}
	}
}

// readArguments adds the arguments of each code that a file declares.
func readArguments(t *testing.T, path string, into map[string][]string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		shared := documentedArguments(group.Doc.Text())
		for _, s := range group.Specs {
			value := s.(*ast.ValueSpec)
			if code, ok := literal(value.Values[0]); ok {
				into[code] = append(documentedArguments(value.Doc.Text()), shared...)
			}
		}
	}
}

// argumentList finds "Args: a, b (what b is), c." and its like.
var argumentList = regexp.MustCompile(`Args[a-z ]*: ([^.]*)`)

// documentedArguments reads the names of arguments in a doc comment.
func documentedArguments(doc string) []string {
	doc = regexp.MustCompile(`\([^()]*\)`).ReplaceAllString(strings.ReplaceAll(doc, "\n", " "), "")
	m := argumentList.FindStringSubmatch(doc)
	if m == nil {
		return nil
	}
	return strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' })
}

func TestDocumentedArguments(t *testing.T) {
	for doc, want := range map[string][]string{
		"X: no colon behind a key. No args.":                             nil,
		"X: more. Args: limit (bytes).":                                  {"limit"},
		"X: more. Args:\nfound, expected (a sign. of JSON),\nopenedLine": {"found", "expected", "openedLine"},
		"Problems of accountSID. Args of each: key. More.":               {"key"},
		"X (warning): none. Args too: prefix, length.":                   {"prefix", "length"},
	} {
		if got := documentedArguments(doc); !slices.Equal(got, want) {
			t.Errorf("%q has %v", doc, got)
		}
	}
}
