package connector

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

// flawed makes configurations with much that can be mended, and much that
// cannot: those of configMaker, and right ones in which words are replaced.
func (m configMaker) flawed() string {
	s := m.config()
	if !m.seldom(4) {
		s = string(NewDocument(good()).Bytes())
		for range 1 + m.rng.IntN(6) {
			s = m.flaw(s)
		}
	}
	if m.seldom(6) {
		s = m.damage(s)
	}
	if m.seldom(20) {
		s = utf8Mark + s
	}
	return s
}

// flaw replaces one thing in a configuration, where it is there.
func (m configMaker) flaw(s string) string {
	times := 1 + m.rng.IntN(3)
	switch m.rng.IntN(8) {
	case 0:
		value := m.oneOf(fakeAccount, fakeToken, fakeService)
		return strings.Replace(s, value, m.around(value), 1)
	case 1:
		key := m.oneOf("accountSID", "authToken", "fromMessagingServiceSID", "templates", "content", "usageType")
		return strings.Replace(s, key, m.oneOf(strings.ToLower(key), " "+key, key[1:], key+"s", key[4:], "x"+key, strings.ToUpper(key)), times)
	case 2:
		usage := m.oneOf("Register", "SignIn", "ForgotPassword", "Generic", "Test")
		return strings.Replace(s, `"`+usage+`"`, `"`+m.oneOf(strings.ToLower(usage), usage+" ", usage[:3]+usage[4:], "SignUp", "SignIn", `Sign\u0000in`)+`"`, times)
	case 3, 4:
		return strings.Replace(s, "{{code}}", m.oneOf("{code}", "{{ code }}", "{{Code}}", "｛｛code｝｝", "{{code}", "{{code}} {code}", "{{.code}}", "<code>",
			`{{co\u0000de}}`, `{\u007bc\u043ede}}`, "{{code}} {{user.name}}", "${code}", "{ {code} }", "{", ""), times)
	case 5:
		return strings.Replace(s, " ", m.oneOf(" “", "’", `\u2013`, "\u00a0", `\u200b`, " 验", `\ud800`, "…", "｛", strings.Repeat("x", 150)), 3*times)
	case 6:
		member := m.oneOf(`"authToken": "`+fakeToken+`",`, `"authToken": " `+fakeToken+`",`, `"x": [1, {"y": 2, "y": 2}],`, `"templates": [],`)
		return strings.Replace(s, "{", "{"+member+m.oneOf("", member), times)
	}
	return strings.Replace(s, m.oneOf("\n", `": "`, "}", "true"), m.oneOf(",\n", "\u00a0", "：", "｝", "True"), times)
}

// around puts a value into what a paste brings along.
func (m configMaker) around(value string) string {
	for range 1 + m.rng.IntN(2) {
		value = m.oneOf(" ", `\n`, `\"`, "“", "", `\u200b`, "'") + value + m.oneOf(" ", `\"`, "”", "", ",", "'")
	}
	return value
}

func TestFixProperties(t *testing.T) {
	maker := configMaker{rand.New(rand.NewPCG(conformanceSeed(t), 3)), true}
	mended := 0
	for range 2000 {
		d := Decode([]byte(maker.flawed()))
		if checkFix(t, d) {
			mended++
		}
		if t.Failed() {
			return
		}
	}
	if mended < 600 {
		t.Errorf("only %d were mended: the generator proves little", mended)
	}
}

// FuzzFix holds the same against whatever comes.
func FuzzFix(f *testing.F) {
	maker := configMaker{rand.New(rand.NewPCG(1, 4)), true}
	for range 50 {
		f.Add([]byte(maker.flawed()))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkFix(t, Decode(data)) })
}

// checkFix holds what Fix promises against a document, and reports whether there
// was something to mend.
func checkFix(t *testing.T, d *Document) bool {
	source := string(d.Bytes())
	fixed, mended := d.Fix()
	result := string(fixed.Bytes())
	if string(d.Bytes()) != source {
		t.Errorf("Fix changed the document itself:\n%s", source)
	}
	if (len(mended) > 0) != (result != source) || (fixed == d) != (result == source) {
		t.Errorf("mended are %+v, of\n%s\ninto\n%s", mended, source, result)
	}
	mendable := slices.ContainsFunc(d.Problems(), func(p problem.Problem) bool { return Mendable(p.Code) || p.Code == problem.MoreProblems })
	if len(mended) > 0 && !mendable {
		t.Errorf("none of %+v is mendable, in\n%s", d.Problems(), source)
	}
	if again, more := fixed.Fix(); again != fixed || len(more) > 0 {
		t.Errorf("fixed once more, %+v:\n%s\nbecomes\n%s", more, result, again.Bytes())
	}
	if string(Decode([]byte(result)).Bytes()) != result || d.Root != nil && fixed.Root == nil {
		t.Errorf("no longer to be decoded:\n%s\nof\n%s", result, source)
	}
	for _, r := range Releases() {
		if r.Accepts(d) && !r.Accepts(fixed) {
			t.Errorf("%s accepted\n%s\nnot\n%s", r.To, source, result)
		}
	}
	if d.Root != nil {
		checkNothingNew(t, d, fixed)
		checkToken(t, d, fixed)
	}
	return len(mended) > 0
}

// checkNothingNew looks for problems that came with mending. A key or a type
// that has its right name brings up what was hidden.
func checkNothingNew(t *testing.T, d, fixed *Document) {
	before := d.Problems()
	renamed := find(before, problem.MisspeltKey) != nil
	if renamed || find(before, problem.MoreProblems) != nil {
		return
	}
	for _, p := range gone(fixed.Problems(), before) {
		if p.Code != problem.TokenFromEnvironment && p.Code != problem.OrganizationInvitationUnused && p.Code != problem.DuplicateKey {
			t.Errorf("%s at %s is new in\n%s\nof\n%s", p.Code, p.Path, fixed.Bytes(), d.Bytes())
		}
	}
}

// checkToken holds that a token loses no more than what stands around it.
func checkToken(t *testing.T, d, fixed *Document) {
	token := fixed.Config().AuthToken
	was := []string{d.Config().AuthToken}
	if find(d.Problems(), problem.MisspeltKey) != nil {
		for _, m := range d.Root.Members {
			was = append(was, textOf(m.Value))
		}
	}
	if !slices.ContainsFunc(was, func(s string) bool { return token == s || token == bare(s) && strings.Contains(s, token) }) {
		t.Errorf("the token %q became %q", was[0], token)
	}
}
