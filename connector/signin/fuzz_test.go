package signin

import (
	"encoding/json"
	"testing"
)

// Whatever a server answers, it is read or refused, and what a plan writes is JSON that
// leads to what it says.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		string(seededJSON(f)), `{}`, `null`, `[]`, `{"signIn":{},"signUp":{}}`, `{"signIn":{"methods":[]},"signUp":{"identifiers":[]},"mfa":{"factors":[]},"forgotPasswordMethods":null}`,
		`{"signIn":{"methods":[{"identifier":"phone","identifier":"email"}],"methods":[]},"signUp":{"identifiers":["\ud800"]}}`,
		`{"signIn":{"methods":[{"identifier":"username","__proto__":1e999}]},"signUp":{"identifiers":["username"],"secondaryIdentifiers":null},"captchaPolicy":{}}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := Decode(data)
		if err != nil {
			return
		}
		if !e.Equal(e) || !json.Valid(e.Fields()) || len(Uses(e, all)) != 5 || len(Offered(e, all)) != 4 {
			t.Fatalf("%s: %s", data, e.Fields())
		}
		for _, choice := range everyChoice() {
			p, notices := NewPlan(e, all, choice)
			if Blocked(notices) && p.Patch != nil {
				t.Fatalf("%s: %v writes %s", data, notices, p.Patch)
			}
			if p.Patch != nil && (!json.Valid(p.Patch) || !json.Valid(p.Undo) || p.After.Equal(p.Before)) {
				t.Fatalf("%s: %s, %s", data, p.Patch, p.Undo)
			}
		}
	})
}
