package cli

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
)

// demoConfig is a configuration with the demo's credentials and these templates.
func demoConfig(templates ...connector.Template) connector.Config {
	return connector.Config{
		AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken, FromMessagingServiceSID: twiliosim.DemoServiceSID,
		Templates: templates,
	}
}

// presetTemplates are the templates of a preset.
func presetTemplates(p connector.Preset, l connector.TextLanguage) []connector.Template {
	var all []connector.Template
	for _, u := range p.UsageTypes() {
		all = append(all, connector.Template{UsageType: u, Content: connector.DefaultText(u, l)})
	}
	return all
}

// wrongToken is none of the demo's. It is put together so that no scanner takes it for
// a real one.
const wrongToken = "badc0ffee0dd" + "f00dbadc0ffee0ddf00d"

// wholeFile is a file with a token.
func wholeFile() string {
	c := demoConfig(presetTemplates(connector.Portable, connector.English)...)
	c.AuthToken = wrongToken
	return string(connector.NewDocument(c).Bytes())
}

// repeats runs the command that is to make c, and looks at what it made.
func repeats(t *testing.T, c connector.Config) []string {
	t.Helper()
	words, ok := export.GenerateCommand(c, "")
	if !ok {
		t.Fatalf("no command makes %+v", c)
	}
	var out, said bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: &out, Err: &said, Getenv: func(name string) string {
		if name == environ.AuthToken {
			return c.AuthToken
		}
		return "not to be read"
	}}
	code := Main(words[1:], env)
	if want := connector.NewDocument(c).Bytes(); code != exitOK || !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%s\nends with %d, says %s\nand makes\n%s\nwant\n%s", export.ShellLine(words), code, said.String(), out.String(), want)
	}
	return words
}

func TestGenerateCommandRepeats(t *testing.T) {
	no, yes := false, true
	portable := presetTemplates(connector.Portable, connector.English)
	const start = "logto-twilio generate --account-sid " + twiliosim.DemoAccountSID + " --messaging-service-sid " + twiliosim.DemoServiceSID
	for name, c := range map[string]struct {
		change func(*connector.Config)
		flags  string
	}{
		"the default":    {func(*connector.Config) {}, ""},
		"another text":   {func(c *connector.Config) { c.Templates[1].Content = "It's {{code}}" }, ` --template 'SignIn=It'\''s {{code}}'`},
		"a sign":         {func(c *connector.Config) { c.Templates[0].Content = "@{{code}}" }, " --template 'Register=@@{{code}}'"},
		"two signs":      {func(c *connector.Config) { c.Templates[0].Content = "@@{{code}}" }, " --template 'Register=@@@{{code}}'"},
		"another region": {func(c *connector.Config) { host := connector.IrelandHost; c.Host = &host }, " --host api.dublin.ie1.twilio.com"},
		"a bad host":     {func(c *connector.Config) { host := "ie1"; c.Host = &host }, " --host ie1 --force-invalid"},
		"risk check":     {func(c *connector.Config) { c.DisableRiskCheck = &yes }, " --disable-risk-check"},
		"no risk":        {func(c *connector.Config) { c.DisableRiskCheck = &no }, " --disable-risk-check=false"},
		"Chinese":        {func(c *connector.Config) { c.Templates = presetTemplates(connector.Portable, connector.Chinese) }, " --template-lang zh-CN"},
		"full": {func(c *connector.Config) { c.Templates = presetTemplates(connector.Full, connector.Chinese) },
			" --preset full --template-lang zh-CN"},
		"one less":     {func(c *connector.Config) { c.Templates = c.Templates[:4] }, " --template Test="},
		"one more":     {func(c *connector.Config) { c.Templates = append(c.Templates, portableMore) }, " --template 'BindMfa={{code}}'"},
		"an old guard": {func(c *connector.Config) { c.Templates = presetTemplates(connector.Documented, connector.English) }, " --preset documented --force-invalid"},
		"two lines": {func(c *connector.Config) { c.Templates[4].Content = "{{code}}\n=x" },
			" --template 'Test={{code}}\n=x'"},
		"another order": {func(c *connector.Config) { c.Templates[3], c.Templates[4] = c.Templates[4], c.Templates[3] },
			" --template Generic= --template 'Generic=" + portable[3].Content + "'"},
	} {
		config := demoConfig(presetTemplates(connector.Portable, connector.English)...)
		c.change(&config)
		words := repeats(t, config)
		if got := export.ShellLine(words); got != start+c.flags {
			t.Errorf("%s: %s\nwant %s", name, got, start+c.flags)
		}
	}
	words, _ := export.GenerateCommand(demoConfig(portable...), "my file.json")
	if got := export.ShellLine(words); got != start+" -o 'my file.json'" {
		t.Errorf("with a file: %s", got)
	}
}

// portableMore is a template that the portable preset lacks.
var portableMore = connector.Template{UsageType: connector.BindMfa, Content: "{{code}}"}

// Whatever templates there are, in whatever order, the command makes them.
func TestGenerateCommandRepeatsAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"{{code}}", "$x {{code}} 'y' \"z\" \\", "@{{code}}", "验证码 {{code}}", "-{{code}}", "a=b {{code}}"}
	for range 300 {
		types := append(connector.UsageTypes(), "Own type", "-x")
		random.Shuffle(len(types), func(i, j int) { types[i], types[j] = types[j], types[i] })
		var templates []connector.Template
		for _, u := range types[:random.IntN(len(types)+1)] {
			content := connector.DefaultText(u, []connector.TextLanguage{connector.English, connector.Chinese}[random.IntN(2)])
			if random.IntN(3) == 0 {
				content = texts[random.IntN(len(texts))]
			}
			templates = append(templates, connector.Template{UsageType: u, Content: content})
		}
		repeats(t, demoConfig(templates...))
	}
}

// What no command line can say is said to be that.
func TestNoGenerateCommand(t *testing.T) {
	for name, change := range map[string]func(*connector.Config){
		"no account":      func(c *connector.Config) { c.AccountSID = "" },
		"an empty host":   func(c *connector.Config) { c.Host = new(string) },
		"no service":      func(c *connector.Config) { c.FromMessagingServiceSID = "" },
		"an empty text":   func(c *connector.Config) { c.Templates[0].Content = "" },
		"no type":         func(c *connector.Config) { c.Templates[0].UsageType = "" },
		"a type with =":   func(c *connector.Config) { c.Templates[0].UsageType = "a=b" },
		"a type twice":    func(c *connector.Config) { c.Templates[0].UsageType = c.Templates[1].UsageType },
		"an escape":       func(c *connector.Config) { c.Templates[0].Content = "\x1b[2J{{code}}" },
		"NUL":             func(c *connector.Config) { c.Templates[0].Content = "\x00{{code}}" },
		"half characters": func(c *connector.Config) { c.Templates[0].Content = "\xed\xa0\x80{{code}}" },
	} {
		c := demoConfig(presetTemplates(connector.Portable, connector.English)...)
		change(&c)
		if words, ok := export.GenerateCommand(c, ""); ok {
			t.Errorf("%s: %q", name, words)
		}
	}
}
