package connector

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
)

// hostByLabels is the published rule in other words: labels between dots, of which
// the first is api and the last two are twilio and com, in any case; those between
// are of 1 to 63 letters, digits and hyphens, no hyphen at either end; 253 in all.
func hostByLabels(s string) bool {
	const wordly = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	ascii := func(label, want string) bool {
		lower := strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' {
				return r + 'a' - 'A'
			}
			return r
		}, label)
		return lower == want
	}
	labels := strings.Split(s, ".")
	last := len(labels) - 1
	if len(s) > 253 || last < 2 || !ascii(labels[0], "api") || !ascii(labels[last-1], "twilio") || !ascii(labels[last], "com") {
		return false
	}
	return !slices.ContainsFunc(labels[1:last-1], func(label string) bool {
		return label == "" || len(label) > 63 || strings.Trim(label, wordly+"-") != "" ||
			strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-")
	})
}

// hosts makes n hosts, right ones and some that are nearly right.
func hosts(rng *rand.Rand, n int) []string {
	pick := func(choices ...string) string { return choices[rng.IntN(len(choices))] }
	seldom := func(n int) bool { return rng.IntN(n) == 0 }
	label := func() string {
		if seldom(8) {
			return pick("", "-", "-a", "a-", "a--b", strings.Repeat("x", 63), strings.Repeat("x", 64), "ſ", "K", "é", "a_b", "a b", "０", "٣")
		}
		return pick("dublin", "ie1", "IE1", "sydney", "au1", "0", "a-b", "us1", "twilio", "com", "api")
	}
	all := make([]string, n)
	for i := range all {
		labels := []string{pick("api", "api", "API", "Api", "api", "apı", "ap", "messaging")}
		if !seldom(4) {
			labels[0] = "api"
		}
		for !seldom(3) {
			labels = append(labels, label())
		}
		for seldom(9) { // long enough to be too long
			labels = append(labels, strings.Repeat("y", 57), strings.Repeat("z", 60+rng.IntN(4)))
		}
		labels = append(labels, pick("twilio", "twilio", "Twilio", "TWILIO", "twılıo", "twilio2"), pick("com", "com", "com", "COM", "co", "com\n", ""))
		s := strings.Join(labels, ".")
		if seldom(20) {
			s = pick("https://"+s, s+"/", s+":443", " "+s, s+".", s+"\n", s+"@evil.example", "evil.example/"+s, s+".evil.example", s+"\x00", "\u200b"+s)
		}
		all[i] = s
	}
	return all
}

func TestHostFollowsThePublishedRule(t *testing.T) {
	tally := map[bool]int{}
	for _, s := range append(hosts(rand.New(rand.NewPCG(1, 9611)), 20_000), "", "api.twilio.com", "api..twilio.com", "apitwilio.com", strings.Repeat("a", 300)) {
		want := hostByLabels(s)
		if tally[want]++; ValidHost(s) != want {
			t.Errorf("%q: %t, by the rule %t", s, ValidHost(s), want)
		}
	}
	if tally[true] < 2000 || tally[false] < 2000 {
		t.Errorf("%v: the generator proves little", tally)
	}
}

// The published pattern itself, as JavaScript reads it.
func TestHostConformance(t *testing.T) {
	node := os.Getenv("LOGTO_TWILIO_NODE")
	if node == "" {
		t.Skip("needs JavaScript: LOGTO_TWILIO_NODE is not set")
	}
	const program = `const rule = /^api(?:\.[\da-z](?:[\da-z-]{0,61}[\da-z])?)*\.twilio\.com$/i;
const hosts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(hosts.map((s) => s.length <= 253 && rule.test(s))));`
	all := hosts(rand.New(rand.NewPCG(conformanceSeed(t), 9611)), 20_000)
	in, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, "-e", program)
	cmd.Stdin = strings.NewReader(string(in))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var want []bool
	if err := json.Unmarshal(out, &want); err != nil || len(want) != len(all) {
		t.Fatalf("%d answers, %v", len(want), err)
	}
	for i, s := range all {
		if ValidHost(s) != want[i] {
			t.Errorf("%q: %t, JavaScript says %t", s, ValidHost(s), want[i])
		}
	}
}

// withHost is a configuration with nothing to say about but its host, as JSON.
func withHost(value string) string {
	return strings.Replace(string(NewDocument(good()).Bytes()), "{\n", "{\n  \"host\": "+value+",\n", 1)
}

