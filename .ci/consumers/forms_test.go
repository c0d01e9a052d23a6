// Package consumers reads the forms of a configuration with the very code that
// reads them where they are used: docker compose's own parser of .env files, that
// of docker run --env-file, and Kubernetes' own types. It is a module of its own,
// so that the program depends on none of them.
package consumers

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/docker/cli/pkg/kvfile"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"

	"logto-twilio/connector"
	"logto-twilio/export"
)

const token = "0123456789abcdef0123456789abcdef"

// texts are some that a reader of a form could misread.
var texts = []string{
	`"It's" {{code}}`, `$HOME ${HOME} ${TWILIO_AUTH_TOKEN:-x} $(id) %PATH% $$`, "a # b #c ; d", `back\slash \\ \n \' \" \$`,
	"two\nlines\r\nand\ttabs", "`id` && exit", "验证码 {{code}} ✅ 👩‍👩‍👧‍👦", "half \xed\xa0\x80 of one", "\x00 \x1b[31m \x7f \u0085 \u2028 \ufeff",
	" = 'x' ", "", "trailing \\",
}

// document is a configuration with these texts.
func document() *connector.Document {
	c := connector.Config{
		AccountSID: "AC" + strings.Repeat("0", 32), AuthToken: token, FromMessagingServiceSID: "MG" + strings.Repeat("0", 32),
	}
	for _, s := range texts {
		c.Templates = append(c.Templates, connector.Template{UsageType: connector.UsageType("T" + s), Content: s})
	}
	return connector.NewDocument(c)
}

// form is the configuration in a form.
func form(t *testing.T, name string, o export.FormatOptions) []byte {
	t.Helper()
	f, ok := export.FormatNamed(name)
	if !ok {
		t.Fatalf("there is no form %s", name)
	}
	data, err := f.Bytes(document(), o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// same compares what was read with the configuration.
func same(t *testing.T, got string) {
	t.Helper()
	if c := connector.Decode([]byte(got)).Config(); !reflect.DeepEqual(c, document().Config()) {
		t.Errorf("read %s\nwhich holds %+v", got, c)
	}
}

func TestComposeReadsEnv(t *testing.T) {
	data := append([]byte("# before\nBEFORE=1\n"), form(t, "env", export.FormatOptions{Name: "SMS_1"})...)
	vars, err := dotenv.ParseWithLookup(bytes.NewReader(append(data, "AFTER=$BEFORE\n"...)), func(string) (string, bool) { return "wrong", true })
	if err != nil || len(vars) != 3 {
		t.Fatalf("%d variables, %v", len(vars), err)
	}
	same(t, vars["SMS_1"])
}

func TestComposeReadsTheToken(t *testing.T) {
	for _, value := range []string{token, `$x "#" ${HOME} é`} {
		data, _, err := export.SetToken([]byte("A=1\nTWILIO_AUTH_TOKEN=\"a\nb\" # old\nB='2'\n"), value)
		if err != nil {
			t.Fatal(err)
		}
		vars, err := dotenv.ParseWithLookup(bytes.NewReader(data), nil)
		if err != nil || vars["TWILIO_AUTH_TOKEN"] != value || vars["A"] != "1" || vars["B"] != "2" {
			t.Errorf("%q is read as %q, %v", data, vars, err)
		}
	}
}

func TestDockerReadsDockerEnv(t *testing.T) {
	data := append([]byte("BEFORE=1\n"), form(t, "docker-env", export.FormatOptions{})...)
	lines, err := kvfile.ParseFromReader(bytes.NewReader(append(data, "AFTER=2\n"...)), nil)
	if err != nil || len(lines) != 3 {
		t.Fatalf("%d variables, %v", len(lines), err)
	}
	name, value, _ := strings.Cut(lines[1], "=")
	if name != "LOGTO_TWILIO_CONFIG" {
		t.Errorf("the variable is %s", name)
	}
	same(t, value)
}

func TestKubernetesReadsTheSecret(t *testing.T) {
	for _, o := range []export.FormatOptions{{}, {Name: "123", Namespace: "true"}, {Name: "1e3.x", Namespace: "null"}} {
		var secret corev1.Secret
		if err := yaml.UnmarshalStrict(form(t, "k8s-secret", o), &secret); err != nil {
			t.Fatal(err)
		}
		if o.Name == "" {
			o.Name = "logto-twilio-sms"
		}
		if secret.Kind != "Secret" || secret.APIVersion != "v1" || secret.Type != corev1.SecretTypeOpaque ||
			secret.Name != o.Name || secret.Namespace != o.Namespace || len(secret.Data) != 1 || secret.StringData != nil {
			t.Errorf("read %+v", secret)
		}
		if got := secret.Data["connector.json"]; !bytes.Equal(got, form(t, "json", export.FormatOptions{})) {
			t.Errorf("connector.json is %s", got)
		}
	}
}
