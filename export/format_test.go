package export

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// hard are texts that some reader of a format could misread.
var hard = []string{
	`"It's" {{code}}`, `$HOME ${HOME} $(id) %PATH% $$`, "a # b #c ; d", `back\slash \\ \n \' \"`, "two\nlines\r\nand\ttabs",
	"`id` && exit | cat <<END", "END", "验证码 {{code}} ✅ 👩‍👩‍👧‍👦", "half \xed\xa0\x80 of one", "\x00 \x1b[31m \x7f \u0085 \u2028 \ufeff",
	"${TWILIO_AUTH_TOKEN}", " = 'x' ", "", "trailing \\",
}

// hardConfig is a configuration with these texts.
func hardConfig() connector.Config {
	c := config()
	for _, s := range hard {
		c.Templates = append(c.Templates, connector.Template{UsageType: connector.UsageType("T" + s), Content: s})
	}
	return c
}

// format is a document in a format, which must not fail.
func format(t *testing.T, name string, d *connector.Document, o FormatOptions) []byte {
	t.Helper()
	f, ok := FormatNamed(name)
	if !ok {
		t.Fatalf("there is no format %s", name)
	}
	o.Say = func(key string) string { return "It says: " + key + " (%s)" }
	data, err := f.Bytes(d, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data
}

// sameConfig compares what a text holds with a configuration.
func sameConfig(t *testing.T, got []byte, want connector.Config) {
	t.Helper()
	c := connector.Decode(got).Config()
	for i := range want.Templates {
		want.Templates[i].Source = i + 1
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("%s\nholds %+v\nwant  %+v", got, c, want)
	}
}

func TestFormatsHoldTheConfiguration(t *testing.T) {
	d := connector.NewDocument(hardConfig())
	whole := format(t, "json", d, FormatOptions{})
	if !bytes.Equal(whole, d.Bytes()) {
		t.Errorf("json is not as a new document is written:\n%s", whole)
	}
	body := connector.Decode(format(t, "logto-api", d, FormatOptions{}))
	if !body.Wrapped || !bytes.Equal(format(t, "json", body, FormatOptions{}), whole) {
		t.Error("logto-api holds another configuration")
	}
	_, encoded, _ := strings.Cut(string(format(t, "k8s-secret", d, FormatOptions{})), "connector.json: ")
	if data, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(encoded, "\n")); err != nil || !bytes.Equal(data, whole) {
		t.Errorf("k8s-secret holds %q (%v)", data, err)
	}
	// The rule of docker run --env-file: the value is the rest of the line.
	line := string(format(t, "docker-env", d, FormatOptions{Name: "X_1"}))
	value, found := strings.CutPrefix(line, "X_1=")
	if !found || strings.Count(line, "\n") != 1 || strings.Contains(line, "\r") {
		t.Fatalf("docker-env: %q", line)
	}
	sameConfig(t, []byte(strings.TrimSuffix(value, "\n")), hardConfig())
}

// A format says whether the token is in it, and is right.
func TestFormatsKnowTheirToken(t *testing.T) {
	d := connector.NewDocument(config())
	for _, f := range Formats() {
		data := format(t, f.Name, d, FormatOptions{})
		held := bytes.Contains(data, []byte(hidden)) || f.Name == "k8s-secret" // in base64
		if held != f.Token {
			t.Errorf("%s: the token is in it: %t, it says %t", f.Name, held, f.Token)
		}
		if again := format(t, f.Name, d, FormatOptions{}); !bytes.Equal(data, again) {
			t.Errorf("%s differs the second time", f.Name)
		}
		if f.Document && connector.Decode(data).Root == nil {
			t.Errorf("%s is no JSON", f.Name)
		}
		if !bytes.HasSuffix(data, []byte("\n")) || bytes.Contains(data, []byte{0}) {
			t.Errorf("%s does not end with a line end, or holds a NUL", f.Name)
		}
	}
}

