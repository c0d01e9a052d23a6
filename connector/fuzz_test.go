package connector

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// FuzzDecode holds decoding against encoding/json, which reads the same grammar,
// and what With and Problems promise against whatever comes.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		string(NewDocument(Config{Templates: templatesOf(Portable)}).Bytes()),
		`{"connectorId":"x","config":{"templates":[{"content":"\ud800{{ code }}"}]}}`,
		"{\"a\":[1e5,-0.1,true,null,{\"a\":{}}],\r\n\t\"a\":\"\\u00e9\\n\"}", "[1,]", "{'a':1}", "\ufeff{}", "{\"a\"：1}", "[\"a\n\"]",
		`{"accountSID":"x","authToken":"y","disableRiskCheck":null,"templates":[{"usageType":"Signin","content":"{code} {{toString}}"},5]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := Decode(data)
		if string(d.Bytes()) != string(data) {
			t.Fatal("an unchanged document is written otherwise")
		}
		problems := d.Problems()
		for i := 1; i < len(problems); i++ {
			if problems[i].At.Before(problems[i-1].At) {
				t.Fatalf("problems are out of order: %+v", problems)
			}
		}
		within := utf8.Valid(data) && len(data) <= jsondoc.MaxSize && !d.bom && find(problems, problem.TooDeep) == nil
		if valid := json.Valid(data); within && valid != (d.tree != nil && (d.container == nil || !d.container.refused || find(problems, problem.EscapedJSON) != nil)) && find(d.outer, problem.EnvironmentLine) == nil && find(d.outer, problem.ManifestValue) == nil {
			t.Fatalf("encoding/json says %t: %+v", valid, problems)
		}
		if n := len(problems) - len(d.outer); d.Root == nil && (n > 1 || len(problems) == 0) {
			t.Fatalf("what cannot be decoded has one problem: %+v", problems)
		}
		if token := d.Config().AuthToken; len(token) >= 32 {
			checkSecret(t, problems, token)
		}
		checkEdits(t, d)
	})
}

// checkSecret looks for a token in problems.
func checkSecret(t *testing.T, problems []problem.Problem, token string) {
	for _, p := range problems {
		if strings.Contains(p.Path, token) {
			t.Errorf("the path of %s holds the token", p.Code)
		}
		for name, value := range p.Args {
			if s, ok := value.(string); ok && strings.Contains(s, token) {
				t.Errorf("argument %s of %s holds the token", name, p.Code)
			}
		}
	}
}