func TestCheckHost(t *testing.T) {
	for value, want := range map[string]string{
		`"api.twilio.com"`:                     "",
		`"API.Twilio.Com"`:                     "",
		`"api.us1.twilio.com"`:                 "",
		`"api.ashburn.us1.twilio.com"`:         "",
		`"api.dublin.ie1.twilio.com"`:          "warning host-since",
		`"api.sydney.au1.twilio.com"`:          "warning host-since",
		`"API.DUBLIN.IE1.TWILIO.COM"`:          "warning host-since",
		`"api.ie1.twilio.com"`:                 "warning retired-host api.dublin.ie1.twilio.com",
		`"api.us2.twilio.com"`:                 "warning retired-host api.twilio.com",
		`""`:                                   "error empty-host",
		`"  "`:                                 "error empty-host",
		`"https://"`:                           "error bad-host",
		`1`:                                    "error wrong-type",
		`null`:                                 "error wrong-type",
		`["api.twilio.com"]`:                   "error wrong-type",
		`"ie1"`:                                "error misspelt-host api.dublin.ie1.twilio.com",
		`" IE1 "`:                              "error misspelt-host api.dublin.ie1.twilio.com",
		`"Ireland"`:                            "error misspelt-host api.dublin.ie1.twilio.com",
		`"sydney"`:                             "error misspelt-host api.sydney.au1.twilio.com",
		`"us1"`:                                "error misspelt-host api.twilio.com",
		`"messaging.dublin.ie1.twilio.com"`:    "error misspelt-host api.dublin.ie1.twilio.com",
		`"dublin.ie1.twilio.com"`:              "error misspelt-host api.dublin.ie1.twilio.com",
		`"twilio.com"`:                         "error misspelt-host api.twilio.com",
		`"https://api.dublin.ie1.twilio.com/"`: "error host-is-address api.dublin.ie1.twilio.com; warning host-since",
		`"https://api.dublin.ie1.twilio.com:443/x?y#z"`:     "error host-is-address api.dublin.ie1.twilio.com; warning host-since",
		`"api.dublin.ie1.twilio.com/2010-04-01"`:            "error host-is-address api.dublin.ie1.twilio.com; warning host-since",
		`" api.twilio.com\n"`:                               "error host-is-address api.twilio.com",
		`"'api.twilio.com',"`:                               "error host-is-address api.twilio.com",
		`"api.twilio.com."`:                                 "error host-is-address api.twilio.com",
		`"https://api.au1.twilio.com"`:                      "error host-is-address api.au1.twilio.com; warning retired-host api.sydney.au1.twilio.com",
		`"api.twilio.com:8443"`:                             "error bad-host",
		`"https://user:pw@api.twilio.com"`:                  "error bad-host",
		`"api.evil.example"`:                                "error bad-host",
		`"api.twilio.com.evil.example"`:                     "error bad-host",
		`"evil.example/api.twilio.com"`:                     "error bad-host",
		`"${TWILIO_HOST}"`:                                  "error bad-host",
		`"` + fakeToken + `"`:                               "error bad-host",
		`"api.` + strings.Repeat("a.", 120) + `twilio.com"`: "error bad-host",
	} {
		d := Decode([]byte(withHost(value)))
		var said []string
		for _, p := range d.Problems() {
			line := fmt.Sprintf("%s %s", p.Severity, p.Code)
			if right, ok := p.Args["suggestion"]; ok {
				line += fmt.Sprint(" ", right)
			}
			if p.Path != "/host" || p.At != (problem.Position{Line: 2, Column: 11}) || strings.Contains(fmt.Sprint(p.Args), fakeToken) {
				t.Errorf("%s: %+v", value, p)
			}
			said = append(said, line)
		}
		if got := strings.Join(said, "; "); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
		// An error is what the guard refuses, and older ones do not look.
		if refused := strings.Contains(want, "error"); Latest().Accepts(d) == refused || !releases[1].Accepts(d) {
			t.Errorf("%s: accepted by %s: %t, by %s: %t", value, Latest().To, !refused, releases[1].To, releases[1].Accepts(d))
		}
	}
}