// What a file is like beside its configuration makes no difference; its own keys
// are kept, but for a $schema in what Logto would keep.
func TestFormatsOfAnyFile(t *testing.T) {
	const messy = "{\t\"$schema\" : \"s\",\r\n\"authToken\":\"old\",\"n\":[ 1.50e3 , {} ,[],null,true],\"accountSID\":\"\\u0041C\", \"authToken\":\"\\u0074\\/\"}"
	const want = `{
  "$schema": "s",
  "authToken": "t/",
  "n": [
    1.50e3,
    {},
    [],
    null,
    true
  ],
  "accountSID": "AC"
}
`
	for _, source := range []string{messy, `{"connectorId":"x","config":` + messy + `}`, "\ufeff" + messy} {
		d := connector.Decode([]byte(source))
		if got := format(t, "json", d, FormatOptions{}); string(got) != want {
			t.Errorf("json of %q:\n%s", source, got)
		}
		for _, name := range []string{"logto-api", "curl"} {
			if got := format(t, name, d, FormatOptions{}); bytes.Contains(got, []byte("$schema")) {
				t.Errorf("%s holds $schema:\n%s", name, got)
			}
		}
	}
}

func TestSplitAndRender(t *testing.T) {
	for _, source := range []string{
		string(connector.NewDocument(hardConfig()).Bytes()),
		`{"templates":[{"authToken":"x"}],"authToken":"a\u0062c\"\\${HOME}","disableRiskCheck":null,"$schema":"${X}"}`,
		`{"authToken":"one","authToken":"two"}`,
	} {
		d := connector.Decode([]byte(source))
		split := format(t, "split", d, FormatOptions{})
		if bytes.Contains(split, []byte(jsondoc.Quote(d.Config().AuthToken))) {
			t.Errorf("the token is still there:\n%s", split)
		}
		whole, err := Render(connector.Decode(split), d.Config().AuthToken)
		if err != nil || !bytes.Equal(whole.Bytes(), format(t, "json", d, FormatOptions{})) {
			t.Errorf("%v:\n%s\nof\n%s", err, whole.Bytes(), split)
		}
	}
	for _, source := range []string{`{"authToken":"x ${TWILIO_AUTH_TOKEN}"}`, `{"authToken":1}`, `{}`, `[]`, `{`} {
		if _, err := Render(connector.Decode([]byte(source)), "t"); !errors.Is(err, ErrNoVariable) {
			t.Errorf("%s: %v", source, err)
		}
	}
}

func TestUnfitOptions(t *testing.T) {
	d := connector.NewDocument(config())
	long := strings.Repeat("a", 64)
	for _, c := range []struct{ format, name, namespace, unfit string }{
		{"env", "A_9", "", ""}, {"env", "9A", "", "name"}, {"env", "A-B", "", "name"}, {"env", "A\n", "", "name"},
		{"docker-env", "A=B", "", "name"}, {"env", "", "x", "namespace"}, {"json", "x", "", "name"},
		{"k8s-secret", "a.b-c.9", "default", ""}, {"k8s-secret", "A", "", "name"}, {"k8s-secret", "a..b", "", "name"},
		{"k8s-secret", "-a", "", "name"}, {"k8s-secret", strings.Repeat("a.", 126) + "ab", "", "name"},
		{"k8s-secret", "", "a.b", "namespace"}, {"k8s-secret", long, "", ""}, {"k8s-secret", "", long, "namespace"},
	} {
		f, _ := FormatNamed(c.format)
		_, err := f.Bytes(d, FormatOptions{Name: c.name, Namespace: c.namespace})
		var option *OptionError
		if errors.As(err, &option) != (c.unfit != "") || option != nil && option.Option != c.unfit {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, source := range []string{"", "[]", "1"} {
		for _, f := range Formats() {
			if _, err := f.Bytes(connector.Decode([]byte(source)), FormatOptions{}); !errors.Is(err, ErrNotObject) {
				t.Errorf("%s of %q: %v", f.Name, source, err)
			}
		}
	}
}

func TestSecretIsWrittenAs(t *testing.T) {
	d := connector.Decode([]byte(`{}`))
	want := "apiVersion: v1\nkind: Secret\nmetadata:\n  name: \"123\"\n  namespace: \"true\"\ntype: Opaque\ndata:\n  connector.json: e30K\n"
	if got := format(t, "k8s-secret", d, FormatOptions{Name: "123", Namespace: "true"}); string(got) != want {
		t.Errorf("got\n%s", got)
	}
	var body map[string]any
	if err := json.Unmarshal(format(t, "logto-api", d, FormatOptions{}), &body); err != nil || body["connectorId"] != connector.FactoryID {
		t.Errorf("%v %v", body, err)
	}
}