// Where all releases that were asked for know the key, it is no surprise; where none
// does, no message would be sent.
func TestHostSinceMatters(t *testing.T) {
	d := Decode([]byte(withHost(`"api.dublin.ie1.twilio.com"`)))
	for version, want := range map[string]problem.Severity{"1.44": problem.Info, "1.44.3": problem.Info, "1.45": problem.Info, "2.0": problem.Info, "1.43": problem.Error, "1.0": problem.Error, "all": problem.Warning} {
		by, _ := ForLogto(version)
		if got := find(d.ProblemsFor(by), problem.HostSince).Severity; got != want {
			t.Errorf("for Logto %s: %s, want %s", version, got, want)
		}
	}
}

func TestFixMendsHost(t *testing.T) {
	for value, want := range map[string]string{
		`"https://api.dublin.ie1.twilio.com/"`: `"api.dublin.ie1.twilio.com"`,
		`"\u200bAPI.twilio.com "`:              `"API.twilio.com"`,
		`"ie1"`:                                `"ie1"`, // a choice
		`"api.ie1.twilio.com"`:                 `"api.ie1.twilio.com"`,
		`1`:                                    `1`,
	} {
		fixed, _ := Decode([]byte(withHost(value))).Fix()
		if got := string(fixed.Bytes()); got != withHost(want) {
			t.Errorf("%s:\n%s", value, got)
		}
	}
	for text, want := range map[string]string{
		`{"host":""}`:                   `{}`,
		`{"host":"", "a":1}`:            `{"a":1}`,
		`{"a":1, "host":" ", "b":2}`:    `{"a":1, "b":2}`,
		`{"a":1, "host":""}`:            `{"a":1}`,
		`{"host":"x", "host":""}`:       `{"host":"x", "host":""}`, // the other one would count
		`{"host":"", "host":""}`:        `{}`,
		`{"a":{"host":""}, "hostt":""}`: `{"a":{"host":""}, "hostt":""}`,
		`{"Host":"api.twilio.com"}`:     `{"host":"api.twilio.com"}`,
		`{"post":"api.twilio.com"}`:     `{"post":"api.twilio.com"}`,
	} {
		fixed, _ := Decode([]byte(text)).Fix()
		if got := string(fixed.Bytes()); got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}

func TestHostIsEdited(t *testing.T) {
	host := func(s string) *string { return &s }
	for _, c := range []struct {
		text string
		host *string
		want string
	}{
		{`{"accountSID":"AC"}`, host("api.x.twilio.com"), `{"host":"api.x.twilio.com","accountSID":"AC"}`},
		{`{"$schema":"x","accountSID":"AC"}`, host("h"), `{"$schema":"x","host":"h","accountSID":"AC"}`},
		{`{"accountSID":"AC","host":"a"}`, host("b"), `{"accountSID":"AC","host":"b"}`},
		{`{"accountSID":"AC","host":1}`, host(""), `{"accountSID":"AC","host":1}`},
		{`{"accountSID":"AC","host":1}`, nil, `{"accountSID":"AC"}`},
		{`{"host":"a","accountSID":"AC","host":"b"}`, nil, `{"accountSID":"AC"}`},
		{`{}`, nil, `{}`},
	} {
		d := Decode([]byte(c.text))
		config := d.Config()
		if d.With(config) != d {
			t.Errorf("%s is changed by nothing", c.text)
		}
		config.Host = c.host
		if got := string(d.With(config).Bytes()); got != c.want {
			t.Errorf("%s becomes %s, want %s", c.text, got, c.want)
		}
	}
	c := good()
	c.Host = host(IrelandHost)
	if got := string(NewDocument(c).Bytes()); got != withHost(`"api.dublin.ie1.twilio.com"`) {
		t.Errorf("a new document is\n%s", got)
	}
	// A file of something else's, with a host.
	if Decode([]byte(`{"host":"smtp.example.com","port":587}`)).HasKeys() || Decode([]byte(`{"host":`)).HasKeys() {
		t.Error("any host makes a file the connector's")
	}
}

func TestProductHost(t *testing.T) {
	for host, want := range map[string]string{
		DefaultHost: "messaging.twilio.com", IrelandHost: "messaging.dublin.ie1.twilio.com", "API.Sydney.AU1.twilio.com": "messaging.sydney.au1.twilio.com",
	} {
		if got := ProductHost("messaging", host); got != want {
			t.Errorf("%s: %s, want %s", host, got, want)
		}
	}
}
